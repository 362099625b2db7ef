using Xunit;

namespace CalcApi.Tests.ChainRule;

public sealed class ChainRuleTests(Api service)
{
    [Theory]
    [InlineData("h(b) = b^3; g(x) = x^2; f(x) = h(g(x))", 2, "g h", "3*(x^2)^2*(2*x)", "6*x^5", 192)]
    [InlineData("h(b) = b^3; g(x) = x^2; f(x) = h(g(x))", -1, "g h", "3*(x^2)^2*(2*x)", "6*x^5", -6)]
    [InlineData("A(x) = sin(x); B(x) = x^2; C(x) = 4x; f(x) = A(B(C(x)))", 0.5, "C B A", "cos((4*x)^2)*(2*(4*x))*4", "32*x*cos(16*x^2)", -10.458297933817791)]
    [InlineData("A(x) = sin(x); B(x) = x^2; C(x) = 4x; f(x) = A(B(C(x)))", 1, "C B A", null, null, -30.64510337034831)]
    [InlineData("A(x) = sin(x); B(x) = x^2; C(x) = 4x; f(x) = A(B(C(x)))", 2, "C B A", null, null, 25.0788627474912)]
    [InlineData("sin(x)", 0, "y", "cos(x)", "cos(x)", 1)]
    [InlineData("f(x) = 5", 1, "f", "0", "0", 0)]
    [InlineData("sqrt(1 + x^2)", 0, "u y", "1/(2*sqrt(1 + x^2))*(2*x)", "x/sqrt(x^2 + 1)", 0)]
    [InlineData("s(t) = sigmoid(t); f(x) = s(s(x))", 0, "s s_2", null, null, 0.058750928055366475)]
    [InlineData("g(x) = x^2; f(x) = g(x)*g(2x)", 1, null, null, "16*x^3", 16)]
    [InlineData("u = x^2; f(x) = sin(u)", 0, "u f", "cos(x^2)*(2*x)", "2*x*cos(x^2)", 0)]
    [InlineData("2^(x^2)", 0, "u y", null, null, 0)]
    [InlineData("x^x", 1, null, null, "x^x*(1 + log(x))", 1)]
    [InlineData("if(x > 0, sin(x^2), 0)", 1, null, null, null, 1.0806046117362795)]
    public async Task Walks_from_the_inside_out(string function, double point, string? names, string? product, string? derivative, double value)
    {
        var answer = await service.Answer("chain-rule", FormattableString.Invariant($$"""{ "function": "{{function}}", "point": {{point}} }"""));

        var stages = answer.GetProperty("stages").EnumerateArray().ToList();
        if (names is not null) Assert.Equal(names, string.Join(' ', stages.Select(static stage => stage.GetProperty("name").GetString())));
        if (product is not null) Assert.Equal(product, answer.Formula("product"));
        if (derivative is not null) Assert.Equal(derivative, answer.Formula("derivative"));
        Answers.Close(value, answer.Number("value"), 1e-11);
        var last = answer.GetProperty("steps").EnumerateArray().Last();
        Assert.Equal(answer.Formula("derivative"), last.Formula("after"));
        if (stages.TrueForAll(static stage => !stage.TryGetProperty("others", out _)))
            Answers.Close(value, stages.Aggregate(1.0, static (total, stage) => total * stage.Number("value")), 1e-11);
    }

    [Fact]
    public async Task A_layer_hands_the_derivative_of_its_loss_on()
    {
        var answer = await service.Answer("chain-rule", """
            { "function": "z = X @ w + b; p = sigmoid(z); loss(w, b) = mse(p, y)", "variable": "w",
              "data": { "X": [[0.5, 1], [-1, 2], [1.5, -0.5]], "y": [1, 0, 1] }, "point": { "w": [0.1, -0.2], "b": 0.3 } }
            """);
        var stages = answer.GetProperty("stages").EnumerateArray().ToList();
        Assert.Equal("z p loss", string.Join(' ', stages.Select(static stage => stage.Text("name"))));
        Assert.Equal("X' @ g", stages[0].Formula("derivative"));
        Answers.Close([0.15, -0.2, 0.55], stages[0].Numbers("functionValue"), 1e-11);
        Answers.Close([-0.1974971970156755, 0.10019618729440129], stages[0].Numbers("value"), 1e-11);
        Answers.Close([-0.1974971970156755, 0.10019618729440129], answer.Numbers("value"), 1e-11);
        Assert.Equal(answer.Formula("derivative"), answer.GetProperty("steps").EnumerateArray().Last().Formula("after"));
    }

    [Theory]
    [InlineData("""{ "function": "f(m) = mean((m*x - y).^2)", "data": { "x": [1, 2, 3, 4], "y": [2, 4, 5, 8] }, "point": 1 }""", "-13.5")]
    [InlineData("""{ "function": "g(B) = trace(B @ B); f(A) = logdet(A) + g(A)", "point": { "A": [[2, 1], [1, 3]] } }""", "[[4.6,1.8],[1.8,6.4]]")]
    [InlineData("""{ "function": "f(x, c) = c*3 + sum(x)", "variable": "c", "point": { "x": [2, 1], "c": 1 } }""", "3")]
    public async Task Arrays_have_stages_too(string body, string value) => Assert.Equal(value, (await service.Answer("chain-rule", body)).GetProperty("value").GetRawText());

    [Fact]
    public async Task Other_variables_are_letters()
    {
        var answer = await service.Answer("chain-rule", """{ "function": "sigmoid(w*x + b)", "variable": "w" }""");
        Assert.Equal("x*sigmoid(w*x + b)*sigmoid(-(w*x + b))", answer.Formula("derivative"));
        Assert.Contains(@"\frac{dy}{dw}", answer.GetProperty("leibniz").GetString(), StringComparison.Ordinal);
        Assert.False(answer.TryGetProperty("value", out _));
    }

    [Theory]
    [InlineData("""{ "function": "x*y" }""", "variable")]
    [InlineData("""{ "function": "sin(x)", "variable": "z" }""", "variable")]
    [InlineData("""{ "function": "5" }""", "variable")]
    [InlineData("""{ "function": "x", "point": { "y": 1 } }""", "point")]
    public async Task Refuses_what_the_function_does_not_have(string body, string field) =>
        Assert.Contains(field, (await service.Ask("chain-rule", body)).IsProblem(422, "value").Fields, StringComparer.Ordinal);
}
