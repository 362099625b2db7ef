using Calculus.Binding;
using Calculus.Explanations;
using Calculus.Expressions;

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

    /// <summary>How each partial derivative comes about: the other variables are swapped for constants, and swapped back.</summary>
    /// <param name="variables">Some of <see cref="Variables"/>.</param>
    /// <param name="partials">What <see cref="Gradient"/> gave for them.</param>
    /// <exception cref="Budgets.LimitException">The explanation is longer than it may be.</exception>
    public IReadOnlyList<Step> GradientSteps(IReadOnlyList<string> variables, IReadOnlyList<Expression> partials)
    {
        var notation = NewNotation();
        var proof = new Proof(notation, _context.Data);
        var steps = new List<Step>();
        var line = WrittenOut.Of(Definition, notation, proof, steps);
        notation.Foresee(line, 2L * variables.Count);
        var partial = new PartialDerivatives(Definition, notation, proof);
        for (var i = 0; i < variables.Count; i++) steps.Add(partial.By(line, variables[i], partials[i], Print(partials[i])));
        proof.Settle();
        return steps;
    }

    /// <summary>How a gradient by vectors and matrices comes about, backwards through the formula; what belongs to one variable ends in its derivative.</summary>
    /// <param name="variables">Some of <see cref="Variables"/>.</param>
    /// <param name="derivatives">What <see cref="ArrayDerivatives(IReadOnlyList{string})"/> gave for them.</param>
    /// <exception cref="Budgets.LimitException">The explanation is longer than it may be.</exception>
    public IReadOnlyList<Step> ArraySteps(IReadOnlyList<string> variables, IReadOnlyList<Expression> derivatives)
    {
        var letters = Reachable.From(Function).OfType<Symbol>().Where(symbol =>
            symbol.Role is SymbolRole.Parameter || (symbol.Role == SymbolRole.Datum && !_binding.IsDatum(symbol.Name)));
        var slopes = new PartSlopes(Function, [.. _bound.Variables, .. letters], AllData, BudgetBesides());
        var walk = new Backpropagation(Function, Print, slopes, _budget);
        return [.. variables.SelectMany((variable, i) => walk.By(SymbolOf(variable), derivatives[i], Print(derivatives[i])))];
    }

    /// <summary>The derivative along a composition from the inside out, with the names that the definition gives, or letters.</summary>
    /// <param name="variable">One of <see cref="Variables"/>.</param>
    /// <exception cref="Budgets.LimitException">The explanation is longer than it may be.</exception>
    public ChainWalk ChainRule(string variable)
    {
        var notation = NewNotation();
        var proof = new Proof(notation, _context.Data);
        var steps = new List<Step>();
        var answer = Derivative(variable);
        var (line, writing) = WrittenOut.WithCalls(Definition, notation, proof, steps);
        var layers = Composition.Of(Definition, line, writing.Functions, notation, variable);
        var walk = new ChainRule(notation, proof, variable).Along(Name, layers, steps, answer, Print(answer));
        proof.Settle();
        return walk;
    }

    /// <summary>The derivative of a number along a composition of vectors and matrices; factors are the derivatives of the whole by the placeholders.</summary>
    /// <param name="variable">One of <see cref="Variables"/>.</param>
    /// <param name="derivative">What <see cref="ArrayDerivatives(IReadOnlyList{string})"/> gave for it.</param>
    /// <exception cref="Budgets.LimitException">The explanation is longer than it may be.</exception>
    public ChainWalk ArrayChainRule(string variable, Expression derivative)
    {
        var written = Binder.Bind(Definition, _binding, new Graph(_budget, Rewriting.None));
        var names = new Dictionary<Expression, string>();
        foreach (var (name, value) in written.Named) names.TryAdd(value, name);
        var symbol = written.Variables.First(each => string.Equals(each.Name, variable, StringComparison.Ordinal));
        return new ArrayChain(written.Function, symbol, names, Definition, _style).Along(_graph, ArraySteps([variable], [derivative]));
    }

    /// <summary>Whether the function's derivative by a variable is other than 0.</summary>
    public bool ChangesWith(string variable) => Differentiation.Derivative.Of(Function, SymbolOf(variable)) is not Number { Value.IsZero: true };

    /// <summary>Of the curve on which the function is 0: how one variable changes with another, and the steps that lead to it.</summary>
    /// <param name="variable">The independent variable.</param>
    /// <param name="of">The dependent one; the function must change with it.</param>
    /// <param name="order">How many times, at least 1.</param>
    /// <exception cref="ArgumentException">The function does not change with the dependent variable.</exception>
    /// <exception cref="Budgets.LimitException">The order or the work goes beyond a limit.</exception>
    public (Expression Derivative, IReadOnlyList<Step> Steps) ImplicitDerivative(string variable, string of, int order = 1)
    {
        CheckOrder(order);
        var (x, y) = (SymbolOf(variable), SymbolOf(of));
        if (!ChangesWith(of)) throw new ArgumentException($"The function does not change with '{of}'.", nameof(of));
        var exact = ImplicitDifferentiation.Derivatives(Function, x, y, order);
        Expression[] answers = [.. exact.Select(derivative => Answer(derivative, [x, y], Function, 1))];
        NoteConditions(answers[^1]);

        var notation = NewNotation();
        var proof = new Proof(notation, _context.Data);
        var steps = new List<Step>();
        var line = WrittenOut.Of(Definition, notation, proof, steps);
        steps.AddRange(new ImplicitDifferentiation(Definition, notation, proof, variable, of).Explain(line, answers));
        proof.Settle();
        EndInAnswer(steps, answers[^1]);
        return (answers[^1], steps);
    }

    // Long answers have names for their repeated parts, which lines have not.
    private void EndInAnswer(IReadOnlyList<Step> steps, Expression answer)
    {
        if (steps is [.., var last]) last.EndIn(Print(answer));
    }
}
