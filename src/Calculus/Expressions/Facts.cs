namespace Calculus.Expressions;

/// <summary>What is known about a node's values, set when it is made. Exact rewrites may rely on it.</summary>
[Flags]
public enum Facts
{
    /// <summary>Nothing is excluded and nothing is promised.</summary>
    None = 0,

    /// <summary>Defined for every real input.</summary>
    Total = 1,

    /// <summary>May be below zero.</summary>
    MayBeNegative = 2,

    /// <summary>May be zero.</summary>
    MayBeZero = 4,

    /// <summary>May be above zero.</summary>
    MayBePositive = 8,

    /// <summary>Every value is a whole number.</summary>
    Integer = 16,

    /// <summary>Any sign.</summary>
    AnySign = MayBeNegative | MayBeZero | MayBePositive,

    /// <summary>Zero or above.</summary>
    NotNegative = MayBeZero | MayBePositive,
}

/// <summary>Readings of <see cref="Facts"/>.</summary>
internal static class FactsExtensions
{
    /// <summary>Whether every value is above zero.</summary>
    public static bool IsPositive(this Facts facts) => (facts & Facts.AnySign) == Facts.MayBePositive;

    /// <summary>Whether no value is below zero.</summary>
    public static bool IsNotNegative(this Facts facts) => (facts & Facts.MayBeNegative) == 0;

    /// <summary>Whether no value is above zero.</summary>
    public static bool IsNotPositive(this Facts facts) => (facts & Facts.MayBePositive) == 0;

    /// <summary>Whether no value is zero.</summary>
    public static bool IsNeverZero(this Facts facts) => (facts & Facts.MayBeZero) == 0;

    /// <summary>Whether it is defined for every real input.</summary>
    public static bool IsTotal(this Facts facts) => (facts & Facts.Total) != 0;

    /// <summary>Whether every value is a whole number.</summary>
    public static bool IsInteger(this Facts facts) => (facts & Facts.Integer) != 0;

    /// <summary>The facts of a negated node.</summary>
    public static Facts Negated(this Facts facts)
    {
        var kept = facts & ~(Facts.MayBeNegative | Facts.MayBePositive);
        if ((facts & Facts.MayBeNegative) != 0) kept |= Facts.MayBePositive;
        if ((facts & Facts.MayBePositive) != 0) kept |= Facts.MayBeNegative;
        return kept;
    }

    /// <summary>The facts of a product of two nodes.</summary>
    public static Facts Times(this Facts a, Facts b)
    {
        var facts = a & b & (Facts.Total | Facts.Integer);
        if (((a | b) & Facts.MayBeZero) != 0) facts |= Facts.MayBeZero;
        if (Both(a, Facts.MayBePositive, b, Facts.MayBePositive) || Both(a, Facts.MayBeNegative, b, Facts.MayBeNegative))
            facts |= Facts.MayBePositive;
        if (Both(a, Facts.MayBePositive, b, Facts.MayBeNegative) || Both(a, Facts.MayBeNegative, b, Facts.MayBePositive))
            facts |= Facts.MayBeNegative;
        return facts;
    }

    /// <summary>The facts of a sum of two nodes.</summary>
    public static Facts Plus(this Facts a, Facts b)
    {
        var facts = (a & b & (Facts.Total | Facts.Integer)) | ((a | b) & (Facts.MayBeNegative | Facts.MayBePositive));
        var cancels = Both(a, Facts.MayBePositive, b, Facts.MayBeNegative) || Both(a, Facts.MayBeNegative, b, Facts.MayBePositive);
        if (cancels || Both(a, Facts.MayBeZero, b, Facts.MayBeZero)) facts |= Facts.MayBeZero;
        return facts;
    }

    /// <summary>The facts of a node that equals one of two.</summary>
    public static Facts Or(this Facts a, Facts b) =>
        (a & b & (Facts.Total | Facts.Integer)) | ((a | b) & Facts.AnySign);

    private static bool Both(Facts a, Facts inA, Facts b, Facts inB) => (a & inA) != 0 && (b & inB) != 0;
}
