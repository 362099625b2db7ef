using CalcApi.Http;
using CalcApi.Http.Requests;
using Calculus.Budgets;
using FluentValidation;
using FluentValidation.Results;

namespace CalcApi.Sample;

internal sealed class SampleValidator : AbstractValidator<SampleRequest>
{
    // Below it the distances between samples lose their digits.
    private const double Narrowest = 1e-300;

    public SampleValidator(ServiceLimits limits)
    {
        RuleFor(request => request.Window).Custom(static (window, context) =>
        {
            foreach (var (variable, axis) in window)
            {
                var path = $"window.{Quoted.Cut(variable)}";
                if (axis is not [var from, var to]) context.RefuseShape(path, "An axis must be [from, to].");
                else if (!(to - from >= Narrowest) || !double.IsFinite(to - from)) context.RefuseValue(path, "'from' must be below 'to', and their distance must be finite and at least 1e-300.");
            }
        });
        RuleFor(request => request.Resolution)
            .Must(static resolution => resolution is null || resolution.Counts.All(static count => count >= 2))
            .WithMessage("At least 2 samples are needed along an axis.");
        RuleFor(request => request.Resolution).Custom((resolution, context) =>
        {
            var (limit, maximum) = context.InstanceToValidate.Window.Count == 1 ? ("curveSamples", limits.CurveSamples) : ("gridSide", limits.GridSide);
            if (resolution?.Counts.DefaultIfEmpty(0).Max() is not { } asked || asked <= maximum) return;
            var message = $"At most {maximum} samples are allowed along an axis, but {asked} were asked for.";
            context.AddFailure(new ValidationFailure("resolution", message) { CustomState = new LimitException(limit, maximum, message, asked) });
        });
        RuleFor(request => request.Of)
            .Must(static of => of is null or "value" or "gradient").WithMessage("It must be value or gradient.");
    }
}
