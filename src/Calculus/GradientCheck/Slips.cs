using System.Collections.Immutable;

namespace Calculus.GradientCheck;

/// <summary>The catalogue of slips, the likelier ones first.</summary>
internal static class Slips
{
    /// <summary>The slips in a rule of differentiation, tried at each place of the definition.</summary>
    internal static ImmutableArray<RuleSlip> InRules { get; } =
        [.. ChainSlips.All, .. PowerSlips.All, .. QuotientSlips.All, .. ProductSlips.All, .. FunctionSlips.All, .. SumSlips.All, .. ArraySlips.All];

    /// <summary>The slips in the use of the whole derivative.</summary>
    internal static ImmutableArray<ValueSlip> InValues { get; } = [.. ValueSlips.All, .. DifferenceSlips.All];

    /// <summary>All of them, one entry for each stable name.</summary>
    public static ImmutableArray<Slip> All { get; } =
        [.. InRules.Concat<Slip>(InValues).DistinctBy(static slip => slip.Id, StringComparer.Ordinal)];
}
