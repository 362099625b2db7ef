using CalcApi.Http;
using CalcApi.Http.Functions;
using FluentValidation;

namespace CalcApi.Jacobian;

internal sealed class JacobianValidator : AbstractValidator<JacobianRequest>
{
    public JacobianValidator(ServiceLimits limits) => RuleFor(request => request.Variables).AreVariables(limits);
}
