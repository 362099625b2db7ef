using System.Text.Json;
using Xunit;

namespace CalcApi.Tests.Graph;

/// <summary>Values, adjoints and local derivatives at points where doubles cancel: right, or said. References of 60 digits, by mpmath.</summary>
public sealed class CertifiedGraphTests(Api service)
{
    [Theory]
    [InlineData("(1 - cos(x))/x^2", 1e-9, 0.5, -8.3333333333333333e-11)]
    [InlineData("(1 - cos(x))/x^2", 1e-6, 0.49999999999995833, -8.3333333333327778e-8)]
    [InlineData("(exp(x) - 1 - x)/x^2", 1e-7, 0.50000001666666708, 0.16666667500000025)]
    [InlineData("sqrt(x^2 + 1) - x", 1e9, 5e-10, -5e-19)]
    [InlineData("lgamma(x + 1) - lgamma(x) - log(x)", 1e6, 0, 0)]
    [InlineData("tan(x) - sin(x)", 1e-6, 5.00000000000125e-19, 1.500000000000625e-12)]
    [InlineData("1/x - 1/(x + 1)", 1e10, 9.999999999e-21, -1.99999999970000000e-30)]
    [InlineData("log(1 + x) - x", 1e-9, -4.9999999966666667e-19, -9.99999999e-10)]
    [InlineData("u = sin(1e10*x); u^2", 0.75, 0.86109032194462174, 6917045016.4193503)]
    [InlineData("x^3 - 3*x^2 + 3*x - 1", 1.00001, 1e-15, 3e-10)]
    [InlineData("softplus(x) - x", 40, 4.2483542552915889e-18, -4.2483542552915889e-18)]
    [InlineData("digamma(x + 1) - log(x)", 1e8, 4.9999999916666667e-9, -4.9999999833333333e-17)]
    public async Task A_graph_is_right_where_doubles_cancel(string function, double x, double value, double slope)
    {
        var answer = await service.Answer("graph", JsonSerializer.Serialize(new { function, point = new { x } }));
        var nodes = answer.GetProperty("nodes").EnumerateArray().ToList();

        Right(value, nodes.Single(node => string.Equals(node.Text("id"), answer.Text("output"), StringComparison.Ordinal)).Number("value"));
        Right(slope, nodes.Single(static node => node.Text("id") is "x").Number("adjoint"));
        Assert.DoesNotContain(answer.GetProperty("notes").EnumerateArray(), static note => note.Text("message").Contains("digit", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_local_derivative_is_that_of_the_step_and_not_of_its_rounded_input()
    {
        var answer = await service.Answer("graph", """{ "function": "u = 1e15*x; sin(u)", "point": { "x": 0.123456789012345678 } }""");
        var output = answer.GetProperty("nodes").EnumerateArray().Single(static node => node.Text("operation") is "sin");

        // By mpmath at 123456789012345.678; the double next to it is 123456789012345.671875, whose cosine is 0.999548.
        Answers.Close(0.99934571194534233, output.GetProperty("local")[0].Number("value"), 1e-12);
        Answers.Close(0.036168328914353797, output.Number("value"), 1e-12);
    }

    [Fact]
    public async Task A_step_whose_digits_hang_on_the_decimals_is_named()
    {
        var answer = await service.Answer("graph", """{ "function": "d = x - 0.1; d^2", "point": { "x": 0.1 } }""");

        var messages = answer.GetProperty("notes").EnumerateArray().Select(static note => note.Text("message")).ToList();
        Assert.Contains(messages, static message => message.StartsWith("The value of d is 0 at the decimals of the point. At the doubles next to them it would be ", StringComparison.Ordinal));
    }

    private static void Right(double expected, double actual) =>
        Assert.True(Math.Abs(expected - actual) <= 1e-12 * Math.Abs(expected), $"{expected:R} was expected, not {actual:R}.");
}
