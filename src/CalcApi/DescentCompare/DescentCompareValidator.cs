using CalcApi.Http;
using CalcApi.Http.Requests;
using CalcApi.Http.Trajectories;
using Calculus.Budgets;
using Calculus.Optimization;
using FluentValidation;

namespace CalcApi.DescentCompare;

internal sealed class DescentCompareValidator : BatchedValidator<DescentCompareRequest>
{
    public DescentCompareValidator(ServiceLimits limits, Optimizers optimizers)
        : base(limits)
    {
        RuleFor(request => request.Starts).Must(static starts => starts.Count > 0).WithMessage("Give at least one start.");
        RuleFor(request => request.Optimizers).Must(static list => list.Count > 0).WithMessage("Give at least one optimizer.");
        RuleFor(request => request.Optimizers).Custom((list, context) =>
        {
            for (var i = 0; i < list.Count; i++) Check(list[i], $"optimizers[{i}]", optimizers, context);
        });
        RuleFor(request => request.Optimizers)
            .Must((request, list) => (long)list.Count * request.Starts.Count <= limits.ComparedRuns)
            .WithState((request, list) => new LimitException("comparedRuns", limits.ComparedRuns, $"{list.Count} optimizers from {request.Starts.Count} starts are {(long)list.Count * request.Starts.Count} descents; at most {limits.ComparedRuns} are allowed.", (long)list.Count * request.Starts.Count));
        RuleFor(request => request.Steps)
            .Must(static (request, steps) => steps is null != request.Evaluations is null)
            .WithMessage("Give either steps or evaluations.").IsShape();
        RuleFor(request => request.Steps).GreaterThanOrEqualTo(0).WithMessage("It must be at least 0.");
        RuleFor(request => request.Steps ?? 0).UpTo("descentSteps", limits.DescentSteps).OverridePropertyName("steps");
        RuleFor(request => request.Evaluations).CountUpTo("descentSteps", limits.DescentSteps);
    }
}
