namespace Calculus.Certification;

/// <summary>A double with a bound on how far the number that it stands for may be away.</summary>
/// <param name="Value">The double.</param>
/// <param name="Error">The bound; infinite where nothing is known.</param>
public readonly record struct Bounded(double Value, double Error)
{
    private const double HalfUnit = 1.0 / (1L << 53);

    // Decimals of so few digits are doubles exactly where they are multiples of 1/64.
    private const double ShortBelow = 1 << 26, Whole = 1L << 53;

    /// <summary>A double of which nothing is known.</summary>
    public static Bounded Unknown { get; } = new(double.NaN, double.PositiveInfinity);

    /// <summary>The shortest decimal that reads as a double, which is what a request means by it.</summary>
    public static Bounded OfDecimal(double value)
    {
        var size = Math.Abs(value);
        var isExact = double.IsInteger(value) ? size <= Whole : size < ShortBelow && double.IsInteger(value * 64);
        return new(value, isExact ? 0 : Math.BitIncrement(size) - size);
    }

    /// <summary>Whether the double is right to a part of the number, or both are closer to 0 than any double that keeps its digits.</summary>
    public bool Vouches(double answer, double tolerance)
    {
        var error = Error + Math.Abs(answer - Value);
        return double.IsFinite(answer) && (error <= tolerance * Math.Abs(Value) || error < 1e-307);
    }

    /// <summary>How many decimal digits of an answer the bound vouches for.</summary>
    public int DigitsOf(double answer)
    {
        var part = (Error + Math.Abs(answer - Value)) / Math.Abs(answer);
        return part < 1 ? (int)-Math.Log10(part) : 0;
    }

    /// <summary>A result with a bound that takes in the rounding of the bounds themselves.</summary>
    public static Bounded Rounded(double value, double error) =>
        double.IsFinite(value) && double.IsFinite(error) ? new(value, error == 0 ? 0 : (error * (1 + (8 * HalfUnit))) + double.Epsilon) : Unknown;
}
