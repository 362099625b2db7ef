using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Functions;
using Calculus.Printing;
using Xunit;

namespace Calculus.Tests.Laws;

/// <summary>What is printed reads back.</summary>
public sealed class PrintingLaws
{
    public static TheoryData<string> EveryDefinition => [.. Definitions.All()];

    [Theory, MemberData(nameof(EveryDefinition))]
    public void A_printed_function_reads_back_to_the_same_node(string text)
    {
        var study = Study.Of(text, BindingContext.Empty, Definitions.Budget());
        AssertReadsBack(study, study.Function);
    }

    [Theory, MemberData(nameof(EveryDefinition))]
    public void A_printed_derivative_reads_back_to_the_same_node(string text)
    {
        var study = Study.Of(text, BindingContext.Empty, Definitions.Budget());
        foreach (var variable in study.Variables) AssertReadsBack(study, study.Derivative(variable));
    }

    [Theory]
    [InlineData("sin(x*sin(x*sin(x*sin(x*sin(x*sin(x))))))", 2, 1_500)]
    [InlineData("exp(sin(x)*cos(x^2))*log(1 + x^4)", 5, 6_000)]
    [InlineData("f1(x) = sin(x) + x^2; f2(x) = sin(f1(x)) + f1(x)^2; f3(x) = sin(f2(x)) + f2(x)^2; f4(x) = sin(f3(x)) + f3(x)^2; f4(x)", 2, 4_000)]
    [InlineData("t1 = x^2 + 1; t2*sin(t1*sin(t1*sin(t1*sin(t1))))^t1", 3, 8_000)]
    [InlineData("if(sin(x*exp(x)) > 0, sin(x*exp(x))^7, cos(x*exp(x)))*sin(x*exp(x))", 4, 8_000)]
    public void A_long_derivative_names_its_repeated_parts_and_reads_back(string text, int order, int length)
    {
        var study = Study.Of(text, BindingContext.Empty, Definitions.Budget());
        var derivative = study.Derivative(study.Variables[0], order);

        var printed = study.Print(derivative);
        Assert.Contains("; ", printed.Text, StringComparison.Ordinal);
        Assert.InRange(printed.Text.Length, 1, length);
        Assert.Contains(@"\text{where }", printed.Latex, StringComparison.Ordinal);
        AssertReadsBack(study, derivative);
    }

    /// <summary>A printed formula read again under its variables.</summary>
    internal static Study Reread(Printed printed, Budget budget)
    {
        // Named parts come first, the formula last.
        var formula = printed.Text.LastIndexOf("; ", StringComparison.Ordinal) is var end and >= 0 ? end + 2 : 0;
        var signature = printed.Variables.Count == 0 ? "" : $"f({string.Join(", ", printed.Variables)}) = ";
        return Study.Of(printed.Text.Insert(formula, signature), BindingContext.Empty, budget);
    }

    /// <summary>Whether the formula read again is the one that was printed.</summary>
    internal static bool IsSame(Study study, Expression expression, Study again) =>
        again.Function.Hash == expression.Hash
        || (Reachable.From(expression).Exists(IsSpelledOut) && HasSameValues(study, expression, again));

    // What only rules produce, such as the shares of a tie, is written out.
    private static bool IsSpelledOut(Expression node) =>
        node is Call { Function: { IsNamed: false } and not (Power or RealPower or Relation or And or Or or Not) };

    private static bool HasSameValues(Study study, Expression expression, Study again)
    {
        // A quotient by the constant 0 is infinite, with a sign that depends on the order.
        if (Reachable.From(expression).Exists(static node => node is Call { Function: Power, Arguments: [Number { Value.IsZero: true }, _] })) return true;
        foreach (var point in Reading.Points(study.Variables.Count))
        {
            var (expected, actual) = (study.Evaluate([expression], point)[0], again.Evaluate([again.Function], point)[0]);
            if (double.IsFinite(expected) && double.IsFinite(actual) && Math.Abs(expected - actual) > 1e-9 * Math.Max(1, Math.Abs(expected))) return false;
        }

        return true;
    }

    internal static void AssertReadsBack(Study study, Expression expression)
    {
        var again = Reread(study.Print(expression), Definitions.Budget());
        Assert.True(IsSame(study, expression, again), $"{study.Print(expression).Text} reads back as {again.Print(again.Function).Text}");
    }
}
