using System.Text.Json;
using System.Text.Json.Serialization;
using CalcApi.Http.OpenApi;
using CalcApi.Http.Requests;

namespace CalcApi.Http.Trajectories;

/// <summary>An optimizer with its parameters, named and defaulting as in PyTorch.</summary>
public sealed record OptimizerRequest
{
    /// <summary>sgd, its presets gradient_descent, momentum and nesterov, asgd, rprop, adagrad, rmsprop, adadelta, adam, adamax, nadam, adamw, radam or lion.</summary>
    public required string Name { get; init; }

    /// <summary>Whose rule and defaults are followed: pytorch, or keras or optax where the catalogue has it for the optimizer; pytorch where left out.</summary>
    [Words("pytorch", "keras", "optax")]
    public string? Dialect { get; init; }

    /// <summary>How the learning rate changes from step to step; without it the rate stays.</summary>
    public ScheduleRequest? Schedule { get; init; }

    /// <summary>The parameters, each by its name in the catalogue of optimizers.</summary>
    [OtherMembers, JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> Parameters { get; init; } = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
}

/// <summary>A schedule of the learning rate with its parameters, named as in PyTorch's lr_scheduler.</summary>
public sealed record ScheduleRequest
{
    /// <summary>constant, inverse_time, plateau, step, cosine, warmup_cosine, one_cycle or exponential.</summary>
    public required string Name { get; init; }

    /// <summary>The parameters, each by its name in the catalogue of schedules.</summary>
    [OtherMembers, JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> Parameters { get; init; } = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
}
