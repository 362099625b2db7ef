using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Optimization;
using Xunit;

namespace Calculus.Tests.Optimization;

/// <summary>Definitions of the language as something to go down on.</summary>
internal static class Asked
{
    /// <summary>Reads a definition.</summary>
    /// <param name="text">The definition.</param>
    /// <param name="data">Constants by name.</param>
    /// <param name="lengths">The lengths of variables that are vectors or matrices.</param>
    public static Study Study(string text, IReadOnlyDictionary<string, ArrayValue>? data = null, IReadOnlyDictionary<string, Shape>? lengths = null) =>
        Calculus.Study.Of(text, Context(data, lengths), Budget());

    /// <summary>What a definition may speak of.</summary>
    /// <param name="data">Constants by name.</param>
    /// <param name="lengths">The lengths of variables that are vectors or matrices.</param>
    public static BindingContext Context(IReadOnlyDictionary<string, ArrayValue>? data = null, IReadOnlyDictionary<string, Shape>? lengths = null)
    {
        var given = data ?? new Dictionary<string, ArrayValue>(StringComparer.Ordinal);
        return new BindingContext(
            given.Where(static each => each.Value.Shape.IsScalar).ToDictionary(static each => each.Key, static each => each.Value.Number, StringComparer.Ordinal),
            new HashSet<string>(StringComparer.Ordinal))
        {
            Arrays = given.Where(static each => !each.Value.Shape.IsScalar).ToDictionary(static each => each.Key, static each => each.Value, StringComparer.Ordinal),
            Shapes = lengths ?? new Dictionary<string, Shape>(StringComparer.Ordinal),
        };
    }

    /// <summary>A descent with the optimizer's own tolerance on the gradient.</summary>
    public static Trajectory Descend(Study study, double[] start, string optimizer, string parameters = "", int steps = 1000)
    {
        var definition = Optimizers.Own.Named(optimizer);
        return Running.Descend(definition.TakesSumOfSquares ? study.SumOfSquares() : study.Objective(), start, optimizer, parameters, Options(optimizer, steps));
    }

    /// <summary>The same for a definition of numbers.</summary>
    public static Trajectory Descend(string text, double[] start, string optimizer, string parameters = "", int steps = 1000) =>
        Descend(Study(text), start, optimizer, parameters, steps);

    /// <summary>Steps with the optimizer's own tolerance.</summary>
    public static DescentOptions Options(string optimizer, int steps) =>
        new(steps) { Stop = new(Optimizers.Own.Named(optimizer).DefaultGradientTolerance) };

    /// <summary>The budget of one question.</summary>
    public static Budget Budget() => new(new Limits(), TestContext.Current.CancellationToken);
}
