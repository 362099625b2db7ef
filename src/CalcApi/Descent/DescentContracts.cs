using System.Text.Json;
using System.Text.Json.Serialization;
using CalcApi.Http.Answers;
using CalcApi.Http.Functions;
using CalcApi.Http.Requests;

namespace CalcApi.Descent;

/// <summary>Asks for the path of an optimizer down a function.</summary>
[NotBuilt("schedule", "seed")]
public sealed record DescentRequest : FunctionRequest
{
    /// <summary>Where the descent begins: a value for each variable.</summary>
    public required Point Start { get; init; }

    /// <summary>The optimizer with its parameters.</summary>
    public required OptimizerRequest Optimizer { get; init; }

    /// <summary>The most steps, from 0 to 1,000,000.</summary>
    public required int Steps { get; init; }

    /// <summary>When to stop early; without it all steps are done, unless the descent diverges or becomes stationary.</summary>
    public StopRequest? Stop { get; init; }

    /// <summary>Which steps are kept in the answer; by default each of the first 20,000, and always the last.</summary>
    public RecordRequest? Record { get; init; }
}

/// <summary>An optimizer with its parameters, named and defaulting as in PyTorch.</summary>
[NotBuilt("dialect", "schedule", "alpha", "rho", "centered", "lambd", "etas", "step_sizes", "initial_accumulator_value", "lr_decay", "momentum_decay", "decoupled_weight_decay")]
public sealed record OptimizerRequest
{
    /// <summary>sgd, gradient_descent, momentum, nesterov (presets of sgd) or adam.</summary>
    public required string Name { get; init; }

    /// <summary>The parameters, each by its name in the catalogue of optimizers.</summary>
    [OtherMembers, JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> Parameters { get; init; } = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
}

/// <summary>Tolerances; a descent has converged as soon as one of them is met.</summary>
public sealed record StopRequest
{
    /// <summary>On the length of the gradient.</summary>
    public double? Gradient { get; init; }

    /// <summary>On the change of the value in one step.</summary>
    public double? Value { get; init; }

    /// <summary>On the length of one step.</summary>
    public double? Step { get; init; }
}

/// <summary>Which steps of a descent are kept; it never changes what is computed.</summary>
public sealed record RecordRequest
{
    /// <summary>Keeps the steps that are multiples of this; by default each.</summary>
    public int? Every { get; init; }

    /// <summary>The most points kept before the last; by default 20,000.</summary>
    public int? Limit { get; init; }
}

/// <summary>The path of an optimizer, column by column: entry i of each column belongs to the step at place i.</summary>
public sealed record DescentAnswer : Answer
{
    /// <summary>The optimizer's name.</summary>
    public required string Optimizer { get; init; }

    /// <summary>The variables in order.</summary>
    public required IReadOnlyList<string> Variables { get; init; }

    /// <summary>The kept steps; step 0 is the start.</summary>
    public required IReadOnlyList<int> Step { get; init; }

    /// <summary>A column for each variable: a number, a vector or a matrix for each kept step.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<ValueAnswer>> Points { get; init; }

    /// <summary>The function at the points.</summary>
    public required IReadOnlyList<double> Value { get; init; }

    /// <summary>The gradient's length at the points.</summary>
    public required IReadOnlyList<double> GradientNorm { get; init; }

    /// <summary>The rate with which the optimizer leaves each point.</summary>
    public required IReadOnlyList<double> LearningRate { get; init; }

    /// <summary>Why the descent ended.</summary>
    public required StopAnswer Stop { get; init; }

    /// <summary>The best point of all steps, kept or not.</summary>
    public required BestAnswer Best { get; init; }

    /// <summary>How often the function was evaluated with its gradient.</summary>
    public required long Evaluations { get; init; }

    /// <summary>What the descent did, in words, with the evidence; missing where it was left out.</summary>
    public required DiagnosisAnswer? Diagnosis { get; init; }
}

/// <summary>Why a descent ended.</summary>
/// <param name="Reason">converged, steps, diverged, stationary, budget or cancelled.</param>
/// <param name="Step">The last step.</param>
/// <param name="Message">A sentence for people.</param>
public sealed record StopAnswer(string Reason, int Step, string Message);

/// <summary>The best point of a descent: the lowest, or the highest where the optimizer climbs.</summary>
/// <param name="Step">Its step.</param>
/// <param name="Point">Its coordinates.</param>
/// <param name="Value">The function there.</param>
public sealed record BestAnswer(int Step, PointAnswer Point, double Value);
