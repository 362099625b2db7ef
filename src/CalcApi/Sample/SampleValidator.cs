using CalcApi.Http.Requests;
using FluentValidation;

namespace CalcApi.Sample;

internal sealed class SampleValidator : AbstractValidator<SampleRequest>
{
    public SampleValidator()
    {
        RuleForEach(request => request.Window)
            .Must(static axis => axis.Value.Count == 2).WithMessage("Each axis is [from, to].").IsShape()
            .OverridePropertyName("window");
        RuleForEach(request => request.Window)
            .Must(static axis => axis.Value is not [var from, var to] || (from < to && double.IsFinite(to - from)))
            .WithMessage("'from' must lie below 'to', and their distance must be finite.")
            .OverridePropertyName("window");
        RuleFor(request => request.Resolution)
            .Must(static resolution => resolution is null || resolution.Counts.All(static count => count >= 2))
            .WithMessage("At least 2 samples are needed along an axis.");
        RuleFor(request => request.Of)
            .Must(static of => of is null or "value" or "gradient").WithMessage("It must be value or gradient.");
    }
}
