using CalcApi.Http;
using CalcApi.Http.Requests;
using FluentValidation;

namespace CalcApi.Taylor;

internal sealed class TaylorValidator : AbstractValidator<TaylorRequest>
{
    public TaylorValidator(ServiceLimits limits)
    {
        RuleFor(request => request.Order).GreaterThanOrEqualTo(0).WithMessage("The order must be at least 0.");
        RuleFor(request => request.Order).UpTo("derivativeOrder", limits.Library.DerivativeOrder);
        RuleFor(request => request.Radius).GreaterThan(0).WithMessage("The radius must be above 0.");
    }
}
