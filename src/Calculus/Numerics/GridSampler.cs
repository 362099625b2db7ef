using System.Collections.Immutable;
using Calculus.Budgets;

namespace Calculus.Numerics;

/// <summary>A function of two variables over a rectangle.</summary>
/// <param name="X">The columns' coordinates, evenly spaced, with both ends.</param>
/// <param name="Y">The rows' coordinates, evenly spaced, with both ends.</param>
/// <param name="Values">f row by row: <c>Values[(row * X.Length) + column] = f(X[column], Y[row])</c>; NaN or infinite where f is.</param>
/// <param name="ValueRange">The values worth a contour; null where none is finite.</param>
internal sealed record SampledGrid(
    ImmutableArray<double> X, ImmutableArray<double> Y, ImmutableArray<double> Values, ValueRange? ValueRange);

/// <summary>Samples a function of two variables on a grid.</summary>
internal static class GridSampler
{
    private const int BlockLength = 512;

    /// <summary>Samples f over a rectangle.</summary>
    /// <param name="f">Values at many points.</param>
    /// <param name="x">The first variable's window, from a number to a larger one.</param>
    /// <param name="y">The second variable's window.</param>
    /// <param name="columns">Points along x, at least 2.</param>
    /// <param name="rows">Points along y, at least 2.</param>
    /// <param name="budget">Pays an operation for each evaluation, and is checked before each block of them.</param>
    /// <exception cref="LimitException">The budget is spent.</exception>
    /// <exception cref="OperationCanceledException">The request was cancelled.</exception>
    public static SampledGrid Sample(
        SurfaceEvaluator f, (double From, double To) x, (double From, double To) y, int columns, int rows, Budget budget)
    {
        var across = Axis(x, columns);
        var up = Axis(y, rows);
        var values = new double[checked(columns * rows)];
        Span<double> xs = stackalloc double[BlockLength];
        Span<double> ys = stackalloc double[BlockLength];

        for (var start = 0; start < values.Length; start += BlockLength)
        {
            var length = Math.Min(BlockLength, values.Length - start);
            for (var i = 0; i < length; i++)
            {
                xs[i] = across[(start + i) % columns];
                ys[i] = up[(start + i) / columns];
            }

            budget.SpendOperations(length);
            f(xs[..length], ys[..length], values.AsSpan(start, length));
        }

        ValueRange? range = values.Any(double.IsFinite) ? Numerics.ValueRange.Trimmed(values) : null;
        return new([.. across], [.. up], [.. values], range);
    }

    private static double[] Axis((double From, double To) window, int count)
    {
        if (!double.IsFinite(window.From) || !double.IsFinite(window.To - window.From) || !(window.From < window.To))
            throw new ArgumentException($"The window must go from a number to a larger one, not from {window.From} to {window.To}.", nameof(window));
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 2);

        // The ends exactly, and i/(n−1) before the product, so that the middle of a window around 0 is 0.
        var axis = new double[count];
        for (var i = 0; i < count; i++)
        {
            var part = (double)i / (count - 1);
            axis[i] = i == count - 1 ? window.To : (window.From * (1 - part)) + (window.To * part);
        }

        return axis;
    }
}
