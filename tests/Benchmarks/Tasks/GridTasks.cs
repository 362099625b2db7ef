using Calculus;
using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Differentiation;
using Calculus.Expressions;
using Calculus.Programs;

namespace Benchmarks.Tasks;

/// <summary>Value and gradient over a million points, all results stored, and their sum.</summary>
internal static class GridTasks
{
    private const int Side = 1_000;

    /// <summary>Measures all of them.</summary>
    public static IEnumerable<Figure> Run()
    {
        foreach (var (name, text) in Definitions.OfTwo)
        {
            var evaluator = ValueAndGradient(text);
            var points = new double[2 * Side * Side];
            for (var k = 0; k < Side * Side; k++) (points[k], points[(Side * Side) + k]) = (-2 + (4.0 * (k % Side) / (Side - 1)), -2 + (4.0 * (k / Side) / (Side - 1)));
            var results = new double[evaluator.Outputs.Count * Side * Side];
            var nanoseconds = Clock.Nanoseconds(() => evaluator.AtMany(points, Side * Side, results));
            yield return Figure.Of($"e2 {name}", "points", Side * Side * 1_000.0 / nanoseconds, "Mpt/s");
            yield return SumOf(name, text, points);
        }
    }

    // What is only added up is stored nowhere: the same points as two vectors.
    private static Figure SumOf(string name, string text, double[] points)
    {
        var (x, y) = (ArrayValue.Of(points[..(Side * Side)]), ArrayValue.Of(points[(Side * Side)..]));
        var entries = text[text.IndexOf('=', StringComparison.Ordinal)..].TrimStart('=').Replace("^", ".^", StringComparison.Ordinal).Replace("*", ".*", StringComparison.Ordinal);
        var study = Study.Of($"f(a) = a*sum({entries})", BindingContext.Empty with { Arrays = new Dictionary<string, ArrayValue>(StringComparer.Ordinal) { ["x"] = x, ["y"] = y } }, new Budget(Definitions.Plenty));
        var (objective, gradient) = (study.Objective(), new double[1]);
        return Figure.Of($"e2 {name}", "points added up", Side * Side * 1_000.0 / Clock.Nanoseconds(() => objective.ValueAndGradient([1], gradient)), "Mpt/s");
    }

    private static Evaluator ValueAndGradient(string text)
    {
        var study = Definitions.Study(text);
        var symbols = study.Variables.Select(name => study.Function.Graph.Symbol(name, SymbolRole.Variable)).ToArray();
        return Evaluator.Of([study.Function, .. Derivative.Gradient(study.Function, symbols)], symbols, new Dictionary<string, ArrayValue>(StringComparer.Ordinal), new Budget(Definitions.Plenty));
    }
}
