using Calculus.Expressions;
using Calculus.Functions;
using Calculus.Kernels;

namespace Calculus.Programs.Arrays;

/// <summary>The functions of a row of numbers.</summary>
internal static class RowReductions
{
    // So many exponentials are computed at once.
    private const int Chunk = 256;

    // Sums of squares between these neither overflow nor underflow, and lose no digits.
    private const double SmallestSquares = 1e-280, LargestSquares = 1e280;

    /// <summary>How many numbers a row of so many gives.</summary>
    public static long Results(Reduction reduction, long length) => reduction switch
    {
        Reduction.Share or Reduction.OtherProducts or Reduction.Softmax => length,
        Reduction.OtherPairProducts => length * length,
        _ => 1,
    };

    /// <summary>Applies the function to a row.</summary>
    public static void Apply(Reduction reduction, ReadOnlySpan<double> row, Span<double> result)
    {
        switch (reduction)
        {
            case Reduction.LogSumExp:
                result[0] = LogSumExp(row);
                break;
            case Reduction.Largest:
                result[0] = Extreme(row, 1);
                break;
            case Reduction.Smallest:
                result[0] = Extreme(row, -1);
                break;
            case Reduction.Norm:
                result[0] = Norm(row);
                break;
            case Reduction.Product:
                result[0] = Product(row);
                break;
            case Reduction.ArgMax:
                var place = PlaceOfLargest(row);
                result[0] = place < 0 ? double.NaN : place + 1;
                break;
            case Reduction.Share:
                Share(row, result);
                break;
            case Reduction.OtherProducts:
                OtherProducts(row, result);
                break;
            case Reduction.OtherPairProducts:
                OtherPairProducts(row, result);
                break;
            case Reduction.Softmax:
                Softmax(row, result);
                break;
            default:
                throw new InvalidOperationException($"Nothing computes {reduction}.");
        }
    }

    // m + log(1 + Σ exp(x − m)) over all but one largest: the sum neither overflows nor loses what is small next to 1.
    private static double LogSumExp(ReadOnlySpan<double> row)
    {
        var place = PlaceOfLargest(row);
        if (place < 0) return row.Length == 0 ? double.NegativeInfinity : double.NaN;
        var largest = row[place];
        if (double.IsInfinity(largest)) return largest;
        var others = 0.0;
        Span<double> exponentials = stackalloc double[Chunk];
        for (var start = 0; start < row.Length; start += Chunk)
        {
            var part = exponentials[..Math.Min(Chunk, row.Length - start)];
            Lanes.Map<Arithmetic.Subtract>(row.Slice(start, part.Length), largest, part);
            Lanes.Map<Exp.Kernel>(part, part);
            for (var i = 0; i < part.Length; i++)
            {
                if (start + i != place) others += part[i];
            }
        }

        return largest + Log1p.Function.Value(others);
    }

    // exp(x − m)/Σ exp(x − m): the exponents are differences of entries, exact near the largest. x − logsumexp is rounded to the size of x,
    // and at 800 that is 1e-13.
    private static void Softmax(ReadOnlySpan<double> row, Span<double> result)
    {
        var place = PlaceOfLargest(row);
        if (place < 0)
        {
            result.Fill(double.NaN);
            return;
        }

        Lanes.Map<Arithmetic.Subtract>(row, row[place], result);
        Lanes.Map<Exp.Kernel>(result, result);
        var total = 0.0;
        foreach (var entry in result) total += entry;
        Lanes.Map<Arithmetic.Divide>(result, total, result);
    }

    private static double Extreme(ReadOnlySpan<double> row, double sign)
    {
        var largest = row.Length == 0 ? double.NaN : sign * row[0];
        foreach (var entry in row) largest = Math.Max(largest, sign * entry);
        return sign * largest;
    }

    // −1 where there is no largest.
    private static int PlaceOfLargest(ReadOnlySpan<double> row)
    {
        var place = row.Length == 0 || double.IsNaN(row[0]) ? -1 : 0;
        for (var i = 1; i < row.Length && place >= 0; i++)
        {
            if (double.IsNaN(row[i])) place = -1;
            else if (row[i] > row[place]) place = i;
        }

        return place;
    }

    private static double Norm(ReadOnlySpan<double> row)
    {
        var squares = Vectors.Dot(row, row);
        if (squares is >= SmallestSquares and <= LargestSquares || double.IsNaN(squares)) return Math.Sqrt(squares);
        var largest = 0.0;
        foreach (var entry in row) largest = Math.Max(largest, Math.Abs(entry));
        if (largest == 0 || !double.IsFinite(largest)) return largest;
        // A power of two, so that scaling rounds nothing; of the smallest numbers in two steps.
        var exponent = -Math.ILogB(largest);
        var scaled = 0.0;
        foreach (var entry in row)
        {
            var unit = Math.ScaleB(entry, exponent);
            scaled += unit * unit;
        }

        return Math.ScaleB(Math.Sqrt(scaled), -exponent);
    }

    private static double Product(ReadOnlySpan<double> row)
    {
        var product = 1.0;
        foreach (var entry in row) product *= entry;
        return product;
    }

    private static void Share(ReadOnlySpan<double> row, Span<double> result)
    {
        var place = PlaceOfLargest(row);
        result.Fill(place < 0 ? double.NaN : 0);
        if (place < 0) return;
        var ties = 0;
        foreach (var entry in row) ties += entry == row[place] ? 1 : 0;
        for (var i = 0; i < row.Length; i++)
        {
            if (row[i] == row[place]) result[i] = 1.0 / ties;
        }
    }

    // The product of the entries before times that of the entries after: there is no division, so zeros do no harm.
    private static void OtherProducts(ReadOnlySpan<double> row, Span<double> result)
    {
        var before = 1.0;
        for (var i = 0; i < row.Length; i++)
        {
            result[i] = before;
            before *= row[i];
        }

        var after = 1.0;
        for (var i = row.Length - 1; i >= 0; i--)
        {
            result[i] *= after;
            after *= row[i];
        }
    }

    private static void OtherPairProducts(ReadOnlySpan<double> row, Span<double> result)
    {
        var n = row.Length;
        Span<double> after = n <= 256 ? stackalloc double[n + 1] : new double[n + 1];
        after[n] = 1;
        for (var i = n - 1; i >= 0; i--) after[i] = after[i + 1] * row[i];
        var before = 1.0;
        for (var i = 0; i < n; i++)
        {
            result[(i * n) + i] = 0;
            var between = before;
            for (var j = i + 1; j < n; j++)
            {
                result[(i * n) + j] = result[(j * n) + i] = between * after[j + 1];
                between *= row[j];
            }

            before *= row[i];
        }
    }
}
