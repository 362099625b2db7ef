using System.Collections.Immutable;
using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Certification;
using Calculus.Derivatives;
using Calculus.Explanations.FirstPrinciples;
using Calculus.Expressions;
using Calculus.Printing;
using Calculus.Syntax;

namespace Calculus.Explanations;

/// <summary>How the derivatives of one function are found, in steps that are checked line by line; the last step ends in the answer.</summary>
/// <param name="bound">The function.</param>
/// <param name="book">Its derivatives.</param>
/// <param name="printer">How its formulas are written.</param>
/// <param name="budget">What may be spent.</param>
public sealed class Explainer(BoundDefinition bound, DerivativeBook book, FormulaPrinter printer, Budget budget)
{
    // Steps of this part of a check point: small enough to stay in a domain, large enough to keep the digits of a difference.
    private static readonly Rational s_checkedStep = Rational.Of(1, 8);

    // Letters that no difference quotient uses.
    private static readonly ImmutableArray<string> s_heldStill = ["b", "c", "a", "p", "q"];

    /// <summary>Whether only numbers occur: they are explained on the text, vectors and matrices on the graph.</summary>
    private bool IsOfNumbers => Reachable.AreNumbers([bound.Function, .. bound.Variables]);

    /// <summary>Whether there are steps for a derivative.</summary>
    public bool CanExplain(DerivedFormula derivative) => IsOfNumbers || (derivative.Order == 1 && bound.Function.Shape.IsScalar);

    /// <summary>How a derivative is found: for numbers rule by rule on the function as it is written, for arrays backwards through the formula.</summary>
    /// <param name="derivative">The derivative by one variable, of any order.</param>
    /// <exception cref="LimitException">The explanation is longer than it may be.</exception>
    public IReadOnlyList<Step> Derivative(DerivedFormula derivative)
    {
        ArgumentNullException.ThrowIfNull(derivative);
        using var stage = budget.In(Stage.Explain);
        if (!IsOfNumbers) return Backwards([derivative]);
        var (notation, proof, steps) = Begin();
        var line = WrittenOut.Of(bound.Definition, notation, proof, steps);
        var (variable, order) = (derivative.By!.Name, derivative.Order);
        var derivation = new Derivation(notation, proof, variable);
        for (var n = 1; n <= order; n++)
        {
            var answer = book.Of(derivative.By, n);
            var marker = notation.Marker(line, variable);
            var derived = derivation.Of(line, answer);
            EndInAnswer(derived.Steps, answer);
            if (order == 1)
            {
                steps.AddRange(derived.Steps);
            }
            else
            {
                var step = notation.Counted(new Step(DerivativeRules.NextOrder, n == 1 ? "The first derivative." : FormattableString.Invariant($"The derivative of order {n} is that of order {n - 1}, differentiated again."), notation.Print(marker), printer.Print(answer), derived.Steps));
                proof.Claim(step, marker, derived.Line);
                steps.Add(step);
            }

            line = derived.Line;
        }

        proof.Settle();
        return steps;
    }

    /// <summary>How each partial derivative is found: the other variables are replaced by constants, and put back; for arrays backwards through the formula.</summary>
    /// <param name="partials">First derivatives, each by one variable.</param>
    /// <exception cref="LimitException">The explanation is longer than it may be.</exception>
    public IReadOnlyList<Step> Gradient(IReadOnlyList<DerivedFormula> partials)
    {
        ArgumentNullException.ThrowIfNull(partials);
        using var stage = budget.In(Stage.Explain);
        if (!IsOfNumbers) return Backwards(partials);
        var (notation, proof, steps) = Begin();
        var line = WrittenOut.Of(bound.Definition, notation, proof, steps);
        notation.Foresee(line, 2L * partials.Count);
        var walk = new PartialDerivatives(bound.Definition, notation, proof);
        foreach (var partial in partials) steps.Add(walk.By(line, partial.By!.Name, partial, printer.Print(partial)));
        proof.Settle();
        return steps;
    }

    /// <summary>The derivative along a composition from the inside out, with the names that the definition gives, or letters.</summary>
    /// <param name="derivative">The first derivative by one variable.</param>
    /// <exception cref="LimitException">The explanation is longer than it may be.</exception>
    public ChainWalk Chain(DerivedFormula derivative)
    {
        ArgumentNullException.ThrowIfNull(derivative);
        using var stage = budget.In(Stage.Explain);
        var variable = derivative.By!.Name;
        if (!IsOfNumbers)
        {
            var written = Binder.Bind(bound.Definition, bound.Context, new Graph(budget, Rewriting.None));
            return new ArrayChain(written.Function, written.SymbolOf(variable), written.NamesOfValues(), bound.Definition, printer.Style).Along(bound.Function.Graph, Backwards([derivative]));
        }

        var (notation, proof, steps) = Begin();
        var (line, writing) = WrittenOut.WithCalls(bound.Definition, notation, proof, steps);
        var layers = Composition.Of(bound.Definition, line, writing, notation, variable);
        var walk = new ChainRule(notation, proof, variable).Along(bound.Name, layers, steps, derivative, printer.Print(derivative));
        proof.Settle();
        return walk;
    }

    /// <summary>On the curve where the function is 0, how one variable changes with another, and the steps that lead to it.</summary>
    /// <param name="x">The independent variable.</param>
    /// <param name="y">The dependent one; the function changes with it.</param>
    /// <param name="order">How many times, at least 1.</param>
    /// <exception cref="LimitException">The order or the work goes beyond a limit.</exception>
    public (DerivedFormula Derivative, IReadOnlyList<Step> Steps) Implicit(Symbol x, Symbol y, int order)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        book.CheckOrder(order);
        using var stage = budget.In(Stage.Explain);
        DerivedFormula[] answers = [.. ImplicitDifferentiation.Derivatives(bound.Function, x, y, order).Select(DerivativeBook.Simplified)];
        var (notation, proof, steps) = Begin();
        var line = WrittenOut.Of(bound.Definition, notation, proof, steps);
        steps.AddRange(new ImplicitDifferentiation(bound.Definition, notation, proof, x.Name, y.Name).Explain(line, [.. answers.Select(static answer => answer.Formula)]));
        proof.Settle();
        EndInAnswer(steps, answers[^1]);
        return (answers[^1], steps);
    }

    /// <summary>
    /// How the derivative is found as the limit of the difference quotient: the function, the function one step further, rise over run,
    /// its algebra line by line, and the step going to 0. Other variables are held still: replaced by letters first, and put back at the end.
    /// </summary>
    /// <param name="derivative">The first derivative by one variable.</param>
    /// <exception cref="UntaughtLimitException">No part of the function has a limit that is worked out here.</exception>
    /// <exception cref="LimitException">The explanation is longer than it may be.</exception>
    public IReadOnlyList<Step> Limit(DerivedFormula derivative)
    {
        ArgumentNullException.ThrowIfNull(derivative);
        using var stage = budget.In(Stage.Explain);
        var (notation, proof, steps) = Begin();
        var line = WrittenOut.Of(bound.Definition, notation, proof, steps);
        var frames = new Frames(notation, bound.Definition, derivative.By!.Name);
        foreach (var frame in frames.All)
            proof.Stands(notation.SymbolOf(frame.Step), s_checkedStep * (Expression)bound.Function.Graph.Symbol(frame.Step + "_checked", SymbolRole.Argument));
        var quotients = new Quotients(notation, proof, frames, printer.Style.Decimals);
        var (frozen, letters) = Freezing.Of(line, derivative.By.Name, notation, new Letters(bound.Definition, s_heldStill));
        // Letters of the definition are constants already.
        var isHeld = letters.Any(letter => notation.Variables.Any(each => notation.Dependence.On(each.Name, letter.Meaning)));
        steps.AddRange(!isHeld
            ? ByQuotient(line, derivative).Steps
            : new PartialDerivatives(bound.Definition, notation, proof).Hold(line, frozen, letters, derivative.By.Name, derivative, each => ByQuotient(each, null)));
        EndInAnswer(steps, derivative);
        proof.Settle();
        return steps;

        Derived ByQuotient(SyntaxNode each, Expression? answer)
        {
            var function = new Part(each, frames.First);
            var solved = new LimitDerivation(quotients).Of(function, answer);
            return new Derived(solved.Limit, [.. QuotientSteps(function, quotients), .. solved.Steps]);
        }
    }

    private (Notation Notation, Proof Proof, List<Step> Steps) Begin()
    {
        var notation = new Notation(bound, printer.Style, budget);
        return (notation, new Proof(notation, bound.Context.Data, symbols => new Inputs(symbols, bound.Data, bound.Context.Decimals)), []);
    }

    private IReadOnlyList<Step> Backwards(IReadOnlyList<DerivedFormula> derivatives)
    {
        var letters = Reachable.From(bound.Function).OfType<Symbol>().Where(symbol =>
            symbol.Role is SymbolRole.Parameter || (symbol.Role == SymbolRole.Datum && !bound.Context.IsDatum(symbol.Name)));
        var binder = new LineBinder(bound.Function.Graph, name => bound.SymbolOf(name) is { Role: not SymbolRole.Parameter } || !bound.Context.IsLength(name) ? bound.SymbolOf(name) : bound.Function.Graph.Symbol(name, SymbolRole.Dimension), bound.Functions);
        var walk = new Backpropagation(bound.Function, bound.Name ?? new Letters(bound.Definition, "f", "F", "y").Next(), printer.Print, book.Read, text => ReadBack(text, binder), new PartSlopes(bound.Function, [.. bound.Variables, .. letters], bound.Data, budget.Besides()), budget);
        return [.. derivatives.SelectMany(derivative => walk.By(derivative.By!, derivative, printer.Print(derivative)))];
    }

    // An index has its meaning from the whole definition. Some notation is for people alone: such a line is checked as it was meant.
    private Expression? ReadBack(string text, LineBinder binder)
    {
        try
        {
            var read = DefinitionParser.Parse(text, new Vocabulary(Binder.FunctionNames, bound.Context.Names.Concat(bound.Variables.Select(static symbol => symbol.Name)).ToHashSet(StringComparer.Ordinal)), budget).Statements[^1];
            return read.Nodes.Any(static node => node.Kind is SyntaxKind.IndexRange) ? new FormulaReader(bound).Read(text).Formula : binder.Bind(read.Body);
        }
        catch (FormulaException)
        {
            return null;
        }
    }

    // The first two lines, built again from the function's own nodes.
    private Step[] QuotientSteps(Part function, Quotients quotients)
    {
        var (notation, frame, graph) = (quotients.Notation, function.Frame, bound.Function.Graph);
        var (x, h) = (notation.SymbolOf(frame.Variable), notation.SymbolOf(frame.Step));
        var moved = Rebuild.In(bound.Function, graph, new Dictionary<Symbol, Expression> { [x] = x + (Expression)h });
        var (shifted, quotient) = (quotients.Shift(function), quotients.Of(function));

        var further = notation.Step(LimitRules.Shift, $"{frame.Variable} is replaced by {frame.Variable} + {frame.Step}, one step further.", function.Node, shifted);
        quotients.Proof.Claim(further, moved, notation.Read(shifted));
        var slope = notation.Step(
            LimitRules.Quotient, $"Rise over run from {frame.Variable} to {frame.Variable} + {frame.Step}. The derivative is the limit of this as {frame.Step} goes to 0.", shifted, quotient);
        quotients.Proof.Claim(slope, (moved - bound.Function) / h, notation.Read(quotient));
        return [further, slope];
    }

    // Long answers name their repeated parts, which lines do not.
    private void EndInAnswer(IReadOnlyList<Step> steps, Expression answer)
    {
        if (steps is [.., var last]) last.EndIn(printer.Print(answer));
    }
}
