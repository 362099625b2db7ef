using Microsoft.Playwright;

namespace CalcApi.BrowserTests;

public sealed class LandscapeTests(Site site)
{
    private const string Rosenbrock = "(1 - x)^2 + 100(y - x^2)^2";

    [Theory]
    [InlineData(1280, 900)]
    [InlineData(390, 844)]
    public async Task The_landscape_fills_its_picture_also_after_the_picture_took_another_shape(int width, int height)
    {
        await using var visit = await site.VisitAsync(Rosenbrock, "x=-2~2&y=-1~3", new Look(width, height));
        await FillsAsync();
        await visit.Page.SetViewportSizeAsync((int)(width * 0.8), height);
        await FillsAsync();
        visit.IsQuiet();

        // Regions are closed half a cell beyond the outermost samples, so that no closing line is visible.
        Task FillsAsync() => visit.Page.WaitForFunctionAsync(
            """
            () => {
              const ground = document.querySelector('.stage.landscape .ground')?.getBoundingClientRect();
              const boxes = [...document.querySelectorAll('.stage.landscape path.region')].map((path) => path.getBoundingClientRect());
              return ground !== undefined && boxes.length > 0 && ground.left > Math.min(...boxes.map((box) => box.left)) + 0.5 && ground.right < Math.max(...boxes.map((box) => box.right)) - 0.5
                && ground.top > Math.min(...boxes.map((box) => box.top)) + 0.5 && ground.bottom < Math.max(...boxes.map((box) => box.bottom)) - 0.5;
            }
            """);
    }

    [Fact]
    public async Task The_gradient_follows_its_point()
    {
        await using var visit = await site.VisitAsync("x^2 + y^2", "at=x~1!y~2");
        var slopes = visit.Part("coordinates").Locator("td:nth-child(3)");
        await Assertions.Expect(slopes).ToHaveTextAsync(["2", "4"]);
        var arrow = visit.Page.Locator(".gradient-arrow path").First;
        var before = await arrow.GetAttributeAsync("d") ?? "";

        await visit.DragAsync(visit.Page.GetByRole(AriaRole.Slider, new() { Name = "Point of the gradient" }), -150, 0);

        await Assertions.Expect(slopes.First).Not.ToHaveTextAsync("2");
        await Assertions.Expect(slopes.Last).ToHaveTextAsync("4");
        await Assertions.Expect(arrow).Not.ToHaveAttributeAsync("d", before);
        visit.IsQuiet();
    }

    [Fact]
    public async Task Where_the_gradient_is_zero_the_page_says_what_kind_of_place_it_is()
    {
        await using var visit = await site.VisitAsync("x^3/3 - x + y^2", "at=x~1!y~0&ch=gradient");
        await Assertions.Expect(visit.Part("verdict")).ToHaveTextAsync("A minimum: the ground bends up in every direction; the curvatures are 2 and 2.");
        await Assertions.Expect(visit.Page.Locator(".gradient-arrow")).ToHaveCountAsync(0);

        var places = visit.Part("flat-places").GetByRole(AriaRole.Button);
        await Assertions.Expect(places).ToHaveTextAsync(["saddle at (−1, 0), value 0.6667", "minimum at (1, 0), value −0.6667"]);
        await places.First.FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Part("verdict")).ToContainTextAsync("A saddle: up along one direction, down along another");
        await Assertions.Expect(visit.Page.Locator(".flat-mark")).ToHaveCountAsync(2);
        await visit.Page.GetByLabel("Value of y").FillAsync("1");
        await Assertions.Expect(visit.Part("verdict")).ToBeHiddenAsync();
        visit.IsQuiet();
    }

    [Fact]
    public async Task The_arrow_field_and_the_slices_belong_to_the_point()
    {
        await using var visit = await site.VisitAsync("x^2 + x*y", "at=x~1!y~2&ch=gradient");
        var slices = visit.Part("slices");
        await Assertions.Expect(slices.Locator("path.curve.function").First).ToHaveAttributeAsync("d", DrawnPath.SomePath());
        await Assertions.Expect(slices.Locator("line.tangent")).ToHaveCountAsync(2);
        var handle = slices.GetByRole(AriaRole.Slider, new() { Name = "x of the point" });
        await Assertions.Expect(handle).ToHaveAttributeAsync("aria-valuetext", "x 1, slope 4");
        await handle.FocusAsync();
        await visit.Page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(visit.Part("coordinates").Locator("td:nth-child(3)").First).Not.ToHaveTextAsync("4");
        await Assertions.Expect(visit.Page.Locator(".field-arrow")).ToHaveCountAsync(0);

        await visit.Part("field", "gradient").CheckAsync();
        await Assertions.Expect(visit.Page.Locator(".field-arrow")).ToHaveAttributeAsync("d", DrawnPath.SomePath());
        await Assertions.Expect(visit.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("gf=1", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        visit.IsQuiet();
    }

    [Fact]
    public async Task The_surface_is_of_the_part_that_is_seen_and_is_turned_by_mouse_and_by_keys_and_says_so_where_it_cannot_be_drawn()
    {
        await using var visit = await site.VisitAsync("cos(y)*sin(x)", "ch=gradient");
        // Names without a signature stand in one order everywhere, that of the service; x lies across all the same.
        await Assertions.Expect(visit.Part("typeset").Locator("[data-latex]").First).ToHaveAttributeAsync("data-latex", new System.Text.RegularExpressions.Regex(@"^f\(y, x\)", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        await Assertions.Expect(visit.Part("value-name", "gradient")).ToHaveAttributeAsync("data-latex", "f(y, x)");
        await Assertions.Expect(visit.Part("coordinates").Locator("input").First).ToHaveAttributeAsync("aria-label", "Value of y");
        await Visit.ReachAsync(visit.Panel("surface"), visit.Part("said", "surface"));
        await Assertions.Expect(visit.Part("said", "surface")).ToContainTextAsync("heights from −");
        await Assertions.Expect(visit.Part("said", "surface")).Not.ToContainTextAsync("x from −3 to 3"); // the landscape is wider than high
        await visit.Part("landscape", "gradient").GetByRole(AriaRole.Button, new() { Name = "Zoom in (Ctrl and scroll)" }).ClickAsync();
        await Assertions.Expect(visit.Part("said", "surface")).ToContainTextAsync("y from −2 to 2");
        var (canvas, turn) = (visit.Panel("surface").Locator("canvas"), visit.Part("turn", "surface"));
        await visit.DragAsync(canvas, 100, 30);
        await Assertions.Expect(turn).Not.ToHaveValueAsync("-30");
        await visit.Part("tilt", "surface").FocusAsync();
        await visit.Page.Keyboard.PressAsync("End");
        await Assertions.Expect(visit.Part("tilt-value", "surface")).ToHaveTextAsync("89°");
        visit.IsQuiet();

        await using var flat = await site.VisitAsync();
        await flat.Page.AddInitScriptAsync("const get = HTMLCanvasElement.prototype.getContext; HTMLCanvasElement.prototype.getContext = function (kind, ...rest) { return kind.startsWith('webgl') ? null : get.call(this, kind, ...rest); };");
        await flat.Page.GotoAsync(new Uri(site.Address, "?flat#v=1&f=x*y&ch=gradient").AbsoluteUri);
        await Visit.ReachAsync(flat.Panel("surface"), flat.Part("notes", "surface"));
        await Assertions.Expect(flat.Part("notes", "surface")).ToContainTextAsync("WebGL is missing");
        await Assertions.Expect(flat.Part("picture", "surface")).ToBeHiddenAsync();
        flat.IsQuiet();
    }

    [Fact]
    public async Task Three_variables_have_formulas_and_numbers_but_no_picture()
    {
        await using var visit = await site.VisitAsync("f(x, y, z) = x*y + z^2", "at=x~2!y~3!z~4");

        await Assertions.Expect(visit.Part("partials").Locator("li .katex-display, li .katex")).Not.ToHaveCountAsync(0);
        await Assertions.Expect(visit.Part("partials").Locator("li")).ToHaveCountAsync(3);
        await Assertions.Expect(visit.Part("coordinates").Locator("td:nth-child(3)")).ToHaveTextAsync(["3", "2", "8"]);
        await Assertions.Expect(visit.Page.Locator(".stage.landscape:visible")).ToHaveCountAsync(0);
        await Assertions.Expect(visit.Page.Locator(".stage.slice:visible")).ToHaveCountAsync(3);
        await visit.Part("find-flat").ClickAsync();
        await Assertions.Expect(visit.Part("flat-places").GetByRole(AriaRole.Button)).ToHaveTextAsync(["saddle at (0, 0, 0), value 0"]);
        await Assertions.Expect(visit.Part("lede", "gradient")).ToContainTextAsync("3 variables");
        visit.IsQuiet();
    }
}
