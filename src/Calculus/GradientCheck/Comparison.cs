using Calculus.Expressions;

namespace Calculus.GradientCheck;

/// <summary>
/// Claim and derivative at one point along one direction: all numbers are sums of entries times those of a direction. For a number, and for
/// an array with one entry, the direction is 1.
/// </summary>
/// <param name="Point">The point.</param>
/// <param name="Direction">The direction of the variable.</param>
/// <param name="Value">The function.</param>
/// <param name="Claimed">The claim.</param>
/// <param name="Gradient">The derivative by each of the function's variables, along a direction of its shape.</param>
/// <param name="Length">The length of the gradient.</param>
/// <param name="Transposed">For a square matrix, the derivative with rows and columns exchanged.</param>
/// <param name="Slack">How far the rounding of its entries may move the claim, absolutely.</param>
internal sealed record Comparison(double[] Point, double[] Direction, double Value, double Claimed, double[] Gradient, double Length, double? Transposed, double Slack)
{
    // A wrong derivative that agrees along three directions in which nothing cancels agrees everywhere.
    private const int Directions = 3;

    // Seven digits, and those that people write.
    private const double Single = 2e-6;
    private const int FewestDigits = 3, MostDigits = 9;

    /// <summary>The comparisons at one sample; none where claim or derivative are not finite.</summary>
    /// <param name="sample">The sample.</param>
    /// <param name="claim">The claim, in the shape of its variable.</param>
    /// <param name="i">Which of the sample's claims it is.</param>
    public static IEnumerable<Comparison> Of(Sample sample, Claim claim, int i)
    {
        var (claimed, exact) = (sample.Claimed[i], sample.Gradient[claim.Place]);
        if (!Array.TrueForAll(claimed.Entries, double.IsFinite) || !Array.TrueForAll(exact.Entries, double.IsFinite)) return [];
        var turned = exact.Shape is { Rank: 2 } shape && shape[0] == shape[1] ? exact.Transposed() : null;
        var length = Math.Sqrt(sample.Gradient.Sum(static value => value.Entries.Sum(static x => x * x)));
        return Enumerable.Range(0, exact.Entries.Length == 1 ? 1 : Directions).Select(number =>
        {
            var direction = SamplePoints.Direction(number, exact.Entries.Length);
            return new Comparison(
                sample.Point, direction, sample.Value, Sum(claimed, number), [.. sample.Gradient.Select(value => Sum(value, number))], length,
                turned is null ? null : Sum(turned, number), RoundingOf(claimed.Entries, direction, claim.Formula is null));
        });
    }

    /// <summary>The sum of a value's entries times those of a direction of its shape.</summary>
    public static double Sum(ArrayValue value, int number) => value.Entries.Zip(SamplePoints.Direction(number, value.Entries.Length), static (x, d) => x * d).Sum();

    private static double RoundingOf(double[] claimed, double[] direction, bool isWritten)
    {
        var slack = 1e-12 * claimed.Max(Math.Abs);
        for (var i = 0; i < direction.Length; i++)
        {
            var digits = isWritten && claimed[i] != 0 ? Agreement.Digits(claimed[i]) : 0;
            var unit = digits is >= FewestDigits and <= MostDigits ? Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(claimed[i]))) - digits + 1) / 2 : 0;
            slack += Math.Abs(direction[i]) * Math.Max(unit, Single * Math.Abs(claimed[i]));
        }

        return slack;
    }
}
