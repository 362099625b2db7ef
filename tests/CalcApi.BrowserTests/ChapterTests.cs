using Microsoft.Playwright;

namespace CalcApi.BrowserTests;

public sealed class ChapterTests(Site site)
{
    [Theory]
    [InlineData("x^2 + 3", "Slope", "Slope", "Derivative", "Chain rule", "Descent")]
    [InlineData("x^2*y", "Gradient", "Chain rule", "Gradient", "Descent")]
    [InlineData("x*y + z", "Gradient", "Chain rule", "Gradient", "Descent")]
    public async Task A_function_opens_its_chapters_and_begins_with_the_best(string function, string best, params string[] open)
    {
        await using var visit = await site.VisitAsync();
        await visit.TypeAsync(function);

        await Assertions.Expect(Links(visit).And(visit.Page.Locator("[aria-current=page]"))).ToHaveTextAsync(best);
        foreach (var title in open) await Assertions.Expect(visit.Part("chapters-open")).ToContainTextAsync(title);
        foreach (var title in open) await Assertions.Expect(Links(visit).And(visit.Page.Locator(":not(.closed)")).Filter(new() { HasText = title })).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_chapter_that_was_chosen_is_kept_and_says_what_it_needs_where_it_cannot()
    {
        await using var visit = await site.VisitAsync("x^3");
        await visit.ChapterAsync("Derivative");
        await visit.TypeAsync("x^4");
        await Assertions.Expect(visit.Part("formula", "derivative")).ToHaveAttributeAsync("data-latex", "f'(x) = 4 x^{3}");

        await visit.TypeAsync("x*y");
        var closed = visit.Part("chapter-closed");
        await Assertions.Expect(closed).ToContainTextAsync("Derivative needs a function of one variable. Two variables open");
        await Assertions.Expect(visit.Panel("derivative")).ToBeHiddenAsync();

        await closed.GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(closed).ToBeHiddenAsync();
        await Assertions.Expect(visit.Part("formula", "derivative")).ToBeVisibleAsync();
        visit.IsQuiet();
    }

    [Fact]
    public async Task Only_the_open_chapter_is_asked_and_loaded_also_of_a_page_that_is_served_as_written()
    {
        await using var visit = await site.FollowAsync(new Uri(site.AddressAsWritten, "#v=1&f=sin(x%5E2)"));
        await visit.CurveAsync("function");
        var asked = new System.Collections.Concurrent.ConcurrentBag<string>();
        visit.Page.Request += (_, request) => asked.Add(new Uri(request.Url).AbsolutePath);

        await visit.ChapterAsync("Chain rule");
        await Assertions.Expect(visit.Panel("chain-rule").Locator(".counter")).ToHaveTextAsync("step 1 of 5");
        await visit.TypeAsync("sin(x^3)");
        await Assertions.Expect(visit.Panel("chain-rule").Locator("[data-latex='u = x^{3}']").First).ToBeVisibleAsync();

        Assert.Contains("/app/panels/chain-rule.js", asked, StringComparer.Ordinal);
        Assert.DoesNotContain("/api/v1/sample", asked, StringComparer.Ordinal);
        Assert.DoesNotContain("/app/panels/gradient.js", asked, StringComparer.Ordinal);
        visit.IsQuiet();
    }

    [Fact]
    public async Task Chapters_are_reached_by_keyboard_and_have_addresses()
    {
        await using var visit = await site.VisitAsync("x^2");
        await Links(visit).First.FocusAsync();
        await visit.Page.Keyboard.PressAsync("Tab");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Links(visit).Nth(1)).ToHaveAttributeAsync("aria-current", "page");
        await Assertions.Expect(visit.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("ch=derivative", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));

        await using var other = await site.VisitAsync("x^2", "ch=chain-rule");
        await Assertions.Expect(Links(other).Nth(2)).ToHaveAttributeAsync("aria-current", "page");
        Assert.Contains("ch=descent", await Links(other).Nth(5).GetAttributeAsync("href") ?? "", StringComparison.Ordinal);
    }

    private static ILocator Links(Visit visit) => visit.Page.GetByRole(AriaRole.Navigation, new() { Name = "Chapters" }).GetByRole(AriaRole.Link);
}
