using Calculus.Budgets;
using Calculus.Expressions;

namespace Calculus.Verification;

/// <summary>Where the branches of a function change, as numbers.</summary>
internal sealed class Seams
{
    private readonly Numbers? _numbers;
    private readonly int _pieces;

    private Seams(Numbers? numbers, int pieces) => (_numbers, _pieces) = (numbers, pieces);

    /// <summary>The seams of a claim's function.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="inputs">What a point gives numbers to, in the graph of the function.</param>
    /// <param name="budget">What the check may spend.</param>
    public static Seams Of(Claim claim, IReadOnlyList<Symbol> inputs, Budget budget)
    {
        var graph = claim.Function.Graph;
        Call[] calls = [.. Reachable.From(claim.Function).OfType<Call>()];
        Expression[] pieces = [.. calls.Select(call => call.Function.Piece(graph, call.Arguments)).OfType<Expression>().Distinct()];
        Expression[] seams = [.. calls.SelectMany(call => call.Function.Seams(graph, call.Arguments)).Distinct()];
        return new Seams(seams.Length == 0 ? null : Numbers.Of([.. pieces, .. seams], inputs, claim, budget), pieces.Length);
    }

    /// <summary>For each of many points a number that is the same for points on the same sides of all seams; null on a seam.</summary>
    /// <param name="columns">The first coordinate of every point, then the second of every point.</param>
    /// <param name="count">How many points.</param>
    public ulong?[] Branches(double[] columns, int count)
    {
        var branches = new ulong?[count];
        Array.Fill(branches, 0UL);
        if (_numbers is null) return branches;
        var values = _numbers.AtMany(columns, count);
        for (var i = _pieces * count; i < values.Length; i++)
        {
            ref var branch = ref branches[i % count];
            branch = values[i] == 0 ? null : (branch * 1099511628211) ^ (uint)(2 + Sign(values[i])); // FNV-1
        }

        return branches;
    }

    /// <summary>Which points of a line lie on the same side of every seam as its first point.</summary>
    /// <param name="columns">The first coordinate of every point, then the second of every point.</param>
    /// <param name="steps">How many points there are on each side of the first one, the furthest first.</param>
    public bool[] Beside(double[] columns, int steps)
    {
        var count = (2 * steps) + 1;
        var isBeside = new bool[count];
        Array.Fill(isBeside, true);
        if (_numbers is null) return isBeside;
        var values = _numbers.AtMany(columns, count);
        for (var place = 0; place < _numbers.Count; place++)
        {
            var column = values.AsSpan(place * count, count);
            for (var side = 0; side < 2; side++)
            {
                // Beyond a seam another branch begins, and so do all longer steps.
                var begin = 1 + (side * steps);
                for (var k = steps - 1; k >= 0; k--)
                {
                    if (place < _pieces ? column[begin + k] == column[0] : Sign(column[begin + k]) == Sign(column[0])) continue;
                    isBeside.AsSpan(begin, k + 1).Clear();
                    break;
                }
            }
        }

        return isBeside;
    }

    // NaN in a branch that is not taken stays NaN.
    private static int Sign(double value) => double.IsNaN(value) ? 2 : Math.Sign(value);
}
