using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Functions;
using Calculus.Printing;
using Xunit;

namespace Calculus.Tests.Printing;

public sealed class SizeTests
{
    private const int SmallStack = 256 * 1024;

    private static readonly PrintStyle s_style = new(["x"]);

    [Theory]
    [InlineData("x", 0, 1)]
    [InlineData("-x", 1, 1)]
    [InlineData("x^2 + 3", 2, 3)]
    [InlineData("3", 0, 1)]
    [InlineData("1/2", 1, 2)]
    [InlineData("-2*x", 2, 2)]
    [InlineData("x/2", 1, 2)]
    [InlineData("3*x/4", 2, 3)]
    [InlineData("1/x", 1, 2)]
    [InlineData("-1/x", 2, 2)]
    [InlineData("1/(2*sqrt(x))", 3, 3)]
    [InlineData("3/(4*x^2*y)", 4, 5)]
    [InlineData("sqrt(x)", 1, 1)]
    [InlineData("x^(1/3)", 2, 3)]
    [InlineData("2/(3*x^(1/3))", 4, 5)]
    [InlineData("1/(x*y)", 2, 3)]
    [InlineData("x/y", 1, 2)]
    [InlineData("32*x*cos(16*x^2)", 5, 5)]
    [InlineData("2*x/(x^2 + 1)^2", 5, 6)]
    [InlineData("1 - x", 1, 2)]
    [InlineData("-x - 1", 2, 2)]
    [InlineData("x^x", 1, 2)]
    [InlineData("max(x, 0)", 1, 2)]
    [InlineData("if(x > 0, x^2, -x)", 4, 5)]
    [InlineData("2*x*step(x - 1)*step(x - y)", 7, 6)]
    public void Counts_the_operations_and_the_leaves_of_the_printed_tree(string text, int operations, int leaves)
    {
        var node = Rows.Find("plain", text).Make(new Sample());

        Assert.Equal(new TreeSize(operations, leaves), new OperationCount().Size(node));
        Assert.Equal(operations, OperationCount.Of(node));
    }

    [Fact]
    public void A_tree_of_10_to_the_17_nodes_is_refused_before_it_is_written()
    {
        var s = new Sample();
        var node = Folded(s, 60);

        var refusal = Assert.Throws<LimitException>(() => TextPrinter.Print(node, s_style, s.Budget));
        Assert.Equal("printedLength", refusal.Limit);
        Assert.True(refusal.Asked > 1L << 59);
        Assert.Throws<LimitException>(() => LatexPrinter.Print(node, s_style, s.Budget));
    }

    [Fact]
    public void Counts_of_shared_trees_saturate() =>
        Assert.True(OperationCount.Of(Folded(new Sample(), 200)) >= long.MaxValue / 4);

    [Theory]
    [InlineData(10)]
    [InlineData(11)]
    public void The_limit_is_the_length_of_the_text_itself(int limit)
    {
        var s = new Sample(limits: new Limits { PrintedLength = limit });
        var node = Sin.Of(s.X) + s.X + s.Y; // x + y + sin(x) has 14 characters

        Assert.Equal(14, TextPrinter.Print(node, new PrintStyle(["x", "y"]), new Budget(new Limits { PrintedLength = 14 })).Length);
        Assert.Throws<LimitException>(() => TextPrinter.Print(node, new PrintStyle(["x", "y"]), s.Budget));
    }

    [Fact]
    public void Depth_costs_no_stack()
    {
        const int depth = 100_000;
        OnSmallStack(() =>
        {
            var s = new Sample(limits: new Limits { GraphNodes = 1_000_000, PrintedLength = 20_000_000 });
            var (sines, towers, sums) = (s.X, s.X, s.X);
            for (var i = 0; i < depth; i++)
            {
                sines = Sin.Of(sines);
                towers = s.Graph.Power(s.X, towers);
                if (i < depth / 5) sums = s.X * (sums + 1);
            }

            Assert.Equal((5 * depth) + 1, TextPrinter.Print(sines, s_style, s.Budget).Length);
            Assert.StartsWith("sin(sin(", TextPrinter.Print(sines, s_style, s.Budget), StringComparison.Ordinal);
            Assert.StartsWith("x^(x^(x^", TextPrinter.Print(towers, s_style, s.Budget), StringComparison.Ordinal);
            Assert.StartsWith("x*(x*(x*(", TextPrinter.Print(sums, s_style, s.Budget), StringComparison.Ordinal);
            Assert.StartsWith(@"\sin\left(\sin", LatexPrinter.Print(sines, s_style, s.Budget), StringComparison.Ordinal);
            Assert.StartsWith("x^{x^{x^", LatexPrinter.Print(towers, s_style, s.Budget), StringComparison.Ordinal);
            Assert.Equal(depth, OperationCount.Of(sines));
        });
    }

    [Fact]
    public void Depth_is_refused_under_the_ordinary_limits()
    {
        OnSmallStack(() =>
        {
            var s = new Sample();
            var node = s.X;
            for (var i = 0; i < 100_000; i++) node = Sin.Of(node);

            Assert.Throws<LimitException>(() => TextPrinter.Print(node, s_style, s.Budget));
        });
    }

    [Fact]
    public void Many_terms_and_many_factors_are_written_flat()
    {
        var s = new Sample(limits: new Limits { PrintedLength = 2_000_000 });
        var variables = Enumerable.Range(0, 1_000).Select(i => $"x{i}").ToArray();
        var symbols = variables.Select(s.Variable).ToArray();

        var style = new PrintStyle(variables);
        var product = s.Graph.Product(Rational.One, symbols);
        Assert.Equal(string.Join('*', variables), TextPrinter.Print(product, style, s.Budget));
        var sum = s.Graph.Sum(Rational.Zero, [.. symbols.Select(static symbol => new Term(Rational.One, symbol))]);
        Assert.Equal(string.Join(" + ", variables), TextPrinter.Print(sum, style, s.Budget));
    }

    private static Expression Folded(Sample s, int times)
    {
        var f = s.X;
        for (var i = 0; i < times; i++) f = Sin.Of(f) + s.Graph.Power(f, 2);
        return f;
    }

    private static void OnSmallStack(Action action)
    {
        Exception? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    action();
                }
                catch (Exception e)
                {
                    failure = e;
                }
            },
            SmallStack);
        thread.Start();
        thread.Join();
        if (failure is not null) throw new InvalidOperationException("It failed on the small stack.", failure);
    }
}
