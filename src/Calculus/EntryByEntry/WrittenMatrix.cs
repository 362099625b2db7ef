using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.EntryByEntry;

/// <summary>Functions of a small square matrix written out by minors: det A = Σ (−1)^(1+j) a₁ⱼ det A₁ⱼ.</summary>
/// <param name="target">The graph of the result.</param>
/// <param name="size">Rows and columns.</param>
/// <param name="entries">The entries, row by row.</param>
internal sealed class WrittenMatrix(Graph target, int size, Expression[] entries)
{
    // A determinant of five rows has 120 terms.
    private const int Largest = 4;

    /// <summary>The entries of a function of the matrix.</summary>
    public Expression[] Entries(MatrixOperation operation)
    {
        if (size > Largest) throw new UnwritableException($"The {Named(operation)} of a {size} × {size} matrix is not written out entry by entry, because it has more than {Largest} rows.");
        if (operation == MatrixOperation.Cofactors) return [.. All(Cofactor)];
        var determinant = Minor((1 << size) - 1, (1 << size) - 1);
        return operation switch
        {
            MatrixOperation.Determinant => [determinant],
            MatrixOperation.LogDeterminant => [Log.Function.Apply(target, determinant)],
            _ => [.. All((row, column) => Cofactor(column, row) / determinant)],
        };
    }

    private static string Named(MatrixOperation operation) => operation switch
    {
        MatrixOperation.Inverse => "inverse",
        MatrixOperation.Cofactors => "matrix of cofactors",
        _ => "determinant",
    };

    private IEnumerable<Expression> All(Func<int, int, Expression> entry) =>
        Enumerable.Range(0, size * size).Select(k => entry(k / size, k % size));

    private Expression Cofactor(int row, int column)
    {
        var all = (1 << size) - 1;
        var minor = Minor(all & ~(1 << row), all & ~(1 << column));
        return (row + column) % 2 == 0 ? minor : -minor;
    }

    // The determinant of the rows and columns whose bits are set, from minors of fewer rows to those of more.
    private Expression Minor(int rows, int columns)
    {
        int[] order = [.. Enumerable.Range(0, size).Where(row => (rows & (1 << row)) != 0)];
        var known = new Dictionary<int, Expression> { [0] = target.One };
        foreach (var row in Enumerable.Reverse(order))
        {
            var larger = new Dictionary<int, List<Term>>();
            foreach (var (chosen, minor) in known)
            {
                for (var column = 0; column < size; column++)
                {
                    if ((columns & (1 << column)) == 0 || (chosen & (1 << column)) != 0) continue;
                    var before = System.Numerics.BitOperations.PopCount((uint)(chosen & ((1 << column) - 1)));
                    var terms = larger.TryGetValue(chosen | (1 << column), out var there) ? there : larger[chosen | (1 << column)] = [];
                    terms.Add(new Term(before % 2 == 0 ? Rational.One : -Rational.One, entries[(row * size) + column] * minor));
                }
            }

            known = larger.ToDictionary(static pair => pair.Key, pair => target.Sum(Rational.Zero, [.. pair.Value]));
        }

        return known[columns];
    }
}
