using System.Text.Json;
using Xunit;

namespace CalcApi.Tests.GradientCheck;

public sealed class GradientCheckTests(Api service)
{
    [Theory]
    [InlineData("x^2", "3", "6")]
    [InlineData("x^2", "3", "\"2x\"")]
    [InlineData("x^2", "3", """{ "x": "x + x" }""")]
    [InlineData("x^2*y", """{ "x": 3, "y": 2 }""", """{ "y": 9, "x": 12 }""")]
    [InlineData("x^2*y", """{ "x": 3, "y": 2 }""", """{ "y": "x^2" }""")]
    [InlineData("p = sigmoid(x); p*y", """{ "x": 3, "y": 2 }""", """{ "x": "p*(1 - p)*y", "y": "p" }""")]
    public async Task A_right_gradient_is_right(string function, string point, string claimed)
    {
        var answer = await service.Answer("gradient-check", $$"""{ "function": "{{function}}", "point": {{point}}, "claimed": {{claimed}} }""");
        Assert.True(answer.GetProperty("correct").GetBoolean());
        Assert.Contains("ight", answer.GetProperty("verdict").GetString(), StringComparison.Ordinal);
        Assert.All(answer.GetProperty("components").EnumerateArray(), component =>
        {
            Assert.True(component.GetProperty("correct").GetBoolean());
            Assert.False(component.TryGetProperty("diagnosis", out _));
            Answers.Close(component.Number("exact"), component.Number("claimed"));
            Answers.Close(component.Number("exact"), component.Number("numeric"), 1e-8);
        });
    }

    [Theory]
    [InlineData("x^3*sin(x)", "\"3x^2*sin(x) + x^3*cos(x)\"", true, true)]
    [InlineData("x^3*sin(x)", "\"x^2*(3sin(x) + x*cos(x))\"", true, null)]
    [InlineData("sqrt(x - 40)", "\"1/(2sqrt(x - 40))\"", null, null)]
    [InlineData("ln(x)*y^2", """{ "x": "y^2/x", "y": "2y*ln(x)" }""", true, true)]
    [InlineData("ln(-x)", "\"1/x\"", true, true)]
    [InlineData("x^2 + y", """{ "x": "x" }""", false, null)]
    [InlineData("x^2", "\"2x + 1e-9\"", true, false)]
    public async Task A_formula_needs_no_point(string function, string claimed, bool? correct, bool? identical)
    {
        var answer = await service.Answer("gradient-check", $$"""{ "function": "{{function}}", "claimed": {{claimed}} }""");
        if (correct is { } judged) Assert.Equal(judged, answer.GetProperty("correct").GetBoolean());
        Assert.True(answer.GetProperty("point").EnumerateObject().Any());
        Assert.All(answer.GetProperty("components").EnumerateArray(), component =>
        {
            Assert.Equal(correct == true, component.TryGetProperty("identical", out var same));
            if (correct is not null) Assert.True(component.GetProperty("pointsCompared").GetInt32() > 4);
            if (identical is { } expected) Assert.Equal(expected, same.GetBoolean());
        });
    }

    [Theory]
    [InlineData("6")]
    [InlineData("""{ "x": 6, "y": "1" }""")]
    public async Task A_number_needs_its_point(string claimed)
    {
        var function = claimed.Contains('y', StringComparison.Ordinal) ? "x^2 + y" : "x^2";
        var problem = (await service.Ask("gradient-check", $$"""{ "function": "{{function}}", "claimed": {{claimed}} }""")).IsProblem(422, "value").Json;
        Assert.True(problem.GetProperty("errors").TryGetProperty("point", out _));
    }

    [Theory]
    [InlineData("sin(x^2)", "1.3", "\"cos(x^2)\"", "inner-derivative-lost", "The inner derivative 2*x of x^2 is missing")]
    [InlineData("x*exp(x)", "1.3", "-8.439", "sign-flipped", "The derivative by x has the wrong sign")]
    [InlineData("f(x, z) = 2z^3 x^2", """{ "x": 3, "z": 2 }""", """{ "x": 216, "z": 96 }""", "components-permuted", "the derivative by z")]
    public async Task A_wrong_one_is_explained(string function, string point, string claimed, string slip, string words)
    {
        var answer = await service.Answer("gradient-check", $$"""{ "function": "{{function}}", "point": {{point}}, "claimed": {{claimed}} }""");
        Assert.False(answer.GetProperty("correct").GetBoolean());
        var component = answer.GetProperty("components")[0];
        Assert.Equal(slip, component.GetProperty("diagnosis").GetProperty("slip").GetString());
        Assert.Contains(words, component.GetProperty("diagnosis").GetProperty("explanation").GetString(), StringComparison.Ordinal);
        Answers.Close(component.Number("claimed") - component.Number("exact"), component.Number("difference"));
        Answers.Close(component.Number("claimed") / component.Number("exact"), component.Number("ratio"));
    }

    [Fact]
    public async Task One_slip_in_every_component_is_the_diagnosis_of_the_whole()
    {
        var answer = await service.Answer("gradient-check", """
            {
              "function": "loss(w, b) = ((w*x1 + b - y1)^2 + (w*x2 + b - y2)^2)/2", "data": { "x1": 1, "y1": 2, "x2": 3, "y2": 5 }, "point": { "w": 1, "b": 0.5 },
              "claimed": { "w": "2*x1*(w*x1 + b - y1) + 2*x2*(w*x2 + b - y2)", "b": "2(w*x1 + b - y1) + 2(w*x2 + b - y2)" }
            }
            """);
        Assert.Equal("divisor-lost", answer.GetProperty("diagnosis").GetProperty("slip").GetString());
        Assert.Contains("One slip explains all", answer.GetProperty("verdict").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0.4115999937057495", true, "single", "in single precision")]
    [InlineData("0.4116", true, "double", "Right.")]
    [InlineData("0.412", true, "rounded", "digits given")]
    [InlineData("0.4121", false, "none", "wrong")]
    public async Task The_precision_is_reported(string claimed, bool correct, string precision, string words)
    {
        var answer = await service.Answer("gradient-check", $$"""{ "function": "f(x, z) = 2z^3 x^2", "point": { "x": 0.3, "z": 0.7 }, "claimed": { "x": {{claimed}} } }""");
        Assert.Equal(correct, answer.GetProperty("correct").GetBoolean());
        Assert.Equal(precision, answer.GetProperty("components")[0].GetProperty("precision").GetString());
        Assert.Contains(words, answer.GetProperty("verdict").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_tolerance_can_be_chosen()
    {
        var answer = await service.Answer("gradient-check", """{ "function": "x^2", "point": 3, "claimed": 6.1, "tolerance": 0.02 }""");
        Assert.True(answer.GetProperty("correct").GetBoolean());
    }

    [Fact]
    public async Task Without_a_derivative_nothing_is_right_or_wrong()
    {
        var answer = await service.Answer("gradient-check", """{ "function": "log(x)", "point": -1, "claimed": -1 }""");
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("correct").ValueKind);
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("components")[0].GetProperty("correct").ValueKind);
        Assert.Contains("outside-domain", answer.NoteCodes(), StringComparer.Ordinal);
    }

    [Fact]
    public async Task At_a_kink_the_slopes_on_both_sides_are_reported()
    {
        var answer = await service.Answer("gradient-check", """{ "function": "relu(x)", "point": 0, "claimed": 0.5 }""");
        Assert.True(answer.GetProperty("correct").GetBoolean());
        Assert.Contains("kink", answer.GetProperty("components")[0].GetProperty("remark").GetString(), StringComparison.Ordinal);
        Assert.Contains("not-differentiable", answer.NoteCodes(), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("x*y", "\"y\"", "claimed")]
    [InlineData("x*y", "{}", "claimed")]
    [InlineData("5", "0", "claimed")]
    [InlineData("x*y", """{ "z": 1 }""", "claimed.z")]
    public async Task Refuses_what_the_function_does_not_have(string function, string claimed, string field)
    {
        var reply = await service.Ask("gradient-check", $$"""{ "function": "{{function}}", "point": { "x": 1, "y": 2 }, "claimed": {{claimed}} }""");
        Assert.Contains(field, reply.IsProblem(422, "value").Fields, StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("2x +", 3, 4)]
    [InlineData("2q", 1, 2)]
    [InlineData("sinn(x)", 0, 4)]
    public async Task A_formula_that_cannot_be_read_is_refused_at_its_place(string claimed, int start, int end)
    {
        var reply = await service.Ask("gradient-check", $$"""{ "function": "x^2*y", "point": { "x": 1, "y": 2 }, "claimed": { "x": "{{claimed}}" } }""");
        Assert.Equal(["claimed.x"], reply.IsProblem(422, "formula").Fields);
        Assert.Equal(start, reply.Json.GetProperty("position").GetProperty("start").GetInt32());
        Assert.Equal(end, reply.Json.GetProperty("position").GetProperty("end").GetInt32());
    }

    [Theory]
    [InlineData("true", "claimed")]
    [InlineData("[[[1]]]", "claimed[0][0]")]
    [InlineData("""{ "x": [[1], [2, 3]] }""", "claimed.x[1]")]
    [InlineData("""{ "x": null }""", "claimed.x")]
    public async Task Refuses_what_is_neither_a_value_nor_a_text(string claimed, string field)
    {
        var reply = await service.Ask("gradient-check", $$"""{ "function": "x^2", "point": 1, "claimed": {{claimed}} }""");
        Assert.Contains(field, reply.IsProblem(400, "shape").Fields, StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1")]
    public async Task Refuses_a_tolerance_that_is_not_one(string tolerance)
    {
        var reply = await service.Ask("gradient-check", $$"""{ "function": "x^2", "point": 1, "claimed": 2, "tolerance": {{tolerance}} }""");
        Assert.Contains("tolerance", reply.IsProblem(422, "value").Fields, StringComparer.Ordinal);
    }

    [Fact]
    public async Task Every_slip_is_in_the_catalogue()
    {
        var slips = (await service.Client.Send(HttpMethod.Get, "/api/v1/catalog/slips")).Json.GetProperty("slips").EnumerateArray().ToList();
        Assert.True(slips.Count > 40);
        Assert.Equal(slips.Count, slips.Select(slip => slip.GetProperty("slip").GetString()).Distinct(StringComparer.Ordinal).Count());
    }
}
