using CalcApi.Http;
using CalcApi.Http.Requests;
using Calculus.Optimization;
using FluentValidation;

namespace CalcApi.Descent;

internal sealed class DescentValidator : AbstractValidator<DescentRequest>
{
    public DescentValidator(ServiceLimits limits, Optimizers optimizers)
    {
        // Throws at once: while the shape is wrong, meaning cannot be judged.
        RuleFor(request => request.Optimizer).Must(optimizer => OptimizerParameters.Of(optimizer, optimizers) is not null);
        RuleFor(request => request.Steps).GreaterThanOrEqualTo(0).WithMessage("It must be at least 0.");
        RuleFor(request => request.Steps).UpTo("descentSteps", limits.DescentSteps);
        RuleFor(request => request.Optimizer.Name)
            .Must(name => optimizers.Find(name) is not null)
            .WithMessage($"This version of the service has {string.Join(", ", optimizers.All.Select(static known => known.Name))}.")
            .IsNotSupported();

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
    }

    private const string AtLeastZero = "It must be at least 0.";
}
