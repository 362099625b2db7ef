using Calculus.Budgets;
using Calculus.Numerics;
using Xunit;

namespace Calculus.Tests.Numerics;

public sealed class GridSamplerTests
{
    [Fact]
    public void Goes_row_by_row_with_the_first_variable_across()
    {
        var grid = Sample(static (x, y) => x + (10 * y), (0, 3), (0, 1), 4, 2);

        Assert.Equal([0, 1, 2, 3], grid.X);
        Assert.Equal([0, 1], grid.Y);
        Assert.Equal([0, 1, 2, 3, 10, 11, 12, 13], grid.Values);
    }

    [Theory]
    [InlineData(-3, 3, 7)]
    [InlineData(-1, 1, 101)]
    [InlineData(0.1, 0.7, 7)]
    [InlineData(1e6, 1000001, 11)]
    [InlineData(-1e-9, 1e-9, 3)]
    public void Spaces_its_axes_evenly_from_end_to_end(double from, double to, int count)
    {
        var axis = Sample(static (x, _) => x, (from, to), (0, 1), count, 2).X;

        Assert.Equal(count, axis.Length);
        Assert.Equal((from, to), (axis[0], axis[^1]));
        for (var i = 0; i < count; i++) Assert.Equal(from + ((to - from) * i / (count - 1)), axis[i], 1e-15 * Math.Max(Math.Abs(from), Math.Abs(to)));
        if (from == -to) Assert.Equal(0, axis[count / 2]);
    }

    [Theory]
    [InlineData(2, 2)]
    [InlineData(3, 700)]
    [InlineData(700, 3)]
    [InlineData(32, 16)]
    [InlineData(33, 31)]
    [InlineData(200, 150)]
    public void Fills_every_place_whatever_the_shape(int columns, int rows)
    {
        var grid = Sample(static (x, y) => Math.Sin(x) * y, (-2, 5), (-1, 4), columns, rows);

        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
                Assert.Equal(Math.Sin(grid.X[column]) * grid.Y[row], grid.Values[(row * columns) + column]);
        }
    }

    [Fact]
    public void Keeps_the_places_where_the_function_is_undefined()
    {
        var grid = Sample(static (x, y) => Math.Log(x) / y, (-1, 1), (0, 1), 3, 2);

        Assert.Equal([double.NaN, double.NegativeInfinity, double.NaN, double.NaN, double.NegativeInfinity, 0], grid.Values);
        Assert.NotNull(grid.ValueRange);
        Assert.Null(Sample(static (_, _) => double.NaN, (0, 1), (0, 1), 3, 3).ValueRange);
    }

    [Theory]
    [InlineData(0, 1, 1, 2)]
    [InlineData(0, 1, 2, 0)]
    [InlineData(1, 1, 2, 2)]
    [InlineData(2, 1, 2, 2)]
    [InlineData(double.NaN, 1, 2, 2)]
    [InlineData(-1.7e308, 1.7e308, 2, 2)]
    public void Refuses_a_grid_that_is_not_one(double from, double to, int columns, int rows) =>
        Assert.ThrowsAny<ArgumentException>(() => Sample(static (x, _) => x, (from, to), (0, 1), columns, rows));

    [Fact]
    public void Pays_before_each_block()
    {
        var budget = new Budget(new Limits { Operations = 1000 });

        Assert.Throws<LimitException>(() => GridSampler.Sample(static (_, _, z) => z.Clear(), (0, 1), (0, 1), 100, 100, budget));
    }

    private static SampledGrid Sample(
        Func<double, double, double> f, (double From, double To) x, (double From, double To) y, int columns, int rows) =>
        GridSampler.Sample(
            (xs, ys, zs) =>
            {
                for (var i = 0; i < xs.Length; i++) zs[i] = f(xs[i], ys[i]);
            },
            x, y, columns, rows, new Budget(new Limits(), TestContext.Current.CancellationToken));
}
