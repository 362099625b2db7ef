using Calculus.Budgets;

namespace Calculus.Simplification;

/// <summary>What one collected form may cost: what is multiplied out at length seldom ends short, and takes much memory.</summary>
/// <param name="budget">What the request may spend; a form pays from it as a trial.</param>
internal sealed class CollectionAllowance(Budget budget)
{
    // Words of coefficients that are multiplied or added; each takes some hundred bytes.
    private const long Most = 100_000;

    private long _left = Most;

    /// <summary>Whether so much was spent that the same is better not tried again.</summary>
    public bool IsDear => _left < Most * 9 / 10;

    /// <summary>How many bits a coefficient may have.</summary>
    public int MostBits => budget.Limits.ExactBits;

    /// <summary>Pays for terms; false where the form, or the request, has spent what it may.</summary>
    /// <param name="terms">How many.</param>
    /// <param name="words">How many words of 64 bits their coefficients have.</param>
    public bool TrySpend(long terms, long words)
    {
        _left -= terms * words;
        return _left >= 0 && budget.TrySpendTrial(1 + (int)(terms * words / 4));
    }
}
