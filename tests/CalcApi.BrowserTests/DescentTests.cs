using Microsoft.Playwright;

namespace CalcApi.BrowserTests;

public sealed class DescentTests(Site site)
{
    [Fact]
    public async Task A_click_on_a_curve_starts_a_descent_along_it()
    {
        await using var visit = await site.VisitAsync("x^4/4 - x^2/2", "o=sgd&r=0.1&n=50&ch=descent");
        var ground = visit.Page.Locator(".stage.course .ground");
        await Assertions.Expect(visit.Page.Locator(".stage.course path.curve")).ToHaveAttributeAsync("d", DrawnPath.SomePath());
        await Assertions.Expect(visit.Page.Locator(".stage.course path.way")).ToHaveCountAsync(0);

        await ground.ScrollIntoViewIfNeededAsync();
        var box = (await ground.BoundingBoxAsync())!;
        await ground.ClickAsync(new() { Position = new() { X = box.Width * 0.9f, Y = box.Height * 0.5f } });

        await Assertions.Expect(visit.Page.Locator(".stage.course path.way")).ToHaveAttributeAsync("d", DrawnPath.SomePath());
        await Assertions.Expect(visit.Part("outcome", "descent-course")).ToContainTextAsync("After 50 steps: (1");
        await Assertions.Expect(visit.Part("series", "descent-course").Locator("path.way")).ToHaveAttributeAsync("d", DrawnPath.SomePath());
        await Assertions.Expect(visit.Part("gradient-series", "descent-course").Locator("path.way")).ToHaveAttributeAsync("d", DrawnPath.SomePath());
        visit.IsQuiet();
    }

    [Fact]
    public async Task Functions_of_three_variables_descend_in_charts()
    {
        await using var visit = await site.VisitAsync("x^2 + 3y^2 + z^2", "o=adam&r=0.1&n=100&ch=descent");
        await visit.Part("here", "descent-course").ClickAsync();

        await Assertions.Expect(visit.Part("outcome", "descent-course")).ToContainTextAsync("After 100 steps");
        await Assertions.Expect(visit.Part("gradient-series", "descent-course").Locator("path.way")).ToHaveAttributeAsync("d", DrawnPath.SomePath());
        await Assertions.Expect(visit.Page.Locator(".stage.course:visible")).ToHaveCountAsync(0);
        visit.IsQuiet();
    }

    [Fact]
    public async Task Vectors_descend_from_the_values_that_were_given()
    {
        await using var visit = await site.VisitAsync("loss(w) = sum((X @ w - y).^2)", $"t={Uri.EscapeDataString("w = [0.5, -0.5]\nX = [[1, 2], [3, 4], [5, 7]]\ny = [1, 2, 3]")}&o=sgd&r=0.001&n=10&ch=descent");
        await visit.Part("here", "descent-course").ClickAsync();

        await Assertions.Expect(visit.Part("outcome", "descent-course")).ToContainTextAsync("After 10 steps: ([");
        visit.IsQuiet();
    }

    [Fact]
    public async Task Every_parameter_of_a_rule_can_be_set()
    {
        await using var visit = await site.VisitAsync("x^2", "s=x~3&o=sgd&r=0.1&n=2");
        var end = visit.Part("outcome", "descent-course");
        await Assertions.Expect(end).ToContainTextAsync("(1.92)");

        await visit.Panel("descent-course").GetByText("All parameters").ClickAsync();
        await visit.Panel("descent-course").GetByLabel("momentum", new() { Exact = true }).FillAsync("0.5");

        await Assertions.Expect(end).ToContainTextAsync("(1.62)");
        await visit.Panel("descent-course").GetByLabel("maximize").CheckAsync();
        await Assertions.Expect(end).ToContainTextAsync("(4.62)");
        visit.IsQuiet();
    }

    [Fact]
    public async Task Every_optimizer_of_the_catalogue_is_offered()
    {
        await using var visit = await site.VisitAsync("x^2", "s=x~3");
        var titles = await visit.Page.EvaluateAsync<string[]>("async () => (await (await fetch('/api/v1/catalog/optimizers')).json()).optimizers.filter((each) => each.sameAs === undefined).map((each) => each.title)");

        await Assertions.Expect(visit.Part("rule", "descent-course").Locator("option")).ToHaveTextAsync(titles);
        visit.IsQuiet();
    }
}
