using CalcApi.Http;
using CalcApi.Http.Functions;
using CalcApi.Http.Requests;
using FluentValidation;

namespace CalcApi.Jacobian;

internal sealed class JacobianValidator : AbstractValidator<JacobianRequest>
{
    public const string Numerator = "numerator", Denominator = "denominator";

    public JacobianValidator(ServiceLimits limits)
    {
        RuleFor(request => request.Variables).AreVariables(limits);
        RuleFor(request => request.Layout).Must(static layout => layout is null or Numerator or Denominator).IsNotSupported()
            .WithMessage("The layouts are numerator (outputs in rows) and denominator (inputs in rows).");
    }
}
