using CalcApi.Http;
using CalcApi.Http.Functions;
using CalcApi.Http.Requests;

namespace CalcApi.Derivative;

internal sealed class DerivativeValidator : PointOrPointsValidator<DerivativeRequest>
{
    public DerivativeValidator(ServiceLimits limits)
        : base(limits)
    {
        RuleFor(request => request.Order).CountUpTo("derivativeOrder", limits.Library.DerivativeOrder);
    }
}
