using Microsoft.Playwright;

namespace CalcApi.BrowserTests;

public sealed class NumericTests(Site site)
{
    [Fact]
    public async Task Shows_the_error_of_six_methods_with_their_valleys()
    {
        await using var visit = await OpenedAsync("sin(x)");

        await Assertions.Expect(visit.Part("methods").Locator("tr")).ToHaveCountAsync(6);
        await Assertions.Expect(visit.Part("errors").Locator("path.method")).ToHaveCountAsync(6);
        await Assertions.Expect(visit.Part("errors").Locator("circle.best")).ToHaveCountAsync(6);
        await Assertions.Expect(Row(visit, "Central").Locator("td").Nth(0)).ToHaveTextAsync("1×10⁻⁵");
        await Assertions.Expect(Row(visit, "Central").Locator("td").Nth(1)).ToHaveTextAsync("1.1×10⁻¹¹");
        await Assertions.Expect(Row(visit, "Central").Locator(".why")).ToContainTextAsync("u^(1/3)");
        visit.IsQuiet();
    }

    [Fact]
    public async Task The_errors_are_a_table_too()
    {
        await using var visit = await OpenedAsync("sin(x)");

        await visit.Page.GetByText("The errors in numbers").ClickAsync();
        var cells = visit.Part("errors-table").Locator("tbody tr").Nth(3).Locator("td");
        await Assertions.Expect(cells.Nth(0)).ToHaveTextAsync("0.0001");
        await Assertions.Expect(cells.Nth(1)).ToHaveTextAsync("4.2×10⁻⁵");
        visit.IsQuiet();
    }

    [Fact]
    public async Task The_errors_follow_the_point()
    {
        await using var visit = await OpenedAsync("abs(x)");
        await Assertions.Expect(Row(visit, "Complex step").Locator(".why")).ToContainTextAsync("any step will do");

        await visit.Part("p").FillAsync("0");
        await Assertions.Expect(Row(visit, "Complex step").Locator(".why")).ToContainTextAsync("abs(x) has none there");
        await Assertions.Expect(visit.Part("errors").Locator("circle.best")).ToHaveCountAsync(5);
        visit.IsQuiet();
    }

    [Fact]
    public async Task Where_there_is_no_error_the_chart_says_so()
    {
        await using var visit = await OpenedAsync("1/x");
        await visit.Part("p").FillAsync("0");
        await Assertions.Expect(visit.Part("errors").GetByText("Nothing to draw")).ToBeVisibleAsync();
        visit.IsQuiet();
    }

    private static ILocator Row(Visit visit, string method) =>
        visit.Part("methods").Locator("tr").Filter(new() { Has = visit.Page.GetByRole(AriaRole.Rowheader, new() { Name = method, Exact = true }) });

    private async Task<Visit> OpenedAsync(string function)
    {
        var visit = await site.VisitAsync(function, "ch=derivative");
        await visit.Page.GetByText("The slope at P from values alone").ClickAsync();
        return visit;
    }
}
