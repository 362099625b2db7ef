using System.Text.Json;
using System.Text.Json.Serialization;
using CalcApi.Http.Requests;

namespace CalcApi.Http.Trajectories;

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
