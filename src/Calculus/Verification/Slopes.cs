using System.Collections.Immutable;
using Calculus.Numerics;

namespace Calculus.Verification;

/// <summary>A line through a point.</summary>
/// <param name="Through">The point.</param>
/// <param name="Direction">How far each coordinate moves for a step of 1.</param>
internal readonly record struct Line(double[] Through, ImmutableArray<double> Direction)
{
    /// <summary>Whether one coordinate moves alone.</summary>
    public bool MovesOne => Direction.Count(static component => component != 0) == 1;

    /// <summary>The coordinate that moves; 1 where several do, each by its size.</summary>
    public double Coordinate => MovesOne ? Through[Direction.IndexOf(1)] : 1;
}

/// <summary>Slopes of functions along lines, measured on values alone and on one side of every seam.</summary>
/// <param name="written">The function as written.</param>
/// <param name="formulas">Formulas whose slopes may be asked for too.</param>
/// <param name="seams">Where branches change.</param>
internal sealed class Slopes(Numbers written, Numbers formulas, Seams seams)
{
    // Quick steps fit what changes with its variable by about its size.
    private const double QuickFirst = 1.0 / 16, Smallest = 1.0 / 8;
    private const int QuickSteps = 9, LongSteps = 60;

    /// <summary>The slopes of the function, where asked for first, and of the first so many formulas.</summary>
    /// <param name="line">The line.</param>
    /// <param name="ofFormulas">How many formulas.</param>
    /// <param name="isLong">Whether steps of every size are tried.</param>
    /// <param name="noise">What rounding may move each value by; the function's first.</param>
    public DerivativeEstimate[] Along(Line line, int ofFormulas, bool isLong, ReadOnlySpan<double> noise)
    {
        var x = line.Coordinate;
        var steps = isLong
            ? SlopeTable.Steps(x, Math.Max(1, Math.Abs(x)), LongSteps)
            : SlopeTable.Steps(x, QuickFirst * Math.Max(Smallest, Math.Abs(x)), QuickSteps);
        var count = (2 * steps.Length) + 1;
        var columns = new double[line.Through.Length * count];
        for (var i = 0; i < line.Through.Length; i++)
        {
            var column = columns.AsSpan(i * count, count);
            column.Fill(line.Through[i]);
            if (line.Direction[i] == 0) continue;
            for (var k = 0; k < steps.Length; k++)
            {
                column[1 + k] -= line.Direction[i] * steps[k];
                column[1 + steps.Length + k] += line.Direction[i] * steps[k];
            }
        }

        var values = written.AtMany(columns, count);
        var isBeside = seams.Beside(columns, steps.Length);
        var of = ofFormulas == 0 ? [] : formulas.AtMany(columns, count);
        var slopes = new DerivativeEstimate[ofFormulas + 1];
        for (var k = 0; k < slopes.Length; k++)
        {
            var column = k == 0 ? values.AsSpan(0, count) : of.AsSpan((k - 1) * count, count);
            for (var i = 0; i < count; i++)
            {
                if (!isBeside[i]) column[i] = double.NaN;
            }

            slopes[k] = SlopeTable.Of(steps, column[0], column.Slice(1, steps.Length), column[(1 + steps.Length)..], noise.Length > k ? noise[k] : 0);
        }

        return slopes;
    }
}
