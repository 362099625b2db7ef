using Xunit;

namespace CalcApi.Tests.Seams;

/// <summary>A condition that no variable can change is no seam: its branch is the same all around the point.</summary>
public sealed class ConditionsOnDataTests(Api service)
{
    [Theory]
    // Losses with labels of 0 and 1, whose terms drop out where a label is 1.
    [InlineData("f(u) = log_loss(softmax(u), y)", """{ "y": [1, 0, 0] }""", """{ "u": [1, 2, 3] }""", "u", new[] { -0.37268420796032375, 0.001042278178129368, 0.3716419297821944 })]
    [InlineData("f(u) = log_loss(softmax(u), y)", """{ "y": [1, 0, 0, 1, 0] }""", """{ "u": [1, 2, 0, 1, -1] }""", "u", null)]
    [InlineData("f(u) = sum(if(y == 1, u^2, u^3))", """{ "y": [1, 0] }""", """{ "u": [3, 2] }""", "u", new[] { 6.0, 12 })]
    [InlineData("f(x) = if(a > 0, x^2, 3x)", """{ "a": 0 }""", """{ "x": 5 }""", "x", new[] { 3.0 })]
    [InlineData("f(x) = x*abs(a) + max(a, b)*x^2", """{ "a": 0, "b": 0 }""", """{ "x": 5 }""", "x", new[] { 0.0 })]
    public async Task Are_no_seams(string function, string data, string point, string variable, double[]? expected)
    {
        var answer = await service.Answer("gradient", $$"""{ "function": "{{function}}", "data": {{data}}, "point": {{point}} }""");
        Assert.True(answer.GetProperty("verification").GetProperty("verified").GetBoolean());
        Assert.DoesNotContain(answer.GetProperty("notes").EnumerateArray(), static note => note.GetProperty("code").ValueEquals("not-differentiable"));
        if (expected is null) return;
        var gradient = answer.GetProperty("at")[0].GetProperty("gradient").GetProperty(variable);
        double[] numbers = gradient.ValueKind == System.Text.Json.JsonValueKind.Array ? [.. gradient.EnumerateArray().Select(static number => number.GetDouble())] : [gradient.GetDouble()];
        Assert.Equal(expected.Length, numbers.Length);
        for (var i = 0; i < numbers.Length; i++) Assert.Equal(expected[i], numbers[i], 1e-12);
    }

    [Theory]
    [InlineData("f(x) = abs(x)*a", """{ "a": 1 }""", """{ "x": 0 }""")]
    [InlineData("f(x) = if(x > a, x, 0)", """{ "a": 2 }""", """{ "x": 2 }""")]
    public async Task Conditions_with_a_variable_still_are(string function, string data, string point)
    {
        var answer = await service.Answer("gradient", $$"""{ "function": "{{function}}", "data": {{data}}, "point": {{point}} }""");
        Assert.NotEmpty(answer.GetProperty("notes").EnumerateArray());
    }

    [Theory]
    [InlineData("f(w) = sum(3*w)", "[3]")]
    [InlineData("f(w) = -sum(w)/2", "[-1/2]")]
    [InlineData("f(w) = sum(w)", "[1]")]
    public async Task One_entry_is_written_as_a_person_writes_it(string function, string gradient)
    {
        var answer = await service.Answer("gradient", $$"""{ "function": "{{function}}", "shapes": { "w": [1] } }""");
        Assert.Equal(gradient, answer.GetProperty("gradient")[0].Formula("derivative"));
        Assert.True(answer.GetProperty("verification").GetProperty("verified").GetBoolean());
    }
}
