using System.Collections.Immutable;
using Calculus.Differentiation;
using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.GradientCheck;

/// <summary>Mistakes with products, functions and reductions of vectors and matrices (Magnus and Neudecker, <i>Matrix Differential Calculus</i>, ch. 8 and 9).</summary>
internal static class ArraySlips
{
    private const string OfInverse = "The inverse has the differential d inv(A) = -inv(A) @ dA @ inv(A)";

    public static ImmutableArray<RuleSlip> All { get; } =
    [
        new("transposed", "A matrix is used where its transpose belongs", "In the derivative of a product of matrices every other factor is transposed: X @ w gives X', and log|A| gives inv(A)'.", Transposed),
        new("symmetry-assumed", "A matrix is assumed to be symmetric", "The gradient of x' @ A @ x is (A + A') @ x, which is 2*A @ x only where A is symmetric.", Symmetric),
        new("inverse-rule", "The derivative of an inverse is wrong", $"{OfInverse}: with a minus sign, and with the inverse on both sides.", Inverse),
        new("determinant-rule", "The derivative of a determinant is wrong", "The gradient of det(A) is det(A)*inv(A)', that of log|A| is inv(A)'.", Determinant),
        new("softmax-not-normalised", "The exponentials are not divided by their sum", "The gradient of log(sum(exp(u))) is softmax(u) = exp(u)/sum(exp(u)).", NotNormalised),
        new("norm-not-divided", "The division by the norm is missing", "The gradient of norm(u) is u/norm(u); 2*u is that of norm(u)^2.", NormNotDivided),
    ];

    private static IEnumerable<Edit> Transposed(Site site) => site.Node switch
    {
        Contraction contraction => site.Moving.SelectMany(place => Squares(contraction, place).Select(turned => new Edit(
            site.With(place, ForwardRules.Contract(contraction, [.. contraction.Factors.Select((factor, i) =>
                i == place ? factor with { Of = site.Tangent(place) } : i == turned ? Turned(factor) : factor)])),
            $"In the derivative of {site.Node}, {contraction.Factors[turned].Of} has to be transposed."))),
        MatrixFunction { Operation: MatrixOperation.Inverse } when site.Moving.Count > 0 =>
            [new(site.Instead(site.Graph.Contract(-1, [new Factor(site.Node, "ba"), new Factor(site.Tangent(0), "bc"), new Factor(site.Node, "dc")], "ad")), $"In the derivative of {site.Node}, the inverse has to be transposed.")],
        MatrixFunction { Operation: MatrixOperation.LogDeterminant or MatrixOperation.Determinant } when ReverseRules.Contribution(site.Node, 0, site.Graph.One, 0) is { } gradient =>
            [Weighted(site, site.Graph.Permute(gradient, 1, 0), $"In the derivative of {site.Node}, the inverse has to be transposed.")],
        _ => [],
    };

    private static IEnumerable<Edit> Symmetric(Site site) => site.Node is Contraction && site.Moving is [var a, var b]
        ? new[] { (a, b), (b, a) }.Select(pair => new Edit(
            site.Contribution(pair.Item1) - site.Contribution(pair.Item2),
            $"In the derivative of {site.Node}, the part in which {site.Node.Child(pair.Item1)} is differentiated is counted twice, as if the other part were the same."))
        : [];

    private static IEnumerable<Edit> Inverse(Site site)
    {
        if (site.Node is not MatrixFunction { Operation: MatrixOperation.Inverse } || site.Moving.Count == 0) return [];
        var (graph, node, tangent) = (site.Graph, site.Node, site.Tangent(0));
        return
        [
            new(-2 * site.Total(), $"The derivative of {node} lacks its minus sign."),
            new(site.Instead(graph.Contract(-1, [new Factor(node, "ab"), new Factor(tangent, "bc")], "ac")), $"In the derivative of {node}, the inverse is on the left only."),
            new(site.Instead(graph.Contract(-1, [new Factor(tangent, "ab"), new Factor(node, "bc")], "ac")), $"In the derivative of {node}, the inverse is on the right only."),
        ];
    }

    private static IEnumerable<Edit> Determinant(Site site)
    {
        if (site.Node is not MatrixFunction { Operation: MatrixOperation.Determinant or MatrixOperation.LogDeterminant } function || site.Moving.Count == 0) return [];
        var determinant = site.Graph.MatrixFunction(MatrixOperation.Determinant, function.Argument);
        return function.Operation == MatrixOperation.Determinant
            ? [new(site.Instead(site.Total() / determinant), $"The factor {determinant} is missing in the derivative of {site.Node}.")]
            : [new(site.Instead(site.Total() * determinant), $"The derivative of {site.Node} is multiplied by {determinant}.")];
    }

    private static IEnumerable<Edit> NotNormalised(Site site) => site.Node is Reduce { Reduction: Reduction.LogSumExp } reduce && site.Moving.Count > 0
        ? [Weighted(site, Exp.Of(reduce.Argument), $"The derivative of {site.Node} is taken as {Exp.Of(reduce.Argument)}.")]
        : [];

    private static IEnumerable<Edit> NormNotDivided(Site site) => site.Node is Reduce { Reduction: Reduction.Norm } reduce && site.Moving.Count > 0
        ?
        [
            Weighted(site, reduce.Argument, $"The derivative of {site.Node} is taken as {reduce.Argument}."),
            Weighted(site, 2 * reduce.Argument, $"The derivative of {site.Node} is taken as {2 * reduce.Argument}."),
        ]
        : [];

    // The derivative of a number computed from an array, or of several along its axes, with different weights for the entries.
    private static Edit Weighted(Site site, Expression weights, FormattableString words) => new(
        site.Instead(site.Node is Reduce reduce
            ? ForwardRules.Reduced(reduce, weights, site.Tangent(0))
            : site.Graph.Dot(weights, site.Tangent(0))),
        words);

    private static IEnumerable<int> Squares(Contraction contraction, int moving) => Enumerable.Range(0, contraction.Factors.Length)
        .Where(i => i != moving && contraction.Factors[i].Of.Shape is { Rank: 2 } shape && shape[0] == shape[1]);

    private static Factor Turned(Factor factor) => factor with { Labels = string.Concat(factor.Labels[1], factor.Labels[0]) };
}
