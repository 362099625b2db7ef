using System.Text;
using Microsoft.Playwright;

namespace CalcApi.BrowserTests;

/// <summary>A page that a teacher can hand out: by day whatever the theme, nothing cut off, nothing to press; kept as <c>TestResults/pictures/*.pdf</c>.</summary>
public sealed class PrintTests(Site site)
{
    /// <summary>What of a printed page is cut off, or can only be pressed.</summary>
    private const string Faults =
        """
        () => {
          const seen = [...document.querySelectorAll("main *")].filter((each) => each.checkVisibility({ visibilityProperty: true }) && !each.closest(".hidden, .katex-mathml"));
          const cut = seen.filter((each) => each instanceof HTMLElement && each.scrollWidth > each.clientWidth + 2 && each.clientWidth > 0 && getComputedStyle(each).overflowX !== "visible");
          const wide = seen.filter((each) => each.getBoundingClientRect().right > document.documentElement.clientWidth + 2 && !each.closest("svg"));
          const pressed = seen.filter((each) => each.matches("button:not(.runner, .flat-places button), input[type=range], .tools"));
          return [cut, wide, pressed].map((list, i) => list.map((each) => ["cut ", "wide ", "to press "][i] + each.outerHTML.slice(0, 120))).flat();
        }
        """;

    [Fact]
    public async Task Each_chapter_fits_on_paper()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "TestResults", "pictures");
        Directory.CreateDirectory(folder);
        await using var visit = await site.VisitAsync("x^2 + 3", look: Look.Desk with { Scheme = ColorScheme.Dark });
        var page = visit.Page;
        foreach (var (chapter, state) in new[]
        {
            ("slope", "f=sin(x)/x&p=1~3"),
            ("derivative", "f=x%5E3 - 3x&p=-1~2&ts=1"),
            ("chain-rule", "f=h(b) %3D b%5E3; g(x) %3D sin(x); f(x) %3D h(g(x))&p=1~2"),
            ("gradient", "f=(x%5E2 %2B y - 11)%5E2 %2B (x %2B y%5E2 - 7)%5E2&at=x~1!y~1"),
            ("direction", "f=x*y&at=x~1!y~1"),
            ("descent", "f=(1 - x)%5E2 %2B 100(y - x%5E2)%5E2&x=-2~2&y=-1~3&s=x~-1!y~2&n=60&rs=[[%22sgd%22,0.001]]"),
            ("training", ""),
        })
        {
            await page.EvaluateAsync("fragment => { location.hash = fragment; }", $"#v=1&ch={chapter}&{state}");
            await Assertions.Expect(page.Locator($"main[data-chapter={chapter}] > .panel:not([hidden]) svg").First).ToBeVisibleAsync();
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            var sheet = await page.PdfAsync(new() { Path = Path.Combine(folder, $"{chapter}.pdf"), Format = "A4" });
            Assert.StartsWith("%PDF", Encoding.ASCII.GetString(sheet, 0, 8), StringComparison.Ordinal);
            await page.EmulateMediaAsync(new() { Media = Media.Print });
            await page.SetViewportSizeAsync(680, 960);
            var faults = await page.EvaluateAsync<string[]>(Faults);
            Assert.True(faults.Length == 0, $"{chapter}: {string.Join('\n', faults)}");
            await page.EmulateMediaAsync(new() { Media = Media.Null });
            await page.SetViewportSizeAsync(Look.Desk.Width, Look.Desk.Height);
        }

        visit.IsQuiet();
    }

    [Fact]
    public async Task Paper_is_drawn_by_day_and_the_screen_afterwards_as_before()
    {
        await using var visit = await site.VisitAsync("x^2 + 5y^2", "s=x~-3!y~2&o=sgd&r=0.05&n=30&ch=descent", Look.Desk with { Scheme = ColorScheme.Dark });
        var way = visit.Panel("descent").Locator("path[stroke-width='1.5'][fill=none]");
        await Assertions.Expect(visit.Part("timeline", "descent")).ToBeVisibleAsync();
        await Assertions.Expect(way).ToHaveCountAsync(0);
        var night = await visit.Page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor");
        await visit.Page.EvaluateAsync("() => dispatchEvent(new Event('beforeprint'))");
        Assert.NotEqual(night, await visit.Page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor"));
        await Assertions.Expect(way.First).ToHaveAttributeAsync("stroke", "rgb(135, 51, 181)");
        await visit.Page.EvaluateAsync("() => dispatchEvent(new Event('afterprint'))");
        Assert.Equal(night, await visit.Page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor"));
        await Assertions.Expect(way).ToHaveCountAsync(0);
        visit.IsQuiet();
    }
}
