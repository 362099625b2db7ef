using CalcApi.Http;
using CalcApi.Http.Functions;
using FluentValidation;

namespace CalcApi.Evaluate;

internal sealed class EvaluateValidator : AbstractValidator<EvaluateRequest>
{
    public EvaluateValidator(ServiceLimits limits) => this.PointOrPoints(request => request.Point, request => request.Points, limits);
}
