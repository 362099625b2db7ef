using Calculus.Budgets;
using Calculus.Expressions;
using CsCheck;
using Xunit;
using Derivative = Calculus.Differentiation.Derivative;

namespace Calculus.Tests.Laws.Properties;

/// <summary>Laws of derivatives.</summary>
public sealed class CalculusTests
{
    [Fact]
    public void A_derivative_is_linear() => Property.Holds(Gen.Select(Formulas.Smooth, Formulas.Smooth, Gen.Int[-5, 5], Gen.Int[-5, 5]), static drawn =>
        Agree($"{drawn.Item3}*({drawn.Item1}) + {drawn.Item4}*({drawn.Item2})", $"{drawn.Item3}*diff({drawn.Item1}, x) + {drawn.Item4}*diff({drawn.Item2}, x)"));

    [Fact]
    public void The_product_rule_holds() => Property.Holds(Gen.Select(Formulas.Smooth, Formulas.Smooth), static drawn =>
        Agree($"({drawn.Item1})*({drawn.Item2})", $"diff({drawn.Item1}, x)*({drawn.Item2}) + ({drawn.Item1})*diff({drawn.Item2}, x)"));

    [Fact]
    public void The_quotient_rule_holds() => Property.Holds(Gen.Select(Formulas.Smooth, Formulas.Smooth), static drawn =>
        Agree($"({drawn.Item1})/({drawn.Item2})", $"(diff({drawn.Item1}, x)*({drawn.Item2}) - ({drawn.Item1})*diff({drawn.Item2}, x))/({drawn.Item2})^2"));

    [Fact]
    public void The_chain_rule_holds() => Property.Holds(Gen.Select(Formulas.SmoothIn("t"), Formulas.Smooth), static drawn =>
        Agree($"h({drawn.Item2})", $"h'({drawn.Item2})*diff({drawn.Item2}, x)", before: $"h(t) = {drawn.Item1}; "));

    [Fact]
    public void Mixed_partial_derivatives_do_not_depend_on_the_order() => Property.Holds(Formulas.Smooth, static text =>
        Refused(() =>
        {
            var study = Enclosed.Function(text);
            var graph = study.Function.Graph;
            var (x, y) = (graph.Symbol("x", SymbolRole.Variable), graph.Symbol("y", SymbolRole.Variable));
            var (one, other) = (Derivative.Of(Derivative.Of(study.Function, x), y), Derivative.Of(Derivative.Of(study.Function, y), x));
            return Enclosed.Difference((study, one), (study, other));
        }));

    [Fact]
    public void A_formula_agrees_with_what_the_rules_made_and_with_other_ways() => Property.Holds(Formulas.Any, static text =>
        Refused(() =>
        {
            var study = Enclosed.Function(text);
            var derivative = study.Derivative("x");
            if (study.Verify(derivative, []) is { Verified: false } verdict) return $"{study.Print(derivative).Text}: {verdict.Disagreement}";
            return Enclosed.Difference((study, derivative.Exact), (study, derivative.Formula));
        }), usual: 120);

    // The derivative by x of the first formula, and the second formula.
    private static string? Agree(string function, string expected, string before = "") => Refused(() =>
    {
        var (study, other) = (Enclosed.Function(function, before), Enclosed.Function(expected, before));
        return Enclosed.Difference((study, study.Derivative("x").Formula), (other, other.Function));
    });

    private static string? Refused(Func<string?> law)
    {
        try
        {
            return law();
        }
        catch (LimitException)
        {
            return null;
        }
    }
}
