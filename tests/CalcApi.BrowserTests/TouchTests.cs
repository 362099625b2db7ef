using Microsoft.Playwright;

namespace CalcApi.BrowserTests;

/// <summary>A phone in one hand: what is dragged with a mouse is dragged with a finger, and nothing is wider than the screen.</summary>
public sealed class TouchTests(Site site)
{
    [Fact]
    public async Task A_finger_moves_points_turns_the_surface_and_plays_through_the_chapters()
    {
        await using var visit = await site.VisitAsync("x^2 + 3", look: Look.Phone);
        await visit.CurveAsync("function");
        await SwipeAsync(visit, visit.Page.GetByRole(AriaRole.Slider, new() { Name = "Point P" }).Locator(".dot"), -60, 0);
        await Assertions.Expect(visit.Part("p")).Not.ToHaveValueAsync("1");
        await visit.Part("h-play").TapAsync();
        await Assertions.Expect(visit.Part("h-value")).ToHaveTextAsync("0");

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Examples" }).TapAsync();
        await visit.Part("gallery").GetByRole(AriaRole.Button).Filter(new() { HasText = "Himmelblau" }).First.TapAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
        await TapChapterAsync(visit, "Gradient");
        var point = visit.Page.GetByRole(AriaRole.Slider, new() { Name = "Point of the gradient" });
        await Assertions.Expect(point).ToBeVisibleAsync();
        var at = visit.Page.GetByLabel("Value of x").First;
        var before = await at.InputValueAsync();
        await SwipeAsync(visit, point.Locator(".dot"), -40, 20);
        await Assertions.Expect(at).Not.ToHaveValueAsync(before);

        await Visit.ReachAsync(visit.Panel("surface"), visit.Part("said", "surface"));
        var turn = visit.Part("turn", "surface");
        var turned = await turn.InputValueAsync();
        await SwipeAsync(visit, visit.Panel("surface").Locator("canvas"), 80, 0);
        await Assertions.Expect(turn).Not.ToHaveValueAsync(turned);

        await TapChapterAsync(visit, "Chain rule");
        await visit.Panel("graph").GetByRole(AriaRole.Button, new() { Name = "Next" }).TapAsync();
        await Assertions.Expect(visit.Panel("graph").Locator(".counter")).ToContainTextAsync("step 2");

        await TapChapterAsync(visit, "Training");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "One step", Exact = true }).TapAsync();
        await Assertions.Expect(visit.Part("counter", "training")).ToContainTextAsync("Step 1");

        await TapChapterAsync(visit, "Derivative");
        await visit.Part("chapter-closed").GetByRole(AriaRole.Button).TapAsync();
        await visit.Panel("derivative").GetByText("Show the steps").First.TapAsync();
        await Assertions.Expect(visit.Panel("derivative").Locator(".line .katex").First).ToBeVisibleAsync();
        await Visit.ReachAsync(visit.Panel("taylor"), visit.Panel("taylor").Locator(".taylor-error"));
        await SwipeAsync(visit, visit.Panel("taylor").GetByRole(AriaRole.Slider, new() { Name = "Point P" }).Locator(".dot"), 50, 0);
        Assert.True(await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth") <= 0);
        visit.IsQuiet();
    }

    private static async Task TapChapterAsync(Visit visit, string title)
    {
        var link = visit.Page.GetByRole(AriaRole.Navigation, new() { Name = "Chapters" }).GetByRole(AriaRole.Link, new() { Name = title, Exact = true });
        await link.TapAsync();
        await Assertions.Expect(link).ToHaveAttributeAsync("aria-current", "page");
    }

    /// <summary>A finger set down on an element, moved, and lifted.</summary>
    private static async Task SwipeAsync(Visit visit, ILocator element, float across, float down)
    {
        await element.ScrollIntoViewIfNeededAsync();
        var box = await element.BoundingBoxAsync() ?? throw new InvalidOperationException("It isn't shown.");
        var (x, y) = (box.X + (box.Width / 2), box.Y + (box.Height / 2));
        var session = await visit.Page.Context.NewCDPSessionAsync(visit.Page);
        Task TouchAsync(string type, params object[] points) => session.SendAsync("Input.dispatchTouchEvent", new Dictionary<string, object>(StringComparer.Ordinal) { ["type"] = type, ["touchPoints"] = points });
        await TouchAsync("touchStart", new { x, y });
        for (var step = 1; step <= 8; step++) await TouchAsync("touchMove", new { x = x + (across * step / 8), y = y + (down * step / 8) });
        await TouchAsync("touchEnd");
        await session.DetachAsync();
    }
}
