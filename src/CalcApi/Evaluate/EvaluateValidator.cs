using CalcApi.Http;
using CalcApi.Http.Functions;

namespace CalcApi.Evaluate;

internal sealed class EvaluateValidator(ServiceLimits limits) : PointOrPointsValidator<EvaluateRequest>(limits);
