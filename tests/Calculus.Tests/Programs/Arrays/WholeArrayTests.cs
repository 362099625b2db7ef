using Calculus.Expressions;
using Xunit;

namespace Calculus.Tests.Programs.Arrays;

/// <summary>Slices, stacks and functions of matrices.</summary>
public sealed class WholeArrayTests
{
    [Fact]
    public void Slices_are_taken_and_put()
    {
        foreach (var rewriting in new[] { Rewriting.None, Rewriting.All })
        {
            var f = new ArrayFormulas(rewriting);
            var g = f.Graph;
            Expression x = f.Array("x", 7), m = f.Array("M", 5, 7), small = f.Array("S", 2, 3);
            f.AgreesWithLoops(
                g.Take(x, new Selection(2, 1, 4, 7)),
                g.Take(x, new Selection(6, -2, 3, 7)),
                g.Take(x, new Selection(3, 0, 5, 7)),
                g.Take(m, new Selection(1, 2, 2, 5), new Selection(5, -1, 4, 7)),
                g.Take(m, Selection.All(5), new Selection(2, 1, 1, 7)),
                g.Put(small, new Selection(4, -3, 2, 5), new Selection(0, 3, 3, 7)),
                g.Put(small, new Selection(1, 0, 2, 4), new Selection(2, 0, 3, 3)),
                g.Take(g.Put(small, new Selection(4, -3, 2, 5), new Selection(0, 3, 3, 7)) * m, new Selection(1, 3, 2, 5), new Selection(0, 1, 7, 7)));
        }
    }

    [Fact]
    public void A_place_outside_an_axis_is_refused()
    {
        var f = new ArrayFormulas();
        var x = f.Array("x", 7);
        Assert.Throws<ArgumentException>(() => f.Compile(f.Graph.Take(x, new Selection(5, 1, 3, 7))));
        Assert.Throws<ArgumentException>(() => f.Compile(f.Graph.Take(x, new Selection(1, -1, 3, 7))));
    }

    [Fact]
    public void Arrays_and_numbers_are_stacked_along_any_axis()
    {
        var f = new ArrayFormulas();
        Expression a = f.Array("A", 3, 2), b = f.Array("B", 3, 2), s = f.Array("s"), t = f.Array("t");
        f.AgreesWithLoops(f.Graph.Stack(0, a, b), f.Graph.Stack(1, a, b, a), f.Graph.Stack(2, a, b), f.Graph.Stack(0, s, t, s * t), f.Graph.Stack(0, f.Graph.Number(2), f.Graph.One, f.Graph.Zero));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(6)]
    public void Functions_of_a_matrix_agree_with_minors(int size)
    {
        for (var seed = 0; seed < 10; seed++)
        {
            var f = new ArrayFormulas(Rewriting.None, seed);
            var x = f.Array("X", size, size);
            f.AgreesWithLoops([.. Enum.GetValues<MatrixOperation>().Select(operation => f.Graph.MatrixFunction(operation, x))]);
        }
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    [InlineData(3, 1)]
    [InlineData(3, 0)]
    [InlineData(5, 4)]
    [InlineData(5, 3)]
    public void Singular_matrices_have_cofactors_but_no_inverse(int size, int rank)
    {
        for (var seed = 0; seed < 10; seed++)
        {
            var f = new ArrayFormulas(Rewriting.None, seed);
            // Whole numbers: the rank is exact.
            var (left, right) = (Whole(f, size, rank), Whole(f, rank, size));
            double[][] rows = [.. Enumerable.Range(0, size).Select(i => Enumerable.Range(0, size).Select(j => Enumerable.Range(0, rank).Sum(k => left[i][k] * right[k][j])).ToArray())];
            var x = f.Matrix("X", rows);
            double[] entries = [.. rows.SelectMany(row => row)];
            double[] expected = [.. Enumerable.Range(0, size * size).Select(entry => NaiveArrays.Cofactor(entries, size, entry / size, entry % size))];
            var cofactors = f.Run(f.Graph.MatrixFunction(MatrixOperation.Cofactors, x));
            var scale = Math.Pow(entries.Max(Math.Abs) + 1, size - 1);
            for (var entry = 0; entry < expected.Length; entry++) Assert.Equal(expected[entry], cofactors[entry], 1e-12 * scale);
            Assert.Equal(0, f.Run(f.Graph.MatrixFunction(MatrixOperation.Determinant, x))[0], 1e-12 * scale * scale);
        }
    }

    [Fact]
    public void What_a_matrix_does_not_have_is_not_finite()
    {
        var f = new ArrayFormulas(Rewriting.None);
        Expression Of(MatrixOperation operation, params double[][] rows) => f.Graph.MatrixFunction(operation, f.Matrix("M" + string.Join(';', rows.Select(row => string.Join(',', row))), rows));
        Assert.All(f.Run(Of(MatrixOperation.Inverse, [1, 2], [2, 4])), entry => Assert.False(double.IsFinite(entry)));
        Assert.Equal([double.PositiveInfinity], f.Run(Of(MatrixOperation.Inverse, [0.0])));
        Assert.Equal([double.NegativeInfinity], f.Run(Of(MatrixOperation.LogDeterminant, [1, 2], [2, 4])));
        Assert.Equal([double.NaN], f.Run(Of(MatrixOperation.LogDeterminant, [0, 1], [1, 0])));
        Assert.Equal([-1.0], f.Run(Of(MatrixOperation.Determinant, [0, 1], [1, 0])));
        Assert.Equal([double.NaN], f.Run(Of(MatrixOperation.Determinant, [0, 1], [double.NaN, 1])));
        Assert.Equal([0.0, -1, -1, 0], f.Run(Of(MatrixOperation.Cofactors, [0, 1], [1, 0])));
    }

    [Fact]
    public void The_logarithm_of_a_determinant_does_not_overflow()
    {
        var f = new ArrayFormulas();
        const int n = 200;
        var x = f.Matrix("X", [.. Enumerable.Range(0, n).Select(i => Enumerable.Range(0, n).Select(j => i == j ? 1e4 : 0.0).ToArray())]);
        Assert.Equal(n * Math.Log(1e4), f.Run(f.Graph.MatrixFunction(MatrixOperation.LogDeterminant, x))[0], 1e-9);
    }

    [Fact]
    public void An_inverse_undoes_a_large_matrix()
    {
        var f = new ArrayFormulas();
        var x = f.Array("X", 80, 80);
        var product = f.Run(f.Graph.Contract(1, [new Factor(f.Graph.MatrixFunction(MatrixOperation.Inverse, x), "ij"), new Factor(x, "jk")], "ik"));
        for (var entry = 0; entry < product.Length; entry++) Assert.Equal(entry / 80 == entry % 80 ? 1 : 0, product[entry], 1e-9);
    }

    private static double[][] Whole(ArrayFormulas f, int rows, int columns) =>
        [.. Enumerable.Range(0, rows).Select(_ => Enumerable.Range(0, columns).Select(_ => (double)f.Random.Next(-3, 4)).ToArray())];
}
