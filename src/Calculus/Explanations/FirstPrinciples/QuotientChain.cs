using Calculus.Expressions;
using Calculus.Syntax;

namespace Calculus.Explanations.FirstPrinciples;

/// <summary>The lines from a difference quotient to its limit, each claimed to follow from the one before.</summary>
internal sealed class QuotientChain
{
    private readonly Quotients _quotients;
    private readonly Part _part;
    private readonly List<Step> _steps = [];

    public QuotientChain(Quotients quotients, Part part)
    {
        (_quotients, _part) = (quotients, part);
        Line = quotients.Of(part);
    }

    /// <summary>The last line so far.</summary>
    public SyntaxNode Line { get; private set; }

    public Part Part => _part;

    public Frame Frame => _part.Frame;

    /// <summary>The same written differently, for every step but 0.</summary>
    public void Rewrite(Rule rule, string explanation, SyntaxNode line, IReadOnlyList<Step>? nested = null)
    {
        if (line == Line) return;
        Add(_quotients.Proof.Step(rule, explanation, Line, line, nested), line);
    }

    /// <summary>The limit of the line as the step goes to 0. It is compared with the derivative found by the rules, and measured.</summary>
    public void Limit(Rule rule, string explanation, SyntaxNode limit, IReadOnlyList<Step>? nested = null)
    {
        var step = _quotients.Notation.Step(rule, explanation, Line, limit, nested);
        ClaimLimit(step, limit);
        Add(step, limit);
    }

    /// <summary>Continues with the lines of a part whose difference quotient is the last line.</summary>
    public void GoOn(IReadOnlyList<Step> steps, SyntaxNode limit)
    {
        _steps.AddRange(steps);
        Line = limit;
    }

    /// <summary>A single step from the difference quotient to the limit, with the lines in between inside it.</summary>
    public Step Summary(Rule rule, string explanation, SyntaxNode limit, IReadOnlyList<Step> nested)
    {
        var step = _quotients.Notation.Step(rule, explanation, _quotients.Of(_part), limit, nested);
        ClaimLimit(step, limit);
        return step;
    }

    /// <summary>The limit in the form that people write.</summary>
    /// <param name="answer">The derivative, where it is known already; it is then the last line.</param>
    public Solved Finish(Expression? answer)
    {
        var result = _quotients.Written(_part, answer);
        if (result != Line) Rewrite(DerivativeRules.Simplify, new Shortening(_quotients.Notation, _quotients.Proof).Sentence(Line, result), result);
        return new Solved(Line, _steps);
    }

    private void ClaimLimit(Step step, SyntaxNode limit) => _quotients.Proof.Claim(
        step, _quotients.Slope(_part), _quotients.Notation.Bind(limit), _quotients.Notation.Bind(_part.Node), _quotients.Notation.SymbolOf(_part.Frame.Variable));

    private void Add(Step step, SyntaxNode line)
    {
        _steps.Add(step);
        Line = line;
    }
}
