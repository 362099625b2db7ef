using Microsoft.Playwright;

namespace CalcApi.BrowserTests;

public sealed class LayoutTests(Site site)
{
    [Theory]
    [InlineData("x^2 + 3")]
    [InlineData("1/x")]
    [InlineData("sin(x)^7*cos(x)^5*exp(-x^2/100)*(1 + x^3)/(1 + x^4) + 123456.789x")]
    [InlineData("(1 - x)^2 + 100(y - x^2)^2")]
    [InlineData("aVeryLongNameOfAVariable*anotherVeryLongNameOfAVariable + theThirdVeryLongName")]
    [InlineData("x + sinn(x)")]
    public async Task Nothing_is_wider_than_the_screen(string function)
    {
        foreach (var width in new[] { 320, 390, 768, 1440 })
        {
            await using var visit = await site.VisitAsync(function, "s=x~-1!y~2", new Look(width, 844));
            await Assertions.Expect(visit.Page.Locator(".panel:visible .race-summary:not(:empty), .said.wrong").First).ToBeAttachedAsync();
            await IsNarrowAsync(visit, width);
            if (await visit.Page.Locator(".said.wrong").CountAsync() > 0) continue;
            foreach (var chapter in await visit.Page.Locator("[data-part=chapters] a:not(.closed)").AllTextContentsAsync())
            {
                await visit.ChapterAsync(chapter);
                await Assertions.Expect(visit.Page.Locator(".panel:visible, .said.wrong").First).ToBeAttachedAsync();
                await IsNarrowAsync(visit, width);
            }
        }
    }

    [Fact]
    public async Task Formulas_of_matrices_fit_a_phone()
    {
        await using var visit = await site.VisitAsync("loss(A, c) = mean((tanh(X @ A) @ c - y).^2)", $"t={Uri.EscapeDataString("A = [[0.5, -0.25], [0.75, 0.8]]\nc = [1, -0.5]\nX = [[0, 1], [1, 0], [1, 1]]\ny = [1, 1, 0]")}&ch=gradient", Look.Phone);
        await Assertions.Expect(visit.Panel("model").Locator(".matrix-formulas .katex").First).ToBeVisibleAsync();
        await IsNarrowAsync(visit, 390);
        visit.IsQuiet();
    }

    [Theory]
    [InlineData("sin(x)^7*cos(x^2)^5*exp(-x^2/100)*(1 + x^3)/(1 + x^4) + 123456.789x", "derivative")]
    [InlineData("sin(sin(sin(sin(sin(sin(sin(sin(sin(sin(sin(x)))))))))))", "derivative")]
    [InlineData("aVeryLongNameOfAVariable*anotherVeryLongNameOfAVariable^2 + theThirdVeryLongName", "gradient")]
    public async Task Nothing_is_wider_than_the_screen_when_explanations_are_unfolded(string function, string panel)
    {
        foreach (var width in new[] { 320, 768, 1440 })
        {
            await using var visit = await site.VisitAsync(function, $"ch={panel}", new Look(width, 844));
            await visit.Panel(panel).Locator(".card .unfold > summary").First.ClickAsync();
            await visit.Panel(panel).Locator(".line .unfold > summary").First.ClickAsync();
            await Assertions.Expect(visit.Panel(panel).Locator(".line .line").First).ToBeVisibleAsync();
            await IsNarrowAsync(visit, width);
            await visit.ChapterAsync("Chain rule");
            await Assertions.Expect(visit.Panel("graph")).ToBeVisibleAsync();
            if (panel is "derivative") await Assertions.Expect(visit.Panel("chain-rule")).ToBeVisibleAsync();
            await IsNarrowAsync(visit, width);
        }
    }

    [Fact]
    public async Task The_page_follows_the_system_and_can_be_told_otherwise()
    {
        await using var day = await site.VisitAsync();
        await using var night = await site.VisitAsync(look: Look.Desk.Dark);
        var (light, dark) = (await PaperAsync(day), await PaperAsync(night));
        Assert.NotEqual(light, dark, StringComparer.Ordinal);

        var theme = day.Part("theme");
        await theme.ClickAsync();
        await Assertions.Expect(theme).ToHaveTextAsync("Theme: light");
        await theme.ClickAsync();
        await Assertions.Expect(theme).ToHaveTextAsync("Theme: dark");
        Assert.Equal(dark, await PaperAsync(day));

        await day.Page.ReloadAsync();
        Assert.Equal(dark, await PaperAsync(day));
        await Assertions.Expect(theme).ToHaveTextAsync("Theme: dark");
    }

    [Theory]
    [InlineData("x^2 + 3", "")]
    [InlineData("(1 - x)^2 + 100(y - x^2)^2", "s=x~-1!y~2")]
    public async Task Nothing_jumps_while_the_page_comes_up(string function, string fragment)
    {
        await using var visit = await site.VisitAsync(function, fragment);
        await Assertions.Expect(visit.Page.Locator(".panel .katex:visible, .race-summary:visible").First).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.Locator("path.curve.function[d^=M], path.region[d^=M]").First).ToBeAttachedAsync();

        var shift = await visit.Page.EvaluateAsync<double>(
            """
            () => new Promise((done) => {
              let sum = 0;
              new PerformanceObserver((list) => { for (const entry of list.getEntries()) sum += entry.value; }).observe({ type: 'layout-shift', buffered: true });
              setTimeout(() => done(sum), 300);
            })
            """);
        Assert.True(shift < 0.05, $"Layout shift {shift}");
    }

    [Theory]
    [InlineData(1440, 900)]
    [InlineData(1024, 768)]
    [InlineData(390, 844)]
    public async Task The_picture_stands_above_the_fold(int width, int height)
    {
        foreach (var (function, fragment) in new[] { ("x^2 + 3", ""), ("sin(x)/x", "ch=derivative"), ("x^2 - y^2", ""), ("x^2 + 20y^2", "s=x~-4!y~1&o=sgd&r=0.01"), ("x^4 - x^2", "s=x~1&o=sgd&r=0.01") })
        {
            await using var visit = await site.VisitAsync(function, fragment, new Look(width, height));
            var picture = visit.Page.Locator(".stage:visible .canvas").First;
            await Assertions.Expect(visit.Page.Locator(".stage:visible path.curve[d^=M], .stage:visible path.region[d^=M]").First).ToBeAttachedAsync();
            var box = (await picture.BoundingBoxAsync())!;
            Assert.True(box.Y + box.Height <= height, $"{function} at {width} by {height}: the picture ends at {box.Y + box.Height}");
        }
    }

    [Fact]
    public async Task The_notices_of_what_the_page_contains_are_served_with_it()
    {
        await using var visit = await site.VisitAsync();
        var answer = await visit.Page.APIRequest.GetAsync(new Uri(site.Address, "lib/NOTICES.txt").AbsoluteUri);
        var text = await answer.TextAsync();

        Assert.True(answer.Ok);
        foreach (var work in new[] { "katex", "d3-contour", "@fontsource/ibm-plex-mono", "SIL OPEN FONT LICENSE" }) Assert.Contains(work, text, StringComparison.Ordinal);
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Link, new() { Name = "Notices" })).ToHaveAttributeAsync("href", "lib/NOTICES.txt");
    }

    private static async Task IsNarrowAsync(Visit visit, int width)
    {
        var over = await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth");
        Assert.True(over <= 0, $"{over} pixels too wide at {width}");
    }

    private static Task<string> PaperAsync(Visit visit) => visit.Page.EvaluateAsync<string>("getComputedStyle(document.documentElement).backgroundColor");
}
