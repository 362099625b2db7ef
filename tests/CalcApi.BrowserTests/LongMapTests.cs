using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace CalcApi.BrowserTests;

/// <summary>A map of descents that takes long goes on without the page, and its link leads back to it.</summary>
public sealed partial class LongMapTests(Site site)
{
    [Fact]
    public async Task A_map_of_a_link_is_a_run_that_a_reload_finds_again_and_that_is_cancelled_as_a_wish_taken_back()
    {
        await using var visit = await site.VisitAsync();
        ConcurrentQueue<string> begun = new(), held = new(), ended = new();
        visit.Page.Request += (_, request) =>
        {
            // The same key with the same body is the same run.
            if (request.Url.EndsWith("/runs", StringComparison.Ordinal)) begun.Enqueue(request.Headers["idempotency-key"]);
            else if (string.Equals(request.Method, "DELETE", StringComparison.Ordinal)) ended.Enqueue(request.Url);
        };
        // What comes of a run is held back: these maps are soon done.
        await HoldAsync(visit.Page, held);
        var (panel, busy) = (visit.Panel("descent-map"), visit.Part("busy", "descent-map"));
        await visit.Page.EvaluateAsync("fragment => { location.hash = fragment; }", Link(0.0005, 1));
        await Visit.ReachAsync(panel, busy);
        await Assertions.Expect(busy).ToContainTextAsync(Going());

        await visit.Page.UnrouteAllAsync();
        await visit.Page.ReloadAsync();
        await Visit.ReachAsync(panel, visit.Part("legend", "descent-map"));
        await Assertions.Expect(visit.Part("legend", "descent-map").Locator("li").First).ToBeVisibleAsync();
        Assert.Empty(ended);
        Assert.Contains(begun.GroupBy(static key => key, StringComparer.Ordinal), static key => key.Count() > 1);

        // Another map, which is not wanted any more while it is computed.
        await HoldAsync(visit.Page, held);
        await visit.Page.GotoAsync("about:blank");
        await visit.Page.GotoAsync(new Uri(site.Address, Link(0.0004, 2)).AbsoluteUri);
        await Visit.ReachAsync(panel, busy);
        await Assertions.Expect(busy).ToContainTextAsync(Going());
        await busy.GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(busy).ToBeEmptyAsync();
        await Assertions.Expect(visit.Page).Not.ToHaveURLAsync(Token());
        for (var look = 0; ended.IsEmpty && look < 100; look++) await Task.Delay(100, TestContext.Current.CancellationToken);
        Assert.Equal(held.Last(), Assert.Single(ended) + "/events");
        visit.IsQuiet();
    }

    [GeneratedRegex("waits for its turn|this link leads back to it", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Going();

    [GeneratedRegex("mr=", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();

    private static Task<IAsyncDisposable> HoldAsync(IPage page, ConcurrentQueue<string> held) => page.RouteAsync("**/runs/*/events", route =>
    {
        held.Enqueue(route.Request.Url);
        return Task.CompletedTask;
    });

    // What the page calls the run is in it: a link that was made while it was computed.
    private static string Link(double rate, int run) => FormattableString.Invariant($"#v=1&f={Uri.EscapeDataString("(1 - x)^2 + 100(y - x^2)^2")}&ch=descent&x=-2~2&y=-1~3&s=x~-1.2!y~1&o=sgd&r={rate}&n=10000&mr=0123456789abcdef0123456{run}");
}
