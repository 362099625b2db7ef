using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace CalcApi.BrowserTests;

public sealed partial class HistoryTests(Site site)
{
    [Fact]
    public async Task Deliberate_changes_are_steps_back_and_forward()
    {
        await using var visit = await site.VisitAsync("x^2");
        await visit.ChapterAsync("Derivative");
        await visit.TypeAsync("x^3");
        await Assertions.Expect(visit.Page).ToHaveURLAsync(Cube());

        await visit.Page.GoBackAsync();
        await Assertions.Expect(visit.Definition).ToHaveValueAsync("x^2");
        await Assertions.Expect(visit.Page.Locator("[aria-current=page]")).ToHaveTextAsync("Derivative");
        await visit.Page.GoBackAsync();
        await Assertions.Expect(visit.Page.Locator("[aria-current=page]")).ToHaveTextAsync("Slope");
        await visit.Page.GoForwardAsync();
        await visit.Page.GoForwardAsync();
        await Assertions.Expect(visit.Definition).ToHaveValueAsync("x^3");
        visit.IsQuiet();
    }

    [Fact]
    public async Task An_example_is_undone_by_a_key_and_done_again_by_a_button()
    {
        await using var visit = await site.VisitAsync("x^2", "p=2~4");
        await Assertions.Expect(visit.Part("undo")).ToBeDisabledAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Examples" }).ClickAsync();
        await visit.Part("gallery").GetByRole(AriaRole.Button).Filter(new() { HasText = "Backpropagation" }).ClickAsync();
        await Assertions.Expect(visit.Part("chips").Locator("[data-chip=x]")).ToHaveValueAsync("2");

        await visit.Page.Keyboard.PressAsync("Control+z");
        await Assertions.Expect(visit.Definition).ToHaveValueAsync("x^2");
        await Assertions.Expect(visit.Part("chips")).ToBeHiddenAsync();
        await Assertions.Expect(visit.Part("p")).ToHaveValueAsync("2");
        await visit.Part("redo").ClickAsync();
        await Assertions.Expect(visit.Definition).ToHaveValueAsync("h = relu(W_h*x); o = W_o*h; cost(W_h, W_o) = (o - y)^2/2");
        visit.IsQuiet();
    }

    [Fact]
    public async Task Another_function_has_none_of_the_example_s_constants_and_constants_can_be_edited()
    {
        await using var visit = await site.VisitAsync("c*x^2 + d", "d=c~3!d~1&x=20~30&p=21~22");
        var chip = visit.Part("chips").Locator("[data-chip=c]");
        await chip.FillAsync("pi/2");
        await Assertions.Expect(visit.Part("p-f")).ToHaveTextAsync("693.721");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Let d vary" }).ClickAsync();
        await Assertions.Expect(visit.Part("chips").Locator(".chip")).ToHaveCountAsync(1);

        await visit.TypeAsync("c^2");
        await Assertions.Expect(visit.Part("chips")).ToBeHiddenAsync();
        await Assertions.Expect(visit.Part("p-f")).ToHaveTextAsync("1");
        await Assertions.Expect(visit.Page.Locator(".stage.function .tick.across").First).ToHaveTextAsync("−5");
        visit.IsQuiet();
    }

    [Theory]
    [InlineData("#v=7&f=x", "another version", "x^2 + 3")]
    [InlineData("#v=1&f=x%5E4&p=a~b&x=3", "the points", "x^4")]
    [InlineData("#q=1&f=x", "damaged", "x^2 + 3")]
    [InlineData("#v=1&f=x%5E4&tz=*", "the data", "x^4")]
    public async Task A_link_that_cannot_be_read_says_so(string fragment, string words, string function)
    {
        await using var visit = await site.VisitAsync();
        await visit.Page.GotoAsync("about:blank");
        await visit.Page.GotoAsync(new Uri(site.Address, fragment).AbsoluteUri);

        await Assertions.Expect(visit.Part("link-said")).ToContainTextAsync(words);
        await Assertions.Expect(visit.Definition).ToHaveValueAsync(function);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Dismiss" }).ClickAsync();
        await Assertions.Expect(visit.Part("link-said")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Data_of_some_length_travel_in_a_link_and_longer_ones_are_left_out_with_a_word()
    {
        await using var visit = await site.VisitAsync("cost(m, b) = mse(m*x + b, y)");
        var rows = string.Join('\n', Enumerable.Range(0, 600).Select(static i => FormattableString.Invariant($"{i * 7 % 101 / 10.0},{i * 13 % 97 / 10.0}")));
        await visit.Part("dataset-open").ClickAsync();
        await Visit.PasteAsync(visit.Part("dataset"), $"x,y\n{rows}");
        await Assertions.Expect(visit.Page).ToHaveURLAsync(Packed());
        Assert.InRange(visit.Link.Length, 500, 6000);

        await using var other = await site.VisitAsync(fragment: new Uri(visit.Link).Fragment.Replace("#v=1&", "", StringComparison.Ordinal));
        await Assertions.Expect(other.Part("dataset")).ToHaveValueAsync($"x,y\n{rows}");

        var noise = new Random(7);
        var many = string.Join('\n', Enumerable.Range(0, 1500).Select(_ => FormattableString.Invariant($"{noise.NextDouble():R},{noise.NextDouble():R}")));
        await Visit.PasteAsync(visit.Part("dataset"), $"x,y\n{many}");
        await Assertions.Expect(visit.Page).ToHaveURLAsync(LeftOut());
        await visit.Page.ReloadAsync();
        await Assertions.Expect(visit.Part("dataset")).ToHaveValueAsync($"x,y\n{many}"); // the tab still has them
        await visit.Part("share").ClickAsync();
        await Assertions.Expect(visit.Part("link-said")).ToContainTextAsync("too long");
    }

    [Fact]
    public async Task An_outage_is_told_and_everything_goes_on_when_the_service_is_back()
    {
        await using var visit = await site.VisitAsync("x^2", "p=2~4");
        await Assertions.Expect(visit.Part("p-f")).ToHaveTextAsync("4");
        await visit.Page.RouteAsync("**/*", static route => route.AbortAsync("connectionrefused"));
        await visit.Part("p").FillAsync("3");

        await Assertions.Expect(visit.Part("outage")).ToContainTextAsync("can't be reached");
        await Assertions.Expect(visit.Page.Locator("main")).ToHaveClassAsync("outage");
        await Assertions.Expect(visit.Part("p-f")).ToHaveTextAsync("4");
        await visit.ChapterAsync("Chain rule"); // its module can't be fetched either

        await visit.Page.UnrouteAllAsync();
        await Assertions.Expect(visit.Part("outage")).ToBeHiddenAsync();
        await Assertions.Expect(visit.Panel("graph")).ToBeVisibleAsync();
        await visit.ChapterAsync("Slope");
        await Assertions.Expect(visit.Part("p-f")).ToHaveTextAsync("9");
    }

    [Fact]
    public async Task A_slow_answer_never_overwrites_a_newer_one_and_what_is_old_is_faded()
    {
        await using var visit = await site.VisitAsync("x^2", "ch=derivative");
        var formula = visit.Part("formula", "derivative");
        await Assertions.Expect(formula).ToHaveAttributeAsync("data-latex", "f'(x) = 2 x");
        var late = new TaskCompletionSource();
        await visit.Page.RouteAsync("**/api/v1/**", async route =>
        {
            if (route.Request.PostData?.Contains("x^5", StringComparison.Ordinal) is true) await late.Task;
            await route.ContinueAsync();
        });
        await visit.Definition.FillAsync("x^5");
        await Assertions.Expect(visit.Panel("derivative")).ToHaveClassAsync(Slow());
        await visit.Definition.FillAsync("x^7");
        await Assertions.Expect(formula).ToHaveAttributeAsync("data-latex", "f'(x) = 7 x^{6}");
        late.SetResult();
        await visit.Page.WaitForTimeoutAsync(300);
        await Assertions.Expect(formula).ToHaveAttributeAsync("data-latex", "f'(x) = 7 x^{6}");
        await Assertions.Expect(visit.Panel("derivative")).Not.ToHaveClassAsync(Slow());
        visit.IsQuiet();
    }

    [GeneratedRegex(@"f=x%5E3", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Cube();

    [GeneratedRegex(@"&tz=[\w-]+$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Packed();

    [GeneratedRegex(@"&lo=1$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LeftOut();

    [GeneratedRegex(@"\bslow\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Slow();
}
