using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace CalcApi.BrowserTests;

public sealed partial class LinkTests(Site site)
{
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

    [GeneratedRegex(@"p=-1\.25", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SomePoint();
}
