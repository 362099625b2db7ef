namespace Calculus.Explanations;

/// <summary>Every rule that a step can name.</summary>
internal static class RuleCatalogue
{
    /// <summary>The rules, in the order in which people learn them; ids are unique.</summary>
    public static IReadOnlyList<Rule> All { get; } = [.. DerivativeRules.All, .. ShorteningRules.All, .. FunctionRules.All, .. FreezingRules.All, .. ChainRules.All, .. ImplicitRules.All, .. SlopeRules.All, .. DirectionRules.All, .. CurveRules.All, .. FirstPrinciples.LimitRules.All, .. ArrayRules.All];
}
