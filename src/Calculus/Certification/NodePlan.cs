using Calculus.Expressions;
using Calculus.Programs.Arrays;

namespace Calculus.Certification;

/// <summary>The nodes below some formulas in the order in which they are computed, and what each reads.</summary>
internal sealed class NodePlan
{
    private readonly int[] _indices;

    private NodePlan(Expression[] nodes, int[][] children, int[] roots, Lengths lengths)
    {
        (Nodes, Children, Roots, Lengths) = (nodes, children, roots, lengths);
        _indices = Array.ConvertAll(nodes, static node => node.Index);
        foreach (var node in nodes) Work += WorkOf(node);
    }

    /// <summary>The nodes, children before parents.</summary>
    public Expression[] Nodes { get; }

    /// <summary>For each node the places of its children among the nodes.</summary>
    public int[][] Children { get; }

    /// <summary>The places of the formulas among the nodes.</summary>
    public int[] Roots { get; }

    /// <summary>How long every axis is.</summary>
    public Lengths Lengths { get; }

    /// <summary>About how many operations on numbers a walk takes.</summary>
    public double Work { get; }

    /// <summary>The plan for some formulas of one graph.</summary>
    /// <param name="roots">The formulas.</param>
    /// <param name="data">The data, from which lengths that are letters are read.</param>
    /// <exception cref="Programs.UnboundSymbolException">A length has no value.</exception>
    public static NodePlan Of(IReadOnlyList<Expression> roots, IReadOnlyDictionary<string, ArrayValue> data)
    {
        Expression[] nodes = [.. Reachable.From([.. roots])];
        var places = new int[nodes[^1].Index + 1];
        var children = new int[nodes.Length][];
        for (var place = 0; place < nodes.Length; place++)
        {
            var own = children[place] = nodes[place].ChildCount == 0 ? [] : new int[nodes[place].ChildCount];
            for (var i = 0; i < own.Length; i++) own[i] = places[nodes[place].Child(i).Index];
            places[nodes[place].Index] = place;
        }

        return new NodePlan(nodes, children, [.. roots.Select(root => places[root.Index])], new Lengths(roots[0].Graph.IsOfNumbers ? [] : roots[0].Graph.Nodes, data));
    }

    /// <summary>The place of a node among the nodes.</summary>
    public int PlaceOf(Expression node) => Array.BinarySearch(_indices, node.Index);

    /// <summary>How many entries a node has.</summary>
    public int CountOf(Expression node) => node.Shape.IsScalar ? 1 : Lengths.Of(node.Shape).Aggregate(1, static (count, length) => count * length);

    private double WorkOf(Expression node)
    {
        if (node.Shape.IsScalar && node is not (Contraction or Reduce or MatrixFunction)) return 1 + node.ChildCount;
        return node switch
        {
            Contraction contraction => contraction.Dimensions.Aggregate(1.0, (product, length) => product * Lengths.Of(length)) * (1 + contraction.Factors.Length),
            Reduce { Reduction: Reduction.OtherPairProducts } reduce => Math.Pow(CountOf(reduce.Argument), 2),
            Reduce reduce => 4.0 * CountOf(reduce.Argument),
            MatrixFunction { Operation: MatrixOperation.Cofactors } function => Math.Pow(CountOf(function.Argument), 2.5),
            MatrixFunction function => Math.Pow(CountOf(function.Argument), 1.5),
            _ => Lengths.Of(node.Shape).Aggregate(1.0, static (product, length) => product * length) * (1 + node.ChildCount),
        };
    }
}
