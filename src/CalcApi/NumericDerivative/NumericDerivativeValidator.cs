using FluentValidation;

namespace CalcApi.NumericDerivative;

internal sealed class NumericDerivativeValidator : AbstractValidator<NumericDerivativeRequest>
{
    public NumericDerivativeValidator() => RuleFor(request => request.H)
        .GreaterThan(0).WithMessage("The step must be above 0.");
}
