using Xunit;

namespace CalcApi.Tests.Hessian;

/// <summary>Eigenvalues that are tiny beside the largest: right, or said.</summary>
public sealed class SmallEigenvalueTests(Api service)
{
    [Theory]
    [InlineData("x^2 + 1e-10*x*y", "indefinite", 2, -5e-21)]
    [InlineData("x^2 + 1e-10*y^2", "positive-definite", 2, 2e-10)]
    [InlineData("(x + y)^2", "positive-semidefinite", 4, 0)]
    [InlineData("(0.1*x + 0.3*y)^2", "positive-semidefinite", 0.2, 0)]
    [InlineData("-(x + y)^2 - 1e-12*x^2", "negative-definite", -1e-12, -4.000000000001)]
    [InlineData("(x + y)^2 + 1e-20*x*y", "indefinite", 4, -1e-20)]
    [InlineData("exp(x + y)", "positive-semidefinite", 40.171073846375337, 0)]
    [InlineData("(sqrt(2)*x + sqrt(3)*y)^2", "positive-semidefinite", 10, 0)]
    [InlineData("x^2 - y^2", "indefinite", 2, -2)]
    [InlineData("0*x*y", "zero", 0, 0)]
    public async Task Of_two_variables(string function, string definiteness, double largest, double smallest)
    {
        var answer = await service.Answer("hessian", $$"""{ "function": "f(x, y) = {{function}}", "point": { "x": 1, "y": 2 } }""");

        Assert.Equal(definiteness, answer.Text("definiteness"));
        var eigenvalues = answer.Numbers("eigenvalues");
        Right(largest, eigenvalues[0]);
        Right(smallest, eigenvalues[1]);
    }

    [Fact]
    public async Task Of_more_variables_a_doubt_is_said()
    {
        var doubtful = await service.Answer("hessian", """{ "function": "x^2 + 1e-10*x*y + z^2", "point": { "x": 1, "y": 2, "z": 3 } }""");
        var singular = await service.Answer("hessian", """{ "function": "(x + y)^2 + z^2", "point": { "x": 1, "y": 2, "z": 3 } }""");

        Assert.Contains("unstable", doubtful.NoteCodes(), StringComparer.Ordinal);
        Assert.DoesNotContain("unstable", singular.NoteCodes(), StringComparer.Ordinal);
    }

    private static void Right(double expected, double actual) =>
        Assert.True(Math.Abs(expected - actual) <= 1e-11 * Math.Abs(expected), $"{expected:R} was expected, not {actual:R}.");
}
