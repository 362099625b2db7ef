using Calculus;
using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Optimization;
using Calculus.Programs;

namespace Benchmarks.Tasks;

/// <summary>Models over data: value, gradient and Hessian, and steps of gradient descent.</summary>
internal static class ModelTasks
{
    private const int Rows = 10_000, Columns = 100, Few = 500, Hidden = 16, Steps = 50;

    private const string Logistic = "f(w) = sum(log(1 + exp(-y .* (X @ w))))/10000";

    private const string Network = "f(A, a, B, b, c, d) = mean((tanh(tanh(X @ A + a') @ B + b') @ c + d - y).^2)";

    /// <summary>Measures all of them.</summary>
    public static IEnumerable<Figure> Run()
    {
        var logistic = OfLogistic();
        var (objective, point, gradient) = (logistic.Objective(), new double[Columns], new double[Columns]);
        yield return Figure.Of("t1 logistic", "value and gradient", Clock.Nanoseconds(() => objective.ValueAndGradient(point, gradient)) / 1_000, "us");

        var hessian = logistic.Hessian(["w"])[0][0].Exact;
        var evaluator = Evaluator.Of([hessian], [logistic.Function.Graph.Symbol("w", SymbolRole.Variable, new Shape(Columns))], Data(Rows, Columns), Plenty());
        var entries = new double[Columns * Columns];
        yield return Figure.Of("t1 logistic", "hessian", Clock.Nanoseconds(() => evaluator.At(point, entries)) / 1_000_000, "ms");

        yield return StepsOf("t2 logistic", logistic.Objective(), Columns);
        yield return StepsOf("t2 network", OfNetwork().Objective(), (2 * Hidden) + Hidden + (Hidden * Hidden) + Hidden + Hidden + 1);
    }

    private static Figure StepsOf(string task, IObjective objective, int dimension)
    {
        var nanoseconds = Clock.Nanoseconds(() =>
        {
            var rule = Optimizers.Own.Named("gradient_descent").Start(new Dictionary<string, ParameterValue>(StringComparer.Ordinal) { ["lr"] = 0.01 }, dimension);
            Descent.Run(objective, [.. Definitions.Point(dimension).Select(static each => (each - 0.8) / 4)], rule, new DescentOptions(Steps) { Diagnose = false, Record = new RecordOptions(Steps) }, Plenty());
        });
        return Figure.Of(task, "steps", Steps * 1e9 / nanoseconds, "1/s");
    }

    private static Study OfLogistic() => Study.Of(Logistic, BindingContext.Empty with
    {
        Arrays = Data(Rows, Columns),
        Shapes = new Dictionary<string, Shape>(StringComparer.Ordinal) { ["w"] = new Shape(Columns) },
    }, Plenty());

    private static Study OfNetwork() => Study.Of(Network, BindingContext.Empty with
    {
        Arrays = Data(Few, 2),
        Shapes = new Dictionary<string, Shape>(StringComparer.Ordinal)
        {
            ["A"] = new Shape(2, Hidden),
            ["a"] = new Shape(Hidden),
            ["B"] = new Shape(Hidden, Hidden),
            ["b"] = new Shape(Hidden),
            ["c"] = new Shape(Hidden),
        },
    }, Plenty());

    // The same numbers as the peers have: a linear congruential generator of 32 bits.
    private static Dictionary<string, ArrayValue> Data(int rows, int columns)
    {
        var state = 1u;
        double Next() => ((state = (state * 1_664_525u) + 1_013_904_223u) / 4_294_967_296.0) - 0.5;
        double[][] inputs = [.. Enumerable.Range(0, rows).Select(_ => Enumerable.Range(0, columns).Select(_ => Next()).ToArray())];
        double[] targets = [.. Enumerable.Range(0, rows).Select(_ => Next() < 0 ? -1.0 : 1)];
        return new(StringComparer.Ordinal) { ["X"] = ArrayValue.Of(inputs), ["y"] = ArrayValue.Of(targets) };
    }

    private static Budget Plenty() => new(Definitions.Plenty);
}
