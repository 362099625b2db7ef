using Microsoft.Playwright;

namespace CalcApi.BrowserTests;

/// <summary>What somebody finds out who has never seen the page: each begins with the page as it opens, and counts the clicks.</summary>
public sealed class NewcomerTests(Site site)
{
    [Fact]
    public async Task The_slope_at_a_point_is_there_without_a_click_and_why_it_is_that_within_two()
    {
        await using var visit = await site.VisitAsync();
        var clicks = new Clicks();
        await Assertions.Expect(visit.Part("tangent")).ToHaveAttributeAsync("data-latex", "f'(1) = 2");
        await Assertions.Expect(visit.Part("tangent")).ToBeInViewportAsync();
        Assert.Equal(0, clicks.Count);

        await clicks.OnAsync(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Let h go to 0" }));
        await Assertions.Expect(visit.Part("h-value")).ToHaveTextAsync("0");
        await Assertions.Expect(visit.Page.Locator(".stage.function line.tangent")).ToHaveCountAsync(1);
        Assert.Equal(1, clicks.Count);

        clicks = new Clicks();
        await clicks.OnAsync(Chapter(visit, "Derivative"));
        await clicks.OnAsync(visit.Panel("derivative").GetByText("Show the steps").First);
        await Assertions.Expect(visit.Panel("derivative").Locator(".line .katex").First).ToBeInViewportAsync();
        Assert.Equal(2, clicks.Count);
        visit.IsQuiet();
    }

    [Fact]
    public async Task The_minimum_is_one_click_and_a_scroll_away()
    {
        await using var visit = await site.VisitAsync();
        var clicks = new Clicks();
        await clicks.OnAsync(Chapter(visit, "Derivative"));
        var discussed = visit.Panel("critical-points");
        await discussed.ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(discussed).ToContainTextAsync("minimum (0, 3)");
        // It is the first thing below the curves.
        Assert.Equal("critical-points", await visit.Page.EvaluateAsync<string>("() => [...document.querySelectorAll('main > .panel')].filter((panel) => panel.checkVisibility())[1].dataset.panel"));
        Assert.Equal(1, clicks.Count);
        visit.IsQuiet();
    }

    [Fact]
    public async Task How_momentum_differs_from_plain_descent_is_two_clicks_away()
    {
        await using var visit = await site.VisitAsync();
        var clicks = new Clicks();
        await clicks.OnAsync(Chapter(visit, "Descent"));
        await clicks.OnAsync(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Race plain, momentum and Adam" }));
        await Assertions.Expect(visit.Part("finish").Locator("tbody tr")).ToHaveCountAsync(3);
        await Assertions.Expect(visit.Part("summary", "descent")).ToContainTextAsync("comes lowest");
        Assert.True(await visit.Part("series", "descent").ColoursAsync() >= 3);
        Assert.Equal(2, clicks.Count);
        visit.IsQuiet();
    }

    [Fact]
    public async Task How_a_network_learns_xor_is_three_clicks_away()
    {
        await using var visit = await site.VisitAsync();
        var clicks = new Clicks();
        await clicks.OnAsync(Chapter(visit, "Training"));
        await clicks.OnAsync(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Exclusive or" }));
        await clicks.OnAsync(visit.Part("play", "training"));
        await Assertions.Expect(visit.Part("counter", "training")).ToContainTextAsync("Step 300 of 300 · 0 % wrong");
        await Assertions.Expect(visit.Panel("training").Locator(".network .unit").First).ToBeInViewportAsync();
        Assert.Equal(3, clicks.Count);
        visit.IsQuiet();
    }

    private static ILocator Chapter(Visit visit, string title) => visit.Page.GetByRole(AriaRole.Navigation, new() { Name = "Chapters" }).GetByRole(AriaRole.Link, new() { Name = title, Exact = true });

    private sealed class Clicks
    {
        public int Count { get; private set; }

        public async Task OnAsync(ILocator what)
        {
            await what.ClickAsync();
            Count++;
        }
    }
}
