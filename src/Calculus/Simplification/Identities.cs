namespace Calculus.Simplification;

/// <summary>The table of identities, in the order in which they are tried at a node.</summary>
public static class Identities
{
    /// <summary>Every identity.</summary>
    public static IReadOnlyList<Identity> All { get; } =
    [
        new("u^a · u^b = u^(a+b)", PowerIdentities.JoinPowers),
        new("(u^a)^b = u^(ab)", PowerIdentities.PowerOfPower),
        new("exp(a) · exp(b) = exp(a+b)", ExponentialIdentities.JoinExponentials),
        new("exp(v·log(u)) = u^v", ExponentialIdentities.ExponentialOfLogarithm),
        new("sin(u)/cos(u) = tan(u)", TrigonometricIdentities.Quotient),
        new("sin(u)^2 + cos(u)^2 = 1", TrigonometricIdentities.Squares),
        new("u/abs(u) = sign(u)", SignIdentities.Join),
        new("(g·a)/(g·b) = a/b", PolynomialIdentities.Cancel),
        new("0·u = 0", FractionIdentities.DropZeroTerms),
        new("a·u + b·u = (a+b)·u", FractionIdentities.CommonFactor),
        new("a/u + b/v = (a·v + b·u)/(u·v)", FractionIdentities.CommonDenominator),
        new("(a+b)·c = a·c + b·c", FractionIdentities.Expanded),
    ];
}
