using System.Globalization;
using Calculus;
using Calculus.Differentiation;
using Calculus.Expressions;

namespace Benchmarks.Tasks;

/// <summary>From text to a printed derivative, and how that grows.</summary>
internal static class SymbolicTasks
{
    /// <summary>Measures all of them.</summary>
    public static IEnumerable<Figure> Run()
    {
        foreach (var (task, metric, ask) in ((string, string, Action<string>)[])
        [
            ("s1 parse", "text to definition", static text => Definitions.Study(text)),
            ("s1 simplified", "text to printed derivative", static text => Print(text, static (study, variable) => study.Derivative(variable))),
            // Not what a study gives before it simplifies, since it simplifies each derivative that it is asked for.
            ("s1 as the rules give it", "text to printed derivative", static text => Print(text, static (study, variable) =>
                Derivative.Of(study.Function, study.Function.Graph.Symbol(variable, SymbolRole.Variable)))),
        ])
        {
            yield return Mean(task, metric, ask);
            yield return Figure.Of(task, metric, Definitions.OfOne.Average(text => Clock.Bytes(() => ask(text), 10)), "bytes");
        }

        foreach (var n in (int[])[2, 8, 32, 64])
        {
            var text = Folded(n);
            yield return Figure.Of($"s2 folded {n}", "text to gradient", Clock.Nanoseconds(() => Definitions.Study(text).Derivative("x")) / 1_000, "us");
        }

        var product = string.Join('*', Enumerable.Range(1, 1_000).Select(static k => string.Create(CultureInfo.InvariantCulture, $"x{k}")));
        yield return Figure.Of("s2 product of 1000", "text to value and gradient", Clock.Nanoseconds(() =>
            Definitions.Study(product).Objective().ValueAndGradient(Definitions.Point(1_000), new double[1_000])) / 1_000_000, "ms");
        var (objective, point, gradient) = (Definitions.Study(product).Objective(), Definitions.Point(1_000), new double[1_000]);
        yield return Figure.Of("s2 product of 1000", "value and gradient", Clock.Nanoseconds(() => objective.ValueAndGradient(point, gradient)) / 1_000, "us");
    }

    /// <summary>Writes the thirty functions for the peers, each with the answer of this library behind it.</summary>
    public static void WriteFunctions(string path) => File.WriteAllLines(path, Definitions.OfOne.Select(static text =>
    {
        var study = Definitions.Study(text);
        // Peers have no relu.
        return $"{text.Replace("relu(x)", "(abs(x) + x)/2", StringComparison.Ordinal)}\t{study.Print(study.Derivative("x")).Text}";
    }));

    private static void Print(string text, Func<Study, string, Expression> derivative)
    {
        var study = Definitions.Study(text);
        study.Print(derivative(study, study.Variables[0]));
    }

    private static Figure Mean(string task, string metric, Action<string> ask) =>
        Figure.Of(task, metric, Clock.Nanoseconds(() => AskAll(ask)) / Definitions.OfOne.Count / 1_000, "us");

    private static void AskAll(Action<string> ask)
    {
        foreach (var text in Definitions.OfOne) ask(text);
    }

    // f ↦ sin(f) + f², n times, by helpers.
    private static string Folded(int n) => string.Concat(Enumerable.Range(1, n).Select(static k =>
        string.Create(CultureInfo.InvariantCulture, $"f{k} = sin({(k == 1 ? "x" : $"f{k - 1}")}) + {(k == 1 ? "x" : $"f{k - 1}")}^2; "))) + string.Create(CultureInfo.InvariantCulture, $"f{n}");
}
