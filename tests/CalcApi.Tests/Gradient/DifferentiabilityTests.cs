using Xunit;

namespace CalcApi.Tests.Gradient;

/// <summary>Partial derivatives can exist where a function is not differentiable; the answer says so.</summary>
public sealed class DifferentiabilityTests(Api service)
{
    [Theory]
    [InlineData("sqrt(abs(x*y))", """{ "x": 0, "y": 0 }""")]
    [InlineData("f(x, y) = if(x == 0 and y == 0, 0, x*y/(x^2 + y^2))", """{ "x": 0, "y": 0 }""")]
    [InlineData("f(x, y) = if(x == 0 and y == 0, 0, x^2*y/(x^2 + y^2))", """{ "x": 0, "y": 0 }""")]
    [InlineData("cbrt(abs(x*y*(x - y)))", """{ "x": 0, "y": 0 }""")]
    public async Task A_function_with_partial_derivatives_may_not_be_differentiable(string function, string point)
    {
        var answer = await service.Answer("gradient", $$"""{ "function": "{{function}}", "point": {{point}} }""");
        Assert.Contains("not-differentiable", answer.NoteCodes(), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("x*abs(x) + y^2", """{ "x": 0, "y": 0 }""")]
    [InlineData("abs(x*y)*x", """{ "x": 0, "y": 0 }""")]
    [InlineData("f(x, y) = if(x == 0 and y == 0, 0, x^2*y^2/(x^2 + y^2))", """{ "x": 0, "y": 0 }""")]
    [InlineData("x^2*y", """{ "x": 0, "y": 0 }""")]
    public async Task A_differentiable_function_is_not_suspected(string function, string point)
    {
        var answer = await service.Answer("gradient", $$"""{ "function": "{{function}}", "point": {{point}} }""");
        Assert.DoesNotContain("not-differentiable", answer.NoteCodes(), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("f(x) = max(x)", "[0, 0, 1]")]
    [InlineData("f(x) = max(x)*x[1]", "[3, 0, 1]")]
    [InlineData("g(x) = max(x); f(x) = g(x)^2", "[0, 0, 6]")]
    [InlineData("f(x) = min(x)^2", "[2, 0, 0]")]
    public async Task A_claim_is_read_beside_a_function_of_all_entries(string function, string claim)
    {
        var answer = await service.Answer("gradient-check", $$"""{ "function": "{{function}}", "shapes": { "x": [3] }, "point": { "x": [1, 2, 3] }, "claimed": { "x": {{claim}} } }""");
        Assert.True(answer.GetProperty("correct").GetBoolean());
    }

    [Fact]
    public async Task A_claim_that_holds_at_the_point_alone_is_not_a_gradient()
    {
        var answer = await service.Answer("gradient-check", """{ "function": "f(x) = max(x)", "shapes": { "x": [3] }, "point": { "x": [1, 2, 3] }, "claimed": { "x": "[0, 0, 1]" } }""");
        Assert.False(answer.GetProperty("correct").GetBoolean());
    }
}
