using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Functions;
using Calculus.Programs;

namespace Calculus.Verification;

/// <summary>Where the branches of a function change, as numbers.</summary>
internal sealed class Seams
{
    // The differences of each two of more arguments would be a square: a tie for the largest is looked for instead.
    private const int MostCompared = 40;

    private readonly Evaluator? _numbers;
    private readonly int _pieces;
    private readonly bool[] _moves = [];

    /// <summary>The seams of a claim's function.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="inputs">What a point gives numbers to, in the graph of the function.</param>
    /// <param name="budget">What the check may spend.</param>
    public Seams(Claim claim, IReadOnlyList<Symbol> inputs, Budget budget)
    {
        var (function, pieces, seams) = (claim.Bound.Function, new HashSet<Expression>(), new HashSet<Expression>());
        var nodes = Reachable.From(function);
        HashSet<Expression>? changing = null;
        foreach (var node in nodes)
        {
            var (piece, own) = Of(function.Graph, node);
            if (own.Length == 0 || !(changing ??= Reachable.ChangingWith(nodes, [.. inputs])).Contains(node)) continue;
            if (piece is not null) pieces.Add(piece);
            seams.UnionWith(own);
        }

        if (seams.Count == 0) return;
        _numbers = Evaluator.Of([.. pieces, .. seams], inputs, claim.Bound.Data, budget);
        _pieces = _numbers.Outputs.Offset(pieces.Count);
        _moves = new bool[_numbers.Outputs.Count];
    }

    /// <summary>Elementary operations for one point.</summary>
    public long Operations => _numbers?.Operations ?? 0;

    /// <summary>For each of many points a number that is the same for points on the same sides of all seams; null on a seam.</summary>
    /// <param name="columns">The first coordinate of every point, then the second of every point.</param>
    /// <param name="count">How many points.</param>
    public ulong?[] Branches(double[] columns, int count)
    {
        var branches = new ulong?[count];
        Array.Fill(branches, 0UL);
        if (_numbers is null) return branches;
        var values = _numbers.AtMany(columns, count);
        for (var i = _pieces * count; i < values.Length; i++) _moves[i / count] |= values[i] != 0;
        for (var i = _pieces * count; i < values.Length; i++)
        {
            // What is zero everywhere, as for a row of zeros in the data, is not a seam.
            ref var branch = ref branches[i % count];
            branch = values[i] == 0 && _moves[i / count] ? null : (branch * 1099511628211) ^ (uint)(2 + Sign(values[i])); // FNV-1
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
        for (var place = 0; place < _numbers.Outputs.Count; place++)
        {
            var column = values.AsSpan(place * count, count);
            for (var side = 0; side < 2; side++)
            {
                // Beyond a seam is another branch, and all longer steps lead beyond it too.
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

    private static (Expression? Piece, Expression[] Seams) Of(Graph graph, Expression node)
    {
        switch (node)
        {
            case Call { Function: Extremum { Direction: var direction }, Arguments: { Length: > MostCompared } arguments, Shape.IsScalar: true }:
                var all = graph.Stack(0, arguments.AsSpan());
                return Ties(graph, direction < 0 ? -all : all, [0]);
            case Call call:
                return (call.Function.Piece(graph, call.Arguments), [.. call.Function.Seams(graph, call.Arguments)]);
            case Reduce { Reduction: Reduction.Largest or Reduction.Smallest or Reduction.ArgMax or Reduction.Share } extremum:
                return Ties(graph, extremum.Reduction == Reduction.Smallest ? -extremum.Argument : extremum.Argument, extremum.Axes.AsSpan());
            case Reduce { Reduction: Reduction.Norm }:
                return (null, [node]);
            default:
                return (null, []);
        }
    }

    // One share is whole, unless there is a tie.
    private static (Expression? Piece, Expression[] Seams) Ties(Graph graph, Expression array, ReadOnlySpan<int> axes)
    {
        var shares = graph.Reduce(Reduction.Share, array, axes);
        return (shares, [Floor.Of(graph.Reduce(Reduction.Largest, shares, axes))]);
    }

    // NaN in a branch that is not taken stays NaN.
    private static int Sign(double value) => double.IsNaN(value) ? 2 : Math.Sign(value);
}
