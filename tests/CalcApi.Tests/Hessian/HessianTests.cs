using Xunit;

namespace CalcApi.Tests.Hessian;

public sealed class HessianTests(Api service)
{
    private const string Data = """ "data": { "x": [37.8, 39.3, 45.9, 41.3], "y": [22.1, 10.4, 18.3, 18.5] } """;

    [Fact]
    public async Task The_cost_of_a_line_through_data()
    {
        var answer = await service.Answer("hessian", $$"""{ "function": "f(m, b) = mse(m*x + b, y)", {{Data}}, "point": { "m": 0, "b": 0 } }""");
        Answers.Close([3392.915, 82.15, 82.15, 2], [.. answer.GetProperty("value").EnumerateArray().SelectMany(row => row.EnumerateArray().Select(entry => entry.GetDouble()))]);
        Assert.Equal(3394.904040, answer.Numbers("eigenvalues")[0], 6);
        Assert.Equal(0.0109598, answer.Numbers("eigenvalues")[1], 7);
        Assert.Equal(309759.4, answer.Number("conditionNumber"), 1);
        Assert.Equal(0.000589118, answer.Number("largestStableRate"), 9);
        Assert.Equal("positive-definite", answer.Text("definiteness"));
        Assert.True(answer.GetProperty("verification").GetProperty("verified").GetBoolean());

        var gradient = (await service.Answer("gradient", $$"""{ "function": "f(m, b) = mse(m*x + b, y)", {{Data}}, "point": { "m": 0, "b": 0 } }""")).GetProperty("at")[0];
        Answers.Close(318.4275, gradient.Number("value"));
        Answers.Close([-1424.06, -34.65], gradient.Numbers("gradient"));
    }

    [Fact]
    public async Task Descent_on_the_same_data_takes_the_known_steps()
    {
        var answer = await service.Answer("descent", $$"""
            { "function": "f(m, b) = mse(m*x + b, y)", {{Data}}, "start": { "m": 0, "b": 0 }, "optimizer": { "name": "sgd", "lr": 1e-4 }, "steps": 3 }
            """);
        Answers.Close([0, 0.142406, 0.236466389676, 0.2985940398095978], answer.GetProperty("points").Numbers("m"));
        Answers.Close([0, 0.003465, 0.00575944171, 0.00728071843046966], answer.GetProperty("points").Numbers("b"));
        Answers.Close([318.4275, 149.95655423137197, 76.45724007766272, 44.391477571952315], answer.Numbers("value"));
    }

    [Theory]
    [InlineData("f(w) = sum(log(exp(-y .* (X @ w)) + 1))", """{ "w": ["d"], "X": ["n", "d"], "y": ["n"] }""")]
    [InlineData("f(w) = sum(1 ./ (1 + exp(-X @ w)))", """{ "w": ["d"], "X": ["n", "d"] }""")]
    [InlineData("f(w) = log(sum(exp(X @ w)))", """{ "w": ["d"], "X": ["n", "d"] }""")]
    [InlineData("f(w) = sum(log(1 + exp(X @ w)) - y .* (X @ w)) + 0.1*norm(w)^2", """{ "w": ["d"], "X": ["n", "d"], "y": ["n"] }""")]
    [InlineData("f(x) = 0.5*x' @ A @ x", """{ "x": ["n"], "A": ["n", "n"] }""")]
    [InlineData("f(W) = cross_entropy(X @ W, Y)", """{ "W": ["d", "k"], "X": ["n", "d"], "Y": ["n", "k"] }""")]
    [InlineData("f(U, V) = norm(Y - U @ V')^2", """{ "U": ["n", "k"], "V": ["m", "k"], "Y": ["n", "m"] }""")]
    [InlineData("f(x) = sum(tanh(A @ exp(-x)).^2)", """{ "x": ["n"], "A": ["m", "n"] }""")]
    public async Task Formulas_for_any_lengths_are_verified(string function, string shapes)
    {
        foreach (var route in (string[])["gradient", "hessian"])
        {
            var answer = await service.Answer(route, $$"""{ "function": "{{function}}", "shapes": {{shapes}} }""");
            Assert.True(answer.GetProperty("verification").GetProperty("verified").ValueKind == System.Text.Json.JsonValueKind.True, $"{route}: {answer.GetProperty("verification").GetRawText()}");
        }
    }

    [Theory]
    [InlineData("f(x, y) = x^2 + y^2", "positive-definite")]
    [InlineData("f(x, y) = -x^2 - 2*y^2", "negative-definite")]
    [InlineData("f(x, y) = x*y", "indefinite")]
    [InlineData("f(x, y) = (x + y)^2", "positive-semidefinite")]
    [InlineData("f(x, y) = -(x - y)^2", "negative-semidefinite")]
    [InlineData("f(x, y) = x + y", "zero")]
    public async Task Knows_which_way_a_function_bends(string function, string definiteness)
    {
        var answer = await service.Answer("hessian", $$"""{ "function": "{{function}}", "point": { "x": 1, "y": 2 } }""");
        Assert.Equal(definiteness, answer.Text("definiteness"));
    }

    [Fact]
    public async Task A_product_with_a_vector_is_the_matrix_times_it()
    {
        const string function = "f(x, A) = sum(x.^4) + (x' @ x)^2 + norm(A @ x)^2";
        var answer = await service.Answer("hessian", $$"""
            { "function": "{{function}}", "point": { "x": [1, 2], "A": [[1, 2], [3, 4]] }, "vector": { "x": [1, -1], "A": [[0, 1], [1, 0]] } }
            """);
        var matrix = answer.GetProperty("value").EnumerateArray().Select(row => row.EnumerateArray().Select(entry => entry.GetDouble()).ToArray()).ToArray();
        double[] vector = [1, -1, 0, 1, 1, 0];
        var product = answer.GetProperty("vectorProduct");
        double[] actual = [.. product.Numbers("x"), .. product.GetProperty("A").EnumerateArray().SelectMany(row => row.EnumerateArray().Select(entry => entry.GetDouble()))];
        Answers.Close([.. matrix.Select(row => row.Zip(vector, (a, b) => a * b).Sum())], actual);
    }

    [Fact]
    public async Task A_formula_for_lengths_that_are_letters_reads_in_them()
    {
        var answer = await service.Answer("hessian", """{ "function": "loss(w) = mean((X @ w - y).^2)", "shapes": { "w": ["d"], "X": ["n", "d"], "y": ["n"] } }""");
        Assert.Equal("2*X' @ X/n", answer.GetProperty("hessian")[0][0].GetProperty("text").GetString());
    }
}
