using CalcApi.Http;
using CalcApi.Http.Requests;
using FluentValidation;

namespace CalcApi.Train;

internal sealed class DrawValidator : AbstractValidator<DrawRequest>
{
    // Below it the distances between places lose their digits.
    private const double Narrowest = 1e-300;

    public DrawValidator(ServiceLimits limits)
    {
        RuleFor(draw => draw.Window).Custom(static (window, context) =>
        {
            foreach (var (feature, axis) in window ?? new Dictionary<string, IReadOnlyList<double>>(StringComparer.Ordinal))
            {
                var path = $"draw.window.{Quoted.Cut(feature)}";
                if (axis is not [var from, var to]) context.RefuseShape(path, "An axis must be [from, to].");
                else if (!(to - from >= Narrowest) || !double.IsFinite(to - from)) context.RefuseValue(path, "'from' must be below 'to', and their distance must be finite and at least 1e-300.");
            }
        });
        RuleFor(draw => draw.Resolution).GreaterThanOrEqualTo(2).WithMessage("At least 2 places are needed along an axis.");
        RuleFor(draw => draw.Resolution).Custom((resolution, context) =>
        {
            if (resolution > limits.GridSide) context.RefuseLimit("draw.resolution", "gridSide", limits.GridSide, resolution.Value);
        });
    }
}
