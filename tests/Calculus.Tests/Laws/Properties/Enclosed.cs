using Calculus.Balls;
using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Certification;
using Calculus.Expressions;

namespace Calculus.Tests.Laws.Properties;

/// <summary>Formulas compared by enclosures of their values: what differs, differs for certain.</summary>
internal static class Enclosed
{
    private const int Bits = 192;

    private static readonly double[] s_numbers = [0.731, 1.317, -0.419, 2.263, -1.847];

    /// <summary>Where two formulas of x and y differ; null where they may be equal.</summary>
    /// <param name="a">A study of x and y, and a formula of it.</param>
    /// <param name="b">Another.</param>
    /// <param name="mayGain">Whether the second may have a value where the first has none.</param>
    public static string? Difference((Study Study, Expression Formula) a, (Study Study, Expression Formula) b, bool mayGain = true)
    {
        for (var i = 0; i < s_numbers.Length; i++)
        {
            var point = (X: s_numbers[i], Y: s_numbers[(i + 2) % s_numbers.Length]);
            if (At(a, point) is not { } first || At(b, point) is not { } second) continue;
            if (first.IsFinite && second.IsFinite && first.Subtract(second, Bits).Sign is -1 or 1) return $"at {point}: {first.ToDouble():R} and {second.ToDouble():R}";
            if (!mayGain && first.Kind is BallKind.Undefined && second.IsFinite) return $"at {point}: what is undefined becomes {second.ToDouble():R}";
        }

        return null;
    }

    private static Ball? At((Study Study, Expression Formula) of, (double X, double Y) point)
    {
        double[] coordinates = [.. of.Study.Variables.Select(name => name is "x" ? point.X : point.Y)];
        var symbols = of.Study.Variables.Select(name => of.Formula.Graph.Symbol(name, SymbolRole.Variable)).ToList();
        var inputs = new Inputs(symbols, new Dictionary<string, ArrayValue>(StringComparer.Ordinal), new WrittenDecimals());
        return new Enclosures([of.Formula], inputs, new Budget(new Limits())).TryAt(inputs.Balls(coordinates), Bits, out var values) ? values[0][0] : null;
    }

    /// <summary>A definition of x and y.</summary>
    public static Study Study(string formula) => Calculus.Study.Of(formula, BindingContext.Empty, Definitions.Budget());

    /// <summary>A function of x and y, with helpers before it.</summary>
    public static Study Function(string formula, string before = "") => Study($"{before}f(x, y) = {formula}");
}
