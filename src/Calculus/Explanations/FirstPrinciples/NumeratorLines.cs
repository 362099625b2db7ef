using Calculus.Binding;
using Calculus.Syntax;

namespace Calculus.Explanations.FirstPrinciples;

/// <summary>The lines from a difference of polynomials over the step to the limit: multiplied out, cancelled, divided by the step, at step 0.</summary>
internal sealed class NumeratorLines(Quotients quotients)
{
    private readonly Dictionary<Frame, PolynomialReader> _readers = [];

    /// <summary>Reads the lines of a frame.</summary>
    public PolynomialReader ReaderOf(Frame frame)
    {
        if (!_readers.TryGetValue(frame, out var reader)) _readers[frame] = reader = new PolynomialReader(quotients, frame);
        return reader;
    }

    /// <summary>A plan for a polynomial; null for what is not one, or is too long when multiplied out.</summary>
    public LimitPlan? PlanFor(Part part)
    {
        var shifted = quotients.Shift(part);
        var reader = ReaderOf(part.Frame);
        return reader.Read(shifted) is { } ahead && reader.Read(part.Node) is { } here
            ? new LimitPlan(LimitRules.Expand, [], (chain, _) => Conclude(chain, [.. TermsOf(shifted, reader, false), .. TermsOf(part.Node, reader, true)], ahead - here, [], null))
            : null;
    }

    /// <summary>Whether a part is a straight line, whose change is never 0 for a step other than 0.</summary>
    public bool IsStraight(Part part)
    {
        var reader = ReaderOf(part.Frame);
        return reader.Read(quotients.Shift(part)) is { } ahead && reader.Read(part.Node) is { } here && (ahead - here).Terms is [{ Powers.Degree: 1 }];
    }

    /// <summary>Writes the lines that follow a difference of two polynomials.</summary>
    /// <param name="chain">The lines so far, the last one this difference over the step and the divisors.</param>
    /// <param name="ahead">The first polynomial, as a line.</param>
    /// <param name="here">What is subtracted.</param>
    /// <param name="divisors">The other factors of the denominator beside the step.</param>
    /// <param name="divisorAtZero">Their value where the step is 0.</param>
    public void Conclude(QuotientChain chain, SyntaxNode ahead, SyntaxNode here, IReadOnlyList<SyntaxNode> divisors, SyntaxNode divisorAtZero)
    {
        var reader = ReaderOf(chain.Frame);
        if (reader.Read(ahead) is not { } first || reader.Read(here) is not { } second) throw new InvalidOperationException("Only polynomials are multiplied out.");
        Conclude(chain, [.. first.Terms, .. (-second).Terms], first - second, divisors, divisorAtZero);
    }

    private void Conclude(
        QuotientChain chain, IReadOnlyList<PolynomialTerm> terms, QuotientPolynomial difference, IReadOnlyList<SyntaxNode> divisors, SyntaxNode? divisorAtZero)
    {
        var (factory, reader, h) = (quotients.Factory, ReaderOf(chain.Frame), chain.Frame.Step);
        chain.Rewrite(LimitRules.Expand, IsMultiplied(chain.Line) ? LimitRules.Expand.Sentence : "The brackets are removed.", Over(reader.Write(terms), [chain.Frame.By, .. divisors]));
        if (difference.IsZero)
        {
            chain.Rewrite(LimitRules.Cancel, "Everything cancels.", factory.Number(0));
            chain.Limit(LimitRules.Vanish, $"0 stays 0 as {h} goes to 0.", factory.Number(0));
            return;
        }

        chain.Rewrite(LimitRules.Cancel, $"What is added and subtracted cancels; the rest has {h} as a factor.", Over(reader.Write(difference), [chain.Frame.By, .. divisors]));
        var divided = difference.OverStep();
        chain.Rewrite(LimitRules.Divide, $"{h} is not 0 yet, so it can be divided out.", Over(reader.Write(divided), divisors));
        var limit = divided.AtStepZero();
        var line = reader.Write(limit);
        chain.Limit(
            LimitRules.Vanish,
            line == chain.Line ? $"There is no {h} left: the slope is the same for every step." : $"Nothing is divided by {h} any more: at {h} = 0 this is the slope at one point.",
            limit.IsZero || divisorAtZero is null ? line : factory.Divide(line, divisorAtZero));
    }

    // Whether the numerator has a product or a power of a sum.
    private bool IsMultiplied(SyntaxNode line)
    {
        var open = new Stack<SyntaxNode>([line.Kind == SyntaxKind.Divide ? line.Children[0] : line]);
        while (open.TryPop(out var node))
        {
            quotients.Notation.Budget.Visit();
            if (node.Kind is SyntaxKind.Multiply or SyntaxKind.Power && node.Children.Any(static child => child.Kind is SyntaxKind.Add or SyntaxKind.Subtract)) return true;
            foreach (var child in node.Children) open.Push(child);
        }

        return false;
    }

    // Term by term in the order written, so that the line can be compared with the one before.
    private static IEnumerable<PolynomialTerm> TermsOf(SyntaxNode sum, PolynomialReader reader, bool isSubtracted)
    {
        foreach (var (term, minus) in Chains.Sum(sum))
        {
            if (reader.Read(term) is not { } polynomial) throw new InvalidOperationException("A term of a polynomial is a polynomial.");
            foreach (var one in (minus ^ isSubtracted ? -polynomial : polynomial).Terms) yield return one;
        }
    }

    private SyntaxNode Over(SyntaxNode numerator, IReadOnlyList<SyntaxNode> divisors) =>
        divisors.Count == 0 ? numerator : quotients.Factory.Divide(numerator, divisors.Skip(1).Aggregate(divisors[0], quotients.Factory.Multiply));
}
