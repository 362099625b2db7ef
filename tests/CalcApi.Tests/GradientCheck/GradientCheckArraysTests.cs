using System.Net;
using System.Text;
using System.Text.Json;
using Xunit;

namespace CalcApi.Tests.GradientCheck;

public sealed class GradientCheckArraysTests(Api service)
{
    private const string LeastSquares = """ "function": "loss(w) = mean((X @ w - y).^2)", "data": { "X": [[1, 2], [3, 4], [5, 7]], "y": [1, 0, 2] }, "point": { "w": [0.5, -1] } """;

    [Theory]
    [InlineData("""{ "w": "2*X' @ (X @ w - y)/3" }""")]
    [InlineData("\"2*X' @ (X @ w - y)/3\"")]
    [InlineData("[-28.333333333333332, -40.333333333333336]")]
    [InlineData("""{ "w": [-28.33, -40.33] }""")]
    public async Task A_right_gradient_by_a_vector_is_right(string claimed)
    {
        var answer = await service.Answer("gradient-check", $$"""{ {{LeastSquares}}, "claimed": {{claimed}} }""");
        Assert.True(answer.GetProperty("correct").GetBoolean());
        var component = answer.GetProperty("components")[0];
        Answers.Close(-85.0 / 3, component.GetProperty("exact")[0].GetDouble());
        Answers.Close(-85.0 / 3, component.GetProperty("numeric")[0].GetDouble(), 1e-8);
    }

    [Theory]
    [InlineData("loss(w) = mean((X @ w - y).^2)", """{ "X": [[1, 2], [3, 4], [5, 7]], "y": [1, 0, 2] }""", """{ "w": [0.5, -1] }""", "\"X' @ (X @ w - y)/3\"", "power-factor-lost")]
    [InlineData("loss(w) = mean((X @ w - y).^2)", """{ "X": [[1, 2], [3, 4], [5, 7]], "y": [1, 0, 2] }""", """{ "w": [0.5, -1] }""", "\"2*X' @ (X @ w - y)\"", "divisor-lost")]
    [InlineData("loss(w) = mean((X @ w - y).^2)", """{ "X": [[1, 2], [3, 4], [5, 7]], "y": [1, 0, 2] }""", """{ "w": [0.5, -1] }""", "\"-2*X' @ (X @ w - y)/3\"", "sign-flipped")]
    [InlineData("f(x) = x' @ A @ x", """{ "A": [[1, 2], [3, 4]] }""", """{ "x": [0.5, -1] }""", "\"A @ x\"", "product-half-lost")]
    [InlineData("f(x) = x' @ A @ x", """{ "A": [[1, 2], [3, 4]] }""", """{ "x": [0.5, -1] }""", "\"2*A @ x\"", "symmetry-assumed")]
    [InlineData("f(A) = logdet(A)", "{}", """{ "A": [[3, 2], [1, 4]] }""", "\"inv(A)\"", "transposed")]
    [InlineData("f(A) = sum(A @ B)", """{ "B": [[1, 2], [3, 5]] }""", """{ "A": [[1, 2], [3, 4], [5, 6]] }""", "[[3, 3, 3], [8, 8, 8]]", "transposed")]
    [InlineData("f(w) = sum(sigmoid(X @ w))", """{ "X": [[1, 2], [3, 4]] }""", """{ "w": [0.5, -1] }""", "\"X' @ sigmoid(X @ w)\"", "function-kept")]
    [InlineData("f(x) = norm(x)", "{}", """{ "x": [3, 4] }""", "[3, 4]", "norm-not-divided")]
    [InlineData("f(m) = mean((m*x - y).^2)", """{ "x": [1, 2, 4], "y": [2, 1, 3] }""", """{ "m": 1.5 }""", "\"sum(2*(m*x - y).*x)\"", "divisor-lost")]
    [InlineData("f(w) = sum((X @ w).^2) + 0.3*sum(w.^2)", """{ "X": [[1, 2], [3, 4]] }""", """{ "w": [0.5, -1] }""", "\"2*X' @ X @ w\"", "term-lost")]
    public async Task A_wrong_one_is_explained(string function, string data, string point, string claimed, string slip)
    {
        var answer = await service.Answer("gradient-check", $$"""{ "function": "{{function}}", "data": {{data}}, "point": {{point}}, "claimed": {{claimed}} }""");
        Assert.False(answer.GetProperty("correct").GetBoolean());
        Assert.Equal(slip, answer.GetProperty("components")[0].GetProperty("diagnosis").GetProperty("slip").GetString());
    }

    [Fact]
    public async Task The_worst_entry_is_named_by_its_row_and_column()
    {
        var answer = await service.Answer("gradient-check", """{ "function": "f(A) = sum(A.^2)", "point": { "A": [[1, 2], [3, 4]] }, "claimed": [[2, 4], [6.5, 8]] }""");
        var component = answer.GetProperty("components")[0];
        Assert.Equal([2, 1], component.GetProperty("worstEntry").EnumerateArray().Select(static index => index.GetInt32()));
        Answers.Close(0.5 / 8, component.Number("relativeError"));
        Assert.False(component.TryGetProperty("ratio", out _));
    }

    [Fact]
    public async Task Numbers_vectors_and_matrices_occur_together()
    {
        var answer = await service.Answer("gradient-check", """{ "function": "f(A, v, c) = sum(A @ v) + c^2", "point": { "A": [[1, 2], [3, 4]], "v": [1, -1], "c": 3 }, "claimed": { "c": 6, "v": [4, 6], "A": [[1, -1], [1, -1]] } }""");
        Assert.True(answer.GetProperty("correct").GetBoolean());
        Assert.Equal(["A", "v", "c"], answer.GetProperty("components").EnumerateArray().Select(static component => component.GetProperty("variable").GetString()), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("""{ "w": [1, 2, 3] }""", HttpStatusCode.UnprocessableEntity, "claimed.w", "a vector of 3")]
    [InlineData("""{ "w": "X" }""", HttpStatusCode.UnprocessableEntity, "claimed.w", "a vector of 2")]
    [InlineData("""{ "w": 3 }""", HttpStatusCode.UnprocessableEntity, "claimed.w", "a number")]
    [InlineData("""{ "w": [[1, 2], [3]] }""", HttpStatusCode.BadRequest, "claimed.w[1]", "rows of a matrix")]
    [InlineData("""{ "w": [[[1]]] }""", HttpStatusCode.BadRequest, "claimed.w[0][0]", "number is expected")]
    [InlineData("""{ "w": [] }""", HttpStatusCode.UnprocessableEntity, "claimed.w", "at least one number")]
    [InlineData("""{ "w": ["a"] }""", HttpStatusCode.BadRequest, "claimed.w[0]", "number is expected")]
    [InlineData("""{ "w": "X @ (" }""", HttpStatusCode.UnprocessableEntity, "claimed.w", "")]
    public async Task A_claim_that_does_not_fit_is_refused(string claimed, HttpStatusCode status, string field, string words)
    {
        using var body = new StringContent($$"""{ {{LeastSquares}}, "claimed": {{claimed}} }""", Encoding.UTF8, "application/json");
        using var response = await service.Client.PostAsync(new Uri("/api/v1/gradient-check", UriKind.Relative), body, TestContext.Current.CancellationToken);
        var problem = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(status, response.StatusCode);
        Assert.Contains(words, problem, StringComparison.Ordinal);
        Assert.Contains(JsonEncodedText.Encode(field).ToString(), problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_many_entries_are_refused_with_the_limit()
    {
        var zeros = string.Join(", ", Enumerable.Repeat("0", 10_001));
        using var body = new StringContent($$"""{ "function": "f(x) = sum(x)", "point": [{{zeros}}], "claimed": [{{zeros}}] }""", Encoding.UTF8, "application/json");
        using var response = await service.Client.PostAsync(new Uri("/api/v1/gradient-check", UriKind.Relative), body, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Contains("checkedEntries", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
