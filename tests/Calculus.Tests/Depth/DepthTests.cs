using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Printing;
using Xunit;

namespace Calculus.Tests.Depth;

/// <summary>Inputs that would end a process whose passes recurse, on a thread with a quarter of a megabyte of stack.</summary>
[Trait("Length", "long")]
public sealed class DepthTests
{
    private const int StackBytes = 256 * 1024;

    private static readonly Limits Raised = new()
    {
        TextLength = int.MaxValue,
        Tokens = int.MaxValue,
        SyntaxNodes = int.MaxValue,
        Depth = int.MaxValue,
        Brackets = int.MaxValue,
        GraphNodes = 20_000_000,
        PrintedLength = 20_000_000,
        Operations = long.MaxValue,
        SimplificationTrials = 1_000_000,
    };

    [Fact]
    public void Carries_a_million_nested_brackets() => OnASmallStack(() =>
    {
        var study = Read(new string('(', 1_000_000) + "x^2" + new string(')', 1_000_000));
        AssertWorks(study, 3, value: 9, slope: 6);
        Assert.Equal("2*x", study.Print(study.Derivative("x")).Text);
    });

    [Fact]
    public void Carries_a_hundred_thousand_nested_calls() => OnASmallStack(() =>
    {
        const int depth = 100_000;
        var study = Read(string.Concat(Enumerable.Repeat("sin(", depth)) + "x" + new string(')', depth));
        double value = 0.5, slope = 1;
        for (var i = 0; i < depth; i++) (value, slope) = (Math.Sin(value), slope * Math.Cos(value));
        AssertWorks(study, 0.5, value, slope);
        Assert.Equal(depth, Count(study.Print(study.Function).Text, "sin("));
    });

    [Fact]
    public void Carries_a_sum_of_a_hundred_thousand_terms() => OnASmallStack(() =>
    {
        var study = Read(string.Join('+', Enumerable.Repeat("x", 100_000)));
        AssertWorks(study, 2, value: 200_000, slope: 100_000);
        Assert.Equal("100000*x", study.Print(study.Function).Text);
    });

    [Fact]
    public void Carries_a_sum_of_a_hundred_thousand_different_terms() => OnASmallStack(() =>
    {
        var study = Read(string.Join('+', Enumerable.Range(1, 100_000).Select(static n => $"sin({n}*x)")));
        var slope = Enumerable.Range(1, 100_000).Sum(static n => n * Math.Cos(n * 0.5));
        Assert.Equal(slope, study.Evaluate([study.Derivative("x")], [0.5])[0], 1e-4);
    });

    [Fact]
    public void Carries_a_product_of_ten_thousand_factors() => OnASmallStack(() =>
    {
        var study = Read(string.Join('*', Enumerable.Range(1, 10_000).Select(static n => $"(1+x/{n * 10_000L})")));
        var value = Enumerable.Range(1, 10_000).Aggregate(1.0, static (product, n) => product * (1 + (1.0 / (n * 10_000L))));
        var relative = Enumerable.Range(1, 10_000).Sum(static n => 1 / ((n * 10_000L) + 1.0));
        AssertWorks(study, 1, value, value * relative);
    });

    [Fact]
    public void Carries_a_million_signs() => OnASmallStack(() =>
    {
        var study = Read(new string('-', 1_000_001) + "x^3");
        AssertWorks(study, 2, value: -8, slope: -12);
        Assert.Equal("-3*x^2", study.Print(study.Derivative("x")).Text);
    });

    [Fact]
    public void Carries_a_tower_of_a_hundred_thousand_powers() => OnASmallStack(() =>
    {
        var study = Read(string.Join('^', Enumerable.Repeat("x", 100_000)));
        AssertWorks(study, 1, value: 1, slope: 1);
        Assert.StartsWith("x^(x^(x", study.Print(study.Function).Text, StringComparison.Ordinal);
    });

    [Fact]
    public void Carries_sixty_compositions_whose_text_without_names_would_fill_the_universe() => OnASmallStack(() =>
    {
        var study = Read("f0(x) = x; " + string.Concat(Enumerable.Range(1, 60).Select(static n => $"f{n}(x) = sin(f{n - 1}(x)) + f{n - 1}(x)^2; ")) + "f60(x)");
        double value = 0.01, slope = 1;
        for (var i = 0; i < 60; i++) (value, slope) = (Math.Sin(value) + (value * value), slope * (Math.Cos(value) + (2 * value)));
        AssertWorks(study, 0.01, value, slope);
        Assert.True(Reachable.From(study.Function).Count < 200);
        var derivative = study.Derivative("x");
        Assert.InRange(study.Print(derivative).Text.Length, 1_000, 20_000);
        Assert.Equal("printedLength", Assert.Throws<LimitException>(() => TextPrinter.Print(derivative, new PrintStyle(["x"]), new Budget(Raised))).Limit);
    });

    private static Study Read(string text) => Study.Of(text, BindingContext.Empty, new Budget(Raised, TestContext.Current.CancellationToken));

    private static void AssertWorks(Study study, double x, double value, double slope)
    {
        var answer = study.Evaluate([study.Function, study.Derivative("x")], [x]);
        AssertNear(value, answer[0]);
        AssertNear(slope, answer[1]);
        AssertNear(slope, study.Slopes(x)[0]);
    }

    private static void AssertNear(double expected, double actual) =>
        Assert.True(Math.Abs(expected - actual) <= 1e-9 * Math.Max(1e-300, Math.Abs(expected)), $"{actual}, expected {expected}");

    private static int Count(string text, string part) => (text.Length - text.Replace(part, "", StringComparison.Ordinal).Length) / part.Length;

    private static void OnASmallStack(Action work)
    {
        Exception? failure = null;
        var thread = new Thread(() => failure = Record.Exception(work), StackBytes);
        thread.Start();
        thread.Join();
        if (failure is not null) throw new InvalidOperationException(failure.Message, failure);
    }
}
