using Calculus.Expressions;
using Xunit;

namespace Calculus.Tests.Programs.Arrays;

/// <summary>Functions of the entries along axes.</summary>
public sealed class ReductionTests
{
    private const double Inf = double.PositiveInfinity, None = double.NaN;

    public static TheoryData<Reduction> All => [.. Enum.GetValues<Reduction>()];

    [Theory, MemberData(nameof(All))]
    public void Agrees_with_loops_along_any_axes(Reduction reduction)
    {
        foreach (var axes in new int[][] { [], [0], [1], [2], [0, 1], [0, 2], [1, 2], [0, 1, 2] })
        {
            var f = new ArrayFormulas(Rewriting.None);
            // Entries that are equal, and zeros, are among them.
            var x = f.Array("x", SymbolRole.Variable, () => f.Random.Next(-2, 3) * 0.75, 2, 3, 4);
            if (reduction == Reduction.OtherPairProducts) x = f.Array("y", SymbolRole.Variable, () => f.Random.Next(-2, 3) * 0.75, 3, 4);
            if (axes.Length > 0 && axes[^1] >= x.Shape.Rank) continue;
            f.AgreesWithLoops(f.Graph.Reduce(reduction, x, axes));
        }
    }

    [Theory]
    [InlineData(Reduction.LogSumExp, new[] { -Inf, -Inf }, new[] { -Inf })]
    [InlineData(Reduction.LogSumExp, new[] { -Inf, 3 }, new[] { 3.0 })]
    [InlineData(Reduction.LogSumExp, new[] { 5, Inf }, new[] { Inf })]
    [InlineData(Reduction.LogSumExp, new[] { 5, None }, new[] { None })]
    [InlineData(Reduction.LogSumExp, new[] { 0, -40.0 }, new[] { 4.248354255291589e-18 })]
    [InlineData(Reduction.Largest, new[] { 5, None, 7 }, new[] { None })]
    [InlineData(Reduction.Smallest, new[] { 5, None, 7 }, new[] { None })]
    [InlineData(Reduction.Largest, new[] { -Inf, -Inf }, new[] { -Inf })]
    [InlineData(Reduction.Smallest, new[] { -3.0, 2, -8 }, new[] { -8.0 })]
    [InlineData(Reduction.Norm, new[] { 3e200, 4e200 }, new[] { 5e200 })]
    [InlineData(Reduction.Norm, new[] { 3e-200, 4e-200 }, new[] { 5e-200 })]
    [InlineData(Reduction.Norm, new[] { 5e-324 }, new[] { 5e-324 })]
    [InlineData(Reduction.Norm, new[] { 0.0, 0 }, new[] { 0.0 })]
    [InlineData(Reduction.Norm, new[] { -Inf, 0 }, new[] { Inf })]
    [InlineData(Reduction.Norm, new[] { None, 1e300 }, new[] { None })]
    [InlineData(Reduction.ArgMax, new[] { 1.0, 7, 7, 3 }, new[] { 2.0 })]
    [InlineData(Reduction.ArgMax, new[] { -Inf, -Inf }, new[] { 1.0 })]
    [InlineData(Reduction.ArgMax, new[] { 1, None }, new[] { None })]
    [InlineData(Reduction.Share, new[] { 1.0, 7, 7, 3 }, new[] { 0, 0.5, 0.5, 0 })]
    [InlineData(Reduction.Share, new[] { 1, None }, new[] { None, None })]
    [InlineData(Reduction.OtherProducts, new[] { 0.0, 2, 3 }, new[] { 6.0, 0, 0 })]
    [InlineData(Reduction.OtherProducts, new[] { 0.0, 2, 0 }, new[] { 0.0, 0, 0 })]
    [InlineData(Reduction.OtherProducts, new[] { 5.0 }, new[] { 1.0 })]
    [InlineData(Reduction.OtherPairProducts, new[] { 0.0, 0, 3 }, new[] { 0.0, 3, 0, 3, 0, 0, 0, 0, 0 })]
    [InlineData(Reduction.OtherPairProducts, new[] { 2.0, 3 }, new[] { 0.0, 1, 1, 0 })]
    public void Is_right_where_formulas_break(Reduction reduction, double[] entries, double[] expected)
    {
        var f = new ArrayFormulas(Rewriting.None);
        var result = f.Run(f.Graph.Reduce(reduction, f.Vector("x", entries)));
        Assert.Equal(expected.Length, result.Length);
        for (var i = 0; i < expected.Length; i++) Assert.Equal(expected[i], result[i], double.IsFinite(expected[i]) ? Math.Abs(expected[i]) * 1e-15 : 0);
    }

    [Fact]
    public void A_long_vector_is_reduced_without_overflow()
    {
        var f = new ArrayFormulas();
        var x = f.Vector("x", [.. Enumerable.Repeat(-800.0, 1000), .. Enumerable.Repeat(800.0, 1000)]);
        Assert.Equal([800 + Math.Log(1000)], f.Run(f.Graph.Reduce(Reduction.LogSumExp, x)), (a, b) => Math.Abs(a - b) < 1e-12);
    }
}
