using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Certification;
using Calculus.Expressions;
using Calculus.Printing;
using Calculus.Programs;
using Calculus.Syntax;

namespace Calculus.Explanations;

/// <summary>Lines in which numbers stand for the variables, and the steps between them.</summary>
internal sealed class NumberLines
{
    private readonly List<Step> _steps = [];
    private readonly IReadOnlyDictionary<string, ArrayValue> _data;
    private readonly bool _decimals;

    /// <summary>Lines of one function.</summary>
    /// <param name="bound">The function.</param>
    /// <param name="style">How its formulas and numbers are written.</param>
    /// <param name="budget">What may be spent.</param>
    public NumberLines(BoundDefinition bound, PrintStyle style, Budget budget)
    {
        Notation = new Notation(bound, style, budget);
        Proof = new Proof(Notation, bound.Context.Data, symbols => new Inputs(symbols, bound.Data, bound.Context.Decimals));
        (_data, _decimals) = (bound.Data, style.Decimals);
        Function = WrittenOut.Of(bound.Definition, Notation, Proof, _steps);
    }

    /// <summary>Turns formulas into lines.</summary>
    public Notation Notation { get; }

    /// <summary>Checks what the steps claim.</summary>
    public Proof Proof { get; }

    /// <summary>The function as one line.</summary>
    public SyntaxNode Function { get; }

    /// <summary>A number as a line, no longer than people write it.</summary>
    public SyntaxNode Number(Rational value) => Notation.Write(Notation.Graph.Number(value.Readable(_decimals) ?? value));

    /// <summary>A line with numbers in place of the variables.</summary>
    public SyntaxNode At(SyntaxNode line, IEnumerable<(string Name, Rational Value)> point) =>
        Substitution.In(line, point.ToDictionary(static each => each.Name, each => Number(each.Value), StringComparer.Ordinal), Notation);

    /// <summary>a − b</summary>
    public SyntaxNode Difference(SyntaxNode a, Rational b) => b.Sign < 0 ? Notation.Factory.Add(a, Number(-b)) : Notation.Factory.Subtract(a, Number(b));

    /// <summary>The sum of products of lines by numbers.</summary>
    public SyntaxNode Dot(IEnumerable<SyntaxNode> lines, IEnumerable<Rational> numbers)
    {
        var products = lines.Zip(numbers, (line, number) => Notation.Factory.Multiply(line, Number(number)));
        return products.Aggregate(Notation.Factory.Add);
    }

    /// <summary>Whether a line of numbers and data has a value, and that is the number; rounding aside.</summary>
    public bool Is(SyntaxNode line, double number)
    {
        const double rounding = 1e-8;
        var value = Evaluator.Of([Notation.Bind(line)], [], _data, Notation.Budget).At([])[0];
        return Math.Abs(value - number) <= rounding * Math.Max(1, Math.Abs(number));
    }

    /// <summary>A step; none where both lines are one.</summary>
    public void Add(Rule rule, string explanation, SyntaxNode before, SyntaxNode after)
    {
        if (before != after) _steps.Add(Proof.Step(rule, explanation, before, after));
    }

    /// <summary>All steps, each checked.</summary>
    public IReadOnlyList<Step> All()
    {
        Proof.Settle();
        return _steps;
    }

    /// <summary>All steps, each checked; the last ends in a formula of the answer.</summary>
    public IReadOnlyList<Step> EndIn(Printed answer)
    {
        Proof.Settle();
        _steps[^1].EndIn(answer);
        return _steps;
    }
}
