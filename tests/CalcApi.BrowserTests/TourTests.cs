using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CalcApi.BrowserTests;

/// <summary>The guided tours: walked by keyboard to their end, left and taken up again.</summary>
public sealed class TourTests(Site site)
{
    [Fact]
    public async Task Every_step_of_every_tour_finds_its_chapter_open_and_has_an_answer()
    {
        await using var visit = await site.VisitAsync();
        var (page, card) = (visit.Page, visit.Part("tour"));
        await visit.Part("tours").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(card.GetByRole(AriaRole.Heading)).ToBeFocusedAsync();
        await Assertions.Expect(card.Locator(".tour-list li")).ToHaveCountAsync(8);
        await card.Locator("[data-tour=slope]").FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        var (steps, titles) = (0, new HashSet<string>(StringComparer.Ordinal));
        while (true)
        {
            steps++;
            titles.Add(await card.GetByRole(AriaRole.Heading).TextContentAsync() ?? "");
            await Assertions.Expect(visit.Page.Locator("main > .panel:not([hidden])").First).ToBeVisibleAsync();
            await Assertions.Expect(visit.Part("chapter-closed")).ToBeHiddenAsync();
            await Assertions.Expect(card.Locator(".tour-answer")).ToBeHiddenAsync();
            await visit.Part("answer").PressAsync("Enter");
            await Assertions.Expect(card.Locator(".tour-answer")).ToBeVisibleAsync();
            var (next, said) = (visit.Part("tour-next"), await card.Locator(".tour-said").TextContentAsync() ?? "");
            await Assertions.Expect(next).ToBeFocusedAsync();
            if (string.Equals(await next.TextContentAsync(), "End", StringComparison.Ordinal)) break;
            await page.Keyboard.PressAsync("ArrowRight");
            await Assertions.Expect(card.Locator(".tour-said")).Not.ToHaveTextAsync(said);
        }

        Assert.Equal(8, titles.Count);
        Assert.InRange(steps, 32, 48);
        visit.IsQuiet();
    }

    [Fact]
    public async Task A_tour_is_left_and_taken_up_again_and_stands_in_the_address()
    {
        await using var visit = await site.VisitAsync(fragment: "nt=limit~2&f=x%5E2&p=1~1.1", look: Look.Phone);
        var card = visit.Part("tour");
        await Assertions.Expect(card).ToContainTextAsync("2 of 4");
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await visit.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            var found = await visit.Page.Locator("html").RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
            Assert.Empty(found.Violations.Select(static violation => $"{violation.Id}: {string.Join(" | ", violation.Nodes.Select(static node => node.Html))}"));
        }

        // The page stays as free as ever.
        await visit.Part("tour-next").TapAsync();
        await Assertions.Expect(card).ToContainTextAsync("3 of 4");
        await card.GetByRole(AriaRole.Button, new() { Name = "Fold", Exact = true }).TapAsync();
        await Assertions.Expect(card.Locator(".tour-said")).ToBeHiddenAsync();
        await card.GetByRole(AriaRole.Button, new() { Name = "Unfold" }).FocusAsync();
        await visit.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(card).ToBeHiddenAsync();
        await Assertions.Expect(visit.Part("tours")).ToBeFocusedAsync();
        await Assertions.Expect(visit.Part("tours")).ToHaveTextAsync("Go on with the tour");
        await visit.Part("tours").ClickAsync();
        await Assertions.Expect(card).ToContainTextAsync("3 of 4");
        Assert.True(await visit.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
        visit.IsQuiet();
    }
}
