namespace Calculus.Simplification;

/// <summary>The table of identities, in the order in which they are tried at a node.</summary>
public static class Identities
{
    /// <summary>Every identity.</summary>
    public static IReadOnlyList<Identity> All { get; } =
    [
        new("u^a · u^b = u^(a+b)", static (node, _) => PowerIdentities.JoinPowers(node), OnTie: true),
        new("(u^a)^b = u^(ab)", static (node, _) => PowerIdentities.PowerOfPower(node), OnTie: true),
        new("exp(a) · exp(b) = exp(a+b)", static (node, _) => ExponentialIdentities.JoinExponentials(node), OnTie: true),
        new("exp(v·log(u)) = u^v", static (node, _) => ExponentialIdentities.ExponentialOfLogarithm(node)),
        new("sin(u)/cos(u) = tan(u)", static (node, _) => TrigonometricIdentities.Quotient(node)),
        new("sin(u)^2 + cos(u)^2 = 1", static (node, _) => TrigonometricIdentities.Squares(node)),
        new("u/abs(u) = sign(u)", static (node, _) => SignIdentities.Join(node)),
        new("(g·a)/(g·b) = a/b", static (node, _) => PolynomialIdentities.Cancel(node)),
        new("0·u = 0", static (node, _) => FractionIdentities.DropZeroTerms(node)),
        new("a·u + b·u = (a+b)·u", static (node, _) => FractionIdentities.CommonFactor(node)),
        new("a/u + b/v = (a·v + b·u)/(u·v)", FractionIdentities.CommonDenominator),
        new("(a/u + b/v)·c = (a·v + b·u)·c/(u·v)", FractionIdentities.FractionsInside),
        new("(a+b)·c = a·c + b·c", static (node, _) => FractionIdentities.Expanded(node)),
    ];
}
