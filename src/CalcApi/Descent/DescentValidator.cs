using CalcApi.Http;
using CalcApi.Http.Requests;
using CalcApi.Http.Trajectories;
using Calculus.Optimization;
using FluentValidation;

namespace CalcApi.Descent;

internal sealed class DescentValidator : BatchedValidator<DescentRequest>
{
    public DescentValidator(ServiceLimits limits, Optimizers optimizers)
        : base(limits)
    {
        RuleFor(request => request.Optimizer).Custom((optimizer, context) => Check(optimizer, "optimizer", optimizers, context));
        RuleFor(request => request.Steps).GreaterThanOrEqualTo(0).WithMessage("It must be at least 0.");
        RuleFor(request => request.Steps).UpTo("descentSteps", limits.DescentSteps);
    }
}
