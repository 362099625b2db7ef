using Xunit;

namespace CalcApi.Tests.Jacobian;

public sealed class JacobianTests(Api service)
{
    [Fact]
    public async Task Rows_are_outputs_and_columns_inputs()
    {
        var answer = await service.Answer("jacobian", """{ "function": "f(r, t) = [r*cos(t), r*sin(t)]", "point": { "r": 2, "t": 0 } }""");
        Assert.Equal("cos(t) -r*sin(t) sin(t) r*cos(t)", string.Join(' ', answer.GetProperty("jacobian").EnumerateArray().SelectMany(row => row.EnumerateArray().Select(entry => entry.GetProperty("text").GetString()))));
        Answers.Close([1, 0, 0, 2], Entries(answer));
        Answers.Close([2, 0], answer.Numbers("functionValue"));
        Assert.True(answer.GetProperty("verification").GetProperty("verified").GetBoolean());
    }

    [Theory]
    [InlineData("f(x) = A @ exp(x)", """{ "x": [0, 0] }""", "A @ diag(exp(x))", new double[] { 1, 2, 3, 4, 5, 6 })]
    [InlineData("f(x) = x .* x", """{ "x": [1, 2] }""", "2*diag(x)", new double[] { 2, 0, 0, 4 })]
    [InlineData("f(x) = x[1:2]", """{ "x": [1, 2, 3] }""", null, new double[] { 1, 0, 0, 0, 1, 0 })]
    [InlineData("f(x) = sum(x)*x", """{ "x": [1, 2] }""", null, new double[] { 4, 1, 2, 5 })]
    [InlineData("f(x) = norm(x)", """{ "x": [3, 4] }""", "x/norm(x)", new[] { 0.6, 0.8 })]
    public async Task A_function_of_a_vector_has_one_formula(string function, string point, string? formula, double[] value)
    {
        var data = function.Contains('A', StringComparison.Ordinal) ? """ "data": { "A": [[1, 2], [3, 4], [5, 6]] }, """ : "";
        var answer = await service.Answer("jacobian", $$"""{ "function": "{{function}}", {{data}} "point": {{point}} }""");
        if (formula is not null) Assert.Equal(formula, answer.GetProperty("jacobian")[0][0].GetProperty("text").GetString());
        Answers.Close(value, Entries(answer));
        Assert.True(answer.GetProperty("verification").GetProperty("verified").GetBoolean());
    }

    private static double[] Entries(System.Text.Json.JsonElement answer) =>
        [.. answer.GetProperty("value").EnumerateArray().SelectMany(row => row.EnumerateArray().Select(entry => entry.GetDouble()))];
}
