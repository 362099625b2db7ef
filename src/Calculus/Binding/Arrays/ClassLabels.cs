using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.Binding.Arrays;

/// <summary>Classes given by whole numbers from 0 on, as PyTorch counts them, in place of one-hot rows.</summary>
internal static class ClassLabels
{
    /// <summary>The matrix with a row for each label: 1 at its place and 0 elsewhere.</summary>
    public static Bound OneHot(ArrayCall call) => OneHot(call, 0, call.LengthOfAxis(1));

    /// <summary>The one-hot rows of the labels that an argument gives.</summary>
    /// <param name="call">The call.</param>
    /// <param name="place">The argument: a vector of numbers, one of the data, or that plus a whole number.</param>
    /// <param name="classes">How many classes there are.</param>
    public static Bound OneHot(ArrayCall call, int place, Dimension classes)
    {
        call.Expect(place, 1, "a vector of class labels");
        Check(call, place, classes);
        var (graph, own) = (call.Graph, call.Own(2));
        var lengths = new Dictionary<char, Dimension> { [own[0]] = call[place].Shape[0], [own[1]] = classes };
        var labels = call.Contract(Rational.One, [call.Factor(place, own[..1])], own, lengths);
        Expression numbers = graph.Symbol("index", SymbolRole.IndexRange, new Shape(classes));
        var classOf = call.Contract(Rational.One, [new Factor(numbers, own[1..])], own, lengths);
        return labels with { Value = graph.Choice(Equal.Of(labels.Value, classOf.Value - graph.One), graph.One, graph.Zero) };
    }

    // What is not a label would count as no class at all, and nobody would notice.
    private static void Check(ArrayCall call, int place, Dimension classes)
    {
        if (!AreData(call[place].Value, out var symbol, out var offset) && !AreNumbers(call[place].Value))
            throw call.Refuse(place, "class labels that do not change", "give the labels in data, or one-hot rows as a matrix");
        var given = symbol is null ? Numbers(call[place].Value) : call.Scope.ArrayNamed(symbol.Name)?.Entries;
        for (var i = 0; i < given?.Length; i++)
        {
            var label = given[i] + offset;
            if (double.IsInteger(label) && label >= 0 && (classes.IsSymbolic || label < classes.Length)) continue;
            throw call.Refuse(
                place, FormattableString.Invariant($"class labels from 0 to {(classes.IsSymbolic ? $"{classes} - 1" : $"{classes.Length - 1}")} (entry {i + 1} is {label})"),
                label == classes.Length ? "subtract 1 from labels that count from 1" : null);
        }
    }

    // Data, and data plus a whole number.
    private static bool AreData(Expression node, out Symbol? symbol, out double offset)
    {
        (symbol, offset) = node switch
        {
            Symbol { Role: SymbolRole.Datum or SymbolRole.Parameter } all => (all, 0),
            Sum { Constant.IsInteger: true, Terms: [{ Coefficient.IsOne: true, Of: Symbol { Role: SymbolRole.Datum or SymbolRole.Parameter } term }] } sum => (term, sum.Constant.ToDouble()),
            _ => (null, 0.0),
        };
        return symbol is not null;
    }

    private static bool AreNumbers(Expression node) => Graph.IsZero(node) || Graph.IsOnes(node) || node is Stack stack && stack.Parts.All(static part => part is Number);

    private static double[] Numbers(Expression node) => node is Stack stack
        ? [.. stack.Parts.Select(static part => ((Number)part).Value.ToDouble())]
        : [Graph.IsOnes(node) ? 1 : 0];
}
