using CalcApi.Http.Requests;
using FluentValidation;

namespace CalcApi.CriticalPoints;

internal sealed class CriticalPointsValidator : AbstractValidator<CriticalPointsRequest>
{
    // Below it the distances between numbers lose their digits.
    private const double Narrowest = 1e-300;

    public CriticalPointsValidator() => RuleFor(request => request.Box).Custom(static (box, context) =>
    {
        foreach (var (variable, side) in box)
        {
            var path = $"box.{Quoted.Cut(variable)}";
            if (side is not [var from, var to]) context.RefuseShape(path, "A side of the box must be [from, to].");
            else if (!(to - from >= Narrowest) || !double.IsFinite(to - from)) context.RefuseValue(path, "'from' must be below 'to', and their distance must be finite and at least 1e-300.");
        }
    });
}
