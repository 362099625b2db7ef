using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace CalcApi.BrowserTests;

public sealed partial class LinkTests(Site site)
{
    private const string Rosenbrock = "f=(1 - x)%5E2 %2B 100(y - x%5E2)%5E2";

    /// <summary>Chapters, and states to be seen in them: with each member of a state that is not the usual one.</summary>
    private static readonly (string Chapter, string State)[] s_states =
    [
        ("slope", "f=x%5E3 - 3x&p=-1.25~2.5&x=-3~3&y=-4~6"),
        ("slope", "f=1/x&p=0~1"),
        ("slope", "f=a*x%5E2 %2B b&d=a~2!b~-1.5"),
        ("slope", "f=x%5E2 %2B y%5E2 %3D 25&at=x~3!y~4"),
        ("derivative", "f=sin(x%5E2)&p=1.3~2&ts=1&tc=cos(x)%0Ax%2F2&c=%7B%22x%22%3A%22cos(x%5E2)%22%7D"),
        ("derivative", "f=exp(x)&to=5&tr=2.5&tl=jax&tw=hessian"),
        ("chain-rule", "f=h(b) %3D b%5E3; g(x) %3D sin(x); f(x) %3D h(g(x))&p=1~2"),
        ("chain-rule", "f=x*y %2B sin(x)&at=x~2!y~-1"),
        ("gradient", Rosenbrock + "&x=-2~2&y=-1~3&at=x~-1!y~1.5&gf=1"),
        ("gradient", "f=x%5E2*y&c=%7B%22x%22%3A%222*x*y%22%2C%22y%22%3A%22x%5E3%22%7D"),
        ("gradient", "f=loss(w) %3D mean((X @ w - y).%5E2)&t=w %3D [0.1, -0.2]%0AX %3D [[1, 2], [3, 4]]%0Ay %3D [1, 2]"),
        ("direction", "f=x*y&at=x~1!y~2&dir=x~3!y~-1"),
        ("direction", "f=x*y %2B z%5E2&dir=x~2!y~3!z~-1"),
        ("descent", Rosenbrock + "&x=-2~2&y=-1~3&s=x~-1!y~2&o=adam&r=0.05&n=300&k=%7B%22beta1%22%3A%220.8%22%7D"),
        ("descent", Rosenbrock + "&x=-2~2&y=-1~3&s=x~-1!y~2&o=sgd&r=0.001&rs=[[%22momentum%22,0.001],[%22adam%22,0.01]]"),
        ("descent", "f=x%5E4 - x%5E2&s=x~1.5&o=sgd&r=0.1&n=40&m=rates:x"),
        ("training", "nn=%7B%22data%22%3A%22xor%22%2C%22layers%22%3A%224%22%2C%22rate%22%3A%220.1%22%2C%22example%22%3A%225%22%7D"),
        ("training", "nn=%7B%22data%22%3A%22table%22%2C%22model%22%3A%22straight%22%2C%22optimizer%22%3A%22momentum%22%2C%22knob.momentum%22%3A%220.5%22%7D&nd=x,y%0A0,1%0A1,3%0A2,5.5%0A3,7"),
        ("training", "nn=%7B%22data%22%3A%22parabola%22%2C%22model%22%3A%22own%22%2C%22loss%22%3A%22mean((a*x%5E2 %2B b*x %2B c - y)%5E2)%22%2C%22start.a%22%3A%221%22%2C%22start.b%22%3A%220%22%2C%22start.c%22%3A%220%22%2C%22optimizer%22%3A%22gradient_descent%22%7D"),
        ("slope", "f=abs(x)&p=-1~2"),
        ("direction", "f=x%5E2 %2B 2y%5E2&at=x~1!y~0.5&dir=x~1!y~1&nt=uphill~3"),
        ("chain-rule", "f=sin(x%5E2)&nt=chain-rule~2"),
    ];

    [Fact]
    public async Task A_link_restores_what_was_seen()
    {
        await using var first = await site.VisitAsync();
        await first.TypeAsync("x^3 - 2x");
        await first.Part("p").FillAsync("-1.25");
        await Assertions.Expect(first.Page).ToHaveURLAsync(SomePoint());

        await using var second = await site.VisitAsync(fragment: new Uri(first.Link).Fragment.Replace("#v=1&", "", StringComparison.Ordinal));

        await Assertions.Expect(second.Definition).ToHaveValueAsync("x^3 - 2x");
        await Assertions.Expect(second.Part("p")).ToHaveValueAsync("-1.25");
        await Assertions.Expect(second.Part("p-f")).ToHaveTextAsync("0.546875");
        second.IsQuiet();
    }

    [Fact]
    public async Task A_link_restores_a_descent()
    {
        await using var visit = await site.VisitAsync("x^2 + y^2", "s=x~3!y~0&o=sgd&r=0.1&n=3");

        await Assertions.Expect(visit.Part("outcome")).ToContainTextAsync("After 3 steps: (1.536, 0)");
        await Assertions.Expect(visit.Part("rule", "descent")).ToHaveValueAsync("sgd");
        visit.IsQuiet();
    }

    [Theory]
    [InlineData("p=a~b&x=5~-5&o=nobody")]
    [InlineData("at=1&s=!!!&n=-1&r=1e999")]
    public async Task A_broken_link_shows_the_page_as_at_first(string fragment)
    {
        await using var visit = await site.VisitAsync(fragment: fragment);

        await Assertions.Expect(visit.Part("secant")).ToHaveAttributeAsync("data-latex", @"\frac{8}{2} = 4");
        visit.IsQuiet();
    }

    [Fact]
    public async Task Another_link_in_the_same_tab_is_followed()
    {
        await using var visit = await site.VisitAsync();
        await Assertions.Expect(visit.Part("p-f")).ToHaveTextAsync("4");
        await visit.Page.EvaluateAsync("location.hash = '#v=1&f=x%5E2&p=5~6'");

        await Assertions.Expect(visit.Part("p-f")).ToHaveTextAsync("25");
        await Assertions.Expect(visit.Definition).ToHaveValueAsync("x^2");
    }

    [Fact]
    public async Task Twenty_links_show_in_a_fresh_browser_what_they_showed_where_they_were_made()
    {
        await using var maker = await site.VisitAsync();
        foreach (var (chapter, made) in s_states)
        {
            await maker.Page.EvaluateAsync("fragment => { location.hash = fragment; }", $"#v=1&ch={chapter}&{made}");
            await Assertions.Expect(maker.Page.Locator($"main[data-chapter={chapter}]")).ToBeAttachedAsync();
            // Away and back again: the address is the page's own now.
            await maker.ChapterAsync(chapter is "training" ? "Chain rule" : "Training");
            await maker.Page.Locator($"[data-chapter-link={chapter}]").ClickAsync();
            var (link, shown) = await SettledAsync(maker);

            await using var fresh = await site.FollowAsync(new Uri(link));
            var (sameLink, same) = await SettledAsync(fresh);
            Assert.Equal(Uri.UnescapeDataString(link), Uri.UnescapeDataString(sameLink));
            Assert.Equal(shown, same);
            fresh.IsQuiet();
        }

        maker.IsQuiet();
    }

    /// <summary>The address and all that is seen, once nothing changes any more.</summary>
    private static async Task<(string Link, string Shown)> SettledAsync(Visit visit)
    {
        const string Shown =
            """
            () => {
              const seen = (element) => element.checkVisibility() && !element.closest("details:not([open]) > :not(summary)");
              const all = (selector) => [...document.querySelectorAll(selector)].filter(seen);
              return JSON.stringify({
                busy: all(".slow, .stale, .busy:not(:empty)").length,
                state: history.state?.state,
                latex: all("[data-latex]").map(({ dataset }) => dataset.latex),
                fields: all("main :is(input, select, textarea)").map(({ type, checked, value }) => (type === "checkbox" ? checked : value)),
                paths: all("main .stage path[d]").map((path) => path.getAttribute("d")),
                words: all("main :is(p, td, th, li)").map(({ textContent }) => textContent),
              });
            }
            """;
        await visit.Page.WaitForFunctionAsync("() => document.querySelector('main > .panel:not([hidden])') && !document.documentElement.hasAttribute('data-fresh')");
        await visit.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await visit.ScrollThroughAsync();
        var (before, still) = ("", 0);
        for (var look = 0; look < 150; look++)
        {
            var now = await visit.Page.EvaluateAsync<string>(Shown);
            still = now.StartsWith("{\"busy\":0,", StringComparison.Ordinal) && string.Equals(now, before, StringComparison.Ordinal) ? still + 1 : 0;
            // On a busy machine the browser may keep the end of a request that was called off to itself; nothing has moved for five seconds then.
            if (still >= (visit.Pending.Count == 0 ? 1 : 25)) return (visit.Link, now);
            before = now;
            await Task.Delay(200, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException($"It never comes to rest: {string.Join(", ", visit.Pending)}; {before}");
    }

    [GeneratedRegex(@"p=-1\.25", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SomePoint();
}
