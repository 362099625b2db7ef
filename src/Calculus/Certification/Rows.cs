using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.Certification;

/// <summary>The functions of a row of enclosed numbers.</summary>
/// <typeparam name="T">An enclosed number.</typeparam>
/// <param name="arithmetic">The arithmetic.</param>
internal sealed class Rows<T>(IArithmetic<T> arithmetic)
{
    private readonly T _zero = arithmetic.Of(Rational.Zero);
    private readonly T _one = arithmetic.Of(Rational.One);

    /// <summary>The function of a row.</summary>
    public T[] Of(Reduction reduction, T[] row) => reduction switch
    {
        Reduction.LogSumExp => [LogSumExp(row)],
        Reduction.Largest => [Extreme(row, Max.Function)],
        Reduction.Smallest => [Extreme(row, Min.Function)],
        Reduction.Norm => [arithmetic.Call(Sqrt.Function, [Squares(row)])],
        Reduction.Product => [row.Aggregate(_one, arithmetic.Multiply)],
        Reduction.ArgMax => [PlaceOfLargest(row)],
        Reduction.Share => Shares(row),
        Reduction.OtherProducts => OtherProducts(row),
        Reduction.OtherPairProducts => OtherPairProducts(row),
        _ => throw new NotSupportedException($"Nothing encloses {reduction}."),
    };

    private T Squares(T[] row) => row.Aggregate(_zero, (total, entry) => arithmetic.Add(total, arithmetic.Call(Power.Function, [entry, arithmetic.Of(2)])));

    private T Extreme(T[] row, Function function) => row.Length switch
    {
        0 => arithmetic.Unknown,
        1 => row[0],
        _ => arithmetic.Call(function, row),
    };

    // m + log(1 + Σ exp(x − m)) holds for every m; near the largest entry nothing overflows.
    private T LogSumExp(T[] row)
    {
        if (row.Length == 0) return arithmetic.Unknown;
        var pivot = NearLargest(row);
        var others = _zero;
        for (var i = 0; i < row.Length; i++)
        {
            if (i != pivot) others = arithmetic.Add(others, arithmetic.Call(Exp.Function, [arithmetic.Add(row[i], arithmetic.Scale(-1, row[pivot]))]));
        }

        return arithmetic.Add(row[pivot], arithmetic.Call(Log1p.Function, [others]));
    }

    private int NearLargest(T[] row)
    {
        var best = 0;
        for (var i = 1; i < row.Length; i++)
        {
            if (arithmetic.Near(row[i]) > arithmetic.Near(row[best])) best = i;
        }

        return best;
    }

    private T PlaceOfLargest(T[] row)
    {
        var best = row.Length == 0 ? -1 : NearLargest(row);
        for (var i = 0; i < row.Length; i++)
        {
            if (i == best) continue;
            var order = arithmetic.Compare(row[i], row[best]);
            if (order is null or > 0 || (order == 0 && i < best)) return arithmetic.Unknown;
        }

        return best < 0 ? arithmetic.Unknown : arithmetic.Of(best + 1);
    }

    private T[] Shares(T[] row)
    {
        if (row.Length == 0) return row;
        var pivot = NearLargest(row);
        var order = new int?[row.Length];
        for (var i = 0; i < row.Length; i++) order[i] = i == pivot ? 0 : arithmetic.Compare(row[i], row[pivot]);
        if (order.Any(static each => each is null or > 0)) return Array.ConvertAll(row, _ => arithmetic.Unknown);
        var share = arithmetic.Of(Rational.Of(1, order.Count(static each => each == 0)));
        return Array.ConvertAll(order, each => each == 0 ? share : _zero);
    }

    private T[] OtherProducts(T[] row)
    {
        var result = new T[row.Length];
        var (before, after) = (_one, _one);
        for (var i = 0; i < row.Length; i++) (result[i], before) = (before, arithmetic.Multiply(before, row[i]));
        for (var i = row.Length - 1; i >= 0; i--) (result[i], after) = (arithmetic.Multiply(result[i], after), arithmetic.Multiply(after, row[i]));
        return result;
    }

    private T[] OtherPairProducts(T[] row)
    {
        var n = row.Length;
        var (result, after) = (new T[n * n], new T[n + 1]);
        after[n] = _one;
        for (var i = n - 1; i >= 0; i--) after[i] = arithmetic.Multiply(after[i + 1], row[i]);
        var before = _one;
        for (var i = 0; i < n; i++)
        {
            result[(i * n) + i] = _zero;
            var between = before;
            for (var j = i + 1; j < n; j++)
            {
                result[(i * n) + j] = result[(j * n) + i] = arithmetic.Multiply(between, after[j + 1]);
                between = arithmetic.Multiply(between, row[j]);
            }

            before = arithmetic.Multiply(before, row[i]);
        }

        return result;
    }
}
