using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace CalcApi.BrowserTests;

/// <summary>Other curves in the plot, the second derivative, points that stay in the picture, and the program of a slope.</summary>
public sealed partial class CompareTests(Site site)
{
    [Fact]
    public async Task Other_curves_are_drawn_beside_the_first_and_travel_in_the_link()
    {
        await using var visit = await site.VisitAsync("x^2");
        await visit.CurveAsync("function");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Compare with another curve" }).ClickAsync();
        await visit.Page.Keyboard.TypeAsync("x^3");
        var other = visit.Page.Locator(".stage.function path.other-1");
        await Assertions.Expect(other).ToHaveAttributeAsync("d", DrawnPath.SomePath());
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Compare with another curve" }).ClickAsync();
        await visit.Page.Keyboard.TypeAsync("cos(");
        await Assertions.Expect(visit.Page.Locator(".others .said").Nth(1)).ToContainTextAsync("never closed");
        await Assertions.Expect(visit.Page).ToHaveURLAsync(TwoOthers());

        await visit.Page.ReloadAsync();
        await Assertions.Expect(other).ToHaveAttributeAsync("d", DrawnPath.SomePath());
        await Assertions.Expect(visit.Page.GetByLabel("Curve 3", new() { Exact = true })).ToHaveValueAsync("cos(");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Remove curve 3" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Remove curve 2" }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".stage.function path.other")).ToHaveCountAsync(0);
        visit.IsQuiet();
    }

    [Fact]
    public async Task The_second_derivative_is_drawn_when_asked_for_and_says_how_the_curve_bends()
    {
        await using var visit = await site.VisitAsync("x^3 - 3x", "ch=derivative&p=-2~1");
        await visit.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Second derivative" }).CheckAsync();
        await Assertions.Expect(visit.Page.Locator(".stage.second path.curve")).ToHaveAttributeAsync("d", DrawnPath.SomePath());
        await Assertions.Expect(visit.Part("second")).ToContainTextAsync("At P it is −12: the slope falls here, the curve bends down.");
        await visit.Part("p").FillAsync("2");
        await Assertions.Expect(visit.Part("second")).ToContainTextAsync("At P it is 12: the slope grows here, the curve bends up.");
        visit.IsQuiet();
    }

    [Fact]
    public async Task A_point_dragged_beyond_the_border_stops_there_and_the_slope_below_follows_it()
    {
        await using var visit = await site.VisitAsync("x^2", "ch=derivative&p=1~2");
        await visit.CurveAsync("derivative");
        var point = visit.Page.Locator(".stage.function").GetByRole(AriaRole.Slider, new() { Name = "Point P" });
        await point.ScrollIntoViewIfNeededAsync();
        var box = await point.BoundingBoxAsync() ?? throw new InvalidOperationException("It isn't shown.");
        await visit.Page.Mouse.MoveAsync(box.X + (box.Width / 2), box.Y + (box.Height / 2));
        await visit.Page.Mouse.DownAsync();
        await visit.Page.Mouse.MoveAsync(box.X + 100, box.Y, new() { Steps = 5 });
        await Assertions.Expect(visit.Page.Locator(".stage.derivative .cursor-label")).Not.ToHaveTextAsync("slope 2");
        await visit.Page.Mouse.MoveAsync(box.X + 1400, box.Y, new() { Steps = 5 });
        await visit.Page.Mouse.UpAsync();
        await Assertions.Expect(visit.Part("p")).ToHaveValueAsync("5");
        await Assertions.Expect(visit.Page.Locator(".stage.derivative .cursor-label")).ToHaveTextAsync("slope 10");

        await visit.Part("p").FillAsync("22.98");
        await Assertions.Expect(point).ToBeHiddenAsync();
        await visit.Page.Locator(".stage.function").GetByRole(AriaRole.Button, new() { Name = "Show the usual part" }).ClickAsync();
        await Assertions.Expect(point).ToBeVisibleAsync();
        visit.IsQuiet();
    }

    [Fact]
    public async Task GetDeriv_stands_beside_the_errors_with_the_function_that_was_typed()
    {
        await using var visit = await site.VisitAsync("sin(x)*x", "ch=derivative&p=2~3");
        await visit.Part("numeric").Locator("> summary").ClickAsync();
        var program = visit.Page.Locator("#get-deriv");
        await Assertions.Expect(program).ToContainTextAsync("slope = get_deriv(f, 2, h)");
        await visit.Part("get-deriv").GetByRole(AriaRole.Tab, new() { Name = "Python" }).PressAsync("ArrowRight");
        await Assertions.Expect(program).ToContainTextAsync("Math.sin(x)");
        await Assertions.Expect(program).Not.ToContainTextAsync("check(");
        visit.IsQuiet();
    }

    [Fact]
    public async Task Letters_become_sliders_by_one_click_and_their_values_are_in_the_link()
    {
        await using var visit = await site.VisitAsync("a*x^2 + b");
        await Assertions.Expect(visit.Panel("gradient")).ToBeVisibleAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Let a and b be numbers with sliders" }).ClickAsync();
        await visit.CurveAsync("function");
        await Assertions.Expect(visit.Panel("gradient")).ToBeHiddenAsync();
        var curve = visit.Page.Locator(".stage.function path.curve.function");
        var before = await curve.GetAttributeAsync("d") ?? "";
        var slider = visit.Page.GetByRole(AriaRole.Slider, new() { Name = "a by slider" });
        await slider.FocusAsync();
        for (var i = 0; i < 10; i++) await slider.PressAsync("ArrowLeft");
        await Assertions.Expect(curve).Not.ToHaveAttributeAsync("d", before);
        await Assertions.Expect(visit.Page).ToHaveURLAsync(Halved());
        await visit.Page.ReloadAsync();
        await Assertions.Expect(visit.Page.Locator("[data-chip=a]")).ToHaveValueAsync("0.5");

        // An equation keeps its two variables.
        await visit.TypeAsync("x^2/c^2 + y^2 = 9");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Let c be a number with a slider" }).ClickAsync();
        await Assertions.Expect(visit.Panel("implicit").Locator("line.tangent")).ToHaveCountAsync(1);
        visit.IsQuiet();
    }

    [GeneratedRegex("d=a%7E0.5%21b%7E1", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Halved();

    [Fact]
    public async Task The_function_is_code_of_any_language_to_save()
    {
        await using var visit = await site.VisitAsync("f(x, y) = x^2*y", "ch=gradient&tl=javascript");
        var panel = visit.Panel("code");
        await panel.Locator("summary").ClickAsync();
        await Assertions.Expect(panel.Locator("pre")).ToContainTextAsync("function");
        await panel.GetByLabel("With").SelectOptionAsync("hessian");
        await panel.GetByLabel("Language").SelectOptionAsync("c");
        await Assertions.Expect(panel.Locator("pre")).ToContainTextAsync("#include <math.h>");
        var file = await visit.Page.RunAndWaitForDownloadAsync(() => panel.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync());
        Assert.Equal("f.c", file.SuggestedFilename);
        visit.IsQuiet();
    }

    [GeneratedRegex("tc=x%5E3%0Acos%28", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TwoOthers();
}
