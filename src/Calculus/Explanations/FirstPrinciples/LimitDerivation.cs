using Calculus.Expressions;

namespace Calculus.Explanations.FirstPrinciples;

/// <summary>
/// Works out limits of difference quotients, those of the parts first. What is found for one part holds wherever it occurs.
/// </summary>
internal sealed class LimitDerivation(Quotients quotients)
{
    // Deeper derivations are listed beside the one that needs them instead of inside it.
    private const int DeepestNesting = 16;

    private readonly LimitBook _book = new(quotients);
    private readonly Dictionary<Part, Solved> _done = [];
    private readonly Dictionary<Part, (LimitPlan Plan, Part? Owner, int Depth)> _plans = [];

    /// <summary>The limit of a difference quotient with its steps.</summary>
    /// <param name="root">The function.</param>
    /// <param name="answer">Its derivative; it is the last line.</param>
    /// <exception cref="UntaughtLimitException">No part of it has a limit that is worked out here.</exception>
    public Solved Of(Part root, Expression answer)
    {
        var (order, ordered) = (new List<Part>(), new HashSet<Part>());
        var open = new Stack<(Part Part, Part? Owner, int Depth)>();
        open.Push((root, null, 0));
        while (open.TryPeek(out var top))
        {
            quotients.Notation.Budget.Visit();
            if (_plans.ContainsKey(top.Part))
            {
                open.Pop();
                if (ordered.Add(top.Part)) order.Add(top.Part);
                continue;
            }

            var plan = _book.PlanFor(top.Part);
            _plans[top.Part] = (plan, top.Owner, top.Depth);
            for (var i = plan.Parts.Count - 1; i >= 0; i--) open.Push((plan.Parts[i], top.Part, top.Depth + 1));
        }

        RefuseWithoutLimits(root);
        foreach (var part in order) _done[part] = Assemble(part, part == root ? answer : null);
        return _done[root];
    }

    private void RefuseWithoutLimits(Part root)
    {
        if (_plans.Values.Any(static entry => entry.Plan.WorksOut)) return;
        var cited = _plans[root].Plan.Cited ?? _plans.Values.Select(static entry => entry.Plan.Cited).FirstOrDefault(static name => name is not null);
        if (cited is not null) throw new UntaughtLimitException(cited);
    }

    private Solved Assemble(Part part, Expression? answer)
    {
        var (plan, _, depth) = _plans[part];
        var chain = new QuotientChain(quotients, part);
        var nested = new List<Step>();
        if (!plan.GoesOn)
        {
            foreach (var inner in plan.Parts.Distinct()) Nest(inner, part, depth, nested);
        }

        plan.Write(chain, new PartLimits(inner => _done[inner].Limit, nested, inner => _done[inner].Steps));
        return chain.Finish(answer);
    }

    private void Nest(Part part, Part owner, int depth, List<Step> nested)
    {
        var (limit, steps) = _done[part];
        var chain = new QuotientChain(quotients, part);
        if (_plans[part].Owner != owner)
        {
            nested.Add(chain.Summary(DerivativeRules.Again, DerivativeRules.Again.Sentence, limit, []));
        }
        else if (steps.Count == 1)
        {
            nested.Add(steps[0]);
        }
        else if (depth >= DeepestNesting)
        {
            nested.AddRange(steps);
        }
        else
        {
            nested.Add(chain.Summary(
                LimitRules.Definition, $"The difference quotient of {quotients.Quote(part.Node)} by itself, as {part.Frame.Step} goes to 0.", limit, steps));
        }
    }
}
