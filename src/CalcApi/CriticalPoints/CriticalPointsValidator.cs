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
            foreach (var (path, from, to) in side.Placed($"box.{Quoted.Cut(variable)}"))
                if (!(to - from >= Narrowest) || !double.IsFinite(to - from)) context.RefuseValue(path, "'from' must be below 'to', and their distance must be finite and at least 1e-300.");
        }
    });
}
