using System.Numerics;
using Calculus.Budgets;

namespace Calculus.Programs.Arrays;

/// <summary>In which order the factors of a product are best multiplied two by two: the one with the fewest operations.</summary>
internal static class PairOrder
{
    /// <summary>Up to so many factors all orders are looked at.</summary>
    public const int Exhaustive = 8;

    private const int Considered = 32;

    // Of orders with the same number of operations, the one that holds fewer numbers.
    private const double CostOfEntry = 0.25;

    /// <summary>
    /// The best order by dynamic programming over all subsets: for each subset that is needed, the subset of its left factor, 0
    /// where the product is known or is a factor itself; the smallest first.
    /// </summary>
    /// <param name="factors">At most <see cref="Exhaustive"/> factors, with at most 64 labels.</param>
    /// <param name="out">The labels that are kept.</param>
    /// <param name="lengths">How long they are.</param>
    /// <param name="isKnown">Whether the product of a subset is computed already.</param>
    /// <param name="budget">Asked for each pair of subsets.</param>
    public static List<(int Subset, int Left)> Best(IReadOnlyList<LabelledArray> factors, string @out, LabelLengths lengths, Func<int, bool> isKnown, Budget budget)
    {
        var letters = factors.SelectMany(static factor => factor.Axes).Distinct().ToArray();
        ulong MaskOf(string axes) => axes.Aggregate(0UL, (mask, label) => Array.IndexOf(letters, label) is >= 0 and var place ? mask | (1UL << place) : mask);
        double CountOf(ulong mask)
        {
            var count = 1.0;
            for (; mask != 0; mask &= mask - 1) count *= lengths[letters[BitOperations.TrailingZeroCount(mask)]];
            return count;
        }

        var (all, outMask) = ((1 << factors.Count) - 1, MaskOf(@out));
        var (labels, kept, cost, left) = (new ulong[all + 1], new ulong[all + 1], new double[all + 1], new int[all + 1]);
        for (var subset = 1; subset <= all; subset++)
        {
            for (var i = 0; i < factors.Count; i++) labels[subset] |= (subset >> i & 1) != 0 ? MaskOf(factors[i].Axes) : 0;
        }

        for (var subset = 1; subset <= all; subset++)
        {
            kept[subset] = labels[subset] & (outMask | labels[all & ~subset]);
            if (BitOperations.IsPow2(subset) || isKnown(subset)) continue;
            cost[subset] = double.PositiveInfinity;
            for (var part = (subset - 1) & subset; part > (subset & ~part); part = (part - 1) & subset)
            {
                budget.Visit();
                var other = subset & ~part;
                var united = kept[part] | kept[other];
                var operations = CountOf(united) * (kept[subset] == united ? 1 : 2);
                var total = cost[part] + cost[other] + operations + (CostOfEntry * CountOf(kept[subset]));
                if (total < cost[subset]) (cost[subset], left[subset]) = (total, part);
            }
        }

        var needed = new bool[all + 1];
        needed[all] = true;
        for (var subset = all; subset > 0; subset--)
        {
            if (needed[subset] && left[subset] != 0) needed[left[subset]] = needed[subset & ~left[subset]] = true;
        }

        return [.. Enumerable.Range(1, all).Where(subset => needed[subset]).Select(subset => (subset, left[subset]))];
    }

    /// <summary>The pair that is multiplied first where there are many factors: the one that takes the fewest operations for what it saves.</summary>
    public static (int First, int Second) Next(IReadOnlyList<LabelledArray> factors, string @out, LabelLengths lengths, Budget budget)
    {
        var considered = Math.Min(factors.Count, Considered);
        var uses = factors.SelectMany(static factor => factor.Axes.Distinct()).Concat(@out.Distinct()).CountBy(static label => label).ToDictionary();
        var (best, found) = (double.PositiveInfinity, (0, 1));
        for (var i = 0; i < considered; i++)
        {
            for (var j = i + 1; j < considered; j++)
            {
                budget.Visit();
                var united = factors[i].Axes.Union(factors[j].Axes).ToList();
                var kept = united.Where(label => uses[label] > (factors[i].Has(label) ? 1 : 0) + (factors[j].Has(label) ? 1 : 0));
                var cost = lengths.Count(united) + lengths.Count(kept) - lengths.Count(factors[i].Axes.Distinct()) - lengths.Count(factors[j].Axes.Distinct());
                if (cost < best) (best, found) = (cost, (i, j));
            }
        }

        return found;
    }
}
