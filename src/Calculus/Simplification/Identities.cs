namespace Calculus.Simplification;

/// <summary>The table of identities, in the order in which they are tried at a node.</summary>
internal static class Identities
{
    /// <summary>Every identity.</summary>
    public static IReadOnlyList<Identity> All { get; } =
    [
        new("powers", "u^a · u^b = u^(a+b)", "u ≠ 0 where a and b differ in sign, u ≥ 0 where they are fractions",
            IdentityTarget.Product, static (node, _) => PowerIdentities.JoinPowers(node), OnTie: true),
        new("powers", "(u^a)^b = u^(ab)", "u ≠ 0 where both are negative, u ≥ 0 where they are fractions",
            IdentityTarget.Power, static (node, _) => PowerIdentities.PowerOfPower(node), OnTie: true),
        new("powers", "u^k · (a·u^m + b·u^n) = a·u^(m+k) + b·u^(n+k)", "u ≠ 0 where an exponent is negative",
            IdentityTarget.Product, static (node, _) => PowerIdentities.IntoSum(node)),
        new("exponentials", "exp(a) · exp(b) = exp(a+b)", "",
            IdentityTarget.Product | IdentityTarget.Power, static (node, _) => ExponentialIdentities.JoinExponentials(node), OnTie: true),
        new("exponentials", "exp(v·log(u)) = u^v", "u > 0",
            IdentityTarget.Exponential, static (node, _) => ExponentialIdentities.ExponentialOfLogarithm(node)),
        new("trigonometry", "sin(u)/cos(u) = tan(u)", "",
            IdentityTarget.Product, static (node, _) => TrigonometricIdentities.Quotient(node)),
        new("trigonometry", "sin(u)^2 + cos(u)^2 = 1", "",
            IdentityTarget.Sum, static (node, _) => TrigonometricIdentities.Squares(node)),
        new("signs", "u/abs(u) = sign(u)", "u ≠ 0",
            IdentityTarget.Product, static (node, _) => SignIdentities.Join(node)),
        new("signs", "-(a - b) = b - a", "",
            IdentityTarget.Product, static (node, _) => SignIdentities.Turned(node)),
        new("fractions", "(g·a)/(g·b) = a/b", "g ≠ 0",
            IdentityTarget.Product, static (node, _) => PolynomialIdentities.Cancel(node)),
        new("fractions", "(k·a)/(k·b) = a/b", "",
            IdentityTarget.Product, FractionIdentities.CommonNumbers),
        new("fractions", "0·u = 0", "u is defined",
            IdentityTarget.Sum | IdentityTarget.Product, static (node, _) => FractionIdentities.DropZeroTerms(node)),
        new("fractions", "a·u + b·u = (a+b)·u", "",
            IdentityTarget.Sum, FractionIdentities.CommonFactor),
        new("arrays", "A·p + A·q = A·(p + q)", "",
            IdentityTarget.Sum, ArrayIdentities.CommonFactor),
        new("arrays", "a·A + b·A = (a + b)·A", "",
            IdentityTarget.Sum, static (node, _) => ArrayIdentities.OneArray(node)),
        new("arrays", "(u·u)·norm(u)^n = norm(u)^(n+2)", "u ≠ 0",
            IdentityTarget.Product, static (node, _) => NormIdentities.Join(node)),
        new("arrays", "recip0(norm(u))·norm(u)^-n = norm(u)^(-n-1)", "",
            IdentityTarget.Product, static (node, _) => NormIdentities.PlainReciprocal(node), OnTie: true),
        new("arrays", "S' = S", "S is a sum of symmetric matrices",
            IdentityTarget.Contraction, static (node, _) => ArrayIdentities.Symmetric(node)),
        new("fractions", "a/u + b/v = (a·v + b·u)/(u·v)", "",
            IdentityTarget.Sum, FractionIdentities.CommonDenominatorOfAllOrSome),
        new("fractions", "(a/u + b/v)·c = (a·v + b·u)·c/(u·v)", "u·v ≠ 0 where c/(a/u + b/v) is meant",
            IdentityTarget.Product | IdentityTarget.Power, FractionIdentities.FractionsInside),
        new("fractions", "(a+b)·c = a·c + b·c", "",
            IdentityTarget.Sum, static (node, _) => FractionIdentities.Expanded(node)),
    ];
}
