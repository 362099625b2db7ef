using Calculus.Expressions;
using Calculus.Simplification;

namespace Calculus.Spectra;

/// <summary>
/// Directions that a matrix of formulas takes to 0 at every point, such as (1, −1) for the second derivatives of exp(x + y): along them the
/// eigenvalue is 0 and not merely small.
/// </summary>
internal static class KernelByIdentity
{
    // What elimination leaves below this share of the largest entry is taken for 0; the formulas decide whether it is.
    private const double Nothing = 1e-9;

    // Coefficients that people write have small denominators.
    private const int LargestDenominator = 100;

    /// <summary>How many independent directions are shown to be taken to 0. There may be more.</summary>
    /// <param name="formulas">The matrix row by row, of formulas of numbers.</param>
    /// <param name="numbers">Its numbers at some point, from which the directions are guessed.</param>
    /// <param name="size">How many rows it has.</param>
    public static int Count(IReadOnlyList<Expression> formulas, ReadOnlySpan<double> numbers, int size)
    {
        ArgumentNullException.ThrowIfNull(formulas);
        var (reduced, pivots) = Reduced(numbers, size);
        var count = 0;
        for (var free = 0; free < size; free++)
        {
            if (!pivots.Contains(free) && Direction(reduced, pivots, free, size) is { } direction && IsTakenToZero(formulas, direction, size)) count++;
        }

        return count;
    }

    // Gauss and Jordan with the largest pivot of each column; the place of each row's pivot.
    private static (double[] Matrix, List<int> Pivots) Reduced(ReadOnlySpan<double> numbers, int size)
    {
        var (matrix, pivots, scale) = (numbers.ToArray(), new List<int>(), 0d);
        foreach (var number in matrix) scale = Math.Max(scale, Math.Abs(number));
        for (var column = 0; column < size && pivots.Count < size; column++)
        {
            var (row, best) = (pivots.Count, pivots.Count);
            for (var i = row; i < size; i++)
                if (Math.Abs(matrix[(i * size) + column]) > Math.Abs(matrix[(best * size) + column])) best = i;
            if (Math.Abs(matrix[(best * size) + column]) <= Nothing * scale) continue;
            for (var j = 0; j < size; j++) (matrix[(row * size) + j], matrix[(best * size) + j]) = (matrix[(best * size) + j], matrix[(row * size) + j]);
            var pivot = matrix[(row * size) + column];
            for (var j = 0; j < size; j++) matrix[(row * size) + j] /= pivot;
            for (var i = 0; i < size; i++)
            {
                var factor = i == row ? 0 : matrix[(i * size) + column];
                for (var j = 0; factor != 0 && j < size; j++) matrix[(i * size) + j] -= factor * matrix[(row * size) + j];
            }

            pivots.Add(column);
        }

        return (matrix, pivots);
    }

    // The direction with 1 at a free column, as fractions; null where one is not near a fraction that a person would write.
    private static Rational[]? Direction(double[] reduced, List<int> pivots, int free, int size)
    {
        var direction = new Rational[size];
        Array.Fill(direction, Rational.Zero);
        direction[free] = Rational.One;
        for (var row = 0; row < pivots.Count; row++)
        {
            if (NearestFraction(-reduced[(row * size) + free]) is not { } fraction) return null;
            direction[pivots[row]] = fraction;
        }

        return direction;
    }

    private static Rational? NearestFraction(double value)
    {
        for (var denominator = 1; denominator <= LargestDenominator; denominator++)
        {
            var numerator = Math.Round(value * denominator);
            if (Math.Abs(numerator) < 1e9 && Math.Abs((value * denominator) - numerator) <= 1e-7 * Math.Max(1, Math.Abs(numerator))) return Rational.Of((long)numerator, denominator);
        }

        return null;
    }

    private static bool IsTakenToZero(IReadOnlyList<Expression> formulas, Rational[] direction, int size)
    {
        var graph = formulas[0].Graph;
        for (var row = 0; row < size; row++)
        {
            var sum = graph.Zero;
            for (var column = 0; column < size; column++)
                sum = graph.Sum(Rational.Zero, [new Term(Rational.One, sum), new Term(direction[column], formulas[(row * size) + column])]);
            if (!Graph.IsZero(sum) && !(Expansion.Of(sum) is { } expanded && Graph.IsZero(expanded))) return false;
        }

        return true;
    }
}
