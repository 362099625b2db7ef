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

    [Theory]
    // 0 by identity, wherever the point is; and 0 as far as doubles tell, which is said.
    [InlineData("f(x, y) = exp(x + y)", false)]
    [InlineData("f(x, y) = sin(2x - 3y)", false)]
    [InlineData("f(x, y, z) = tanh(x + y/2 - z)", false)]
    [InlineData("f(x, y, z) = exp(x + y) + z^2", false)]
    [InlineData("f(x, y, z) = exp(x - y)", false)]
    [InlineData("f(x, y) = (sqrt(2)*x + sqrt(3)*y)^2", true)]
    [InlineData("f(x, y) = exp(x + y) + 1e-25*sin(x)", true)]
    public async Task Doubts_only_what_is_not_zero_at_every_point(string function, bool doubts)
    {
        var point = function.Contains('z', StringComparison.Ordinal) ? """{ "x": 1, "y": 2, "z": 3 }""" : """{ "x": 1, "y": 2 }""";
        var answer = await service.Answer("hessian", $$"""{ "function": "{{function}}", "point": {{point}} }""");
        Assert.Equal(doubts, answer.GetProperty("notes").EnumerateArray().Any(static note => note.GetProperty("code").ValueEquals("unstable")));
    }

    [Theory]
    [InlineData("x^2 + y^2 + 1e-20*z^2", "positive-definite", new[] { 2, 2, 2e-20 })]
    [InlineData("x^2 + 1e-10*x*y + z^2", "indefinite", new[] { 2, 2, -5e-21 })]
    [InlineData("(x + y)^2 + z^2", "positive-semidefinite", new double[] { 4, 2, 0 })]
    [InlineData("(x + y + z)^2", "positive-semidefinite", new double[] { 6, 0, 0 })]
    [InlineData("(x + y + z)^2 - 1e-18*x^2", "indefinite", new[] { 6, 0, -4e-18 / 3 })]
    [InlineData("-(x + y + z)^2 - 1e-18*(x - y)^2 - 1e-15*z^2", "negative-definite", new[] { -4e-18, -4e-15 / 3, -6.000000000000001 })]
    [InlineData("1e10*x^2 + 3*x*y + 1e-10*z^2", "indefinite", new[] { 20000000000, 2e-10, -4.5e-10 })]
    [InlineData("0.1*(x - y)^2 + 0.2*(y - z)^2 + 0.3*(z - x)^2", "positive-semidefinite", new[] { 1.5464101615137753, 0.8535898384862245, 0 })]
    public async Task Of_more_variables(string function, string definiteness, double[] expected)
    {
        var answer = await service.Answer("hessian", $$"""{ "function": "f(x, y, z) = {{function}}", "point": { "x": 1, "y": 2, "z": 3 } }""");

        Assert.Equal(definiteness, answer.Text("definiteness"));
        Assert.DoesNotContain("unstable", answer.NoteCodes(), StringComparer.Ordinal);
        foreach (var (right, given) in expected.Zip(answer.Numbers("eigenvalues"))) Right(right, given);
    }

    [Fact]
    public async Task Of_a_vector_of_sixteen_entries()
    {
        var answer = await service.Answer("hessian", """{ "function": "f(v) = sum(v.^2) - (1 + 1e-17)*sum(v)^2/16", "point": { "v": [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16] } }""");

        Assert.Equal("indefinite", answer.Text("definiteness"));
        Right(2, answer.Numbers("eigenvalues")[14]);
        Right(-2e-17, answer.Numbers("eigenvalues")[15]);
    }

    [Theory]
    [InlineData("exp(x + y + z) - 1e-18*x^2", "tell its sign")]
    [InlineData("exp(x + y) + 1e-17*exp(x - y) + z^2", "tell its sign")]
    [InlineData("exp(x + y) + 1e-9*exp(x - y) + z^2", "digits")]
    public async Task Where_the_entries_are_no_fractions_a_doubt_is_said(string function, string words)
    {
        var answer = await service.Answer("hessian", $$"""{ "function": "{{function}}", "point": { "x": 1, "y": 2, "z": 3 } }""");

        Assert.Contains(answer.GetProperty("notes").EnumerateArray(), note => note.Text("code") is "unstable" && note.Text("message")!.Contains(words, StringComparison.Ordinal));
    }

    private static void Right(double expected, double actual) =>
        Assert.True(Math.Abs(expected - actual) <= 1e-11 * Math.Abs(expected), $"{expected:R} was expected, not {actual:R}.");
}
