using System.Text.Json;
using Xunit;

namespace CalcApi.Tests.NumericDerivative;

public sealed class NumericDerivativeTests(Api service)
{
    // The doubles that Python gives for (g(x + h) - g(x)) / h.
    [Theory]
    [InlineData("x^2", 3, "0.0001", 6, 6.000100000012054)]
    [InlineData("x^2", -1, "0.0001", -2, -1.9998999999992773)]
    [InlineData("sqrt(x)", 4, "0.01", 0.25, 0.249843945007866)]
    [InlineData("abs(x)", -1, "0.5", -1, -1)]
    [InlineData("1/x", 2, "0.5", -0.25, -0.19999999999999996)]
    [InlineData("5x - 2", 7, "0.25", 5, 5)]
    public async Task The_forward_difference_is_the_one_of_the_notebook(string function, double point, string h, double exact, double forward)
    {
        var answer = await service.Answer("derivative/numeric", FormattableString.Invariant($$"""{ "function": "{{function}}", "point": {{point}}, "h": {{h}} }"""));
        Answers.Close(exact, answer.Number("exact"));
        var estimate = Estimate(answer, "forward");
        Assert.Equal(forward, estimate.Number("value"));
        Assert.Equal(Math.Abs(forward - answer.Number("exact")), estimate.Number("error"));
    }

    [Fact]
    public async Task The_step_is_a_ten_thousandth_by_default()
    {
        var answer = await service.Answer("derivative/numeric", """{ "function": "x^2", "point": 3 }""");
        Assert.Equal(6.000100000012054, Estimate(answer, "forward").Number("value"));
        Assert.Equal("forward backward central five_point richardson complex_step", string.Join(' ', answer.GetProperty("estimates").EnumerateArray().Select(each => each.GetProperty("method").GetString())));
        Answers.Close(5.9999, Estimate(answer, "backward").Number("value"), 1e-9);
        Answers.Close(6, Estimate(answer, "central").Number("value"), 1e-9);
    }

    [Fact]
    public async Task Better_methods_err_less_and_the_best_step_is_in_the_valley()
    {
        var answer = await service.Answer("derivative/numeric", """{ "function": "exp(x*y)", "variable": "x", "point": { "x": 1, "y": 0.5 }, "h": 0.01 }""");
        Answers.Close(0.5 * Math.Exp(0.5), answer.Number("exact"));
        double[] errors = [.. answer.GetProperty("estimates").EnumerateArray().Select(each => each.Number("error"))];
        Assert.True(errors[0] > errors[2] && errors[2] > errors[3], string.Join(", ", errors));

        foreach (var sweep in answer.GetProperty("sweep").EnumerateArray())
        {
            var (h, error) = (sweep.Numbers("h"), sweep.Numbers("error"));
            Assert.Equal((16, 0.1, 1e-16), (h.Length, h[0], h[^1]));
            var best = answer.GetProperty("bestH").Number(sweep.GetProperty("method").GetString()!);
            Assert.Equal(error.Min(), error[Array.IndexOf(h, best)]);
        }

        Assert.InRange(answer.GetProperty("bestH").Number("forward"), 1e-9, 1e-7);
    }

    [Fact]
    public async Task An_estimate_beyond_the_domain_is_not_a_number()
    {
        var answer = await service.Answer("derivative/numeric", """{ "function": "sqrt(x)", "point": 0.01, "h": 0.1 }""");
        Assert.Equal("NaN", Estimate(answer, "central").GetProperty("value").GetString());
        Answers.Close(5, answer.Number("exact"));
    }

    [Fact]
    public async Task A_complex_step_subtracts_nothing_and_errs_by_nothing()
    {
        var answer = await service.Answer("derivative/numeric", """{ "function": "exp(x)/sqrt(sin(x)^3 + cos(x)^3)", "point": 1.5, "h": 1e-12 }""");
        var complex = Estimate(answer, "complex_step");
        Assert.InRange(complex.Number("error"), 0, 1e-14 * answer.Number("exact"));
        Assert.InRange(Estimate(answer, "central").Number("error"), 1e-6, 1);
        Assert.Equal(0, Sweep(answer, "complex_step").GetProperty("roundingOrder").GetInt32());
        Assert.All(Sweep(answer, "complex_step").Numbers("error")[8..], error => Assert.InRange(error, 0, 1e-13));
    }

    [Theory]
    [InlineData("abs(x)", 0, "abs(x) has none")]
    [InlineData("x*gamma(x)", 2.5, "gamma(x) has none")]
    [InlineData("if(x > 1, x, x^2)", 1, "x > 1 has none")]
    [InlineData("1/x", 0, "no finite value")]
    [InlineData("x^2", 1e300, "no finite value")]
    public async Task A_complex_step_that_cannot_be_taken_says_why(string function, double point, string reason)
    {
        var answer = await service.Answer("derivative/numeric", FormattableString.Invariant($$"""{ "function": "{{function}}", "point": {{point}} }"""));
        var complex = Estimate(answer, "complex_step");
        Assert.Equal("NaN", complex.GetProperty("value").GetString());
        Assert.Contains(reason, complex.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Contains(reason, Sweep(answer, "complex_step").GetProperty("why").GetString(), StringComparison.Ordinal);
        Assert.False(answer.GetProperty("bestH").TryGetProperty("complex_step", out _));
    }

    // The figures of many courses: the slope of sin at 1 and of x^2 at 3.
    [Theory]
    [InlineData("sin(x)", 1, "forward", 1e-4, 4.2e-5, "truncation")]
    [InlineData("sin(x)", 1, "forward", 1e-8, 3.0e-9, "rounding")]
    [InlineData("sin(x)", 1, "forward", 1e-12, 4.3e-5, "rounding")]
    [InlineData("sin(x)", 1, "forward", 1e-16, 0.54, "rounding")]
    [InlineData("sin(x)", 1, "central", 1e-3, 9.0e-8, "truncation")]
    [InlineData("sin(x)", 1, "central", 1e-5, 1.1e-11, "rounding")]
    [InlineData("sin(x)", 1, "central", 1e-8, 2.6e-9, "rounding")]
    [InlineData("x^2", 3, "forward", 1e-14, 0.217, "rounding")]
    [InlineData("x^2", 3, "forward", 1e-16, 6, "rounding")]
    public async Task Each_step_tells_what_its_error_is_made_of(string function, double point, string method, double h, double error, string regime)
    {
        var answer = await service.Answer("derivative/numeric", FormattableString.Invariant($$"""{ "function": "{{function}}", "point": {{point}} }"""));
        var sweep = Sweep(answer, method);
        var place = Array.IndexOf(sweep.Numbers("h"), h);
        Assert.Equal(error, sweep.Numbers("error")[place], 0.03 * error);
        Assert.Equal(regime, sweep.GetProperty("regime")[place].GetString());
    }

    [Theory]
    [InlineData("sin(x)", 1, "central", "falls like h^2 and rounding grows like u/h with the unit roundoff u = 1.1e-16; their sum is smallest near h = 2.3 u^(1/3) = 1.1e-5; the best step found is h = 1e-5, with an error of 1.1e-11")]
    [InlineData("sin(x)", 0, "forward", "falls like h^2 (not h as usual)")]
    [InlineData("x^2", 3, "central", "no truncation error")]
    [InlineData("3x + 1", 2, "forward", "no truncation error")]
    [InlineData("x^3", 0, "central", "rounding never takes over")]
    [InlineData("x^1.5", 0, "forward", "falls like h^0.5 (not h as usual)")]
    [InlineData("abs(x)", 0, "forward", "There is no derivative at this point")]
    [InlineData("1/x", 0, "central", "The derivative is not finite")]
    [InlineData("sin(x)", 1e300, "central", "x + h is x itself")]
    [InlineData("exp(x)", 1, "complex_step", "Nothing is subtracted")]
    [InlineData("x^2", 1e300, "forward", "No step gives a finite value")]
    public async Task The_best_step_is_explained(string function, double point, string method, string words)
    {
        var answer = await service.Answer("derivative/numeric", FormattableString.Invariant($$"""{ "function": "{{function}}", "point": {{point}} }"""));
        Assert.Contains(words, Sweep(answer, method).GetProperty("why").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("exp(x)", 1)]
    [InlineData("tanh(x)", 0.3)]
    [InlineData("x^5 - 3x", 2)]
    public async Task Theory_and_experiment_agree_on_the_valley(string function, double point)
    {
        var answer = await service.Answer("derivative/numeric", FormattableString.Invariant($$"""{ "function": "{{function}}", "point": {{point}} }"""));
        foreach (var sweep in answer.GetProperty("sweep").EnumerateArray())
        {
            if (sweep.TryGetProperty("predictedH", out var predicted))
                Assert.InRange(Math.Log10(predicted.GetDouble() / sweep.Number("bestH")), -1.6, 1.6);
        }
    }

    [Theory]
    [InlineData("""{ "function": "x^2", "point": 3, "h": 0 }""", 422, "value", "h")]
    [InlineData("""{ "function": "x^2", "point": 3, "h": -0.1 }""", 422, "value", "h")]
    [InlineData("""{ "function": "x^2" }""", 400, "shape", "point")]
    [InlineData("""{ "function": "x*y", "point": { "x": 1, "y": 1 } }""", 422, "value", "variable")]
    public async Task Refuses_what_is_not_a_step(string body, int status, string type, string field) =>
        Assert.Contains(field, (await service.Ask("derivative/numeric", body)).IsProblem(status, type).Fields, StringComparer.Ordinal);

    private static JsonElement Sweep(JsonElement answer, string method) => answer.GetProperty("sweep").EnumerateArray()
        .Single(each => string.Equals(each.GetProperty("method").GetString(), method, StringComparison.Ordinal));

    private static JsonElement Estimate(JsonElement answer, string method) => answer.GetProperty("estimates").EnumerateArray()
        .Single(each => string.Equals(each.GetProperty("method").GetString(), method, StringComparison.Ordinal));
}
