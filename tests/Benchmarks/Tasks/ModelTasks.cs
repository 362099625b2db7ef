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
    private const int Rows = 10_000, Columns = 100, Few = 500, Hidden = 16, Steps = 50, Users = 100, Items = 80, Factors = 5;

    private const string Logistic = "f(w) = sum(log(1 + exp(-y .* (X @ w))))/10000";

    private const string Network = "f(A, a, B, b, c, d) = mean((tanh(tanh(X @ A + a') @ B + b') @ c + d - y).^2)";

    private const string Factorisation = "f(U) = sum((R - U @ V').^2)";

    /// <summary>Measures all of them.</summary>
    public static IEnumerable<Figure> Run()
    {
        foreach (var figure in OfFactorisation()) yield return figure;
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

    // The Hessian by U is 2 δ(i, k) (V'V)[j, l]: written out it has 500 × 500 entries; its structured form is the one block that stands all along the diagonal.
    private static IEnumerable<Figure> OfFactorisation()
    {
        var numbers = Numbers((Users * Items) + (Users * Factors) + (Items * Factors));
        Dictionary<string, ArrayValue> data = new(StringComparer.Ordinal)
        {
            ["R"] = new ArrayValue(new Shape(Users, Items), numbers[..(Users * Items)]),
            ["V"] = new ArrayValue(new Shape(Items, Factors), numbers[^(Items * Factors)..]),
        };
        var shapes = new Dictionary<string, Shape>(StringComparer.Ordinal) { ["U"] = new Shape(Users, Factors) };
        var study = Study.Of(Factorisation, BindingContext.Empty with { Arrays = data, Shapes = shapes }, Plenty());
        var (point, hessian) = (numbers[(Users * Items)..^(Items * Factors)], study.Hessian(["U"])[0][0].Exact);
        var block = study.Function.Graph.Contract(Rational.One / Users, [new Factor(hessian, "ijil")], "jl");
        foreach (var (metric, form) in ((string, Expression)[])[("hessian", block), ("hessian, every entry", hessian)])
        {
            var evaluator = Evaluator.Of([form], [study.Function.Graph.Symbol("U", SymbolRole.Variable, shapes["U"])], data, Plenty());
            var entries = new double[evaluator.Outputs.Count];
            yield return Figure.Of("t1 factorisation", metric, Clock.Nanoseconds(() => evaluator.At(point, entries)) / 1_000, "us");
        }
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
        var numbers = Numbers((rows * columns) + rows);
        double[] targets = [.. numbers[(rows * columns)..].Select(static each => each < 0 ? -1.0 : 1)];
        return new(StringComparer.Ordinal) { ["X"] = new ArrayValue(new Shape(rows, columns), numbers[..(rows * columns)]), ["y"] = ArrayValue.Of(targets) };
    }

    private static double[] Numbers(int count)
    {
        var state = 1u;
        return [.. Enumerable.Range(0, count).Select(_ => ((state = (state * 1_664_525u) + 1_013_904_223u) / 4_294_967_296.0) - 0.5)];
    }

    private static Budget Plenty() => new(Definitions.Plenty);
}
