using CalcApi.Http;
using CalcApi.Http.Functions;
using CalcApi.Http.Requests;
using FluentValidation;

namespace CalcApi.Derivative;

internal sealed class DerivativeValidator : AbstractValidator<DerivativeRequest>
{
    public DerivativeValidator(ServiceLimits limits)
    {
        RuleFor(request => request.Order).CountUpTo("derivativeOrder", limits.Library.DerivativeOrder);
        this.PointOrPoints(request => request.Point, request => request.Points, limits);
    }
}
