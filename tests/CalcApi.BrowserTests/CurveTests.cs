using Microsoft.Playwright;

namespace CalcApi.BrowserTests;

public sealed class CurveTests(Site site)
{
    [Theory]
    [InlineData("1/x", 0.0)]
    [InlineData("1/(x - 2)", 2.0)]
    [InlineData("tan(x)", -4.71238898038469, -1.5707963267948966, 1.5707963267948966, 4.71238898038469)]
    [InlineData("1/(x^2 - 4)", -2.0, 2.0)]
    [InlineData("log(abs(x + 1))", -1.0)]
    [InlineData("sign(x)", 0.0)]
    [InlineData("exp(1/x)", 0.0)]
    [InlineData("(x^3 - x)/(x^2 - 1)", -1.0, 1.0)]
    [InlineData("if(x < 1, x^2, 3 - x)", 1.0)]
    public async Task Breaks_the_curve_at_poles_and_jumps(string function, params double[] breaks)
    {
        await using var visit = await site.VisitAsync(function);
        var curve = await visit.CurveAsync("function");

        Assert.True(curve.Strokes.Count > breaks.Length, $"{curve.Strokes.Count} strokes");
        Assert.All(breaks, each => Assert.False(curve.Crosses(each), $"A line crosses {each}."));
        visit.IsQuiet();
    }

    [Theory]
    [InlineData("x^2 + 3")]
    [InlineData("abs(x)")]
    [InlineData("sin(3x)")]
    [InlineData("tanh(20x)")]
    [InlineData("exp(-x^2)")]
    [InlineData("log(cosh(x)) - x/3")]
    [InlineData("sqrt(abs(x))*sign(x)")]
    [InlineData("x*exp(-abs(x))")]
    public async Task Draws_a_continuous_function_in_one_stroke_from_edge_to_edge(string function)
    {
        await using var visit = await site.VisitAsync(function);
        var curve = await visit.CurveAsync("function");

        var stroke = Assert.Single(curve.Strokes);
        Assert.Equal(curve.PixelOf(-5), stroke[0], 0.5);
        Assert.Equal(curve.PixelOf(5), stroke[^1], 0.5);
        visit.IsQuiet();
    }

    [Theory]
    [InlineData("sqrt(x)", 0.0, 5.0)]
    [InlineData("log(x + 2)", -2.0, 5.0)]
    [InlineData("sqrt(4 - x^2)", -2.0, 2.0)]
    [InlineData("asin(x)", -1.0, 1.0)]
    public async Task Draws_nothing_where_the_function_is_undefined(string function, double from, double to)
    {
        await using var visit = await site.VisitAsync(function, "p=0.5~0.9");
        var curve = await visit.CurveAsync("function");

        Assert.All(curve.Strokes.SelectMany(stroke => stroke), x => Assert.InRange(x, curve.PixelOf(from) - 0.6, curve.PixelOf(to) + 0.6));
        visit.IsQuiet();
    }

    [Fact]
    public async Task A_removable_gap_is_one_open_circle_in_the_curve()
    {
        await using var visit = await site.VisitAsync("sin(x)/x", "ch=derivative");
        await visit.CurveAsync("function");

        await Assertions.Expect(visit.Page.Locator(".stage.function circle.end.open")).ToHaveCountAsync(1);
        await visit.CurveAsync("derivative");
        await Assertions.Expect(visit.Page.Locator(".stage.derivative circle.end.open")).ToHaveCountAsync(1);
    }

    [Theory]
    [InlineData("1/x")]
    [InlineData("10 - x^2")]
    [InlineData("exp(x)")]
    public async Task Neither_the_name_nor_the_buttons_cover_the_picture(string function)
    {
        foreach (var look in new[] { Look.Desk, Look.Phone })
        {
            await using var visit = await site.VisitAsync(function, "ch=derivative", look);
            foreach (var kind in new[] { "function", "derivative" })
            {
                await visit.CurveAsync(kind);
                var picture = (await visit.Page.Locator($".stage.{kind} .ground").BoundingBoxAsync())!;
                foreach (var beside in await visit.Page.Locator($".stage.{kind} .name .katex-html, .stage.{kind} .zooming").AllAsync())
                {
                    var box = (await beside.BoundingBoxAsync())!;
                    Assert.True(box.Y + box.Height <= picture.Y + 1, $"{kind}: {box.Y + box.Height} is below {picture.Y}.");
                }
            }
        }
    }

    [Fact]
    public async Task Says_so_where_there_is_nothing_to_draw()
    {
        await using var visit = await site.VisitAsync("sqrt(-1 - x^2)");

        await Assertions.Expect(visit.Page.Locator(".stage.function .empty")).ToContainTextAsync("no value");
        visit.IsQuiet();
    }

    [Fact]
    public async Task Zooming_asks_for_the_curve_anew_and_can_be_undone()
    {
        await using var visit = await site.VisitAsync("x^2");
        await visit.CurveAsync("function");
        var ticks = visit.Page.Locator(".stage.function .tick.across");
        var usual = await ticks.AllTextContentsAsync();

        var sampled = visit.Page.WaitForRequestAsync("**/api/v1/sample");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Zoom in" }).First.ClickAsync();
        await sampled;
        await Assertions.Expect(ticks.First).Not.ToHaveTextAsync(usual[0]);

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Show the usual part" }).First.ClickAsync();
        await Assertions.Expect(ticks).ToHaveTextAsync([.. usual]);
        visit.IsQuiet();
    }

    [Fact]
    public async Task Dragging_the_ground_moves_the_picture()
    {
        await using var visit = await site.VisitAsync("x^2");
        await visit.CurveAsync("function");
        var ground = visit.Page.Locator(".stage.function .ground");

        var width = (await ground.BoundingBoxAsync())!.Width;
        await visit.Page.Locator(".stage.function").ScrollIntoViewIfNeededAsync();
        await visit.DragAsync(ground, width / 5, 0);

        await Assertions.Expect(visit.Page.Locator(".stage.function .tick.across").First).ToHaveTextAsync("−7");
        visit.IsQuiet();
    }

    [Fact]
    public async Task One_cursor_runs_through_the_function_and_its_derivative()
    {
        await using var visit = await site.VisitAsync("x^2", "ch=derivative");
        await visit.CurveAsync("function");
        var ground = visit.Page.Locator(".stage.function .ground");
        await ground.ScrollIntoViewIfNeededAsync();
        var box = (await ground.BoundingBoxAsync())!;
        await visit.Page.Mouse.MoveAsync(box.X + (box.Width * 0.9f), box.Y + 40);

        await Assertions.Expect(visit.Page.Locator(".stage.function .cursor-label")).ToHaveTextAsync("4 ↦ 16");
        await Assertions.Expect(visit.Page.Locator(".stage.derivative .cursor-label")).ToHaveTextAsync("slope 8");
        visit.IsQuiet();
    }

    [Fact]
    public async Task The_numbers_behind_the_curves_are_a_table()
    {
        await using var visit = await site.VisitAsync("x^2");
        await visit.Page.GetByText("The numbers behind the curves").ClickAsync();

        var rows = visit.Panel("derivative").Locator(".scroll tbody tr");
        await Assertions.Expect(rows).ToHaveCountAsync(21);
        await Assertions.Expect(rows.Last).ToHaveTextAsync("52510");
        visit.IsQuiet();
    }
}
