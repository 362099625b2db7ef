using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Derivatives;
using Calculus.Expressions;
using Calculus.Programs;
using Calculus.Seams;

namespace Calculus.GradientCheck;

/// <summary>A function, its gradient and what is claimed, at one point.</summary>
/// <param name="Point">The point.</param>
/// <param name="Value">The function.</param>
/// <param name="Gradient">The derivative by each variable.</param>
/// <param name="Claimed">The value of each claim.</param>
/// <param name="GradientBeside">The gradient at a point that differs in the last digit: whatever that changes, rounding may change as much.</param>
/// <param name="ClaimedBeside">The claims there.</param>
internal sealed record Sample(double[] Point, double Value, IReadOnlyList<ArrayValue> Gradient, ArrayValue[] Claimed, IReadOnlyList<ArrayValue> GradientBeside, ArrayValue[] ClaimedBeside)
{
    private const int PointsAround = 8;

    /// <summary>The sample of a point and, where formulas are claimed, samples of points around it at which there is a derivative.</summary>
    public static IReadOnlyList<Sample> Around(
        double[] point, IReadOnlyList<Claim> claims, IReadOnlyList<DerivedFormula> partials, FormulaValues numbers, BoundDefinition bound, Budget budget)
    {
        var formulas = Evaluator.Of([.. claims.Select(claim => claim.Formula ?? bound.Function.Graph.Zero)], bound.Variables, bound.Data, budget);
        // A formula that is itself a partial derivative has its values, even where branches meet.
        int[] known = [.. claims.Select(claim => partials.ToList().FindIndex(partial => partial.Formula == claim.Formula))];
        var around = claims.Any(static claim => claim.Formula is not null) ? SamplePoints.Around(point) : [];
        return [Twice(point, isNamed: true), .. around.Select(here => Twice(here, isNamed: false)).Where(static sample => sample.IsDefined).Take(PointsAround)];

        Sample Twice(double[] here, bool isNamed)
        {
            var ((value, gradient, claimed), (_, gradientBeside, claimedBeside)) = (Once(here, isNamed), Once(Array.ConvertAll(here, static x => x * (1 + Math.ScaleB(1, -50))), isNamed: false));
            return new Sample(here, value, gradient, claimed, gradientBeside, claimedBeside);
        }

        (double, IReadOnlyList<ArrayValue>, ArrayValue[]) Once(double[] here, bool isNamed)
        {
            var at = isNamed ? numbers.At(partials, here) : numbers.ValuesAt(partials, here);
            var (gradient, values) = (at.Values, formulas.Outputs.Split(formulas.At(here)));
            return (at.Value.Number, gradient, [.. claims.Select((claim, i) => claim.Value ?? (known[i] < 0 ? values[i] : gradient[known[i]]))]);
        }
    }

    private bool IsDefined => double.IsFinite(Value) && Gradient.All(static value => Array.TrueForAll(value.Entries, double.IsFinite));
}
