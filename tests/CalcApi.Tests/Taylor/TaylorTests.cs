using System.Text.Json;
using Xunit;

namespace CalcApi.Tests.Taylor;

public sealed class TaylorTests(Api service)
{
    // Abramowitz and Stegun: 4.2.1, 4.3.65, 4.1.24, 3.6.8, 3.6.11, 4.3.67, 7.1.5, 4.4.40, 4.5.64; the rest by hand.
    [Theory]
    [InlineData("exp(x)", "0", 4, "1 + x + x^2/2 + x^3/6 + x^4/24")]
    [InlineData("exp(x)", "1", 2, "e + e*(x - 1) + e*(x - 1)^2/2")]
    [InlineData("sin(x)", "0", 5, "x - x^3/6 + x^5/120")]
    [InlineData("sin(x)", "1", 3, "sin(1) + cos(1)*(x - 1) - sin(1)*(x - 1)^2/2 - cos(1)*(x - 1)^3/6")]
    [InlineData("log(1+x)", "0", 4, "x - x^2/2 + x^3/3 - x^4/4")]
    [InlineData("1/(1-x)", "0", 4, "1 + x + x^2 + x^3 + x^4")]
    [InlineData("sqrt(1+x)", "0", 4, "1 + x/2 - x^2/8 + x^3/16 - 5*x^4/128")]
    [InlineData("sqrt(x)", "2", 2, "sqrt(2) + sqrt(2)*(x - 2)/4 - sqrt(2)*(x - 2)^2/32")]
    [InlineData("tan(x)", "0", 9, "x + x^3/3 + 2*x^5/15 + 17*x^7/315 + 62*x^9/2835")]
    [InlineData("erf(x)", "0", 5, "2*x/sqrt(pi) - 2*x^3/(3*sqrt(pi)) + x^5/(5*sqrt(pi))")]
    [InlineData("gamma(x)", "1", 2, "1 - 0.5772156649015329*(x - 1) + 0.9890559953279725*(x - 1)^2")]
    [InlineData("x^x", "1", 5, "1 + (x - 1) + (x - 1)^2 + (x - 1)^3/2 + (x - 1)^4/3 + (x - 1)^5/12")]
    [InlineData("sigmoid(x)", "0", 5, "1/2 + x/4 - x^3/48 + x^5/480")]
    [InlineData("asin(x)", "0", 5, "x + x^3/6 + 3*x^5/40")]
    [InlineData("sinc(x)", "0", 6, "1 - x^2/6 + x^4/120 - x^6/5040")]
    [InlineData("x^3 - 2x + 1", "0", 5, "1 - 2*x + x^3")]
    [InlineData("x^3 - 2x + 1", "2", 3, "5 + 10*(x - 2) + 6*(x - 2)^2 + (x - 2)^3")]
    [InlineData("sin(x)^10*exp(x)", "0", 13, "x^10 + x^11 - 7*x^12/6 - 3*x^13/2")]
    [InlineData("x^15", "0", 14, "0")]
    [InlineData("abs(x)", "-2", 3, "2 - (x + 2)")]
    [InlineData("x*abs(x)", "0", 1, "0")]
    [InlineData("max(x^3, 0)", "0", 2, "0")]
    [InlineData("abs(x)^2", "0", 4, "x^2")]
    [InlineData("floor(x)*x", "2.5", 1, "5 + 2*(x - 2.5)")]
    [InlineData("exp(x)", "0", 0, "1")]
    public async Task The_series_is_the_one_of_the_books(string function, string point, int order, string polynomial)
    {
        var answer = await service.Answer("taylor", $$"""{ "function": "{{function}}", "point": {{point}}, "order": {{order}} }""");
        Assert.Equal(polynomial, answer.GetProperty("polynomial").GetProperty("text").GetString());
        Assert.Equal(order + 1, answer.GetProperty("terms").GetArrayLength());
    }

    [Fact]
    public async Task Each_term_has_its_derivative_and_its_coefficient()
    {
        var answer = await service.Answer("taylor", """{ "function": "exp(2x)", "point": 0, "order": 3 }""");
        var third = answer.GetProperty("terms")[3];
        Assert.Equal((3, 8, 4.0 / 3), (third.GetProperty("order").GetInt32(), third.Number("derivative"), third.Number("coefficient")));
        Assert.True(third.GetProperty("exact").GetBoolean());
        Assert.Equal("4*x^3/3", third.GetProperty("term").GetProperty("text").GetString());
        Assert.Equal(@"1 + 2 x + 2 x^{2} + \frac{4 x^{3}}{3}", answer.GetProperty("polynomial").GetProperty("latex").GetString());
    }

    [Fact]
    public async Task Other_variables_are_held_and_data_stay_letters()
    {
        var held = await service.Answer("taylor", """{ "function": "exp(x*y)", "variable": "x", "point": { "x": 0, "y": 2 }, "order": 2 }""");
        Assert.Equal("1 + 2*x + 2*x^2", held.GetProperty("polynomial").GetProperty("text").GetString());
        var letters = await service.Answer("taylor", """{ "function": "exp(k*x)", "data": { "k": 3 }, "point": 0, "order": 2 }""");
        Assert.Equal("1 + k*x + k^2*x^2/2", letters.GetProperty("polynomial").GetProperty("text").GetString());
        Assert.Equal(9, letters.GetProperty("terms")[2].Number("derivative"));
    }

    [Theory]
    [InlineData("exp(x)", 0, 3, 1, "x^4*exp(xi)/24")]
    [InlineData("sin(x)", 0.5, 4, 0.25, "cos(xi)*(x - 0.5)^5/120")]
    [InlineData("log(x)", 2, 3, 1, "-(x - 2)^4/(4*xi^4)")]
    [InlineData("exp(xi*x)", 0, 1, 1, "xi^2*x^2*exp(xi*xi_1)/2")]
    public async Task The_remainder_is_the_form_of_Lagrange_and_its_bound_holds(string function, double point, int order, double radius, string lagrange)
    {
        var data = function.Contains("xi", StringComparison.Ordinal) ? """ "data": { "xi": 2 },""" : "";
        var answer = await service.Answer("taylor", FormattableString.Invariant(
            $$"""{ "function": "{{function}}",{{data}} "point": {{point}}, "order": {{order}}, "radius": {{radius}} }"""));
        var remainder = answer.GetProperty("remainder");
        Assert.Equal(order + 1, remainder.GetProperty("order").GetInt32());
        Assert.Equal((point - radius, point + radius), (remainder.Number("from"), remainder.Number("to")));
        Assert.Equal(lagrange, remainder.GetProperty("lagrange").GetProperty("text").GetString());
        Assert.InRange(remainder.Number("largestError"), 1e-12, 1.001 * remainder.Number("bound"));
    }

    [Theory]
    [InlineData("1/(1-x)", 0, "order 4 is not finite at x = 1")]
    [InlineData("abs(x)", 0.5, "changes branch near x = 0")]
    [InlineData("sqrt(x)", 0.5, "at x = -0.5")]
    public async Task A_bound_that_does_not_hold_is_not_given(string function, double point, string reason)
    {
        var answer = await service.Answer("taylor", FormattableString.Invariant($$"""{ "function": "{{function}}", "point": {{point}}, "order": 3 }"""));
        var remainder = answer.GetProperty("remainder");
        Assert.False(remainder.TryGetProperty("bound", out _));
        Assert.Contains(reason, remainder.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("abs(x)", "0", 1, "There is no derivative of order 1 at x = 0: it is -1 on the left and 1 on the right.")]
    [InlineData("x*abs(x)", "0", 2, "There is no derivative of order 2 at x = 0: it is -2 on the left and 2 on the right.")]
    [InlineData("abs(3x - 0.3)", "0.1", 1, "-3 on the left and 3 on the right")]
    [InlineData("mod(x, 0.7)", "9.1", 1, "The function jumps at x = 9.1")]
    [InlineData("mod(x, 1)*(1 - mod(x, 1))", "3", 1, "-1 on the left and 1 on the right")]
    [InlineData("acot(x)", "0", 1, "The function jumps at x = 0")]
    [InlineData("floor(x)", "1", 0, "The function jumps at x = 1")]
    [InlineData("1/x", "0", 2, "no finite value at x = 0")]
    [InlineData("log(x)", "-1", 2, "no finite value at x = -1")]
    [InlineData("sqrt(x)", "0", 1, "derivative of order 1 has no value at x = 0")]
    [InlineData("if(x == 0, 1, sin(x)/x)", "0", 2, "next to x = 0 has no value there")]
    [InlineData("exp(x)", "1000", 2, "no finite value")]
    public async Task Refuses_where_there_is_no_polynomial(string function, string point, int order, string reason)
    {
        var problem = (await service.Ask("taylor", $$"""{ "function": "{{function}}", "point": {{point}}, "order": {{order}} }""")).IsProblem(422, "value");
        Assert.Contains("point", problem.Fields, StringComparer.Ordinal);
        Assert.Contains(reason, problem.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "function": "x^2", "point": 1, "order": -1 }""", 422, "value", "order")]
    [InlineData("""{ "function": "x^2", "point": 1, "order": 1, "radius": 0 }""", 422, "value", "radius")]
    [InlineData("""{ "function": "x^2", "point": 1 }""", 400, "shape", "order")]
    [InlineData("""{ "function": "x^2", "order": 1 }""", 400, "shape", "point")]
    [InlineData("""{ "function": "x*y", "point": { "x": 1, "y": 1 }, "order": 1 }""", 422, "value", "variable")]
    public async Task Refuses_what_makes_no_sense(string body, int status, string type, string field) =>
        Assert.Contains(field, (await service.Ask("taylor", body)).IsProblem(status, type).Fields, StringComparer.Ordinal);

    [Fact]
    public async Task The_order_has_a_limit() =>
        (await service.Ask("taylor", """{ "function": "exp(x)", "point": 0, "order": 21 }""")).IsProblem(422, "limit");

    [Theory]
    [InlineData("sin(x)^10*exp(x)", 1)]
    [InlineData("exp(exp(sin(x)))/(1 + x^2)", 0.3)]
    [InlineData("gamma(x)*x^x", 1.5)]
    public async Task The_highest_order_is_possible(string function, double point)
    {
        var answer = await service.Answer("taylor", FormattableString.Invariant($$"""{ "function": "{{function}}", "point": {{point}}, "order": 20, "radius": 0.1 }"""));
        Assert.InRange(answer.GetProperty("remainder").Number("largestError"), 0, 1e-11);
        Assert.All(answer.GetProperty("terms").EnumerateArray(), static term => Assert.Equal(JsonValueKind.Number, term.GetProperty("coefficient").ValueKind));
    }
}
