using Calculus.Intervals;
using Xunit;

namespace Calculus.Tests.Intervals;

/// <summary>The range of a product reaches from the least to the largest product of ends, whatever their signs.</summary>
public sealed class ProductTests
{
    private static readonly double[] s_ends = [double.NegativeInfinity, -double.MaxValue, -3.7, -1, -0.1, -1e-200, 0, 1e-200, 0.1, 1, 3.7, double.MaxValue, double.PositiveInfinity];

    [Fact]
    public void It_is_what_all_four_products_of_ends_tell()
    {
        List<Enclosure> ranges = [.. s_ends.SelectMany(static low => s_ends.Where(high => high >= low).Select(high => new Enclosure(low, high)))];
        ranges.RemoveAll(static range => range.Lower == double.PositiveInfinity || range.Upper == double.NegativeInfinity);
        Assert.True(ranges.Count > 70);
        foreach (var a in ranges)
        {
            foreach (var b in ranges)
            {
                (double A, double B)[] pairs = [(a.Lower, b.Lower), (a.Lower, b.Upper), (a.Upper, b.Lower), (a.Upper, b.Upper)];
                var product = a * b;
                // No looser than those, and with the nearest double of each inside.
                Assert.True(product.Lower >= Math.Min(double.MaxValue, pairs.Min(static pair => Outward.MultiplyDown(pair.A, pair.B))), $"{a} times {b} begins at {product.Lower}");
                Assert.True(product.Upper <= Math.Max(-double.MaxValue, pairs.Max(static pair => Outward.MultiplyUp(pair.A, pair.B))), $"{a} times {b} ends at {product.Upper}");
                Assert.All(pairs, pair => Assert.InRange(pair.A == 0 || pair.B == 0 ? 0 : pair.A * pair.B, product.Lower, product.Upper));
            }
        }
    }
}
