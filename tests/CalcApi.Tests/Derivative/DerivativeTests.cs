using System.Text.Json;
using Xunit;

namespace CalcApi.Tests.Derivative;

public sealed class DerivativeTests(Api service)
{
    [Theory]
    [InlineData("x^2", 3, "2*x", 6, 9, "6*x - 9")]
    [InlineData("x^4 - 2x", 2, "4*x^3 - 2", 30, 12, "30*x - 48")]
    [InlineData("sin(3x)", 0, "3*cos(3*x)", 3, 0, "3*x")]
    [InlineData("exp(-x^2)", 1, "-2*x*exp(-x^2)", -0.7357588823428847, 0.36787944117144233, null)]
    [InlineData("sqrt(x)", 4, "1/(2*sqrt(x))", 0.25, 2, "x/4 + 1")]
    [InlineData("x/(x+1)", 1, "1/(x + 1)^2", 0.25, 0.5, "x/4 + 1/4")]
    [InlineData("h(b)=b^3; g(x)=x^2; f(x)=h(g(x))", 1, "6*x^5", 6, 1, "6*x - 5")]
    [InlineData("h(b)=b^2; g(x)=x^5; f(x)=h(g(x))", -1, "10*x^9", -10, 1, "-10*x - 9")]
    [InlineData("h(u)=exp(u); g(x)=2x; f(x)=h(g(x))", 0, "2*exp(2*x)", 2, 1, "2*x + 1")]
    [InlineData("h(u)=sqrt(u); g(x)=x^2+9; f(x)=h(g(x))", 4, "x/sqrt(x^2 + 9)", 0.8, 5, null)]
    [InlineData("h(u)=1/u; g(x)=x^3; f(x)=h(g(x))", 2, "-3/x^4", -0.1875, 0.125, null)]
    [InlineData("h(u)=u^3; g(t)=1-t; f(t)=h(g(t))", 3, "-3*(1 - t)^2", -12, -8, null)]
    [InlineData("A(x)=sin(x); B(x)=x^2; C(x)=4x; f(x)=A(B(C(x)))", 0.25, "32*x*cos(16*x^2)", 4.3224184469451169, 0.8414709848078965, null)]
    [InlineData("A(x)=exp(x); B(x)=3x; C(x)=x^2; f(x)=A(B(C(x)))", 0, "6*x*exp(3*x^2)", 0, 1, "1")]
    [InlineData("A(x)=x^2; B(x)=cos(x); C(x)=2x; f(x)=A(B(C(x)))", 0.5, null, -1.8185948536513634, 0.2919265817264289, null)]
    [InlineData("A(x)=log(x); B(x)=x+1; C(x)=x^2; f(x)=A(B(C(x)))", 1, "2*x/(x^2 + 1)", 1, 0.6931471805599453, null)]
    [InlineData("A(x)=sqrt(x); B(x)=exp(x); C(x)=2x; f(x)=A(B(C(x)))", 0, null, 1, 1, "x + 1")]
    [InlineData("A(x)=tanh(x); B(x)=x/2; C(x)=x-1; f(x)=A(B(C(x)))", 1, null, 0.5, 0, "x/2 - 1/2")]
    public async Task Gives_the_formula_the_value_and_the_tangent(
        string function, double point, string? derivative, double value, double functionValue, string? tangent)
    {
        var answer = await service.Answer("derivative", FormattableString.Invariant($$"""{ "function": "{{function}}", "point": {{point}} }"""));
        if (derivative is not null) Assert.Equal(derivative, answer.Formula("derivative"));
        Answers.Close(value, answer.Number("value"));
        Answers.Close(functionValue, answer.Number("functionValue"));
        if (tangent is not null) Assert.Equal(tangent, answer.Formula("tangent"));
        Assert.NotEmpty(answer.GetProperty("derivative").GetProperty("latex").GetString()!);
    }

    [Theory]
    [InlineData("f(x, z) = 2z^3 x^2", "x", "4*z^3*x")]
    [InlineData("f(x, z) = 2z^3 x^2", "z", "6*x^2*z^2")]
    [InlineData("f(x, y) = x^2 y + y^2", "y", "x^2 + 2*y")]
    [InlineData("f(u, v) = u/v", "v", "-u/v^2")]
    [InlineData("f(a, b) = sin(a*b)", "a", "b*cos(a*b)")]
    [InlineData("f(x, y) = exp(x)*y^3", "y", "3*y^2*exp(x)")]
    [InlineData("f(p, q) = 5p - q", "q", "-1")]
    public async Task Differentiates_by_the_variable_named(string function, string variable, string derivative)
    {
        var answer = await service.Answer("derivative", $$"""{ "function": "{{function}}", "variable": "{{variable}}" }""");
        Assert.Equal(derivative, answer.Formula("derivative"));
        Assert.False(answer.TryGetProperty("value", out _));
    }

    [Theory]
    [InlineData("x^5", 2, 2, 160)]
    [InlineData("x^5", 5, 2, 120)]
    [InlineData("x^5", 6, 2, 0)]
    [InlineData("sin(x)", 4, 1, 0.8414709848078965)]
    [InlineData("exp(2x)", 10, 0, 1024)]
    [InlineData("1/x", 3, 1, -6)]
    [InlineData("log(x)", 20, 1, -121645100408832000)]
    public async Task Differentiates_as_often_as_asked(string function, int order, double point, double value)
    {
        var answer = await service.Answer("derivative", FormattableString.Invariant($$"""{ "function": "{{function}}", "order": {{order}}, "point": {{point}} }"""));
        Answers.Close(value, answer.Number("value"));
        Assert.False(answer.TryGetProperty("tangent", out _));
    }

    [Fact]
    public async Task Answers_many_points_in_their_order()
    {
        var answer = await service.Answer("derivative", """{ "function": "x^3", "points": [2, { "x": -1 }, 0] }""");
        Answers.Close([12, 3, 0], answer.Numbers("values"));
        Answers.Close([8, -1, 0], answer.Numbers("functionValues"));
        Assert.False(answer.TryGetProperty("value", out _));
        Assert.False(answer.TryGetProperty("tangent", out _));
    }

    [Fact]
    public async Task Keeps_data_as_letters_and_computes_with_their_values()
    {
        var answer = await service.Answer("derivative", """{ "function": "f(x) = a*x^2", "data": { "a": 5 }, "point": 3 }""");
        Assert.Equal("2*a*x", answer.Formula("derivative"));
        Answers.Close(30, answer.Number("value"));
    }

    [Theory]
    [InlineData("abs(x)", 0, 0, "not-differentiable")]
    [InlineData("relu(x)", 0, 0, "not-differentiable")]
    [InlineData("max(x, 1 - x)", 0.5, 0, "not-differentiable")]
    [InlineData("log(x)", -1, double.NaN, "outside-domain")]
    [InlineData("sqrt(x)", -4, double.NaN, "outside-domain")]
    public async Task Notes_where_there_is_no_derivative(string function, double point, double value, string note)
    {
        var answer = await service.Answer("derivative", FormattableString.Invariant($$"""{ "function": "{{function}}", "point": {{point}} }"""));
        Assert.Equal(value, answer.Number("value"));
        Assert.Contains(note, answer.NoteCodes(), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("""{ "function": "x*y" }""", "variable")]
    [InlineData("""{ "function": "x*y", "variable": "z" }""", "variable")]
    [InlineData("""{ "function": "5" }""", "variable")]
    [InlineData("""{ "function": "x*y", "variable": "x", "point": 3 }""", "point")]
    [InlineData("""{ "function": "x*y", "variable": "x", "point": { "x": 3 } }""", "point")]
    [InlineData("""{ "function": "x", "point": { "x": 3, "y": 1 } }""", "point")]
    [InlineData("""{ "function": "x", "data": { "a": 3 } }""", "data.a")]
    [InlineData("""{ "function": "f(x) = a*x", "point": 3 }""", "data.a")]
    [InlineData("""{ "function": "x", "order": 0 }""", "order")]
    [InlineData("""{ "function": "x", "order": -1 }""", "order")]
    public async Task Refuses_what_the_function_does_not_have(string body, string field) =>
        Assert.Contains(field, (await service.Ask("derivative", body)).IsProblem(422, "value").Fields, StringComparer.Ordinal);

    [Theory]
    [InlineData("""{ "function": "x^2", "point": 3 }""")]
    [InlineData("""{ "function": "A(x) = sin(x); B(x) = x^2; C(x) = 4x; f(x) = A(B(C(x)))" }""")]
    [InlineData("""{ "function": "f(x) = a*log(b - x)", "data": { "a": 3, "b": 1000 } }""")]
    [InlineData("""{ "function": "f(x) = a*log(b - x)" }""")]
    [InlineData("""{ "function": "tanh(x)", "order": 3, "points": [0, 1, 2] }""")]
    [InlineData("""{ "function": "abs(x)", "point": 0 }""")]
    [InlineData("""{ "function": "sqrt(x - 50)", "point": 1e300, "verify": true }""")]
    public async Task A_derivative_is_verified(string body)
    {
        var verification = (await service.Answer("derivative", body)).GetProperty("verification");
        Assert.True(verification.GetProperty("verified").GetBoolean());
        Assert.InRange(verification.GetProperty("points").GetInt32(), 1, 12);
        Assert.InRange(verification.GetProperty("symbolicVsAutomatic").GetDouble(), 0, 1e-8);
        Assert.InRange(verification.GetProperty("symbolicVsNumeric").GetDouble(), 0, 1e-5);
        Assert.False(verification.TryGetProperty("disagreement", out _));
    }

    [Fact]
    public async Task Where_nothing_can_be_compared_verified_is_null_with_a_reason()
    {
        var verification = (await service.Answer("derivative", """{ "function": "log(-1 - x^2)" }""")).GetProperty("verification");
        Assert.Equal(JsonValueKind.Null, verification.GetProperty("verified").ValueKind);
        Assert.Equal(0, verification.GetProperty("points").GetInt32());
        Assert.Equal(JsonValueKind.Null, verification.GetProperty("symbolicVsNumeric").ValueKind);
        Assert.NotEmpty(verification.GetProperty("reason").GetString()!);
    }

    [Fact]
    public async Task Verification_can_be_turned_off() =>
        Assert.False((await service.Answer("derivative", """{ "function": "x^2", "verify": false }""")).TryGetProperty("verification", out _));

    [Fact]
    public async Task A_kink_has_its_slopes_and_what_others_answer()
    {
        var kink = (await service.Answer("derivative", """{ "function": "relu(x) + x", "points": [0, 1] }""")).GetProperty("kinks")[0];
        Assert.Equal(0, kink.GetProperty("point").GetProperty("x").GetDouble());
        Assert.Equal((1, 2, 1), (kink.Number("left"), kink.Number("right"), kink.Number("value")));
        var interval = kink.GetProperty("subgradient");
        Assert.Equal((1, 2, "convex"), (interval.Number("from"), interval.Number("to"), interval.GetProperty("kind").GetString()));
        Assert.Contains(kink.GetProperty("elsewhere").EnumerateArray(), static each => each.GetProperty("system").GetString() is "JAX" && each.Number("value") == 1);
    }

    [Theory]
    [InlineData("""{ "function": "relu(x)", "point": 1 }""")]
    [InlineData("""{ "function": "abs(x)", "point": 0, "order": 2 }""")]
    [InlineData("""{ "function": "abs(x)" }""")]
    public async Task Elsewhere_there_are_no_kinks(string body) =>
        Assert.False((await service.Answer("derivative", body)).TryGetProperty("kinks", out _));
}
