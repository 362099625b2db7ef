using System.Runtime.InteropServices;

namespace Calculus.Numerics;

/// <summary>A value that was computed for a step h.</summary>
/// <param name="Value">The value; not finite where f was undefined.</param>
/// <param name="Noise">How much a rounding of one unit in the last place of each value of f changes it.</param>
internal readonly record struct StepValue(double Value, double Noise);

/// <summary>
/// Richardson's table: the limit at h = 0 of values whose error is a series in the powers p, p+2, p+4 … of an h that halves.
/// Each entry carries its own rounding error.
/// </summary>
internal static class ExtrapolationTable
{
    private const int Columns = 7;

    // This many of the last values differ by rounding alone.
    private const int NoisyRows = 8;

    /// <summary>The limit, and how far it may be off; null where the values do not settle.</summary>
    /// <param name="rows">The values, h halving from each to the next.</param>
    /// <param name="firstPower">p.</param>
    public static (double Value, double Error)? Limit(List<StepValue> rows, int firstPower) =>
        Limit(rows, firstPower, NoiseFactor(CollectionsMarshal.AsSpan(rows)));

    /// <summary>The same where it is known how much noisier f is than the rows state.</summary>
    /// <param name="rows">The values, h halving from each to the next.</param>
    /// <param name="firstPower">p.</param>
    /// <param name="noiseFactor">How much noisier.</param>
    public static (double Value, double Error)? Limit(List<StepValue> rows, int firstPower, double noiseFactor)
    {
        var scale = Math.Abs(rows.Find(static row => double.IsFinite(row.Value)).Value);
        (double Value, double Error)? best = null;
        (double Value, double Error)? challenger = null;
        StepValue[] previous = [];

        foreach (var row in rows)
        {
            if (!double.IsFinite(row.Value))
            {
                previous = [];
                continue;
            }

            var current = Extrapolated(row with { Noise = row.Noise * noiseFactor }, previous, firstPower);
            var found = BestOf(current, previous, scale);
            previous = current;
            if (found is null) continue;

            if (best is null || Agree(best.Value, found.Value))
            {
                if (best is null || found.Value.Error < best.Value.Error) best = found;
                challenger = null;
            }
            else
            {
                // Smaller steps are nearer to the limit: two in a row that agree outweigh what came before.
                var outdone = challenger is { } other && Agree(other, found.Value);
                if (outdone) best = found;
                challenger = outdone ? null : found;
            }
        }

        return best;
    }

    private static StepValue[] Extrapolated(StepValue first, StepValue[] previous, int firstPower)
    {
        var row = new StepValue[Math.Min(previous.Length + 1, Columns)];
        row[0] = first;
        for (var j = 1; j < row.Length; j++)
        {
            var factor = Math.ScaleB(1, firstPower + (2 * (j - 1))) - 1;
            var (left, above) = (row[j - 1], previous[j - 1]);
            row[j] = new(left.Value + ((left.Value - above.Value) / factor), left.Noise + ((left.Noise + above.Noise) / factor));
        }

        return row;
    }

    // Off by no more than it moved along the table: Ridders' estimate, and once more downwards, since of many entries some
    // agree by chance. An entry that moved by a tenth of itself has not settled, unless all of that is rounding or zero.
    private static (double Value, double Error)? BestOf(StepValue[] row, StepValue[] above, double scale)
    {
        (double Value, double Error)? best = null;
        for (var j = 1; j < Math.Min(row.Length, above.Length); j++)
        {
            var value = row[j].Value;
            var moved = Math.Max(Math.Abs(value - row[j - 1].Value), Math.Max(Math.Abs(value - above[j - 1].Value), Math.Abs(value - above[j].Value)));
            var error = (2 * moved) + row[j].Noise;
            var settled = error <= 0.1 * Math.Abs(value) || moved <= 4 * row[j].Noise || error <= 1e-6 * scale;
            if (settled && double.IsFinite(error) && (best is null || error < best.Value.Error)) best = (value, error);
        }

        return best;
    }

    private static bool Agree((double Value, double Error) a, (double Value, double Error) b) =>
        Math.Abs(a.Value - b.Value) <= 3 * (a.Error + b.Error);

    // How much noisier f is than a unit in the last place: at the smallest steps nothing else moves the values. Unless they
    // grow ever faster to one side, as towards a vertical tangent.
    private static double NoiseFactor(ReadOnlySpan<StepValue> rows)
    {
        var (factor, runsAway, last) = (1.0, true, 0.0);
        for (var k = Math.Max(1, rows.Length - NoisyRows); k < rows.Length; k++)
        {
            var noise = rows[k].Noise + rows[k - 1].Noise;
            var moved = rows[k].Value - rows[k - 1].Value;
            if (!(noise > 0) || !double.IsFinite(moved)) continue;
            factor = Math.Max(factor, Math.Abs(moved) / noise);
            runsAway &= last == 0 || moved / last > 1;
            last = moved;
        }

        return runsAway ? 1 : factor;
    }
}
