using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace CalcApi.BrowserTests;

/// <summary>A map of descents that takes long goes on without the page, and its link leads back to it.</summary>
public sealed partial class LongMapTests(Site site)
{
    [Fact]
    public async Task A_map_of_a_link_is_a_run_that_a_reload_finds_again_and_that_whoever_began_it_can_cancel()
    {
        await using var visit = await site.VisitAsync();
        ConcurrentQueue<string> followed = new(), held = new(), ended = new();
        void Note(IPage page) => page.Request += (_, request) =>
        {
            if (request.Url.EndsWith("/events", StringComparison.Ordinal)) followed.Enqueue(request.Url);
            else if (string.Equals(request.Method, "DELETE", StringComparison.Ordinal)) ended.Enqueue(request.Url);
        };
        Note(visit.Page);
        // What comes of a run is held back: these maps are soon done.
        await HoldAsync(visit.Page, held);
        var (panel, busy) = (visit.Panel("descent-map"), visit.Part("busy", "descent-map"));
        await visit.Page.EvaluateAsync("fragment => { location.hash = fragment; }", Link(0.0005));
        await Visit.ReachAsync(panel, busy);
        await Assertions.Expect(busy).ToContainTextAsync(Going());
        await Assertions.Expect(visit.Page).ToHaveURLAsync(Found(held));

        await visit.Page.UnrouteAllAsync();
        await visit.Page.ReloadAsync();
        await Visit.ReachAsync(panel, visit.Part("legend", "descent-map"));
        await Assertions.Expect(visit.Part("legend", "descent-map").Locator("li").First).ToBeVisibleAsync();
        Assert.Empty(ended);
        Assert.True(followed.Count(each => string.Equals(each, held.First(), StringComparison.Ordinal)) > 1);

        // Another map, which somebody else is shown by its link: he can leave it, and not end it.
        await HoldAsync(visit.Page, held);
        await visit.Page.GotoAsync("about:blank");
        await visit.Page.GotoAsync(new Uri(site.Address, Link(0.0004)).AbsoluteUri);
        await Visit.ReachAsync(panel, busy);
        await Assertions.Expect(busy).ToContainTextAsync(Going());
        await Assertions.Expect(visit.Page).ToHaveURLAsync(Found(held));
        await using (var other = await site.FollowAsync(new Uri(visit.Link), before: page =>
        {
            Note(page);
            return HoldAsync(page, held);
        }))
        {
            var theirs = other.Part("busy", "descent-map");
            await Visit.ReachAsync(other.Panel("descent-map"), theirs);
            await theirs.GetByRole(AriaRole.Button, new() { Name = "Stop waiting" }).ClickAsync();
            await Assertions.Expect(theirs).ToBeEmptyAsync();
        }

        // Whoever began it takes his wish back, after a reload too.
        await visit.Page.ReloadAsync();
        await Visit.ReachAsync(panel, busy);
        await Assertions.Expect(busy).ToContainTextAsync(Going());
        Assert.Empty(ended);
        await busy.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await Assertions.Expect(busy).ToBeEmptyAsync();
        await Assertions.Expect(visit.Page).Not.ToHaveURLAsync(Token());
        for (var look = 0; ended.IsEmpty && look < 100; look++) await Task.Delay(100, TestContext.Current.CancellationToken);
        Assert.Equal(held.Last(), Assert.Single(ended) + "/events");
        visit.IsQuiet();
    }

    // The address has the name of the run that is followed.
    private static Regex Found(ConcurrentQueue<string> held) => new($@"mr=0{{32}}-0{{8}}\.{held.Last().Split('/')[^2]}-[0-9a-f]{{8}}", RegexOptions.None, TimeSpan.FromSeconds(1));

    [GeneratedRegex("waits for its turn|this link leads back to it", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Going();

    [GeneratedRegex("mr=", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();

    private static Task<IAsyncDisposable> HoldAsync(IPage page, ConcurrentQueue<string> held) => page.RouteAsync("**/runs/*/events", route =>
    {
        held.Enqueue(route.Request.Url);
        return Task.CompletedTask;
    });

    // Where a link leads to runs that are kept no more, the map is a run from the first.
    private static string Link(double rate) => FormattableString.Invariant($"#v=1&f={Uri.EscapeDataString("(1 - x)^2 + 100(y - x^2)^2")}&ch=descent&x=-2~2&y=-1~3&s=x~-1.2!y~1&o=sgd&r={rate}&n=10000&mr={new string('0', 32)}-{new string('0', 8)}");
}
