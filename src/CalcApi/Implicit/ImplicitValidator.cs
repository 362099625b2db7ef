using CalcApi.Http;
using CalcApi.Http.Requests;
using FluentValidation;

namespace CalcApi.Implicit;

internal sealed class ImplicitValidator : AbstractValidator<ImplicitRequest>
{
    public ImplicitValidator(ServiceLimits limits)
    {
        RuleFor(request => request.Order).CountUpTo("derivativeOrder", limits.Library.DerivativeOrder);
        RuleFor(request => request.Of).NotEqual(request => request.Variable, StringComparer.Ordinal)
            .WithMessage("A variable does not depend on itself: name another one.");
    }
}
