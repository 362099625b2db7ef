using Microsoft.Playwright;

namespace CalcApi.BrowserTests;

public sealed class GradientCheckTests(Site site)
{
    private const string Panel = "gradient-check";

    [Fact]
    public async Task A_right_derivative_is_right_and_a_wrong_one_is_explained()
    {
        await using var visit = await site.VisitAsync("sin(x^2)", "p=1.3~2&ch=derivative");
        var field = visit.Panel(Panel).GetByRole(AriaRole.Textbox, new() { Name = "Your derivative with respect to x" });
        await field.FillAsync("cos(x^2)");

        await Assertions.Expect(visit.Part("mark", Panel)).ToHaveTextAsync("wrong");
        await Assertions.Expect(visit.Part("said", Panel)).ToContainTextAsync("The inner derivative 2*x of x^2 is missing");
        await Assertions.Expect(visit.Part("verdict", Panel)).ToContainTextAsync("the inner derivative is missing");

        await field.FillAsync("2x cos(x^2)");
        await Assertions.Expect(visit.Part("mark", Panel)).ToHaveTextAsync("right");
        await Assertions.Expect(visit.Part("verdict", Panel)).ToHaveTextAsync("Right. The two are one by identity.");
        await Assertions.Expect(visit.Part("said", Panel)).ToBeEmptyAsync();
        visit.IsQuiet();
    }

    [Fact]
    public async Task Each_component_has_a_field_and_those_left_empty_are_not_judged()
    {
        await using var visit = await site.VisitAsync("x^2*y", "at=x~3!y~2");
        await visit.Panel(Panel).GetByRole(AriaRole.Textbox, new() { Name = "Your derivative with respect to y" }).FillAsync("9");

        var marks = visit.Panel(Panel).Locator("[data-part=mark]");
        await Assertions.Expect(marks).ToHaveTextAsync(["", "right"]);
        visit.IsQuiet();
    }

    [Fact]
    public async Task A_formula_that_cannot_be_read_is_reported_at_its_field()
    {
        await using var visit = await site.VisitAsync("x^2*y", "at=x~3!y~2");
        var field = visit.Panel(Panel).GetByRole(AriaRole.Textbox, new() { Name = "Your derivative with respect to y" });
        await field.FillAsync("x^2 + sinn(x)");

        await Assertions.Expect(field).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(visit.Panel(Panel).Locator("[data-variable=y] .refusal")).ToContainTextAsync("sin");
        visit.IsQuiet();
    }

    [Fact]
    public async Task What_was_typed_is_in_the_link_and_in_the_request()
    {
        await using var visit = await site.VisitAsync("x^3", "p=2~3&c=" + Uri.EscapeDataString("""{"x":"3x"}"""));
        await Assertions.Expect(visit.Part("mark", Panel)).ToHaveTextAsync("wrong");
        await visit.Panel(Panel).GetByRole(AriaRole.Button, new() { Name = "Show the request" }).ClickAsync();
        await Assertions.Expect(visit.Part("code")).ToContainTextAsync("/api/v1/gradient-check");
        await Assertions.Expect(visit.Part("code")).ToContainTextAsync("\"3x\"");
        visit.IsQuiet();
    }

    [Fact]
    public async Task A_gradient_by_a_vector_is_checked_as_a_formula_and_as_numbers()
    {
        await using var visit = await site.VisitAsync("f(w) = mean((X @ w - y).^2)", "t=" + Uri.EscapeDataString("X = [[1, 2], [3, 4]]\ny = [1, 0]\nw = [1, 1]"));
        var field = visit.Panel(Panel).GetByRole(AriaRole.Textbox, new() { Name = "Your derivative with respect to w" });
        await field.FillAsync("2*X' @ (X @ w - y)");
        await Assertions.Expect(visit.Part("mark", Panel)).ToHaveTextAsync("wrong");
        await Assertions.Expect(visit.Part("verdict", Panel)).ToContainTextAsync("a constant divisor is lost");
        await Assertions.Expect(visit.Part("said", Panel)).ToContainTextAsync("The largest difference is in entry 2");
        await Assertions.Expect(visit.Part("said", Panel).GetByRole(AriaRole.Row)).ToHaveCountAsync(3);

        await field.FillAsync("[23, 32]");
        await Assertions.Expect(visit.Part("mark", Panel)).ToHaveTextAsync("right");
        visit.IsQuiet();
    }
}
