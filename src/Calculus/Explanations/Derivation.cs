using Calculus.Differentiation;
using Calculus.Expressions;
using Calculus.Simplification;
using Calculus.Syntax;

namespace Calculus.Explanations;

/// <summary>
/// Differentiates a line by one variable, rule by rule, on the formula as it is written. Each part's result is the simplified
/// derivative of what the part means, so that the last line is the answer itself and not a second opinion.
/// </summary>
internal sealed class Derivation
{
    // Each takes two levels of steps, and a step two of JSON, of which many readers take 64. Deeper derivations are listed one after the other.
    private const int DeepestNesting = 10;

    private readonly Notation _notation;
    private readonly Proof _proof;
    private readonly string _variable;
    private readonly RuleBook _rules;
    private readonly Shortening _shortening;
    private readonly Dictionary<SyntaxNode, Derived> _done = [];

    public Derivation(Notation notation, Proof proof, string variable)
    {
        (_notation, _proof, _variable) = (notation, proof, variable);
        _rules = new RuleBook(notation, variable);
        _shortening = new Shortening(notation, proof);
    }

    /// <summary>The derivative of a line with its steps.</summary>
    /// <param name="root">The line.</param>
    /// <param name="answer">The derivative, where it is known already; it is then the last line.</param>
    public Derived Of(SyntaxNode root, Expression? answer = null)
    {
        var plans = new Dictionary<SyntaxNode, (Plan Plan, SyntaxNode? Owner, int Depth)>();
        var open = new Stack<(SyntaxNode Node, SyntaxNode? Owner, int Depth)>();
        open.Push((root, null, 0));
        while (open.TryPeek(out var top))
        {
            var (node, owner, depth) = top;
            if (_done.ContainsKey(node))
            {
                open.Pop();
            }
            else if (plans.TryGetValue(node, out var known))
            {
                open.Pop();
                _done[node] = Assemble(node, known.Plan, known.Depth, node == root ? answer : null, part => plans.TryGetValue(part, out var entry) && entry.Owner == node);
            }
            else
            {
                var plan = _rules.PlanFor(node);
                plans[node] = (plan, owner, depth);
                for (var i = plan.Parts.Count - 1; i >= 0; i--) open.Push((plan.Parts[i], node, depth + 1));
            }
        }

        return _done[root];
    }

    private Derived Assemble(SyntaxNode node, Plan plan, int depth, Expression? answer, Func<SyntaxNode, bool> isShownHere)
    {
        var marker = _notation.Marker(node, _variable);
        var meaning = answer ?? Simplify.Of(Derivative.Of(_notation.Bind(node), _notation.SymbolOf(_variable)));
        var result = _notation.Write(meaning);
        var steps = new List<Step>();
        var line = plan.Build(part => _notation.Marker(part, _variable));
        steps.Add(_proof.Step(plan.Rule, plan.Explanation, marker, line));
        if (plan.Parts.Count > 0)
        {
            var inserted = plan.Build(part => _done[part].Line);
            var nested = new List<Step>();
            var shown = new HashSet<SyntaxNode>();
            foreach (var part in plan.Parts)
            {
                if (shown.Add(part)) Nest(part, isShownHere(part), depth, nested);
            }

            if (depth >= DeepestNesting)
            {
                steps.AddRange(nested);
                nested = [];
            }

            steps.Add(_proof.Step(DerivativeRules.Insert, Inserted(plan), line, inserted, nested));
            line = inserted;
        }

        steps.AddRange(_shortening.Steps(line, result, plan.Except, plan.Remark));
        return new Derived(result, steps);
    }

    private void Nest(SyntaxNode part, bool isShownHere, int depth, List<Step> nested)
    {
        var (line, steps) = _done[part];
        var marker = _notation.Marker(part, _variable);
        if (steps.Count == 1)
        {
            nested.Add(steps[0]);
        }
        else if (!isShownHere)
        {
            nested.Add(_proof.Step(DerivativeRules.Again, DerivativeRules.Again.Sentence, marker, line));
        }
        else if (depth >= DeepestNesting)
        {
            nested.AddRange(steps);
        }
        else
        {
            nested.Add(_proof.Step(steps[0].Rule, $"{_notation.Quote(part)} is differentiated on its own.", marker, line, steps));
        }
    }

    private string Inserted(Plan plan)
    {
        var parts = plan.Parts.Distinct().ToList();
        var (before, after) = (parts.ConvertAll(_notation.Quote), parts.ConvertAll(part => _notation.Quote(_done[part].Line)));
        if (before.Contains(Step.LongPart) || after.Contains(Step.LongPart)) return DerivativeRules.Insert.Sentence;
        return parts.Count == 1 ? $"The derivative of {before[0]} is {after[0]}." : $"The derivatives of {Words.List(before)} are {Words.List(after)}.";
    }
}
