using System.Globalization;
using System.Net;
using Xunit;

namespace CalcApi.Tests.Derivative;

/// <summary>Long products, quotients and sums of every kind of factor fit the memory of a question, at a point too.</summary>
public sealed class LongProductTests(Api service)
{
    [Theory]
    [InlineData(60)]
    [InlineData(300)]
    [InlineData(600)]
    public async Task Products_of_neighbours_are_answered(int factors)
    {
        var reply = await AskAsync("*", "(x+{0})", 0, factors, 0);
        Assert.True(reply.Status == HttpStatusCode.OK, reply.Text);
        // At 0 one term is left, the product of the other constants: 59! here, and beyond doubles for more.
        if (factors == 60) Assert.Equal(1.3868311854568984e80, reply.Json.GetProperty("value").GetDouble(), 1e68);
    }

    [Theory]
    [InlineData("(x-{0})")]
    [InlineData("(1-x/{0})")]
    [InlineData("(x-1/{0})")]
    [InlineData("(x^{0}+1)")]
    [InlineData("(x^2+{0}*x+1)")]
    [InlineData("(x+0.{0})")]
    [InlineData("(x+sin({0}*x))")]
    [InlineData("(1+exp({0}*x))")]
    [InlineData("sin({0}*x)")]
    [InlineData("tanh(x+{0})")]
    [InlineData("abs(x-{0})")]
    [InlineData("max(x,{0})")]
    [InlineData("log(x+{0})")]
    [InlineData("(a{0}+x)")]
    [InlineData("a{0}")]
    public async Task Three_hundred_of_a_kind_are_answered(string part)
    {
        foreach (var sign in new[] { "*", "/", "+" })
        {
            var reply = await AskAsync(sign, part, 1, 300, 0.5);
            Assert.True(reply.Status == HttpStatusCode.OK, sign + reply.Text);
        }
    }

    private Task<Reply> AskAsync(string sign, string part, int first, int count, double at)
    {
        var parts = Enumerable.Range(first, count).Select(i => string.Format(CultureInfo.InvariantCulture, part, i));
        var letters = part.Contains("a{0}", StringComparison.Ordinal) ? Enumerable.Range(1, count).Select(static i => FormattableString.Invariant($"a{i}")) : [];
        var names = part.Contains('x', StringComparison.Ordinal) ? letters.Append("x").ToList() : letters.ToList();
        var point = string.Join(", ", names.Select(name => FormattableString.Invariant($"\"{name}\": {at}")));
        return service.Client.Ask("derivative", $$"""{ "function": "{{string.Join(sign, parts)}}", "variable": "{{names[^1]}}", "point": { {{point}} } }""");
    }
}
