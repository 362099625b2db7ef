using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace CalcApi.BrowserTests;

public sealed partial class SlopeTests(Site site)
{
    [Fact]
    public async Task Shows_rise_over_run_between_the_two_points()
    {
        await using var visit = await site.VisitAsync();

        await Assertions.Expect(visit.Part("secant")).ToHaveAttributeAsync("data-latex", @"\frac{8}{2} = 4");
        await Assertions.Expect(visit.Part("tangent")).ToHaveAttributeAsync("data-latex", "f'(1) = 2");
        await Assertions.Expect(visit.Page.Locator(".leg-label")).ToHaveTextAsync(["run 2", "rise 8"]);
        visit.IsQuiet();
    }

    [Fact]
    public async Task Dragging_a_point_changes_the_slope()
    {
        await using var visit = await site.VisitAsync();
        await Assertions.Expect(visit.Part("p-f")).ToHaveTextAsync("4");
        var width = (await visit.Page.Locator(".stage.function .ground").BoundingBoxAsync())!.Width;

        await visit.DragAsync(Handle(visit, "Point P"), -width / 10 * 2, 0);

        // A mouse is on whole pixels: P lands within one of −1.
        await Assertions.Expect(visit.Part("p")).Not.ToHaveValueAsync("1");
        var text = await visit.Part("p").InputValueAsync();
        var p = double.Parse(text, CultureInfo.InvariantCulture);
        Assert.InRange(p, -1.03, -0.97);
        await Assertions.Expect(visit.Part("secant")).ToHaveAttributeAsync("data-latex", string.Create(CultureInfo.InvariantCulture,
            $"\\frac{{{Math.Round(9 - (p * p), 4)}}}{{{Math.Round(3 - p, 2)}}} = {Math.Round(3 + p, 2)}"));
        await Assertions.Expect(visit.Part("tangent")).ToHaveAttributeAsync("data-latex", string.Create(CultureInfo.InvariantCulture, $"f'({text}) = {Math.Round(2 * p, 2)}"));
        visit.IsQuiet();
    }

    [Fact]
    public async Task Arrow_keys_move_a_point()
    {
        await using var visit = await site.VisitAsync();
        await Assertions.Expect(visit.Part("q-f")).ToHaveTextAsync("12");
        var handle = Handle(visit, "Point Q");
        await handle.FocusAsync();

        await handle.PressAsync("ArrowRight");
        await Assertions.Expect(visit.Part("q-f")).Not.ToHaveTextAsync("12");
        await handle.PressAsync("ArrowLeft");
        await Assertions.Expect(visit.Part("q-f")).ToHaveTextAsync("12");
        Assert.Equal("3", await handle.GetAttributeAsync("aria-valuenow"));
    }

    [Fact]
    public async Task A_point_can_be_typed()
    {
        await using var visit = await site.VisitAsync();
        await visit.Part("q").FillAsync("−2,5");

        await Assertions.Expect(visit.Part("q-f")).ToHaveTextAsync("9.25");
        await visit.Part("q").FillAsync("sqrt(16)/2");
        await Assertions.Expect(visit.Part("q-f")).ToHaveTextAsync("7");
        await visit.Part("q").FillAsync("pi");
        await Assertions.Expect(visit.Part("q-f")).ToHaveTextAsync("12.8696");
        await visit.Part("q").FillAsync("two");
        await Assertions.Expect(visit.Part("q")).ToHaveAttributeAsync("aria-invalid", "true");
        visit.IsQuiet();
    }

    [Fact]
    public async Task As_h_goes_to_zero_the_secant_turns_into_the_tangent()
    {
        await using var visit = await site.VisitAsync();
        var secant = visit.Page.Locator(".stage.function line.secant");
        await Assertions.Expect(secant).ToHaveCountAsync(1);

        await visit.Page.GetByLabel("Distance h from P to Q").FocusAsync();
        for (var i = 0; i < 6; i++) await visit.Page.Keyboard.PressAsync("PageDown");
        await Assertions.Expect(visit.Part("secant")).ToHaveAttributeAsync("data-latex", ALittleOverTwo());

        await visit.Page.Keyboard.PressAsync("Home");
        await Assertions.Expect(visit.Part("secant")).ToHaveTextAsync("P and Q coincide");
        await Assertions.Expect(secant).ToHaveCountAsync(0);
        await Assertions.Expect(visit.Page.Locator(".stage.function line.tangent")).ToHaveCountAsync(1);
        await Assertions.Expect(visit.Part("tangent")).ToHaveAttributeAsync("data-latex", "f'(1) = 2");
        visit.IsQuiet();
    }

    [Fact]
    public async Task The_button_lets_h_go_to_zero_and_grow_again()
    {
        await using var visit = await site.VisitAsync();
        await visit.Part("h-play").ClickAsync();
        await Assertions.Expect(visit.Part("h-value")).ToHaveTextAsync("0");
        await visit.Part("h-play").ClickAsync();
        await Assertions.Expect(visit.Part("h-value")).ToHaveTextAsync("2");
        visit.IsQuiet();
    }

    [Fact]
    public async Task Points_that_were_typed_beyond_the_picture_are_brought_into_it()
    {
        await using var visit = await site.VisitAsync("x^2");
        await Assertions.Expect(visit.Part("beyond")).ToBeHiddenAsync();
        await visit.Part("p").FillAsync("50");
        await Assertions.Expect(visit.Part("beyond")).ToContainTextAsync("P is beyond the picture.");
        await visit.Part("q").FillAsync("52");
        await Assertions.Expect(visit.Part("beyond")).ToContainTextAsync("P and Q are beyond the picture.");

        await visit.Part("beyond").GetByRole(AriaRole.Button).ClickAsync();

        await Assertions.Expect(visit.Part("beyond")).ToBeHiddenAsync();
        await Assertions.Expect(Handle(visit, "Point P")).ToBeVisibleAsync();
        await Assertions.Expect(Handle(visit, "Point Q")).ToBeVisibleAsync();
        visit.IsQuiet();
    }

    [Fact]
    public async Task At_a_corner_there_is_no_tangent_and_a_note_says_why()
    {
        await using var visit = await site.VisitAsync("abs(x)", "p=0~2");

        await Assertions.Expect(visit.Panel("derivative").Locator(".notes li")).Not.ToHaveCountAsync(0);
        await Assertions.Expect(visit.Part("tangent")).ToHaveTextAsync("none");
        await Assertions.Expect(visit.Page.Locator(".stage.function line.tangent")).ToHaveCountAsync(0);
        visit.IsQuiet();
    }

    [Fact]
    public async Task A_point_where_the_function_is_undefined_says_so()
    {
        await using var visit = await site.VisitAsync("1/x", "p=0~2");

        await Assertions.Expect(visit.Part("p-d")).Not.ToHaveTextAsync("");
        await Assertions.Expect(Handle(visit, "Point P")).ToHaveAttributeAsync("aria-valuetext", "x 0, not defined");
        await Assertions.Expect(visit.Panel("derivative").Locator(".notes li").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task At_a_hole_there_is_neither_secant_nor_tangent()
    {
        await using var visit = await site.VisitAsync("(x^3 - x)/(x^2 - 1)");

        await Assertions.Expect(visit.Part("q-f")).ToHaveTextAsync("3");
        foreach (var name in new[] { "secant", "tangent", "tangent-line" }) await Assertions.Expect(visit.Part(name)).ToHaveTextAsync("none");
        visit.IsQuiet();
    }

    [GeneratedRegex(@"= 2\.[0-9]+$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ALittleOverTwo();

    private static ILocator Handle(Visit visit, string name) => visit.Page.GetByRole(AriaRole.Slider, new() { Name = name });
}
