using Calculus.Expressions;

namespace Calculus.Exercises;

/// <summary>What an exercise asks for.</summary>
internal enum AskedFor
{
    /// <summary>The derivative by one variable, as a formula.</summary>
    Derivative,

    /// <summary>The derivative by one variable, as a formula, from first principles.</summary>
    Limit,

    /// <summary>The slope between two inputs, as a number.</summary>
    Slope,

    /// <summary>The gradient at a point, as a number for each variable.</summary>
    Gradient,

    /// <summary>The slope along a direction at a point, as a number.</summary>
    Along,

    /// <summary>The point that one step of gradient descent leads to.</summary>
    Next,
}

/// <summary>A problem to be solved, without its solution.</summary>
/// <param name="Asked">What it asks for.</param>
/// <param name="Definition">The function in the function language, with its signature.</param>
internal sealed record Exercise(AskedFor Asked, string Definition)
{
    /// <summary>The name by which the exercise is made again.</summary>
    public ExerciseId Id { get; init; }

    /// <summary>What is practised.</summary>
    public ExerciseKind Kind => ExerciseKinds.Of(Id.Kind);

    /// <summary>The variable to differentiate by, where one is asked for.</summary>
    public string Variable { get; init; } = "x";

    /// <summary>The point, or the first of two inputs, or the start: a number for each variable.</summary>
    public IReadOnlyList<double> Point { get; init; } = [];

    /// <summary>The direction, or the second of two inputs.</summary>
    public IReadOnlyList<double> Other { get; init; } = [];

    /// <summary>The learning rate of a step.</summary>
    public double Rate { get; init; }

    /// <summary>Numbers that the function takes and that are not differentiated by.</summary>
    public IReadOnlyDictionary<string, double> Data { get; init; } = new Dictionary<string, double>(StringComparer.Ordinal);

    /// <summary>Vectors and matrices for the letters of the function, at which answers are compared; people see their shapes alone.</summary>
    public IReadOnlyDictionary<string, ArrayValue> Arrays { get; init; } = new Dictionary<string, ArrayValue>(StringComparer.Ordinal);

    /// <summary>The length of the variable, where it is a vector; otherwise 0.</summary>
    public int Length { get; init; }

    /// <summary>Whether the exercise asks for a formula.</summary>
    public bool IsFormula => Asked is AskedFor.Derivative or AskedFor.Limit;

    /// <summary>Whether two exercises are the same problem, whatever they are called.</summary>
    public string Problem => string.Join('|', [Definition, Variable, .. Point.Concat(Other).Append(Rate).Concat(Data.Values).Append(Length).Select(Writing.Number)]);
}
