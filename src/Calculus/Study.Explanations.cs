using Calculus.Explanations;
using Calculus.Expressions;
using Calculus.Syntax;

namespace Calculus;

public sealed partial class Study
{
    private Notation NewNotation() => new(_bound, _style, _budget);

    /// <summary>How the derivative comes about, rule by rule, on the function as it is written; the last step ends in the answer.</summary>
    /// <param name="variable">One of <see cref="Variables"/>.</param>
    /// <param name="order">How many times, at least 1.</param>
    /// <exception cref="Budgets.LimitException">The explanation is longer than it may be.</exception>
    public IReadOnlyList<Step> DerivativeSteps(string variable, int order = 1)
    {
        var notation = NewNotation();
        var proof = new Proof(notation, _context.Data);
        var steps = new List<Step>();
        var line = WrittenOut.Of(Definition, notation, proof, steps);
        var derivation = new Derivation(notation, proof, variable);
        for (var n = 1; n <= order; n++)
        {
            var answer = Derivative(variable, n);
            var marker = notation.Marker(line, variable);
            var derived = derivation.Of(line, answer);
            EndInAnswer(derived.Steps, answer);
            if (order == 1)
            {
                steps.AddRange(derived.Steps);
            }
            else
            {
                var step = notation.Counted(new Step(DerivativeRules.NextOrder, FormattableString.Invariant($"The derivative of order {n}."), notation.Print(marker), Print(answer), derived.Steps));
                proof.Claim(step, marker, derived.Line);
                steps.Add(step);
            }

            line = derived.Line;
        }

        proof.Settle();
        return steps;
    }

    // Long answers have names for their repeated parts, which lines have not.
    private void EndInAnswer(IReadOnlyList<Step> steps, Expression answer)
    {
        if (steps is [.., var last]) last.EndIn(Print(answer));
    }
}
