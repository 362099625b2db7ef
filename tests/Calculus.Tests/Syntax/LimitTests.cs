using System.Text;
using Calculus.Budgets;
using Calculus.Syntax;
using Xunit;

namespace Calculus.Tests.Syntax;

public sealed class LimitTests
{
    private static readonly Limits Small = new()
    {
        TextLength = 60,
        Tokens = 30,
        SyntaxNodes = 12,
        Depth = 4,
        Brackets = 5,
        NameLength = 6,
        LiteralLength = 7,
        DerivativeOrder = 3,
    };

    [Theory]
    [InlineData("((((((x))))))", "(((((x)))))", "brackets", 5, null, 0, 13)]
    [InlineData("-----x", "----x", "depth", 4, null, 0, 6)]
    [InlineData("sin(sin(sin(sin(sin(x)))))", "sin(sin(sin(sin(x))))", "depth", 4, null, 0, 26)]
    [InlineData("2^2^2^2^2^2", "2^2^2^2^2", "depth", 4, null, 0, 11)]
    [InlineData("x!!!!!", "x!!!!", "depth", 4, null, 0, 6)]
    [InlineData("[[[[[1]]]]]", "[[[[1]]]]", "depth", 4, null, 0, 11)]
    [InlineData("(x+(x+(x+(x+(x+1)))))", "(x+(x+(x+(x+1))))", "depth", 4, null, 1, 20)]
    [InlineData("x+x+x+x+x+x+x", "x+x+x+x+x+x", "syntaxNodes", 12, null, 0, 13)]
    [InlineData("a=x+x+x;x*x*x*x+1", "a=x+x+x;x*x*x*x", "syntaxNodes", 12, null, 16, 17)]
    [InlineData("abcdefg+1", "abcdef+1", "nameLength", 6, 7L, 0, 7)]
    [InlineData("1+0.123456", "1+0.12345", "literalLength", 7, 8L, 2, 10)]
    [InlineData("x⁰⁰⁰⁰⁰⁰⁰¹", "x⁰⁰⁰⁰⁰⁰¹", "literalLength", 7, 8L, 1, 9)]
    [InlineData("g(x)=x;g''''(1)", "g(x)=x;g'''(1)", "derivativeOrder", 3, 4L, 7, 12)]
    [InlineData("[1,2,3,4,5,6,7,8,9,1,1,1,1,1,1,1]", "[[1,2,3],[4,5,6],((1)),(2),3]", "tokens", 30, null, 30, 31)]
    public void Refuses_one_more_than_the_limit_and_points_at_it(
        string tooMuch, string enough, string limit, long maximum, long? asked, int start, int end)
    {
        Assert.NotNull(Reading.Of(enough, limits: Small));
        var refusal = Assert.Throws<LimitException>(() => Reading.Of(tooMuch, limits: Small));
        Assert.Equal((limit, maximum, asked), (refusal.Limit, refusal.Maximum, refusal.Asked));
        Assert.Equal((start, end), (refusal.Start, refusal.End));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Refuses_a_text_that_is_too_long_before_reading_it(int surplus)
    {
        Assert.NotNull(Reading.Of("x".PadRight(60), limits: Small));
        var refusal = Assert.Throws<LimitException>(() => Reading.Of("%".PadRight(60 + surplus), limits: Small));
        Assert.Equal(("textLength", 60L, 60L + surplus), (refusal.Limit, refusal.Maximum, refusal.Asked));
        Assert.Equal((60, 60 + surplus), (refusal.Start, refusal.End));
    }

    [Theory]
    [InlineData("(", "x", ")", 8_000)]
    [InlineData("sin(", "x", ")", 256)]
    [InlineData("-", "x", "", 256)]
    [InlineData("x^", "x", "", 256)]
    [InlineData("x+", "x", "", 4_999)]
    public void Carries_the_default_limit_and_not_one_more(string before, string middle, string after, int times)
    {
        string Text(int count) => new StringBuilder().Insert(0, before, count).Append(middle).Insert(before.Length * count + 1, after, count).ToString();

        Assert.NotNull(Reading.Of(Text(times)));
        Assert.Throws<LimitException>(() => Reading.Of(Text(times + 1)));
    }

    [Fact]
    public void Counts_a_chain_of_sums_and_products_as_one_step_of_depth()
    {
        var text = "x" + new StringBuilder().Insert(0, "*2+x-1", 1_000);
        Assert.NotNull(Reading.Of(text));
    }

    [Fact]
    public void Refuses_a_printed_text_that_is_too_long()
    {
        var root = Reading.Of("a+b+c").Statements[0].Body;
        Assert.Equal("(a + b) + c", Reading.Bracketed(root, new Limits { PrintedLength = 11 }));
        var refusal = Assert.Throws<LimitException>(() => Reading.Bracketed(root, new Limits { PrintedLength = 10 }));
        Assert.Equal(("printedLength", 10L), (refusal.Limit, refusal.Maximum));
    }

    [Fact]
    public void Stops_when_it_is_called_off()
    {
        var text = new StringBuilder().Insert(0, "x+", 1_000).Append('x').ToString();
        var budget = new Budget(new Limits(), new CancellationToken(canceled: true));
        Assert.Throws<OperationCanceledException>(() => DefinitionParser.Parse(text, Reading.Words(""), budget));
    }
}
