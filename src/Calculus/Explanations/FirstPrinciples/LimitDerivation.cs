using Calculus.Expressions;

namespace Calculus.Explanations.FirstPrinciples;

/// <summary>
/// Works out limits of difference quotients, those of the parts first. What is found for one part holds wherever it occurs.
/// </summary>
internal sealed class LimitDerivation(Quotients quotients)
{
    // What is needed deeper down is listed before the lines that need it rather than inside them.
    private const int DeepestNesting = 12;

    private readonly LimitBook _book = new(quotients);
    private readonly Dictionary<Part, Solved> _done = [];
    private readonly Dictionary<Part, (LimitPlan Plan, Part? Owner, int Depth)> _plans = [];

    /// <summary>The limit of a difference quotient with its steps.</summary>
    /// <param name="root">The function.</param>
    /// <param name="answer">Its derivative, where it is known already; it is then the last line.</param>
    /// <exception cref="UntaughtLimitException">No part of it has a limit that is worked out here.</exception>
    public Solved Of(Part root, Expression? answer)
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
        var found = new List<Step>();
        var isDeep = depth >= DeepestNesting;
        if (!plan.GoesOn)
        {
            foreach (var inner in plan.Parts.Distinct()) Show(inner, part, isDeep, found);
        }

        plan.Write(chain, new PartLimits(inner => _done[inner].Limit, isDeep ? [] : found, inner => _done[inner].Steps));
        var solved = chain.Finish(answer);
        return isDeep ? solved with { Steps = [.. found, .. solved.Steps] } : solved;
    }

    private void Show(Part part, Part owner, bool isDeep, List<Step> found)
    {
        var (limit, steps) = _done[part];
        var chain = new QuotientChain(quotients, part);
        if (_plans[part].Owner != owner)
        {
            found.Add(chain.Summary(DerivativeRules.Again, DerivativeRules.Again.Sentence, limit, []));
        }
        else if (steps.Count == 1)
        {
            found.Add(steps[0]);
        }
        else if (isDeep)
        {
            found.AddRange(steps);
        }
        else
        {
            found.Add(chain.Summary(
                LimitRules.Definition, $"The difference quotient of {quotients.Quote(part.Node)} on its own, as {part.Frame.Step} goes to 0.", limit, steps));
        }
    }
}
