using CalcApi.Http.Requests;
using FluentValidation;

namespace CalcApi.DirectionalDerivative;

internal sealed class DirectionalDerivativeValidator : AbstractValidator<DirectionalDerivativeRequest>
{
    public DirectionalDerivativeValidator() => RuleFor(request => request.Direction)
        .Must(static direction => !IsZero(direction))
        .WithMessage("The direction must not be zero: without a direction there is no slope.");

    private static bool IsZero(Point direction) => direction.Bare is { } bare
        ? bare.Number == 0
        : direction.Named.Count > 0 && direction.Named.Values.All(static value => value.Number == 0);
}
