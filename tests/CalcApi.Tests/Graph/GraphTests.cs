using System.Text.Json;
using Xunit;

namespace CalcApi.Tests.Graph;

public sealed class GraphTests(Api service)
{
    [Fact]
    public async Task Backpropagation_through_one_hidden_unit_node_by_node()
    {
        var answer = await service.Answer("graph", """
            { "function": "h = relu(W_h*x); o = W_o*h; cost(W_h, W_o) = (o - y)^2/2", "data": { "x": 2, "y": 1 }, "point": { "W_h": 0.5, "W_o": 0.8 } }
            """);
        // id, value, adjoint, then the local derivative by each input.
        (string Id, double Value, double? Adjoint, (string Input, double Value)[] Local)[] expected =
        [
            ("W_h", 0.5, -0.32, []), ("x", 2, null, []), ("n1", 1, -0.16, [("W_h", 2), ("x", 0.5)]), ("h", 1, -0.16, [("n1", 1)]),
            ("W_o", 0.8, -0.2, []), ("o", 0.8, -0.2, [("W_o", 1), ("h", 0.8)]), ("y", 1, null, []), ("n2", -0.2, -0.2, [("o", 1), ("y", -1)]),
            ("n3", 0.04, 0.5, [("n2", -0.4)]), ("n4", 0.02, 1, [("n3", 0.5)]),
        ];
        var nodes = answer.GetProperty("nodes").EnumerateArray().ToList();
        Assert.Equal(expected.Select(node => node.Id).Order(StringComparer.Ordinal), nodes.Select(node => node.Text("id")).Order(StringComparer.Ordinal));
        foreach (var (id, value, adjoint, local) in expected)
        {
            var node = nodes.Single(each => string.Equals(each.Text("id"), id, StringComparison.Ordinal));
            Answers.Close(value, node.Number("value"));
            if (adjoint is { } known) Answers.Close(known, node.Number("adjoint"));
            else Assert.False(node.TryGetProperty("adjoint", out _));
            var locals = node.GetProperty("local").EnumerateArray().ToList();
            Assert.Equal(local.Length, locals.Count);
            foreach (var (input, slope) in local)
                Answers.Close(slope, locals.Single(each => string.Equals(each.Text("input"), input, StringComparison.Ordinal)).Number("value"));
        }

        Assert.Equal("n4", answer.Text("output"));
    }

    [Fact]
    public async Task Each_step_comes_after_what_it_works_on()
    {
        var answer = await service.Answer("graph", """
            { "function": "z = X @ w + b; loss(w, b) = mean((sigmoid(z) - y).^2)", "data": { "X": [[1, 2], [3, 4]], "y": [0, 1] }, "point": { "w": [0.1, -0.2], "b": 0 } }
            """);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in answer.GetProperty("nodes").EnumerateArray())
        {
            Assert.All(node.GetProperty("inputs").EnumerateArray(), input => Assert.Contains(input.GetString()!, seen));
            seen.Add(node.Text("id"));
        }

        Assert.Contains("z", seen);
        var cost = answer.GetProperty("cost");
        Assert.InRange(cost.Number("reverse"), cost.Number("forward") + 1, cost.Number("withoutReuse"));
    }

    [Fact]
    public async Task Its_adjoints_are_the_gradient()
    {
        const string body = """{ "function": "z = X @ w + b; loss(w, b) = mean((sigmoid(z) - y).^2)", "data": { "X": [[1, 2], [3, 4]], "y": [0, 1] }, "point": { "w": [0.1, -0.2], "b": 0 } }""";
        var nodes = (await service.Answer("graph", body)).GetProperty("nodes").EnumerateArray().ToList();
        var gradient = (await service.Answer("gradient", body)).GetProperty("at")[0].GetProperty("gradient");
        foreach (var name in new[] { "w", "b" })
        {
            var adjoint = nodes.Single(each => string.Equals(each.Text("id"), name, StringComparison.Ordinal)).GetProperty("adjoint");
            Answers.Close(Flat(gradient.GetProperty(name)), Flat(adjoint));
        }
    }

    [Fact]
    public async Task Without_a_point_there_are_formulas_alone()
    {
        var answer = await service.Answer("graph", """{ "function": "f(x) = x*sin(x)" }""");
        Assert.All(answer.GetProperty("nodes").EnumerateArray(), node => Assert.False(node.TryGetProperty("value", out _)));
        Assert.Contains(answer.GetProperty("nodes").EnumerateArray(), node => string.Equals(node.Text("operation"), "sin", StringComparison.Ordinal));
    }

    private static double[] Flat(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(static entry => entry.GetDouble())] : [value.GetDouble()];

    [Fact]
    public async Task A_definition_with_a_g_of_its_own_gets_another_letter_for_adjoints()
    {
        var answer = await service.Answer("graph", """{ "function": "g = X @ w; f(w) = sum(sigmoid(g))", "data": { "X": [[1, 2], [3, 4]] }, "point": { "w": [1, 2] } }""");
        var letter = answer.Text("adjointLetter");
        Assert.Equal("adjoint", letter);
        var product = answer.GetProperty("nodes").EnumerateArray().Single(node => node.Text("id") is "g");
        Assert.Equal($"X' @ {letter}", product.GetProperty("local").EnumerateArray().Single(local => local.Text("input") is "w").Text("text"));
        var usual = await service.Answer("graph", """{ "function": "f(x) = x^2" }""");
        Assert.Equal("g", usual.Text("adjointLetter"));
    }

    [Fact]
    public async Task Where_the_value_is_undefined_so_are_the_adjoints()
    {
        var answer = await service.Answer("graph", """{ "function": "f(x) = 2*log(x)", "point": { "x": -1 } }""");
        var x = answer.GetProperty("nodes").EnumerateArray().Single(node => node.Text("id") is "x");
        Assert.Equal("NaN", x.GetProperty("adjoint").GetString());
        var note = answer.GetProperty("notes").EnumerateArray().Single(each => each.Text("code") is "outside-domain");
        Assert.StartsWith("log(x)", note.Text("message"), StringComparison.Ordinal);
    }
}
