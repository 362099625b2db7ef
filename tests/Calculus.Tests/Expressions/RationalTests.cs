using System.Globalization;
using System.Numerics;
using Calculus.Expressions;
using Xunit;

namespace Calculus.Tests.Expressions;

public sealed class RationalTests
{
    [Theory]
    [InlineData("0.1", "1/10")]
    [InlineData("2e3", "2000")]
    [InlineData("25e-3", "1/40")]
    [InlineData("00.50", "1/2")]
    [InlineData("9223372036854775808", "9223372036854775808")]
    [InlineData("-1.5", "-3/2")]
    public void Reads_decimals_exactly(string text, string expected) => Assert.Equal(expected, Rational.Parse(text).ToString());

    [Fact]
    public void Arithmetic_agrees_with_big_integers_also_at_the_ends_of_the_small_range()
    {
        long[] parts = [0, 1, -1, 2, 3, -7, 12, long.MaxValue, long.MinValue, long.MinValue + 1, 1L << 32, -(1L << 62)];
        foreach (var p in parts)
        {
            foreach (var q in parts)
            {
                foreach (var r in parts.Where(static n => n != 0))
                {
                    Rational a = Rational.Of(p, r), b = q;
                    Assert.Equal(Rational.Of(p + ((BigInteger)q * r), r), a + b);
                    Assert.Equal(Rational.Of(p - ((BigInteger)q * r), r), a - b);
                    Assert.Equal(Rational.Of((BigInteger)p * q, r), a * b);
                    Assert.Equal(((BigInteger)p * Math.Sign(r)).CompareTo((BigInteger)q * BigInteger.Abs(r)), a.CompareTo(b));
                }
            }
        }
    }

    [Theory]
    [InlineData("0.1")]
    [InlineData("1e-320")]
    [InlineData("4.9e-324")]
    [InlineData("1.7976931348623157e308")]
    [InlineData("2.2250738585072011e-308")]
    [InlineData("0.30000000000000004")]
    [InlineData("123456789012345678901234567890")]
    [InlineData("9007199254740993")]
    [InlineData("5e-325")]
    public void The_nearest_double_is_the_one_that_the_digits_mean(string text) =>
        Assert.Equal(double.Parse(text, CultureInfo.InvariantCulture), Rational.Parse(text).ToDouble());

    [Fact]
    public void The_nearest_double_of_random_fractions_is_rounded_once()
    {
        var random = new Random(7);
        for (var i = 0; i < 2_000; i++)
        {
            var value = BitConverter.Int64BitsToDouble(random.NextInt64());
            if (!double.IsFinite(value)) continue;
            Assert.Equal(value, Rational.Exactly(value).ToDouble());
        }
    }

    [Theory]
    [InlineData("8", 3, "2")]
    [InlineData("-8", 3, "-2")]
    [InlineData("4/9", 2, "2/3")]
    [InlineData("-4", 2, null)]
    [InlineData("2", 2, null)]
    [InlineData("1000000000000000000000000000000", 10, "1000")]
    public void Roots_are_exact_or_there_are_none(string value, int order, string? expected)
    {
        var parts = value.Split('/');
        var number = Rational.Of(BigInteger.Parse(parts[0], CultureInfo.InvariantCulture), parts.Length > 1 ? BigInteger.Parse(parts[1], CultureInfo.InvariantCulture) : 1);
        Assert.Equal(expected, number.TryRoot(order)?.ToString());
    }

    [Theory]
    [InlineData(9, 9, 4096, true)]
    [InlineData(29, 19_487_171, 4096, false)]
    [InlineData(1, 1_000_000_000, 4096, true)]
    [InlineData(-1, 1_000_000_001, 4096, true)]
    [InlineData(2, 1023, 4096, true)]
    [InlineData(2, 1024, 4096, false)]
    [InlineData(2, -1023, 4096, true)]
    [InlineData(2, 4097, 4096, false)]
    public void Powers_beyond_the_bits_allowed_are_not_begun(long @base, long exponent, int bits, bool fits) =>
        Assert.Equal(fits, ((Rational)@base).TryPower(exponent, bits) is not null);

    [Theory]
    [InlineData("1/8", 12, "0.125")]
    [InlineData("1/3", 12, null)]
    [InlineData("-5/2", 12, "-2.5")]
    [InlineData("7", 12, "7")]
    [InlineData("1/1024", 5, null)]
    public void Decimals_are_exact_and_short_or_there_are_none(string value, int digits, string? expected)
    {
        var parts = value.Split('/');
        var number = Rational.Of(long.Parse(parts[0], CultureInfo.InvariantCulture), parts.Length > 1 ? long.Parse(parts[1], CultureInfo.InvariantCulture) : 1);
        Assert.Equal(expected, number.TryDecimal(digits));
    }
}
