using Calculus.Balls;

namespace Calculus.Certification;

/// <summary>More and more bits, until a number is known as well as a double can say it.</summary>
internal sealed class BallLadder
{
    /// <summary>The bits that are tried first.</summary>
    public const int Lowest = 128;

    private const int Highest = 1_280;

    /// <summary>A double has 53 bits; one more, and it is the nearest.</summary>
    public const int Enough = 54;

    // With so few a dozen digits are right.
    private const int Few = 40;

    // Half the smallest double: what is nearer to 0 is 0.
    private const long SmallestBit = -1_075;

    private int _missing;

    /// <summary>The bits to compute with.</summary>
    public int Bits { get; private set; } = Lowest;

    /// <summary>Goes on to more bits: as many as were missing, otherwise twice as many. False at the top.</summary>
    public bool Climb()
    {
        if (Bits == Highest) return false;
        Bits = Math.Min(Highest, _missing > 0 ? Math.Max(Bits + 64, Bits + _missing + 16) : 2 * Bits);
        _missing = 0;
        return true;
    }

    /// <summary>What two forms of a number tell at this precision.</summary>
    /// <param name="exact">The form of the rules: there is a number where it has one.</param>
    /// <param name="formula">The form that people read.</param>
    /// <param name="computed">The double.</param>
    public Certificate Judge(Ball exact, Ball formula, double computed)
    {
        if (exact.Kind == BallKind.Undefined) return new(double.IsFinite(computed) ? double.NaN : computed, Certainty.NoValue);
        var best = formula.IsFinite && formula.GoodBits > exact.GoodBits ? formula : exact;
        if (exact.IsFinite)
        {
            if (IsKnown(best)) return Certificate.Right(best.ToDouble());
            if (best.GoodBits > 0) _missing = Math.Max(_missing, Enough - (int)best.GoodBits);
        }

        if (Bits < Highest) return new(computed, Certainty.Undecided);
        if (!exact.IsFinite) return new(double.IsFinite(computed) ? double.NaN : computed, Certainty.NoValue);
        return best.GoodBits >= Few ? Certificate.Right(best.ToDouble()) : new(best.ToDouble(), Certainty.Unstable, (int)(best.GoodBits * 0.301));
    }

    /// <summary>Whether a number is known as well as a double can say it.</summary>
    public static bool IsKnown(Ball ball) => ball.GoodBits >= Enough || ball.ErrorBit < SmallestBit;
}
