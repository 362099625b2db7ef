using Xunit;

namespace CalcApi.Tests.Derivative;

/// <summary>At a tie of several arguments each slope has an equal share, and equal shares add up to exactly 1.</summary>
public sealed class TieTests(Api service)
{
    [Theory]
    [InlineData("max(x, 2x, 3x)", 0, "2")]
    [InlineData("min(x, 4x, 5x + 1, 7x)", 0, "4")]
    [InlineData("max(x, 2x, 3x, 5x, 7x, 9x)", 0, "4.5")]
    [InlineData("max(0.1*x, 0.2*x, 0.3*x)", 0, "0.2")]
    [InlineData("max(x, x^2, x^4)", 1, "2.3333333333333335")]
    [InlineData("max(x, 2x)", 0, "1.5")]
    [InlineData("max(x, 2x, 3x, 4x, 5x)", 0, "3")]
    public async Task Equal_shares_of_slopes_add_up(string function, int point, string value)
    {
        var answer = await service.Answer("derivative", $$"""{ "function": "{{function}}", "point": {{point}} }""");
        Assert.Equal(value, answer.GetProperty("value").GetRawText(), StringComparer.Ordinal);
        Assert.Contains(answer.GetProperty("notes").EnumerateArray(), note => note.Text("message").EndsWith($"the value {value} is a convention.", StringComparison.Ordinal));
    }
}
