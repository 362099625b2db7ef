using Xunit;

namespace CalcApi.Tests.Derivative;

/// <summary>Numbers that were written as decimals come back as decimals, and exactly.</summary>
public sealed class DecimalTests(Api service)
{
    [Theory]
    [InlineData("x^3", "0.3", "0.27*x - 0.054")]
    [InlineData("x^3", "0.1", "0.03*x - 0.002")]
    [InlineData("x^2", "0.7", "1.4*x - 0.49")]
    [InlineData("x^2 - 0.01", "0.1", "0.2*x - 0.02")]
    [InlineData("x^5 - x", "-0.3", "0.00972 - 0.9595*x")]
    [InlineData("1/x", "0.3", "20/3 - 100*x/9")]
    [InlineData("1/x", "0.4", "5 - 6.25*x")]
    [InlineData("1/x", "3", "2/3 - x/9")]
    [InlineData("sqrt(x)", "0.09", "5*x/3 + 0.15")]
    [InlineData("sqrt(x)", "0.25", "x + 0.25")]
    [InlineData("(x + 0.1)/(x - 0.4)", "0.9", "3.8 - 2*x")]
    [InlineData("abs(x)", "-0.7", "-x")]
    [InlineData("max(x^2, x^3)", "1.1", "3.63*x - 2.662")]
    [InlineData("x^2", "1e150", "2e150*x - 1e300")]
    [InlineData("x^10", "1234567", "6.662419533119566e55*x - 7.40268296617034e61")]
    [InlineData("12345678912345678*x^2", "1", "24691357824691356*x - 12345678912345678")]
    [InlineData("x^2/3", "0.7", "7*x/15 - 49/300")]
    [InlineData("sin(x)", "0.5", "0.8775825618903728*x + 0.0406342576590166")]
    [InlineData("exp(x)", "0.1", "1.1051709180756477*x + 0.994653826268083")]
    public async Task A_tangent_is_exact_where_its_numbers_are_short(string function, string point, string tangent)
    {
        var answer = await service.Answer("derivative", $$"""{ "function": "{{function}}", "point": {{point}} }""");
        Assert.Equal(tangent, answer.Formula("tangent"));
    }

    [Theory]
    [InlineData("f(m) = mean((y - m*x).^2)", """{ "x": [0.1, 0.2, 0.3], "y": [1, 2, 4] }""", "0.1", "104993/15000 - 1.124*m")]
    [InlineData("f(m) = sum(i = 1..3, y[i]*m^i)", """{ "y": [0.1, 0.2, 0.3] }""", "0.1", "0.149*m - 0.0026")]
    [InlineData("a*x^2", """{ "a": 0.1 }""", "1", "0.2*x - 0.1")]
    [InlineData("max(a*x, x^2)", """{ "a": 0.1 }""", "0.7", "1.4*x - 0.49")]
    public async Task So_is_a_tangent_among_data(string function, string data, string point, string tangent) =>
        Assert.Equal(tangent, (await service.Answer("derivative", $$"""{ "function": "{{function}}", "data": {{data}}, "point": {{point}} }""")).Formula("tangent"));

    [Theory]
    [InlineData("x^2", 1.5, 2.7, 5.04, 1.2, 4.2, "4.2*x - 4.05")]
    [InlineData("x^2", 0.1, 0.4, 0.15, 0.3, 0.5, "0.5*x - 0.04")]
    [InlineData("x^3", -0.3, 0.1, 0.028, 0.4, 0.07, "0.07*x - 0.006")]
    [InlineData("1/x", 0.3, 0.6, -1.6666666666666667, 0.3, -5.555555555555555, "5 - 50*x/9")]
    [InlineData("1/x", 2, 5, -0.3, 3, -0.1, "7/10 - x/10")]
    [InlineData("12.5x^2 - 7.25x", 1, 2, 30.25, 1, 30.25, "30.25*x - 25")]
    public async Task A_line_and_its_rise_and_run_are_exact(string function, double from, double to, double rise, double run, double slope, string line)
    {
        var answer = await service.Answer("slope", FormattableString.Invariant($$"""{ "function": "{{function}}", "from": {{from}}, "to": {{to}} }"""));
        Assert.Equal((rise, run, slope, line), (answer.Number("rise"), answer.Number("run"), answer.Number("slope"), answer.Formula("line")));
    }

    [Theory]
    [InlineData("[[0.1, 0.2], [0.4, 1.1]]", 3, "3*x - 0.1")]
    [InlineData("[[1e-5, 3], [2e-5, 4]]", 100000, "100000*x + 2")]
    [InlineData("[[1, 4], [4, 6]]", 0.6666666666666666, "2*x/3 + 10/3")]
    [InlineData("[[1e150, 1e300], [2e150, 1e300]]", 0, "1e300")]
    public async Task A_line_through_given_points_has_their_decimals(string points, double slope, string line)
    {
        var answer = await service.Answer("slope", $$"""{ "points": {{points}} }""");
        Assert.Equal((slope, line), (answer.Number("slope"), answer.Formula("line")));
    }

    [Theory]
    [InlineData("x^2*y", """{ "x": 0.1, "y": 0.7 }""", "0.7*x^2 + 0.2*x*y")]
    [InlineData("x^2*y + 0.3*y", """{ "x": 0.1, "y": 0.7 }""", "0.7*x^2 + 0.2*x*y + 0.21")]
    [InlineData("x^2*y", """{ "x": 3, "y": 4 }""", "4*x^2 + 6*x*y")]
    [InlineData("x/3 + y^2/2", """{ "x": 1.5, "y": 2.5 }""", "2.5*y + 0.5")]
    public async Task A_direction_keeps_its_decimals(string function, string direction, string expression)
    {
        var answer = await service.Answer("directional-derivative", $$"""{ "function": "{{function}}", "point": { "x": 0.1, "y": 0.2 }, "direction": {{direction}} }""");
        Assert.Equal(expression, answer.Formula("expression"));
    }

    [Theory]
    [InlineData("x^3", "0.3", 3, "0.027 + 0.27*(x - 0.3) + 0.9*(x - 0.3)^2 + (x - 0.3)^3")]
    [InlineData("x^2", "0.1", 2, "0.01 + 0.2*(x - 0.1) + (x - 0.1)^2")]
    [InlineData("sin(x)", "0.3", 2, "sin(0.3) + cos(0.3)*(x - 0.3) - 0.5*sin(0.3)*(x - 0.3)^2")]
    [InlineData("1/x", "0.25", 2, "4 - 16*(x - 0.25) + 64*(x - 0.25)^2")]
    [InlineData("1/x", "0.7123", 1, "10000/7123 - 1.9709432120213188*(x - 0.7123)")]
    [InlineData("0.5*x^2", "1", 2, "0.5 + (x - 1) + 0.5*(x - 1)^2")]
    public async Task A_series_keeps_the_decimals_of_its_point(string function, string point, int order, string polynomial) =>
        Assert.Equal(polynomial, (await service.Answer("taylor", $$"""{ "function": "{{function}}", "point": {{point}}, "order": {{order}} }""")).Formula("polynomial"));

    [Theory]
    [InlineData("12.5x^3 - 7.25x", "37.5*x^2 - 7.25")]
    [InlineData("0.1x^2 + 0.3x", "0.2*x + 0.3")]
    [InlineData("0.5*exp(x) - 0.25*exp(-x)", "0.5*exp(x) + 0.25*exp(-x)")]
    [InlineData("0.3*sin(x) - 0.3*cos(x)", "0.3*(sin(x) + cos(x))")]
    [InlineData("-0.3*sin(x) - 0.6*x^3", "-1.8*x^2 - 0.3*cos(x)")]
    [InlineData("(0.5x + 0.25)/(x - 1.5)", "-1/(x - 1.5)^2")]
    [InlineData("log(1.5x^2 + 0.5)", "3*x/(1.5*x^2 + 0.5)")]
    [InlineData("0.5x*(1 + tanh(sqrt(2/pi)*(x + 0.044715x^3)))", "0.5*(sqrt(2/pi)*x*(0.134145*x^2 + 1)*(1 - tanh(sqrt(2/pi)*(0.044715*x^3 + x))^2) + tanh(sqrt(2/pi)*(0.044715*x^3 + x)) + 1)")]
    [InlineData("gelu_tanh(x)", "sigmoid(sqrt(8/pi)*(0.044715*x^3 + x))*(sqrt(8/pi)*x*sigmoid(-sqrt(8/pi)*(0.044715*x^3 + x))*(0.134145*x^2 + 1) + 1)")]
    [InlineData("x^2/2 + x/4", "x + 1/4")]
    public async Task No_factor_is_taken_out_of_decimals(string function, string derivative) =>
        Assert.Equal(derivative, (await service.Answer("derivative", $$"""{ "function": "{{function}}" }""")).Formula("derivative"));
}
