using Calculus.Expressions;

namespace Calculus.Simplification;

/// <summary>Questions about a sum that are answered by a look at its terms, so that most sums cost no more than that.</summary>
internal static class SumFacts
{
    /// <summary>Whether some term has the coefficient 0.</summary>
    public static bool HasZero(Sum sum)
    {
        foreach (var term in sum.Terms)
        {
            if (term.Coefficient.IsZero) return true;
        }

        return false;
    }

    /// <summary>Whether some term is divided by something other than a number.</summary>
    public static bool HasDenominator(Sum sum)
    {
        foreach (var term in sum.Terms)
        {
            if (FactorList.Any(term.Of, static (@base, exponent) => @base is not Number && exponent is Number { Value.Sign: < 0 })) return true;
        }

        return false;
    }

    /// <summary>Whether every term is a number times whole powers of names.</summary>
    public static bool IsPolynomial(Sum sum)
    {
        foreach (var term in sum.Terms)
        {
            if (FactorList.Any(term.Of, static (@base, exponent) => @base is not Symbol || exponent is not (null or Number { Value: { IsInteger: true, Sign: > 0 } }))) return false;
        }

        return true;
    }

    /// <summary>Whether every coefficient is a whole number, the constant too.</summary>
    public static bool IsWhole(Sum sum)
    {
        foreach (var term in sum.Terms)
        {
            if (!term.Coefficient.IsInteger) return false;
        }

        return sum.Constant.IsInteger;
    }

    /// <summary>Whether some coefficient, or the constant, is 1 or −1.</summary>
    public static bool HasUnit(Sum sum)
    {
        foreach (var term in sum.Terms)
        {
            if (term.Coefficient.Abs().IsOne) return true;
        }

        return sum.Constant.Abs().IsOne;
    }

    /// <summary>Whether some coefficient, or the constant, is above 0.</summary>
    public static bool HasPositive(Sum sum)
    {
        foreach (var term in sum.Terms)
        {
            if (term.Coefficient.Sign > 0) return true;
        }

        return sum.Constant.Sign > 0;
    }
}
