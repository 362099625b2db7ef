using System.Text;
using Calculus.Syntax;
using Xunit;

namespace Calculus.Tests.Syntax;

public sealed class DeepTextTests
{
    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();

    [Theory, Trait("Length", "long")]
    [InlineData("(", "x", ")", 1_000_000, 1)]
    [InlineData("sin(", "x", ")", 100_000, 100_001)]
    [InlineData("sin ", "x", "", 100_000, 100_001)]
    [InlineData("-", "x", "", 500_000, 500_001)]
    [InlineData("x^", "x", "", 100_000, 200_001)]
    [InlineData("x^-", "x", "", 50_000, 150_001)]
    [InlineData("x+", "x", "", 100_000, 200_001)]
    [InlineData("x*", "x", "", 100_000, 200_001)]
    [InlineData("(x+", "x", ")", 50_000, 100_001)]
    [InlineData("", "x", "!", 100_000, 100_001)]
    [InlineData("", "x", "'", 100_000, 100_001)]
    [InlineData("", "x", "[1]", 50_000, 100_001)]
    [InlineData("x²+", "x", "", 50_000, 200_001)]
    [InlineData("[", "x", "]", 50_000, 50_001)]
    [InlineData("| ", "x", " |", 50_000, 50_001)]
    [InlineData("√", "x", "", 50_000, 50_001)]
    [InlineData("not ", "x|x|", "|x|", 20_000, 80_004)]
    [InlineData("x < 3 and ", "x", "", 20_000, 80_001)]
    [InlineData("2x(", "x", ")", 20_000, 80_001)]
    [InlineData("1/2", "x", "", 50_000, 100_003)]
    [InlineData("sin^2 ", "x", "", 20_000, 60_001)]
    [InlineData("sin x/", "x", "", 20_000, 60_001)]
    [InlineData("max(x, ", "x", ")", 50_000, 100_001)]
    [InlineData("x(", "x", ")", 50_000, 100_001)]
    [InlineData("sum(i = 1..", "3", ")", 20_000, 60_001)]
    public void Reads_what_is_deep_on_a_small_stack(string before, string middle, string after, int times, int nodes)
    {
        var text = Repeat(before, times) + middle + Repeat(after, times);
        var definition = SmallThread.Run(() => Reading.Of(text, limits: Reading.Raised));
        Assert.Equal(nodes, definition.Statements[0].Nodes.Count);
        Assert.True(definition.Notes.Count <= 21);

        var printed = SmallThread.Run(() => Reading.Bracketed(definition.Statements[0].Body, Reading.Raised));
        var again = SmallThread.Run(() => Reading.Of(printed, limits: Reading.Raised));
        Assert.Equal(nodes, again.Statements[0].Nodes.Count);
    }

    [Theory, Trait("Length", "long")]
    [InlineData("(", 1_000_000)]
    [InlineData("sin(", 100_000)]
    [InlineData("sin ", 100_000)]
    [InlineData("x^", 100_000)]
    [InlineData("x+", 100_000)]
    [InlineData("|", 100_000)]
    [InlineData("[", 100_000)]
    [InlineData(")", 100_000)]
    [InlineData("x(", 100_000)]
    [InlineData("f''(", 100_000)]
    [InlineData("- ", 100_000)]
    public void Refuses_what_is_deep_and_broken_on_a_small_stack(string piece, int times) =>
        Assert.Throws<FormulaException>(() => SmallThread.Run(() => Reading.Of(Repeat(piece, times), limits: Reading.Raised)));

    [Fact]
    public void Reads_many_statements_in_one_pass()
    {
        const int count = 5_000;
        var text = new StringBuilder("f0(x) = x;");
        for (var i = 1; i < count; i++) text.Append('f').Append(i).Append("(x) = f").Append(i - 1).Append("(x)^2;");
        Assert.Equal(count, SmallThread.Run(() => Reading.Of(text.ToString(), limits: Reading.Raised)).Statements.Count);
    }
}
