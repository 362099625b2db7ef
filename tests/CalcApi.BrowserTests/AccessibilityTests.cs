using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CalcApi.BrowserTests;

public sealed class AccessibilityTests(Site site)
{
    [Theory]
    [InlineData("abs(x)", "p=0~0", ColorScheme.Light)]
    [InlineData("sin(x^2)", "p=1.3~2&c=%7B%22x%22%3A%22cos(x%5E2)%22%7D", ColorScheme.Light)]
    [InlineData("x^2*y", "c=%7B%22x%22%3A%222*x*y%22%2C%22y%22%3A%222*x*y%22%7D", ColorScheme.Dark)]
    [InlineData("x + y + z", "", ColorScheme.Light)]
    [InlineData("3 + 4", "", ColorScheme.Dark)]
    [InlineData("1/2x", "", ColorScheme.Light)]
    [InlineData("x + sinn(x)", "", ColorScheme.Dark)]
    public async Task Axe_finds_no_violation(string function, string fragment, params ColorScheme[] schemes)
    {
        foreach (var look in new[] { Look.Desk, Look.Phone })
        {
            await using var visit = await site.VisitAsync(function, fragment, look with { Scheme = schemes[0] });
            await SettledAsync(visit);
            await HasNoViolationAsync(visit, schemes);
        }
    }

    [Fact]
    public async Task Axe_finds_no_violation_in_the_request_and_in_tables()
    {
        await using var visit = await site.VisitAsync();
        await SettledAsync(visit);
        await visit.Page.GetByText("The numbers behind the curves").ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".scroll tbody tr").First).ToBeVisibleAsync();
        await HasNoViolationAsync(visit);

        await visit.Panel("derivative").GetByRole(AriaRole.Button, new() { Name = "Show the request" }).ClickAsync();
        await HasNoViolationAsync(visit);
    }

    [Theory]
    [InlineData("sin(x^2)^3", "derivative")]
    [InlineData("x^2*y + sin(x*y)", "gradient")]
    public async Task Axe_finds_no_violation_in_explanations(string function, string panel)
    {
        foreach (var look in new[] { Look.Desk, Look.Phone })
        {
            await using var visit = await site.VisitAsync(function, $"ch={panel}", look);
            await SettledAsync(visit);
            await visit.Panel(panel).Locator(".card .unfold > summary").First.ClickAsync();
            await visit.Panel(panel).Locator(".line .unfold > summary").First.ClickAsync();
            await Assertions.Expect(visit.Panel(panel).Locator(".line .line").First).ToBeVisibleAsync();
            if (panel is "derivative")
            {
                await visit.ChapterAsync("Chain rule");
                await visit.Panel("chain-rule").GetByRole(AriaRole.Button, new() { Name = "Next" }).ClickAsync();
                await Assertions.Expect(visit.Panel("chain-rule").Locator(".counter")).ToHaveTextAsync("step 2 of 7");
                await HasNoViolationAsync(visit, ColorScheme.Light, ColorScheme.Dark);
                await visit.ChapterAsync("Derivative");
            }

            await HasNoViolationAsync(visit, ColorScheme.Light, ColorScheme.Dark);
        }
    }

    [Theory]
    [InlineData("x^2 + 3", "P is at 1, value 4")]
    [InlineData("1/x", "in 2 pieces")]
    [InlineData("x^2 + y^2", "the gradient is (2, 1)")]
    public async Task Every_picture_is_described_in_words(string function, string words)
    {
        await using var visit = await site.VisitAsync(function);

        await Assertions.Expect(visit.Page.Locator(".stage:visible > p").First).ToContainTextAsync(words);
        foreach (var picture in await visit.Page.Locator(".stage:visible .canvas > svg").AllAsync())
            Assert.False(string.IsNullOrEmpty(await picture.GetAttributeAsync("aria-label")));
    }

    private static Task SettledAsync(Visit visit) =>
        Assertions.Expect(visit.Page.Locator(".panel:visible .katex, .panel:visible .outcome:not(:empty), .said.wrong, .constant-value:not(:empty)").First).ToBeAttachedAsync();

    /// <summary>One visit is looked at by day and by night: only colours differ, and the page follows the system while it is open.</summary>
    private static async Task HasNoViolationAsync(Visit visit, params ColorScheme[] schemes)
    {
        foreach (var scheme in schemes)
        {
            await visit.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await HasNoViolationAsync(visit);
        }
    }

    /// <summary>The page is named by its root: asked about a page, axe opens an empty second one to write its report in.</summary>
    private static async Task HasNoViolationAsync(Visit visit)
    {
        var found = await visit.Page.Locator("html").RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
        Assert.Empty(found.Violations.Select(violation =>
            $"{violation.Id}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}"));
    }
}
