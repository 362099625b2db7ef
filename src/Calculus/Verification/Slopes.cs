using Calculus.Numerics;

namespace Calculus.Verification;

/// <summary>Slopes along lines, measured from values alone and on one side of every seam.</summary>
/// <param name="ladder">The function as written, and formulas whose slopes may be asked for too.</param>
/// <param name="seams">Where branches change.</param>
/// <param name="isCostly">Whether only few values are affordable.</param>
internal sealed class Slopes(Ladder ladder, Seams seams, bool isCostly)
{
    // Quick steps suit functions that vary on the scale of their variable.
    private const double QuickFirst = 1.0 / 16, Smallest = 1.0 / 8;

    /// <summary>The slopes of some numbers of the ladder.</summary>
    /// <param name="through">A point of the line.</param>
    /// <param name="direction">How far each coordinate of the ladder moves for a step of 1.</param>
    /// <param name="places">Which numbers.</param>
    /// <param name="isLong">Whether steps of every size are tried.</param>
    /// <param name="noise">What rounding may move each of them by, where that is known to be more than its last digits.</param>
    public DerivativeEstimate[] Along(double[] through, double[] direction, int[] places, bool isLong, Func<int, double> noise)
    {
        // Where several coordinates move, each moves by its share of a step of about 1.
        var alone = AloneIn(direction);
        var x = alone is { } only ? through[ladder.Coordinates[only]] : 1;
        var steps = isLong
            ? SlopeTable.Steps(x, Math.Max(1, Math.Abs(x)), isCostly ? 12 : 60)
            : SlopeTable.Steps(x, QuickFirst * Math.Max(Smallest, Math.Abs(x)), isCostly ? 5 : 9);
        var count = (2 * steps.Length) + 1;
        var columns = new double[through.Length * count];
        for (var i = 0; i < through.Length; i++) columns.AsSpan(i * count, count).Fill(through[i]);
        for (var c = 0; c < direction.Length; c++)
        {
            if (direction[c] == 0) continue;
            var column = columns.AsSpan(ladder.Coordinates[c] * count, count);
            for (var k = 0; k < steps.Length; k++)
            {
                column[1 + k] -= direction[c] * steps[k];
                column[1 + steps.Length + k] += direction[c] * steps[k];
            }
        }

        var written = ladder.Written.Outputs.Count;
        var values = Array.Exists(places, place => place < written) ? ladder.Written.AtMany(columns, count) : [];
        var formulas = Array.Exists(places, place => place >= written) ? ladder.Formulas.AtMany(columns, count) : [];
        var isBeside = seams.Beside(columns, steps.Length);
        var slopes = new DerivativeEstimate[places.Length];
        for (var k = 0; k < slopes.Length; k++)
        {
            var column = places[k] < written ? values.AsSpan(places[k] * count, count) : formulas.AsSpan((places[k] - written) * count, count);
            for (var i = 0; i < count; i++)
            {
                if (!isBeside[i]) column[i] = double.NaN;
            }

            slopes[k] = SlopeTable.Of(steps, column[0], column.Slice(1, steps.Length), column[(1 + steps.Length)..], noise(k));
        }

        return slopes;
    }

    /// <summary>The coordinate of the ladder that moves alone; null where several do.</summary>
    public static int? AloneIn(double[] direction)
    {
        var first = Array.FindIndex(direction, static component => component != 0);
        return first == Array.FindLastIndex(direction, static component => component != 0) ? first : null;
    }
}
