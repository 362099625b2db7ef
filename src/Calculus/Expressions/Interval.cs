using System.Globalization;

namespace Calculus.Expressions;

/// <summary>An interval of real numbers.</summary>
/// <param name="Lower">The lower end, possibly −∞.</param>
/// <param name="Upper">The upper end, possibly ∞.</param>
/// <param name="LowerOpen">Whether the lower end is excluded.</param>
/// <param name="UpperOpen">Whether the upper end is excluded.</param>
public readonly record struct Interval(double Lower, double Upper, bool LowerOpen = false, bool UpperOpen = false)
{
    /// <summary>Every real number.</summary>
    public static Interval Real { get; } = new(double.NegativeInfinity, double.PositiveInfinity, true, true);

    /// <summary>Whether a number lies in it.</summary>
    public bool Contains(double x) =>
        (LowerOpen ? x > Lower : x >= Lower) && (UpperOpen ? x < Upper : x <= Upper);

    /// <summary>The interval as mathematics writes it: <c>[0, ∞)</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(LowerOpen ? '(' : '[')}{End(Lower)}, {End(Upper)}{(UpperOpen ? ')' : ']')}");

    private static string End(double end)
    {
        var size = Math.Abs(end) switch
        {
            double.PositiveInfinity => "∞",
            Math.PI => "π",
            Math.PI / 2 => "π/2",
            var number => number.ToString("R", CultureInfo.InvariantCulture),
        };
        return end < 0 ? "−" + size : size;
    }
}
