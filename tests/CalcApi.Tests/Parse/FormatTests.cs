using System.Text.Json;
using Xunit;

namespace CalcApi.Tests.Parse;

/// <summary>Functions in LaTeX, Python and JavaScript, as they arrive over HTTP.</summary>
public sealed class FormatTests(Api service)
{
    [Theory]
    [InlineData(@"\frac{1}{1+e^{-x}}", null, "1/(1 + e^-x)")]
    [InlineData("x^2 y", "latex", "x^2*y")]
    [InlineData("np.exp(-x**2 / 2)", null, "exp(-x^2/2)")]
    [InlineData("lambda x: x if x > 0 else 0.01*x", null, "if(x > 0, x, 0.01*x)")]
    [InlineData("x // 2 + x % 3", "python", "floor(x/2) + mod(x, 3)")]
    [InlineData("x => x*x", null, "x*x")]
    [InlineData("Math.pow(x, 2) + 1", "javascript", "x^2 + 1")]
    [InlineData("x^2 + 3", "text", "x^2 + 3")]
    public async Task A_function_is_read_in_its_notation(string function, string? format, string written)
    {
        var answer = JsonDocument.Parse((await service.Ask("parse", new { function, format })).Text).RootElement;
        Assert.Equal(written, answer.Formula("written"));
    }

    [Theory]
    [InlineData("derivative", """{ "function": "\\sin(x)\\cdot x", "format": "latex", "point": 0 }""")]
    [InlineData("gradient", """{ "function": "def f(x, y): return x**2 * y", "format": "python", "point": { "x": 1, "y": 2 } }""")]
    [InlineData("evaluate", """{ "function": "\\frac{x}{2}", "point": 3 }""")]
    [InlineData("slope", """{ "function": "\\frac{x^2}{2}", "from": 1, "to": 2, "format": "latex" }""")]
    [InlineData("descent", """{ "function": "\\frac{1}{2}(x-3)^2", "start": { "x": 0 }, "optimizer": { "name": "sgd", "lr": 0.1 }, "steps": 3 }""")]
    [InlineData("hessian", """{ "function": "x^{2} y^{2}", "point": { "x": 1, "y": 2 } }""")]
    [InlineData("implicit", """{ "function": "$x^2 + y^2 = \\frac{50}{2}$", "variable": "x", "of": "y", "point": { "x": 3, "y": 4 } }""")]
    [InlineData("gradient", """{ "function": "L(w) = \\frac{1}{2}\\|X w - y\\|^2", "data": { "X": [[1, 2], [3, 4]], "y": [1, 2] }, "point": { "w": [0, 0] } }""")]
    public async Task Every_route_takes_it(string route, string body) => await service.Answer(route, body);

    [Fact]
    public async Task A_notation_that_there_is_not_is_refused() =>
        (await service.Ask("derivative", new { function = "x", format = "fortran" })).IsProblem(422, "not-supported");

    [Fact]
    public async Task A_fault_points_into_the_text_as_it_was_sent()
    {
        var problem = (await service.Ask("derivative", new { function = @"x + \int x dx" })).IsProblem(422, "formula").Json;
        Assert.Equal((4, 8), (problem.GetProperty("position").GetProperty("start").GetInt32(), problem.GetProperty("position").GetProperty("end").GetInt32()));
    }

    [Theory]
    [InlineData("x^2 + y^2 = 25", "x^2 + y^2 - 25")]
    [InlineData("x*y = x + 1", "x*y - (x + 1)")]
    [InlineData("x^2 = 2*y", "x^2 - 2*y")]
    [InlineData("x^2 = -y", "x^2 - (-y)")]
    public async Task An_equation_is_written_without_needless_brackets(string function, string written) =>
        Assert.Equal(written, JsonDocument.Parse((await service.Ask("parse", new { function })).Text).RootElement.Formula("written"));

    [Fact]
    public async Task A_list_for_several_variables_is_told_how_to_be_named()
    {
        var problem = (await service.Ask("gradient", new { function = "f(x, y) = x*y", point = (double[])[3, 4] })).Json;
        Assert.Contains("""{"x": 3, "y": 4}""", problem.GetProperty("detail").GetString()!, StringComparison.Ordinal);
    }
}
