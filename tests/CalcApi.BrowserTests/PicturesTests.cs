using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CalcApi.BrowserTests;

/// <summary>Every chapter by day and by night, at a desk and on a phone: axe finds nothing, and a picture is kept for people to look at in <c>TestResults/pictures</c>.</summary>
public sealed class PicturesTests(Site site)
{
    private static readonly string s_folder = Path.Combine(AppContext.BaseDirectory, "TestResults", "pictures");

    [Theory]
    [InlineData("slope", "sin(x)/x", "p=1~3")]
    [InlineData("derivative", "x^3 - 3x", "p=-1~2")]
    [InlineData("chain-rule", "h(b) = b^3; g(x) = sin(x); f(x) = h(g(x))", "p=1~2")]
    [InlineData("gradient", "(x^2 + y - 11)^2 + (x + y^2 - 7)^2", "at=x~1!y~1")]
    [InlineData("direction", "x*y", "at=x~1!y~1")]
    [InlineData("descent", "(1 - x)^2 + 100(y - x^2)^2", "x=-2~2&y=-1~3&s=x~-1!y~2")]
    [InlineData("training", "x^2 + 3", "")]
    public async Task A_chapter_is_kept_as_pictures(string chapter, string function, string fragment)
    {
        Directory.CreateDirectory(s_folder);
        foreach (var (name, look) in new[] { ("desk", Look.Desk), ("phone", Look.Phone) })
        {
            await using var visit = await site.VisitAsync(function, $"ch={chapter}&{fragment}", look);
            await Assertions.Expect(visit.Page.Locator(".panel:visible .stage, .panel:visible svg").First).ToBeVisibleAsync();
            // What stands further down is asked for when it comes near.
            await visit.Page.EvaluateAsync("async () => { for (let y = 0; y < document.documentElement.scrollHeight; y += 300) { scrollTo(0, y); await new Promise((done) => setTimeout(done, 60)); } scrollTo(0, 0); }");
            await visit.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await visit.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
                await visit.Page.ScreenshotAsync(new() { Path = Path.Combine(s_folder, $"{chapter}-{name}-{(scheme == ColorScheme.Light ? "light" : "dark")}.png"), FullPage = true });
                var found = await visit.Page.Locator("html").RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
                Assert.Empty(found.Violations.Select(violation => $"{violation.Id}: {string.Join(" | ", violation.Nodes.Select(static node => node.Html))}"));
            }

            visit.IsQuiet();
        }
    }
}
