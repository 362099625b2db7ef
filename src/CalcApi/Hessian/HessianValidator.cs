using CalcApi.Http;
using CalcApi.Http.Functions;
using FluentValidation;

namespace CalcApi.Hessian;

internal sealed class HessianValidator : AbstractValidator<HessianRequest>
{
    public HessianValidator(ServiceLimits limits) => RuleFor(request => request.Variables).AreVariables(limits);
}
