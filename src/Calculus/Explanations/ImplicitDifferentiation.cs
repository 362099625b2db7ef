using Calculus.Differentiation;
using Calculus.Expressions;
using Calculus.Simplification;
using Calculus.Syntax;

namespace Calculus.Explanations;

/// <summary>
/// The slope dy/dx of the curve F(x, y) = 0, and its higher derivatives: dy/dx = −(∂F/∂x)/(∂F/∂y), and each further one by differentiating
/// the last along the curve (implicit function theorem; Apostol, <i>Mathematical Analysis</i>, 2nd ed., 13.4).
/// </summary>
internal sealed class ImplicitDifferentiation(Definition definition, Notation notation, Proof proof, string x, string y)
{
    private readonly List<Step> _steps = [];

    private SyntaxFactory Factory => notation.Factory;

    /// <summary>The derivatives of order 1 to the one asked for, exact and unsimplified.</summary>
    public static IReadOnlyList<Expression> Derivatives(Expression function, Symbol x, Symbol y, int order)
    {
        var slope = -Derivative.Of(function, x) / Derivative.Of(function, y);
        var all = new List<Expression> { slope };
        while (all.Count < order)
        {
            // Simplified at every order, or the quotients would nest.
            var last = Simplify.Of(all[^1]);
            all.Add(Derivative.Of(last, x) + (Derivative.Of(last, y) * Simplify.Of(slope)));
        }

        return all;
    }

    /// <summary>The steps to the derivatives.</summary>
    /// <param name="line">F.</param>
    /// <param name="answers">The derivatives of order 1 and up, simplified.</param>
    public IReadOnlyList<Step> Explain(SyntaxNode line, IReadOnlyList<Expression> answers)
    {
        var name = new Letters(definition, $"d{y}d{x}").Next();
        notation.Spell(name, $@"\frac{{d{notation.Latex(y)}}}{{d{notation.Latex(x)}}}");
        using var declaration = notation.Declare(name, SymbolRole.Parameter);
        proof.Stands(notation.SymbolOf(name), answers[0]);
        var slope = Factory.Name(name);

        var (byX, byY) = (Partial(line, x, $"{y} is held still for now."), Partial(line, y, $"Now {x} is held still."));
        var total = Factory.Add(byX, Factory.Multiply(byY, slope));
        Add(ImplicitRules.Total, $"Both sides stay equal along the curve, and {y} moves with {x}: the two contributions add up to 0.", Factory.Number(0), total);
        var solved = Factory.Negate(Factory.Divide(byX, byY));
        Add(ImplicitRules.Solve, ImplicitRules.Solve.Sentence, slope, solved);
        var last = EndIn(solved, answers[0]);
        for (var order = 2; order <= answers.Count; order++)
        {
            var along = Factory.Add(
                Partial(last, x, FormattableString.Invariant($"The derivative of order {order - 1} by {x}, {y} held still.")),
                Factory.Multiply(Partial(last, y, $"The same by {y}."), slope));
            var inserted = Substitution.In(along, new Dictionary<string, SyntaxNode>(StringComparer.Ordinal) { [name] = notation.Write(answers[0]) }, notation);
            Add(ImplicitRules.Along, ImplicitRules.Along.Sentence, along, inserted);
            last = EndIn(inserted, answers[order - 1]);
        }

        return _steps;
    }

    private SyntaxNode Partial(SyntaxNode line, string variable, string explanation)
    {
        var derived = new Derivation(notation, proof, variable).Of(line);
        var marker = notation.Marker(line, variable);
        _steps.Add(proof.Step(FreezingRules.Partial, explanation, marker, derived.Line, derived.Steps));
        return derived.Line;
    }

    private SyntaxNode EndIn(SyntaxNode line, Expression answer)
    {
        var result = notation.Write(answer);
        _steps.AddRange(new Shortening(notation, proof).Steps(line, result));
        return result;
    }

    private void Add(Rule rule, string explanation, SyntaxNode before, SyntaxNode after) =>
        _steps.Add(proof.Step(rule, explanation, before, after));
}
