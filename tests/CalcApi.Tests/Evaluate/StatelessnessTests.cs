using System.Globalization;
using Xunit;

namespace CalcApi.Tests.Evaluate;

/// <summary>An answer depends on its request alone: not on other requests, not on the machine's language.</summary>
public sealed class StatelessnessTests(Api service)
{
    [Fact]
    public async Task Requests_with_conflicting_definitions_do_not_meet()
    {
        // f, g and a mean something else in each of them.
        var questions = Enumerable.Range(1, 40).Select(n => (
            Body: $$"""{ "function": "g(x) = {{n}}x; f(x) = g(x)^2 + a", "data": { "a": {{n}} }, "point": 2 }""",
            Value: (4.0 * n * n) + n)).ToList();

        for (var round = 0; round < 3; round++)
        {
            var answers = await Task.WhenAll(questions.Select(question => service.Answer("evaluate", question.Body)));
            for (var i = 0; i < questions.Count; i++) Assert.Equal(questions[i].Value, answers[i].Number("value"));
        }
    }

    [Theory]
    [InlineData("parse", """{ "function": "0.5x^2 + sin(3x)" }""")]
    [InlineData("derivative", """{ "function": "exp(-0.25x^2)*tanh(x)", "point": 1.5 }""")]
    [InlineData("gradient", """{ "function": "x*y/(x^2 + y^2)", "point": { "x": 1, "y": 2 } }""")]
    public async Task The_same_request_has_the_same_bytes(string route, string body)
    {
        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => service.Ask(route, body)));
        Assert.Single(replies.Select(reply => reply.Text).Distinct(StringComparer.Ordinal));
    }

    // German, Arabic and Swedish ways of writing numbers; the service carries no culture data, so they are made by hand.
    [Theory]
    [InlineData(",", ".", "-")]
    [InlineData("\u066B", "\u066C", "\u061C-")]
    [InlineData(",", "\u00A0", "\u2212")]
    public async Task The_machines_language_does_not_matter(string point, string group, string minus)
    {
        const string body = """{ "function": "f(i) = 1234.5i - sin(i)/1e9", "point": -1.5, "variable": "i" }""";
        var expected = (await service.Ask("derivative", body)).Text;
        var (standard, current) = (CultureInfo.DefaultThreadCurrentCulture, CultureInfo.CurrentCulture);
        try
        {
            var foreign = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            (foreign.NumberFormat.NumberDecimalSeparator, foreign.NumberFormat.NumberGroupSeparator, foreign.NumberFormat.NegativeSign) = (point, group, minus);
            CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = foreign;
            Assert.NotEqual("-1.5", (-1.5).ToString(CultureInfo.CurrentCulture), StringComparer.Ordinal);
            Assert.Equal(expected, (await service.Ask("derivative", body)).Text);
        }
        finally
        {
            (CultureInfo.DefaultThreadCurrentCulture, CultureInfo.CurrentCulture) = (standard, current);
        }
    }
}
