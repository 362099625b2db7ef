using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Functions;
using Calculus.Programs;

namespace Calculus;

/// <summary>A part of a sum of squares: the weight times the sum of the squares of all entries of the root.</summary>
/// <param name="Weight">The weight, 0 or above.</param>
/// <param name="Root">What is squared: a number, or an array whose entries all count.</param>
internal sealed record Square(double Weight, Expression Root);

/// <summary>
/// A function read as a sum of squares, by its own structure and without expanding or completing anything: even powers, products and quotients of them, their
/// sums over indices and entries, with factors that do not change with the variables and are not negative.
/// </summary>
/// <param name="bound">The function.</param>
/// <param name="budget">What may be spent.</param>
internal sealed class Squares(BoundDefinition bound, Budget budget)
{
    private readonly Graph _graph = bound.Function.Graph;
    private readonly HashSet<Expression> _changing = Reachable.ChangingWith(Reachable.From(bound.Function), [.. bound.Variables]);
    private readonly Stack<Part> _open = new();
    private readonly List<Square> _found = [];

    /// <summary>Weight times Root², entry by entry, times the sum of all entries of Of; a Root of null is 1.</summary>
    private sealed record Part(Rational Weight, Expression? Root, Expression Of);

    /// <summary>Reads the function. One whose value is a vector or a matrix is the list of its residuals.</summary>
    /// <returns>The squares; or, where it is none, what in it is no square.</returns>
    public (IReadOnlyList<Square>? Squares, Expression? Obstacle) Read()
    {
        if (!bound.Function.Shape.IsScalar) return ([new Square(1, bound.Function)], null);
        _open.Push(new(Rational.One, null, bound.Function));
        while (_open.TryPop(out var part))
        {
            budget.Visit();
            if (!Take(part)) return (null, part.Of);
        }

        _found.Reverse();
        return (_found, null);
    }

    private bool Take(Part part) => part.Of switch
    {
        Number number => Keep(part.Weight * number.Value, part.Root ?? _graph.One),
        Sum sum => Distribute(part, sum),
        Product product => Separate(part, product),
        Contraction contraction when part.Root?.Shape.IsScalar != false => Halve(part, contraction),
        _ => RootOf(part.Of) is { } root && Keep(part.Weight, Times(part.Root, root)),
    };

    private bool Keep(Rational weight, Expression root)
    {
        if (weight.Sign < 0) return false;
        if (weight.Sign > 0) _found.Add(new(weight.ToDouble(), root));
        return true;
    }

    private bool Distribute(Part part, Sum sum)
    {
        // A number among arrays counts once for each of their entries.
        var isArray = part.Root is { Shape.IsScalar: false };
        Rational repeated = isArray ? 1 : sum.Shape.Count;
        _open.Push(part with { Weight = part.Weight * sum.Constant * repeated, Of = _graph.One });
        foreach (var term in sum.Terms)
            _open.Push(part with { Weight = part.Weight * term.Coefficient * (term.Of.Shape.IsScalar ? repeated : 1), Of = term.Of });
        return true;
    }

    // Squares and constant factors go to the root; one factor more may be a sum of squares itself.
    private bool Separate(Part part, Product product)
    {
        var (root, constants, others) = (part.Root, new List<Expression>(), new List<Expression>());
        foreach (var factor in product.Factors)
        {
            if (EvenRootOf(factor) is { } half) root = Times(root, half);
            else if (_changing.Contains(factor)) others.Add(factor);
            else constants.Add(factor);
        }

        var weight = part.Weight * product.Coefficient;
        if (constants.Count > 0)
        {
            var constant = _graph.Product(Rational.One, [.. constants]);
            // A constant below 0 may stand beside a number below 0.
            if (RootOfConstant(constant) is { } positive) root = Times(root, positive);
            else if (RootOfConstant(-constant) is { } negative) (root, weight) = (Times(root, negative), -weight);
            else return false;
        }

        if (others.Count == 0) return Keep(weight, root ?? _graph.One);
        if (others is not [Sum or Contraction] || others[0].Shape.IsScalar != product.Shape.IsScalar) return false;
        _open.Push(new(weight, root, others[0]));
        return true;
    }

    private bool Halve(Part part, Contraction contraction)
    {
        var weight = part.Weight;
        for (var label = 'a'; label < 'a' + contraction.Dimensions.Length; label++)
        {
            if (!contraction.Factors.Any(factor => factor.Labels.Contains(label, StringComparison.Ordinal))) weight *= contraction.DimensionOf(label).Length;
        }

        if (contraction.Factors.Length == 0)
        {
            _open.Push(part with { Weight = weight, Of = _graph.One });
            return true;
        }

        if (contraction.Factors is [var only] && only.Labels.Distinct().Count() == only.Labels.Length)
        {
            _open.Push(part with { Weight = weight, Of = only.Of });
            return true;
        }

        return SquareOfContraction.RootOf(contraction, RootOf) is { } root && Keep(weight, Times(part.Root, root));
    }

    private Expression? RootOf(Expression node) => EvenRootOf(node) ?? (_changing.Contains(node) ? null : RootOfConstant(node));

    // u^(2k) is the square of u^k, and e^u that of e^(u/2).
    private Expression? EvenRootOf(Expression node) => node switch
    {
        Call { Function: Power, Arguments: [var @base, Number { Value: { IsInteger: true, HasEvenNumerator: true } exponent }] } => _graph.Power(@base, exponent / 2),
        Call { Function: Exp, Arguments: [var exponent] } => Exp.Of(Rational.Of(1, 2) * exponent),
        _ => null,
    };

    private Expression? RootOfConstant(Expression node) =>
        Array.TrueForAll(Evaluator.Of([node], [], bound.Data, budget).At([]), static entry => entry >= 0) ? Sqrt.Of(node) : null;

    private Expression Times(Expression? a, Expression b) => a is null ? b : _graph.Multiply(a, b);
}
