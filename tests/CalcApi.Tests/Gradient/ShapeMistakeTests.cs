using System.Net;
using Xunit;

namespace CalcApi.Tests.Gradient;

/// <summary>Shapes that do not match are refused with both shapes and the place.</summary>
public sealed class ShapeMistakeTests(Api service)
{
    private const string Shapes = """ "shapes": { "u": [3], "v": [2], "A": [2, 3], "B": [2, 2] } """;

    [Theory]
    [InlineData("f(u, v, A, B) = sum(A @ v)", "A @ v", "2 × 3 matrix", "vector of 2")]
    [InlineData("f(u, v, A, B) = sum(u + v)", "u + v", "vector of 3", "vector of 2")]
    [InlineData("f(u, v, A, B) = sum(A + B)", "A + B", "2 × 3 matrix", "2 × 2 matrix")]
    [InlineData("f(u, v, A, B) = sum(A * B)", "A * B", "2 × 3 matrix", "2 × 2 matrix")]
    [InlineData("f(u, v, A, B) = sum(A .* B)", "A .* B", "2 × 3 matrix", "2 × 2 matrix")]
    [InlineData("f(u, v, A, B) = sum(u / v)", "u / v", "vector of 3", "vector of 2")]
    [InlineData("f(u, v, A, B) = sum(u ./ v)", "u ./ v", "vector of 3", "vector of 2")]
    [InlineData("f(u, v, A, B) = sum(u @ 3)", "u @ 3", "vector of 3", "a number")]
    [InlineData("f(u, v, A, B) = sum(B^2)", "B^2", "2 × 2 matrix", "two ways")]
    [InlineData("f(u, v, A, B) = sum([[1, 2], [3]])", "[[1, 2], [3]]", "vector of 2", "vector of 1")]
    [InlineData("f(u, v, A, B) = u[4]", "u[4]", "4", "3 entries")]
    [InlineData("f(u, v, A, B) = sum(u[2:5])", "u[2:5]", "5", "3 entries")]
    [InlineData("f(u, v, A, B) = u[1, 2]", "u[1, 2]", "vector of 3", "2 are given")]
    [InlineData("f(u, v, A, B) = det(A)", "det(A)", "square matrix", "2 × 3 matrix")]
    [InlineData("f(u, v, A, B) = sum(inv(A))", "inv(A)", "square matrix", "2 × 3 matrix")]
    [InlineData("f(u, v, A, B) = trace(u)", "trace(u)", "square matrix", "vector of 3")]
    [InlineData("f(u, v, A, B) = dot(u, v)", "dot(u, v)", "vector of 3", "vector of 2")]
    [InlineData("f(u, v, A, B) = mse(u, v)", "mse(u, v)", "vector of 3", "vector of 2")]
    [InlineData("f(u, v, A, B) = sum(u' + u)", "u' + u", "row of 3", "vector of 3")]
    [InlineData("f(u, v, A, B) = sum(A @ A)", "A @ A", "2 × 3 matrix", "3")]
    [InlineData("f(u, v, A, B) = sum(max(u, v))", "max(u, v)", "vector of 3", "vector of 2")]
    [InlineData("f(u, v, A, B) = sum(if(u > v, 1, 0))", "u > v", "vector of 3", "vector of 2")]
    [InlineData("f(u, v, A, B) = rowsum(u)[1]", "rowsum(u)", "a matrix", "vector of 3")]
    [InlineData("f(u, v, A, B) = sum(i = 1..4, u[i])", "u[i]", "4", "3 entries")]
    public async Task In_a_definition(string function, string place, string first, string second)
    {
        var reply = await service.Ask("gradient", $$"""{ "function": "{{function}}", {{Shapes}} }""");
        Assert.True(reply.Status == HttpStatusCode.UnprocessableEntity, reply.Text);
        var problem = reply.Json;
        var detail = problem.Text("detail");
        Assert.Contains(first, detail, StringComparison.Ordinal);
        Assert.Contains(second, detail, StringComparison.Ordinal);
        var position = problem.GetProperty("position");
        var start = function.IndexOf(place, StringComparison.Ordinal);
        Assert.InRange((int)position.Number("start"), start, start + place.Length);
        Assert.InRange((int)position.Number("end"), start + 1, start + place.Length);
    }

    [Theory]
    [InlineData("""{ "function": "f(w) = norm(w)", "shapes": { "w": [2] }, "point": { "w": [1, 2, 3] } }""", "vector of 3", "vector of 2")]
    [InlineData("""{ "function": "f(w) = norm(X @ w)", "shapes": { "X": [2, 2] }, "data": { "X": [[1, 2, 3]] }, "point": { "w": [1, 2] } }""", "1 × 3 matrix", "2 × 2 matrix")]
    [InlineData("""{ "function": "f(w) = norm(X @ w)", "shapes": { "X": ["n", "d"], "w": ["d"] }, "data": { "X": [[1, 2], [3, 4]] }, "point": { "w": [1, 2, 3] } }""", "2 × 2 matrix", "2 × 3 matrix")]
    [InlineData("""{ "function": "f(w) = w .* 2", "point": { "w": [1, 2] } }""", "vector of 2", "a number")]
    [InlineData("""{ "function": "f(w) = norm(w)", "shapes": { "w": [2], "q": [3] } }""", "q", "has no")]
    public async Task In_a_request(string body, string first, string second)
    {
        var reply = await service.Ask("gradient", body);
        Assert.True(reply.Status == HttpStatusCode.UnprocessableEntity, reply.Text);
        Assert.Contains(first, reply.Text, StringComparison.Ordinal);
        Assert.Contains(second, reply.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gradient-check", """{ "function": "f(x) = x*[1, 2]", "point": 2, "claimed": 3 }""")]
    [InlineData("slope", """{ "function": "f(x) = norm(x)", "shapes": { "x": [2] }, "from": 1, "to": 2 }""")]
    [InlineData("sample", """{ "function": "f(x) = x*[1, 2]", "window": { "x": [-1, 1] }, "resolution": 10 }""")]
    public async Task A_question_about_numbers_says_so(string route, string body) => (await service.Ask(route, body)).IsProblem(422, "not-supported");

    [Theory]
    [InlineData("gradient-check", """{ "function": "f(x) = norm(x*[3, 4])", "point": 2, "claimed": 5 }""")]
    [InlineData("slope", """{ "function": "f(x) = norm(x*[3, 4])", "from": 1, "to": 2 }""")]
    [InlineData("sample", """{ "function": "f(x) = norm(x*[3, 4])", "window": { "x": [-1, 1] }, "resolution": 10 }""")]
    [InlineData("derivative", """{ "function": "f(x) = norm(x*[3, 4])", "point": 2, "steps": true }""")]
    [InlineData("taylor", """{ "function": "f(x) = norm(x*[1, 2])", "point": 2, "order": 3 }""")]
    [InlineData("implicit", """{ "function": "norm([x, y]) = 5", "variable": "x", "of": "y" }""")]
    public async Task Lists_inside_a_function_of_numbers_are_allowed(string route, string body) => await service.Answer(route, body);
}
