using System.Collections.Immutable;
using System.Globalization;
using Calculus.Numerics;

namespace Calculus.GradientCheck;

/// <summary>Numbers that come from difference quotients with an unsuitable step.</summary>
internal static class DifferenceSlips
{
    // A quotient is recognised by its own error: it must come back to a fiftieth of it.
    private const double Recognised = 0.02;

    public static ImmutableArray<ValueSlip> All { get; } =
    [
        new("difference-step-too-large", "The step of the difference quotient is too large", "The error of a one-sided difference is about h*f''/2, that of a central one about h^2*f'''/6: take a smaller step.", 1,
            static component => Of(component, 1, 6)),
        new("difference-step-too-small", "The step of the difference quotient is too small", "The error from rounding is about the unit roundoff times |f|/h: take a larger step.", 1,
            static component => Of(component, 7, 15)),
    ];

    private static IEnumerable<Guess> Of(Component component, int first, int last)
    {
        if (component.HasSeveral) yield break;
        var place = component.Coordinate;
        var (x, exact) = (component.Comparisons[0].Point[place], component.Exact[0]);
        double[] moved = [.. component.Comparisons[0].Point];
        double Along(double at)
        {
            moved[place] = at;
            return component.Gradient.Value(moved);
        }

        for (var power = first; power <= last; power++)
        {
            // The step as people write it, 1e-4, and not a product of tenths.
            var h = double.Parse(string.Create(CultureInfo.InvariantCulture, $"1e-{power}"), CultureInfo.InvariantCulture);
            foreach (var (name, value) in new[]
            {
                ("forward", FiniteDifference.Forward(Along, x, h)), ("backward", FiniteDifference.Backward(Along, x, h)), ("central", FiniteDifference.Central(Along, x, h)),
            })
            {
                yield return new Guess([value], $"This is the {name} difference with the step {h}.", Recognised * Math.Abs(value - exact));
            }
        }
    }
}
