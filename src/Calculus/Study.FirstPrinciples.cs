using Calculus.Explanations;
using Calculus.Explanations.FirstPrinciples;
using Calculus.Expressions;

namespace Calculus;

public sealed partial class Study
{
    // Steps of this part of a check point: small enough to stay in a domain, large enough to keep the digits of a difference.
    private static readonly Rational s_checkedStep = Rational.Of(1, 8);

    /// <summary>
    /// How the derivative comes about as the limit of the difference quotient: the function, the function a step further, rise over run,
    /// its algebra line by line, and the step going to 0. The last step ends in the answer.
    /// </summary>
    /// <param name="variable">One of <see cref="Variables"/>.</param>
    /// <param name="derivative">What <see cref="Derivative(string, int)"/> gave for it.</param>
    /// <exception cref="UntaughtLimitException">Nothing of the function has a limit that is worked out here.</exception>
    /// <exception cref="Budgets.LimitException">The explanation is longer than it may be.</exception>
    public IReadOnlyList<Step> LimitSteps(string variable, Expression derivative)
    {
        var notation = NewNotation();
        var proof = new Proof(notation, _context.Data);
        var steps = new List<Step>();
        var line = WrittenOut.Of(Definition, notation, proof, steps);
        var frames = new Frames(notation, Definition, variable);
        foreach (var frame in frames.All)
            proof.Stands(notation.SymbolOf(frame.Step), s_checkedStep * (Expression)_graph.Symbol(frame.Step + "_checked", SymbolRole.Argument));
        var quotients = new Quotients(notation, proof, frames, _style.Decimals);
        var function = new Part(line, frames.First);
        var solved = new LimitDerivation(quotients).Of(function, derivative);

        AddQuotient(function, quotients, steps);
        EndInAnswer(solved.Steps, derivative);
        steps.AddRange(solved.Steps);
        proof.Settle();
        return steps;
    }

    // The first two lines; what they are made of is made again from the function's own nodes.
    private void AddQuotient(Part function, Quotients quotients, List<Step> steps)
    {
        var (notation, frame) = (quotients.Notation, function.Frame);
        var (x, h) = (notation.SymbolOf(frame.Variable), notation.SymbolOf(frame.Step));
        var moved = Rebuild.In(Function, _graph, new Dictionary<Symbol, Expression> { [x] = x + (Expression)h });
        var (shifted, quotient) = (quotients.Shift(function), quotients.Of(function));

        var further = notation.Step(LimitRules.Shift, $"In place of {frame.Variable} stands {frame.Variable} + {frame.Step}, a step further.", function.Node, shifted);
        quotients.Proof.Claim(further, moved, notation.Bind(shifted));
        var slope = notation.Step(
            LimitRules.Quotient, $"Rise over run from {frame.Variable} to {frame.Variable} + {frame.Step}. The derivative is what this goes to as {frame.Step} goes to 0.", shifted, quotient);
        quotients.Proof.Claim(slope, (moved - Function) / h, notation.Bind(quotient));
        steps.Add(further);
        steps.Add(slope);
    }
}
