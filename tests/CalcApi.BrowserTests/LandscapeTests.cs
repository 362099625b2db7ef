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
    public async Task At_a_stationary_point_there_is_no_arrow_and_the_page_says_why()
    {
        await using var visit = await site.VisitAsync("x^2 + y^2", "at=x~0!y~0");

        await Assertions.Expect(visit.Part("stationary")).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.Locator(".gradient-arrow")).ToHaveCountAsync(0);
        visit.IsQuiet();
    }

    [Fact]
    public async Task Three_variables_have_formulas_and_numbers_but_no_picture()
    {
        await using var visit = await site.VisitAsync("f(x, y, z) = x*y + z^2", "at=x~2!y~3!z~4");

        await Assertions.Expect(visit.Part("partials").Locator("li .katex-display, li .katex")).Not.ToHaveCountAsync(0);
        await Assertions.Expect(visit.Part("partials").Locator("li")).ToHaveCountAsync(3);
        await Assertions.Expect(visit.Part("coordinates").Locator("td:nth-child(3)")).ToHaveTextAsync(["3", "2", "8"]);
        await Assertions.Expect(visit.Page.Locator(".stage:visible")).ToHaveCountAsync(0);
        await Assertions.Expect(visit.Part("lede", "gradient")).ToContainTextAsync("3 variables");
        visit.IsQuiet();
    }
}
