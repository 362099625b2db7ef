using Microsoft.Playwright;

namespace CalcApi.BrowserTests;

/// <summary>Taylor polynomials, the discussion of a curve, and curves from equations.</summary>
public sealed class DiscussionTests(Site site)
{
    [Fact]
    public async Task A_Taylor_polynomial_is_drawn_and_follows_order_and_point()
    {
        await using var visit = await site.VisitAsync("sin(x)", "ch=derivative&p=0~1");
        await visit.CurveAsync("derivative");
        var panel = visit.Panel("taylor");
        await panel.ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(panel).ToContainTextAsync("Lagrange's remainder stays below about 0.035");
        await Assertions.Expect(panel.Locator("path.curve.derivative")).ToHaveAttributeAsync("d", DrawnPath.SomePath());
        await Assertions.Expect(panel.Locator("path.taylor-band")).ToHaveCountAsync(1);

        var order = panel.GetByRole(AriaRole.Slider, new() { Name = "Order" });
        await order.FocusAsync();
        for (var i = 0; i < 4; i++) await order.PressAsync("ArrowRight");
        await Assertions.Expect(panel).ToContainTextAsync("8 derivatives at P agree");
        await Assertions.Expect(panel.Locator(".taylor-formula").First).ToContainTextAsync("5040");

        var before = await panel.Locator("path.curve.derivative").GetAttributeAsync("d") ?? "";
        await visit.DragAsync(panel.GetByRole(AriaRole.Slider, new() { Name = "Point P" }), 120, 0);
        await Assertions.Expect(panel.Locator("path.curve.derivative")).Not.ToHaveAttributeAsync("d", before);
        await Assertions.Expect(visit.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("to=7", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        await panel.GetByText("The terms in numbers").ClickAsync();
        await Assertions.Expect(panel.Locator("tbody tr")).ToHaveCountAsync(8);
        visit.IsQuiet();
    }

    [Fact]
    public async Task A_curve_is_discussed_on_the_plot_and_in_a_table_of_signs()
    {
        await using var visit = await site.VisitAsync("x^3 - 3x", "ch=derivative");
        await visit.CurveAsync("derivative");
        var panel = visit.Panel("critical-points");
        await panel.ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(panel.Locator(".special.turning")).ToHaveCountAsync(2);
        await Assertions.Expect(panel.Locator(".special.root")).ToHaveCountAsync(3);
        await Assertions.Expect(panel.Locator(".sign-table tr.heads td.place")).ToHaveTextAsync(["−1.732", "−1", "0", "1", "1.732"]);
        Assert.Equal("+++0−−−0+++", string.Concat(await panel.Locator(".sign-table tr.first td").AllTextContentsAsync()));
        await Assertions.Expect(panel).ToContainTextAsync("It is proven that there are no other extrema between −5 and 5.");
        await panel.GetByText("Show how they are found").ClickAsync();
        await Assertions.Expect(panel.Locator(".line").First).ToBeVisibleAsync();

        await visit.TypeAsync("1/x");
        await panel.ScrollIntoViewIfNeededAsync();
        await Assertions.Expect(panel.Locator(".pole")).ToHaveCountAsync(1);
        await Assertions.Expect(panel.Locator("dl.facts")).ToContainTextAsync("Poles");
        visit.IsQuiet();
    }

    [Fact]
    public async Task An_equation_is_drawn_with_its_tangent_at_a_point_to_drag()
    {
        await using var visit = await site.VisitAsync("x^2 + y^2 = 25");
        var panel = visit.Panel("implicit");
        await Assertions.Expect(panel.Locator("path.curve.function")).ToHaveAttributeAsync("d", DrawnPath.SomePath());
        await Assertions.Expect(panel.Locator("line.tangent")).ToHaveCountAsync(1);
        await Assertions.Expect(visit.Panel("gradient")).ToBeHiddenAsync();

        var point = panel.GetByRole(AriaRole.Slider, new() { Name = "Point on the curve" });
        await visit.DragAsync(point, 400, 300);
        var square = await visit.Page.EvaluateAsync<double>("() => [...document.querySelectorAll('.implicit-point input')].reduce((sum, { value }) => sum + Number(value) ** 2, 0)");
        Assert.Equal(25, square, 1e-3);

        await visit.Part("at-y", "implicit").FillAsync("0");
        await visit.Part("at-x", "implicit").FillAsync("5");
        await visit.Part("at-x", "implicit").PressAsync("Enter");
        await Assertions.Expect(panel).ToContainTextAsync("The tangent is vertical");
        await point.FocusAsync();
        await point.PressAsync("ArrowUp");
        await Assertions.Expect(panel).Not.ToContainTextAsync("The tangent is vertical");
        visit.IsQuiet();
    }

    [Fact]
    public async Task An_answer_about_an_older_point_leaves_what_was_typed_since()
    {
        await using var visit = await site.VisitAsync("x^2 + y^2 = 25");
        var panel = visit.Panel("implicit");
        await Assertions.Expect(panel.Locator("line.tangent")).ToHaveCountAsync(1);
        var (asked, late) = (new TaskCompletionSource(), new TaskCompletionSource());
        await visit.Page.RouteAsync("**/api/v1/implicit", async route =>
        {
            asked.TrySetResult();
            await late.Task;
            await route.ContinueAsync();
        });
        await visit.DragAsync(panel.GetByRole(AriaRole.Slider, new() { Name = "Point on the curve" }), 400, 300);
        await asked.Task;
        await visit.Part("at-y", "implicit").FillAsync("0");
        await visit.Part("at-x", "implicit").FocusAsync();
        late.SetResult();
        await visit.Page.WaitForTimeoutAsync(200);
        await visit.Part("at-x", "implicit").FillAsync("5");
        await Assertions.Expect(panel).ToContainTextAsync("The tangent is vertical");
        await Assertions.Expect(visit.Part("at-y", "implicit")).ToHaveValueAsync("0");
        visit.IsQuiet();
    }

    [Fact]
    public async Task A_curve_whose_samples_come_before_its_picture_has_its_tangent()
    {
        await using var visit = await site.VisitAsync("x^2");
        await visit.CurveAsync("function");
        await visit.Page.EvaluateAsync("() => { const frame = requestAnimationFrame; window.requestAnimationFrame = (action) => setTimeout(() => frame(action), 900); }");
        await visit.TypeAsync("x^2/4 + y^2 = 9");
        await Assertions.Expect(visit.Panel("implicit").Locator("line.tangent")).ToHaveCountAsync(1);
        visit.IsQuiet();
    }

    [Fact]
    public async Task A_point_of_an_equation_is_dragged_by_touch_on_a_phone()
    {
        await using var visit = await site.VisitAsync("x^3 + y^3 = 6x*y", look: Look.Phone);
        var panel = visit.Panel("implicit");
        await Assertions.Expect(panel.Locator("line.tangent")).ToHaveCountAsync(1);
        var before = await visit.Part("at-x", "implicit").InputValueAsync();
        var ground = await Visit.AtRestAsync(panel.Locator(".ground"));
        await visit.Page.Touchscreen.TapAsync(ground.X + (0.25f * ground.Width), ground.Y + (0.5f * ground.Height));
        await Assertions.Expect(visit.Part("at-x", "implicit")).Not.ToHaveValueAsync(before);
        Assert.InRange(await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 300, 390);
        visit.IsQuiet();
    }

    [Fact]
    public async Task A_plot_is_saved_as_SVG_and_PNG_and_a_table_as_CSV()
    {
        await using var visit = await site.VisitAsync("x^3 - 3x", "ch=derivative");
        await visit.CurveAsync("function");
        var menu = visit.Page.Locator(".stage.function .export");
        await menu.Locator("summary").ClickAsync();
        var svg = await SavedAsync(visit, menu.GetByRole(AriaRole.Button, new() { Name = "SVG" }));
        Assert.StartsWith("<svg", svg, StringComparison.Ordinal);
        Assert.Contains("stroke=\"rgb(31, 95, 196)\"", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("class=", svg, StringComparison.Ordinal);
        System.Xml.Linq.XDocument.Parse(svg);
        // Whoever opens it elsewhere sees the same letters.
        Assert.Contains("@font-face{font-family:\"IBM Plex Sans\";", svg, StringComparison.Ordinal);
        Assert.Contains("url(data:font/woff2;base64,", svg, StringComparison.Ordinal);

        await menu.Locator("summary").ClickAsync();
        var png = await visit.Page.RunAndWaitForDownloadAsync(() => menu.GetByRole(AriaRole.Button, new() { Name = "PNG" }).ClickAsync());
        Assert.Equal("curve-of-the-function.png", png.SuggestedFilename);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], (await File.ReadAllBytesAsync(await png.PathAsync(), TestContext.Current.CancellationToken))[..4]);

        await visit.Page.GetByText("The numbers behind the curves").ClickAsync();
        var csv = await SavedAsync(visit, visit.Part("table").GetByRole(AriaRole.Button, new() { Name = "Save as CSV" }));
        Assert.StartsWith("x,f(x),f′(x)\r\n-5,-110,72\r\n", csv, StringComparison.Ordinal);

        // A picture that has coordinates of its own, and is drawn anew with each function.
        await visit.ChapterAsync("Chain rule");
        var graph = visit.Panel("graph");
        await graph.Locator(".export summary").ClickAsync();
        var drawn = System.Xml.Linq.XDocument.Parse(await SavedAsync(visit, graph.Locator(".export").GetByRole(AriaRole.Button, new() { Name = "SVG" })));
        Assert.Equal(await graph.Locator("svg.graph").GetAttributeAsync("viewBox"), drawn.Root!.Attribute("viewBox")!.Value);
        Assert.Contains("n1 = x^3", drawn.Root.Value, StringComparison.Ordinal);
        visit.IsQuiet();
    }

    private static async Task<string> SavedAsync(Visit visit, ILocator button)
    {
        var download = await visit.Page.RunAndWaitForDownloadAsync(() => button.ClickAsync());
        return await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
    }
}
