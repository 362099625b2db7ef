using Xunit;

namespace CalcApi.Tests.Gradient;

/// <summary>Over HTTP too, derivatives of functions of parts of arrays are lists of entries.</summary>
public sealed class EntriesTests(Api service)
{
    [Theory]
    [InlineData("f(x) = sum(i = 1..2, (1 - x[i])^2 + 100*(x[i+1] - x[i]^2)^2)", 3, "[2*x[1] - 400*x[1]*(x[2] - x[1]^2) - 2, 202*x[2] - 400*x[2]*(x[3] - x[2]^2) - 200*x[1]^2 - 2, 200*x[3] - 200*x[2]^2]", "[[1200*x[1]^2 - 400*x[2] + 2, -400*x[1], 0], [-400*x[1], 1200*x[2]^2 - 400*x[3] + 202, -400*x[2]], [0, -400*x[2], 200]]")]
    [InlineData("f(x) = x[1]*x[2] + norm(x)^2", 3, "[2*x[1] + x[2], x[1] + 2*x[2], 2*x[3]]", "[[2, 1, 0], [1, 2, 0], [0, 0, 2]]")]
    [InlineData("f(x) = x[1]*sum(x)", 2, "[x[1] + sum(x), x[1]]", "[[2, 1], [1, 0]]")]
    [InlineData("f(x) = x[1:2]' @ x[2:3]", 3, "[x[2], x[1] + x[3], x[2]]", "[[0, 1, 0], [1, 0, 1], [0, 1, 0]]")]
    [InlineData("g(p) = norm(p)^2; f(x) = g(x[1:2])*x[3]", 3, "[2*x[1]*x[3], 2*x[2]*x[3], sum(x[1:2].^2)]", "[[2*x[3], 0, 2*x[1]], [0, 2*x[3], 2*x[2]], [2*x[1], 2*x[2], 0]]")]
    public async Task Are_told_as_lists(string function, int length, string gradient, string hessian)
    {
        var asked = $$"""{ "function": "{{function}}", "shapes": { "x": [{{length}}] }, "variables": ["x"] }""";
        var first = await service.Answer("gradient", asked);
        Assert.Equal(gradient, first.GetProperty("gradient")[0].Formula("derivative"));
        Assert.True(first.GetProperty("verification").GetProperty("verified").GetBoolean());
        Assert.Equal(gradient, (await service.Answer("jacobian", asked)).GetProperty("jacobian")[0][0].Text("text"));
        var second = await service.Answer("hessian", asked);
        Assert.Equal(hessian, second.GetProperty("hessian")[0][0].Text("text"));
        Assert.True(second.GetProperty("verification").GetProperty("verified").GetBoolean());
    }

    [Fact]
    public async Task One_hot_targets_leave_no_sums_of_rows()
    {
        var answer = await service.Answer("gradient", """
            { "function": "f(W) = cross_entropy(X @ W, Y)", "shapes": { "W": [2, 3] }, "variables": ["W"], "steps": true,
              "data": { "X": [[1, 2], [3, 4.5]], "Y": [[0, 1, 0], [1, 0, 0]] } }
            """);
        Assert.Equal("X' @ (softmax(X @ W) - Y)/2", answer.GetProperty("gradient")[0].Formula("derivative"));
        Assert.All(answer.GetProperty("steps").EnumerateArray(), step => Assert.DoesNotContain("rowsum", step.Formula("after"), StringComparison.Ordinal));
        Assert.Contains(answer.GetProperty("notes").EnumerateArray(), note => string.Equals(note.Text("message"), "This uses that the rows of Y sum to 1, as in the data.", StringComparison.Ordinal));
    }
}
