using FluentValidation;

namespace CalcApi.GradientCheck;

internal sealed class GradientCheckValidator : AbstractValidator<GradientCheckRequest>
{
    public GradientCheckValidator() => RuleFor(request => request.Tolerance)
        .ExclusiveBetween(0, 1).WithMessage("The tolerance must be above 0 and below 1.");
}
