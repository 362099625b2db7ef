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
        Assert.Equal("forward backward central five_point richardson", string.Join(' ', answer.GetProperty("estimates").EnumerateArray().Select(each => each.GetProperty("method").GetString())));
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

    [Theory]
    [InlineData("""{ "function": "x^2", "point": 3, "h": 0 }""", 422, "value", "h")]
    [InlineData("""{ "function": "x^2", "point": 3, "h": -0.1 }""", 422, "value", "h")]
    [InlineData("""{ "function": "x^2" }""", 400, "shape", "point")]
    [InlineData("""{ "function": "x*y", "point": { "x": 1, "y": 1 } }""", 422, "value", "variable")]
    public async Task Refuses_what_is_no_step(string body, int status, string type, string field) =>
        Assert.Contains(field, (await service.Ask("derivative/numeric", body)).IsProblem(status, type).Fields, StringComparer.Ordinal);

    private static JsonElement Estimate(JsonElement answer, string method) => answer.GetProperty("estimates").EnumerateArray()
        .Single(each => string.Equals(each.GetProperty("method").GetString(), method, StringComparison.Ordinal));
}
