using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CalcApi.BrowserTests;

/// <summary>Every chapter by day and by night, at a desk and on a phone: axe finds nothing, and a picture is kept for people to look at in <c>TestResults/pictures</c>; and on paper, where nothing is cut off.</summary>
public sealed class PicturesTests(Site site)
{
    private static readonly string s_folder = Path.Combine(AppContext.BaseDirectory, "TestResults", "pictures");

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

    [Theory]
    [InlineData("slope", "sin(x)/x", "p=1~3")]
    [InlineData("derivative", "x^3 - 3x", "p=-1~2")]
    [InlineData("chain-rule", "h(b) = b^3; g(x) = sin(x); f(x) = h(g(x))", "p=1~2")]
    [InlineData("gradient", "(x^2 + y - 11)^2 + (x + y^2 - 7)^2", "at=x~1!y~1")]
    [InlineData("direction", "x*y", "at=x~1!y~1")]
    [InlineData("descent", "(1 - x)^2 + 100(y - x^2)^2", "x=-2~2&y=-1~3&s=x~-1!y~2")]
    [InlineData("training", "x^2 + 3", "")]
    [InlineData("exercises", "x^2 + 3", "xs=%7B%22rules%22%3A%22quotient-rule%2Cbackpropagation%2Cmatrix-gradient%22%2C%22difficulty%22%3A%223%22%7D&xa=%7B%221%22%3A%222x%22%2C%222.w%22%3A%22x*%22%7D")]
    public async Task A_chapter_is_kept_as_pictures(string chapter, string function, string fragment)
    {
        Directory.CreateDirectory(s_folder);
        foreach (var (name, look) in new[] { ("desk", Look.Desk), ("phone", Look.Phone) })
        {
            await using var visit = await site.VisitAsync(function, $"ch={chapter}&{fragment}", look);
            await Assertions.Expect(visit.Page.Locator(".panel:visible .stage, .panel:visible svg, .panel:visible .exercise").First).ToBeVisibleAsync();
            await visit.ScrollThroughAsync();
            await visit.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await visit.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
                await visit.Page.ScreenshotAsync(new() { Path = Path.Combine(s_folder, $"{chapter}-{name}-{(scheme == ColorScheme.Light ? "light" : "dark")}.png"), FullPage = true });
                var found = await visit.Page.Locator("html").RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
                Assert.Empty(found.Violations.Select(violation => $"{violation.Id}: {string.Join(" | ", violation.Nodes.Select(static node => node.Html))}"));
            }

            if (look == Look.Desk) await FitsOnPaperAsync(visit, chapter);
            visit.IsQuiet();
        }
    }

    private static async Task FitsOnPaperAsync(Visit visit, string chapter)
    {
        await visit.Page.PdfAsync(new() { Path = Path.Combine(s_folder, $"{chapter}.pdf"), Format = "A4" });
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await visit.Page.SetViewportSizeAsync(680, 960);
        var faults = await visit.Page.EvaluateAsync<string[]>(Faults);
        Assert.True(faults.Length == 0, string.Join('\n', faults));
    }
}
