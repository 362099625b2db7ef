using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Calculus.Expressions;

public sealed partial class Graph
{
    // A longer sum inside a sum stays a node of its own, so that building term by term stays linear.
    private const int LongestInlinedSum = 32;

    /// <summary>The sum of two nodes.</summary>
    public Expression Add(Expression a, Expression b) => Sum(Rational.Zero, [new(Rational.One, a), new(Rational.One, b)]);

    /// <summary>The difference of two nodes.</summary>
    public Expression Subtract(Expression a, Expression b) => Sum(Rational.Zero, [new(Rational.One, a), new(-1, b)]);

    /// <summary>
    /// A constant plus terms: sums in it are joined, equal terms collected, choices on one condition merged, the rest sorted.
    /// A term with coefficient 0 is dropped only if it is defined everywhere.
    /// </summary>
    public Expression Sum(Rational constant, ReadOnlySpan<Term> terms)
    {
        if (!Rewrites)
        {
            if (terms.Length == 1 && constant.IsZero && terms[0].Coefficient.IsOne) return terms[0].Of;
            var total = constant;
            foreach (var term in terms)
            {
                if (term.Of is not Expressions.Number number) return MakeSum(constant, [.. terms]);
                total += term.Coefficient * number.Value;
            }

            return Number(total);
        }

        if (terms.Length == 1 && constant.IsZero) return Scale(terms[0].Coefficient, terms[0].Of);
        _rewriteDepth++;
        var collected = new TermCollector(this, constant);
        foreach (var term in terms) collected.Add(term.Coefficient, term.Of);
        collected.MergeChoices();
        var sum = Fit(collected.Finish(), ShapeOf(terms));
        if (sum is Sum { Shape.Rank: > 1 } arrays) sum = RepeatedSum(arrays) ?? sum;

        _rewriteDepth--;
        return sum;
    }

    private Expression? RepeatedSum(Sum arrays) => Repeated(
        [.. arrays.Terms.Select(static term => term.Of)],
        parts => Sum(arrays.Constant, [.. parts.Select((part, place) => new Term(arrays.Terms[place].Coefficient, part))]));

    private Sum MakeSum(Rational constant, ImmutableArray<Term> terms)
    {
        var hash = Structure.MixNumber(Structure.Begin(Structure.SumTag), constant);
        foreach (var term in terms) hash = Structure.Mix(Structure.MixNumber(hash, term.Coefficient), term.Of.Hash);
        while (_byHash.TryGetValue(hash, out var found))
        {
            if (found is Sum sum && sum.Constant == constant && sum.Terms.AsSpan().SequenceEqual(terms.AsSpan())) return sum;
            hash++;
        }

        var (facts, shape) = (Number(constant).Facts, Shape.Scalar);
        foreach (var term in terms)
        {
            Budget.Visit();
            shape = Joined(shape, term.Of.Shape);
            facts = facts.Plus(Number(term.Coefficient).Facts.Times(term.Of.Facts));
        }

        return Keep(new Sum(this, hash, facts, shape, constant, terms));
    }

    private sealed class TermCollector(Graph graph, Rational constant)
    {
        // A few terms are looked through sooner than looked up.
        private const int Few = 12;

        private readonly List<Term> _terms = [];
        private Dictionary<Expression, int>? _places;
        private Rational _constant = constant;

        public void Add(Rational coefficient, Expression node)
        {
            graph.Budget.Visit();
            switch (node)
            {
                case Number number:
                    _constant += coefficient * number.Value;
                    break;
                case Expressions.Sum:
                    AddBare(coefficient, node);
                    break;
                case Product product when !product.Coefficient.IsOne:
                    AddBare(coefficient * product.Coefficient, graph.WithoutCoefficient(product));
                    break;
                default:
                    Collect(coefficient, node);
                    break;
            }
        }

        private void AddBare(Rational coefficient, Expression node)
        {
            if (node is not Sum { Terms.Length: <= LongestInlinedSum } sum)
            {
                Collect(coefficient, node);
                return;
            }

            _constant += coefficient * sum.Constant;
            foreach (var term in sum.Terms) Collect(coefficient * term.Coefficient, term.Of);
        }

        // c·Choice(p, a, b) + d·Choice(p, u, v) = Choice(p, c·a + d·u, c·b + d·v).
        public void MergeChoices()
        {
            Dictionary<Expression, List<Term>>? byCondition = null;
            foreach (var term in _terms)
            {
                if (term.Of is not Choice choice) continue;
                byCondition ??= [];
                ref var group = ref CollectionsMarshal.GetValueRefOrAddDefault(byCondition, choice.Condition, out _);
                (group ??= []).Add(term);
            }

            if (byCondition is null) return;
            foreach (var (condition, group) in byCondition)
            {
                if (group.Count < 2) continue;
                var then = graph.Sum(Rational.Zero, [.. group.Select(term => new Term(term.Coefficient, ((Choice)term.Of).Then))]);
                var otherwise = graph.Sum(Rational.Zero, [.. group.Select(term => new Term(term.Coefficient, ((Choice)term.Of).Otherwise))]);
                foreach (var term in group) Collect(-term.Coefficient, term.Of);
                _terms.RemoveAll(term => group.Exists(member => member.Of == term.Of));
                _places = null;
                Add(Rational.One, graph.Choice(condition, then, otherwise));
            }
        }

        public Expression Finish()
        {
            _terms.RemoveAll(term => term.Coefficient.IsZero && term.Of.Facts.IsTotal());
            if (_terms.Count == 0) return graph.Number(_constant);
            for (var i = 0; i < _terms.Count; i++)
            {
                // The branch next to a zero absorbs the coefficient, as it does in a product.
                if (_terms[i] is { Of: Choice choice, Coefficient: { IsOne: false } c } && (choice.Then is Expressions.Number { Value.IsZero: true } || choice.Otherwise is Expressions.Number { Value.IsZero: true }))
                    _terms[i] = new Term(Rational.One, graph.Scale(c, choice));
            }

            if (_constant.IsZero && _terms.Count == 1) return graph.Scale(_terms[0].Coefficient, _terms[0].Of);
            if (graph.NamesStableForms && _constant.IsOne && _terms is [{ Of: Call { Function: Functions.Sigmoid } call } one] && one.Coefficient == -1)
                return graph.Call(call.Function, -call.Arguments[0]); // 1 − σ(u) = σ(−u)

            _terms.Sort(static (a, b) => a.Of.Hash.CompareTo(b.Of.Hash));
            return graph.MakeSum(_constant, [.. _terms]);
        }

        private void Collect(Rational coefficient, Expression node)
        {
            var place = PlaceOf(node);
            if (place >= 0)
            {
                _terms[place] = new Term(_terms[place].Coefficient + coefficient, node);
                return;
            }

            _places?.Add(node, _terms.Count);
            _terms.Add(new Term(coefficient, node));
        }

        private int PlaceOf(Expression node)
        {
            if (_places is null)
            {
                if (_terms.Count <= Few)
                {
                    for (var i = 0; i < _terms.Count; i++)
                    {
                        if (_terms[i].Of == node) return i;
                    }

                    return -1;
                }

                _places = new Dictionary<Expression, int>(2 * _terms.Count);
                for (var i = 0; i < _terms.Count; i++) _places.Add(_terms[i].Of, i);
            }

            return _places.TryGetValue(node, out var place) ? place : -1;
        }
    }
}
