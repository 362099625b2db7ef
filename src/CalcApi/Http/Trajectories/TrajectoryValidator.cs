using CalcApi.Http.Requests;
using Calculus.Optimization;
using FluentValidation;

namespace CalcApi.Http.Trajectories;

/// <summary>What holds for every question about descents.</summary>
public abstract class TrajectoryValidator<TRequest> : AbstractValidator<TRequest>
    where TRequest : TrajectoryRequest
{
    private const string AtLeastZero = "It must be at least 0.";
    private const string AboveZero = "It must be above 0.";

    /// <summary>Sets the rules.</summary>
    /// <param name="limits">How many steps an answer may keep.</param>
    protected TrajectoryValidator(ServiceLimits limits)
    {
        When(request => request.Stop is not null, () =>
        {
            RuleFor(request => request.Stop!.Gradient).GreaterThanOrEqualTo(0).WithMessage(AtLeastZero);
            RuleFor(request => request.Stop!.Value).GreaterThanOrEqualTo(0).WithMessage(AtLeastZero);
            RuleFor(request => request.Stop!.Step).GreaterThanOrEqualTo(0).WithMessage(AtLeastZero);
        });
        When(request => request.Record is not null, () =>
        {
            RuleFor(request => request.Record!.Every).GreaterThanOrEqualTo(1).WithMessage("It must be at least 1.");
            RuleFor(request => request.Record!.Limit).CountUpTo("recordedSteps", limits.RecordedSteps);
        });
        When(request => request.Clip is not null, () =>
        {
            RuleFor(request => request.Clip!.Norm).GreaterThan(0).WithMessage(AboveZero);
            RuleFor(request => request.Clip!.Value).GreaterThan(0).WithMessage(AboveZero);
        });
        RuleFor(request => request.Box).Custom(static (box, context) =>
        {
            foreach (var (name, side) in box ?? new Dictionary<string, BoxSide>(StringComparer.Ordinal))
            {
                foreach (var (path, from, to) in side.Placed($"box.{Quoted.Cut(name)}"))
                    if (!(from <= to)) context.RefuseValue(path, "From must not be above to.");
            }
        });
    }

    /// <summary>The optimizer's parameters have the right kinds, and there is such an optimizer.</summary>
    /// <param name="optimizer">The optimizer asked for.</param>
    /// <param name="path">Where it stands in the request.</param>
    /// <param name="optimizers">The optimizers that there are.</param>
    /// <param name="context">The validation.</param>
    protected static void Check(OptimizerRequest optimizer, string path, Optimizers optimizers, ValidationContext<TRequest> context)
    {
        // Throws at once: while the shape is wrong, meaning cannot be judged.
        OptimizerParameters.Of(optimizer, path, optimizers);
        if (optimizer.Schedule is { } asked) OptimizerParameters.Of(asked, path);
        if (optimizer.Schedule is not null && ScheduleList.Own.Find(optimizer.Schedule.Name) is null)
            context.RefuseNotSupported($"{path}.schedule.name", $"This version of the service has {string.Join(", ", ScheduleList.Own.All.Select(static known => known.Name))}.");
        if (optimizers.Find(optimizer.Name) is not { } definition)
        {
            context.RefuseNotSupported($"{path}.name", $"This version of the service has {string.Join(", ", optimizers.All.Select(static known => known.Name))}.");
            return;
        }

        var dialects = definition.Dialects.Select(static each => each.Name).Prepend(DialectNames.PyTorch).ToList();
        if (optimizer.Dialect is { } dialect && !dialects.Contains(dialect, StringComparer.Ordinal))
            context.RefuseValue($"{path}.dialect", $"The optimizer '{definition.Name}' has no dialect {Quoted.Of(dialect)}; it has {string.Join(", ", dialects)}.");
    }
}
