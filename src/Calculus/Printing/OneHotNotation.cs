using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.Printing;

/// <summary>
/// Rows that are 1 at the place of a class label and 0 elsewhere, as <c>one_hot(t, k)</c>; with something else at that place, times that.
/// </summary>
internal static class OneHotNotation
{
    /// <summary>The choice as it is written; null where its condition is another one.</summary>
    /// <param name="choice">The choice.</param>
    /// <param name="graph">Where it is written.</param>
    /// <param name="made">What its parts are written as.</param>
    public static Expression? Of(Choice choice, Graph graph, IReadOnlyDictionary<Expression, Expression> made)
    {
        if (LabelsOf(choice) is not { } labels) return null;
        var classes = choice.Shape[1];
        var notation = new Notation(
            Level.Postfix, choice.Shape, SyntaxPattern.Call("one_hot", SyntaxPattern.At(0), SyntaxPattern.Length(classes)),
            [@"\operatorname{one\_hot}\left(", (0, Level.Any), $@", {classes}\right)"]);
        var rows = graph.Written(notation, choice.Shape, [made[labels]]);
        return choice.Then switch
        {
            Number number => graph.Product(number.Value, [rows]),
            Product { Factors: [var only] } product when Graph.IsOnes(only) => graph.Product(product.Coefficient, [rows]),
            var then when Graph.IsOnes(then) => rows,
            var then => graph.Product(Rational.One, [rows, made[then]]),
        };
    }

    /// <summary>What 1 stands for in each row; null where the choice has no labels, or no number there.</summary>
    /// <param name="choice">A choice.</param>
    public static Rational? ValueOf(Choice choice) => LabelsOf(choice) is null ? null : choice.Then switch
    {
        Number number => number.Value,
        Product { Factors: [var only] } product when Graph.IsOnes(only) => product.Coefficient,
        var then when Graph.IsOnes(then) => Rational.One,
        _ => null,
    };

    private static Expression? LabelsOf(Choice choice) =>
        choice is { Shape.Rank: 2, Condition: Call { Function: Equal, Arguments: [var left, var right] } } && Graph.IsZero(choice.Otherwise) ? LabelsOf(left, right) ?? LabelsOf(right, left) : null;

    // labels in each column on one side, 0 to k − 1 in each row on the other
    private static Expression? LabelsOf(Expression labels, Expression classes) =>
        labels is Contraction { Out: "ab", Factors: [{ Labels: "a", Of: var of }] }
        && classes is Contraction { Out: "ab", Factors: [{ Labels: "b", Of: Sum { Constant: var shift, Terms: [{ Coefficient.IsOne: true, Of: Symbol { Role: SymbolRole.IndexRange } }] } }] } && shift == -1
            ? of
            : null;
}
