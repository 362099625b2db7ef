using CalcApi.Http;
using CalcApi.Http.Functions;
using CalcApi.Http.Requests;
using FluentValidation;

namespace CalcApi.Gradient;

internal sealed class GradientValidator : PointOrPointsValidator<GradientRequest>
{
    public GradientValidator(ServiceLimits limits)
        : base(limits)
    {
        RuleFor(request => request.Variables)
            .Must(names => names is null || names.Count > 0).WithMessage("Name at least one variable, or leave it out.")
            .Must(names => names is null || names.Distinct(StringComparer.Ordinal).Count() == names.Count).WithMessage("Each variable may be named once.");
        RuleFor(request => request.Variables).AtMost("variables", limits.Library.Variables);
    }
}
