using Calculus.Differentiation;
using Calculus.Expressions;
using Calculus.Simplification;
using Calculus.Syntax;

namespace Calculus.Explanations.FirstPrinciples;

/// <summary>Difference quotients as lines, and their known limits.</summary>
/// <param name="notation">Makes, reads and prints the lines.</param>
/// <param name="proof">Checks what steps claim.</param>
/// <param name="frames">The letters.</param>
/// <param name="decimals">Whether coefficients with short decimals are written as decimals.</param>
internal sealed class Quotients(Notation notation, Proof proof, Frames frames, bool decimals)
{
    private readonly Dictionary<Part, SyntaxNode> _shifted = [];
    private readonly Dictionary<Part, Expression> _slopes = [];

    public Notation Notation => notation;

    public Proof Proof => proof;

    public Frames Frames => frames;

    public bool Decimals => decimals;

    public SyntaxFactory Factory => notation.Factory;

    /// <summary>The function one step further: f(x + h).</summary>
    public SyntaxNode Shift(Part part)
    {
        if (!_shifted.TryGetValue(part, out var line))
        {
            var moved = new Dictionary<string, SyntaxNode>(StringComparer.Ordinal) { [part.Frame.Variable] = part.Frame.Shifted };
            _shifted[part] = line = Substitution.In(part.Node, moved, notation);
        }

        return line;
    }

    /// <summary>The difference quotient (f(x + h) − f(x))/h.</summary>
    public SyntaxNode Of(Part part) => Factory.Divide(Factory.Subtract(Shift(part), part.Node), part.Frame.By);

    /// <summary>The derivative found by the rules of differentiation; a limit that was worked out is compared with it.</summary>
    public Expression Slope(Part part)
    {
        if (!_slopes.TryGetValue(part, out var slope))
            _slopes[part] = slope = Derivative.Of(notation.Bind(part.Node), notation.SymbolOf(part.Frame.Variable));
        return slope;
    }

    /// <summary>The derivative as a line, in the form that people write.</summary>
    public SyntaxNode Written(Part part, Expression? answer = null) =>
        part.Frame == frames.First ? notation.Write(answer ?? Simplify.Of(Slope(part))) : notation.Write(Simplify.Of(Slope(part)), part.Frame.Variable);

    /// <summary>Whether a line changes with a frame's variable or its step.</summary>
    public bool Changes(SyntaxNode node, Frame frame) => notation.Dependence.On(frame.Variable, node) || notation.Dependence.On(frame.Step, node);

    /// <summary>Whether a part has the same value for every value of its variable, however it is written.</summary>
    public bool IsConstant(Part part) =>
        !notation.Dependence.On(part.Frame.Variable, part.Node)
        || !Reachable.From(notation.Bind(part.Node)).Contains(notation.SymbolOf(part.Frame.Variable));

    /// <summary>The step that cites a standard limit, in a frame's letters.</summary>
    public Step Named(NamedLimit limit, Frame frame)
    {
        var (line, value) = (limit.Quotient(Factory, frame.By), Factory.Number(limit.Value));
        var step = notation.Step(limit.Rule, limit.Rule.Sentence, line, value);
        proof.Claim(step, Extrapolated(notation.Bind(line), notation.SymbolOf(frame.Step)), notation.Read(value));
        return step;
    }

    /// <summary>A line as it is named in a sentence.</summary>
    public string Quote(SyntaxNode node) => notation.Quote(node);

    // The cubic through the values at t, t/2, t/4 and t/8, read at 0 (Neville's scheme), with t a small part of the step.
    private Expression Extrapolated(Expression quotient, Symbol step)
    {
        const int smallness = 128;
        ReadOnlySpan<int> weights = [-1, 14, -56, 64];
        var terms = new Term[weights.Length];
        for (var i = 0; i < terms.Length; i++)
        {
            var scaled = Rational.Of(1, smallness << i) * (Expression)step;
            terms[i] = new Term(Rational.Of(weights[i], 21), Rebuild.In(quotient, notation.Graph, new Dictionary<Symbol, Expression> { [step] = scaled }));
        }

        return notation.Graph.Sum(Rational.Zero, terms);
    }
}
