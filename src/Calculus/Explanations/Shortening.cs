using Calculus.Explanations.FirstPrinciples;
using Calculus.Expressions;
using Calculus.Simplification;
using Calculus.Syntax;

namespace Calculus.Explanations;

/// <summary>
/// The lines from a formula as the rules leave it to the form that people write. A quotient takes several: ones and zeros left out, like
/// terms collected, fractions brought to one denominator, common factors cancelled; each is one rewrite of the simplification.
/// </summary>
internal sealed class Shortening(Notation notation, Proof proof)
{
    // Nobody follows more lines than this, and longer formulas are not worked on by hand.
    private const int MostLines = 8, MostOperations = 60;

    private const string Hole = "part_", NumeratorCollected = "The numerator is multiplied out and collected.";

    private readonly OperationCount _count = new();

    private SyntaxFactory Factory => notation.Factory;

    /// <summary>The steps between two lines that mean the same; none where they are the same.</summary>
    /// <param name="line">The first line.</param>
    /// <param name="result">The last.</param>
    /// <param name="except">Where they differ all the same, in words.</param>
    /// <param name="remark">What is to be known of the result, in words.</param>
    public IReadOnlyList<Step> Steps(SyntaxNode line, SyntaxNode result, string? except = null, string? remark = null)
    {
        if (line == result) return [];
        if (remark is not null && result.Nodes().Any(static node => node is { Kind: SyntaxKind.Call, Text: "step" })) return [proof.Step(DerivativeRules.Simplify, $"{Sentence(line, result)[..^1]}: {remark}.", line, result)];
        if (except is not null || !HasQuotient(line))
            return [proof.Step(DerivativeRules.Simplify, except is null ? Sentence(line, result) : $"{Sentence(line, result)[..^1]}, {except}.", line, result)];
        var steps = new List<Step>();
        var last = line;
        foreach (var (rule, sentence, next) in Lines(line))
        {
            if (last == result || next == last || (steps.Count == MostLines && next != result)) continue;
            steps.Add(proof.Step(rule, sentence, last, next));
            last = next;
        }

        if (last == result) return steps;
        var (ending, words) = Ending(last, result);
        steps.Add(proof.Step(ending, words, last, result));
        return steps;
    }

    private (Rule Rule, string Sentence) Ending(SyntaxNode last, SyntaxNode result)
    {
        if (last.Kind != SyntaxKind.Divide) return (DerivativeRules.Simplify, Sentence(last, result));
        if (IsSum(last.Children[0]) && IsSum(result)) return Plain(ShorteningRules.Split);
        return result.Kind == SyntaxKind.Divide && result.Children[1] == last.Children[1]
            ? (ShorteningRules.Collect, NumeratorCollected)
            : (DerivativeRules.Simplify, Sentence(last, result));
    }

    /// <summary>What is said where one line leads to the result.</summary>
    public string Sentence(SyntaxNode line, SyntaxNode result)
    {
        var (before, after) = (notation.Print(line).Text, notation.Print(result).Text);
        return after.Length < before.Length ? DerivativeRules.Simplify.Sentence
            : IsReordered(before, after) ? "The same formula, in the usual order."
            : "The same formula, as it is usually written.";
    }

    private static bool IsSum(SyntaxNode node) => node.Kind is SyntaxKind.Add or SyntaxKind.Subtract;

    private List<(Rule Rule, string Sentence, SyntaxNode Line)> Lines(SyntaxNode line)
    {
        var lines = new List<(Rule Rule, string Sentence, SyntaxNode Line)>();
        var tidy = Tidied(line);
        lines.Add((ShorteningRules.LeaveOut, ShorteningRules.LeaveOut.Sentence, tidy));
        var root = notation.Bind(line);
        if (_count.Size(root).Operations > MostOperations) return lines;
        var written = notation.Write(root);
        if (!IsReordered(tidy, written))
        {
            var (rule, sentence) = Collecting(tidy, written);
            lines.Add((rule, sentence, written));
        }

        Simplify.Of(root, (part, other, identity) =>
        {
            var isOfSome = identity?.Name is "a/u + b/v = (a·v + b·u)/(u·v)" && other is Sum;
            if (!isOfSome && identity?.Name.Contains("/u", StringComparison.Ordinal) == true && OverOneDenominator(root, part) is { } combined)
                lines.Add((LimitRules.CommonDenominator, "The fractions are brought to one denominator.", combined));
            root = Replaced(root, part, other);
            var next = notation.Write(root);
            var (rule, sentence) = identity?.Name is "u^a · u^b = u^(a+b)" && HasQuotient(lines[^1].Line) ? Plain(ShorteningRules.CancelFactor) : RuleOf(identity, HasFractionInside(next));
            if (isOfSome) (rule, sentence) = (LimitRules.CommonDenominator, "Fractions over the same base are brought together.");
            lines.Add((rule, sentence, next));
        });
        return lines;
    }

    // What happens where a line is written in canonical form: fractions are joined, factors cancel, brackets go.
    private (Rule Rule, string Sentence) Collecting(SyntaxNode line, SyntaxNode written)
    {
        var (before, after) = (Positive(line), Positive(written));
        if (HasNegativePowerOfE(line) && !HasNegativePowerOfE(written))
            return (ShorteningRules.Collect, "Numerator and denominator are multiplied by the same power of e, and the signs are collected.");
        if (after.Kind == SyntaxKind.Divide && (before.Kind == SyntaxKind.Multiply || (before.Kind == SyntaxKind.Divide && HasFractionInside(before) && !HasFractionInside(after))))
            return (ShorteningRules.Collect, "The factors are written as one fraction.");
        if (before.Kind == SyntaxKind.Divide && !line.Nodes().Any(static node => IsSum(node))) return Plain(ShorteningRules.CancelFactor);
        return notation.Print(written).Text.Count(static sign => sign == '(') < notation.Print(line).Text.Count(static sign => sign == '(')
            ? Plain(ShorteningRules.Collect)
            : (ShorteningRules.Collect, "Like terms and factors are collected.");
    }

    private static SyntaxNode Positive(SyntaxNode node) => node.Kind == SyntaxKind.Negate ? node.Children[0] : node;

    private static bool HasNegativePowerOfE(SyntaxNode line) =>
        line.Nodes().Any(static node => node is { Kind: SyntaxKind.Call, Text: "exp", Children: [{ Kind: SyntaxKind.Negate }] });

    private static bool HasFractionInside(SyntaxNode line) =>
        line.Nodes().Any(static node => node.Kind == SyntaxKind.Divide && node.Children.Any(static child => child.Nodes().Any(static inner => inner.Kind == SyntaxKind.Divide)));

    private static (Rule Rule, string Sentence) RuleOf(Identity? identity, bool hasFractionInside) => identity switch
    {
        null => Plain(ShorteningRules.Collect),
        { Name: "(u^a)^b = u^(ab)" } => (ShorteningRules.JoinPowers, "A power of a power: the exponents are multiplied."),
        { Name: "-(a - b) = b - a" } => (ShorteningRules.Collect, "The sign in front turns the difference around."),
        { Group: "powers" } or { Group: "exponentials" } => Plain(ShorteningRules.JoinPowers),
        { Group: "trigonometry" } or { Group: "signs" } => (ShorteningRules.KnownIdentity, $"By {identity.Name}."),
        { Name: "(g·a)/(g·b) = a/b" } => Plain(ShorteningRules.CancelFactor),
        { Name: "a·u + b·u = (a+b)·u" } => Plain(ShorteningRules.TakeOut),
        { Name: "(a/u + b/v)·c = (a·v + b·u)·c/(u·v)" } => (LimitRules.CommonDenominator, hasFractionInside
            ? "Fractions inside are brought to one denominator."
            : "The fractions inside are brought to one denominator, which leaves a plain fraction."),
        { Name: "(k·a)/(k·b) = a/b" } => Plain(ShorteningRules.CancelFactor),
        { Name: "(a+b)·c = a·c + b·c" } => (LimitRules.Expand, "Products are multiplied out, and like terms are collected."),
        _ => (ShorteningRules.Collect, NumeratorCollected),
    };

    private static (Rule Rule, string Sentence) Plain(Rule rule) => (rule, rule.Sentence);

    // The sum as it stands over one denominator, before anything in the numerator is collected.
    private SyntaxNode? OverOneDenominator(Expression root, Expression part)
    {
        if (FractionIdentities.OverOneDenominator(part) is not { Numerators.Count: > 1 } fractions) return null;
        var hole = notation.Graph.Symbol(Hole, SymbolRole.Argument);
        var numerator = fractions.Numerators.Select(each => notation.Write(each)).OrderBy(static each => each.Kind == SyntaxKind.Negate).Aggregate(Factory.Add);
        var divisor = notation.Write(notation.Graph.Product(Rational.One, [.. fractions.Divisors.Select(each => each.Build(notation.Graph))]));
        var outside = root == part ? Factory.Name(Hole) : notation.Write(Replaced(root, part, hole));
        // A fraction over a divisor is one fraction.
        if (outside is { Kind: SyntaxKind.Divide, Children: [{ Kind: SyntaxKind.Name, Text: Hole }, var below] }) return Factory.Divide(numerator, Factory.Multiply(divisor, below));
        return Substitution.In(outside, new Dictionary<string, SyntaxNode>(StringComparer.Ordinal) { [Hole] = Factory.Divide(numerator, divisor) }, notation);
    }

    private static Expression Replaced(Expression root, Expression part, Expression other)
    {
        var made = new Dictionary<Expression, Expression>();
        foreach (var node in Reachable.From(root)) made[node] = node == part ? other : Rebuild.WithChildren(node, root.Graph, child => made[child]);
        return made[root];
    }

    private bool HasQuotient(SyntaxNode line)
    {
        var open = new Stack<SyntaxNode>([line]);
        while (open.TryPop(out var node))
        {
            notation.Budget.Visit();
            if (node.Kind == SyntaxKind.Divide && notation.Dependence.OnAnyName(node.Children[1])) return true;
            foreach (var child in node.Children) open.Push(child);
        }

        return false;
    }

    private bool IsReordered(SyntaxNode line, SyntaxNode other) => line != other && IsReordered(notation.Print(line).Text, notation.Print(other).Text);

    // A term that moves to the front takes its sign along.
    private static bool IsReordered(string line, string other)
    {
        return Bare(line).SequenceEqual(Bare(other));

        static IEnumerable<char> Bare(string text)
        {
            var (depth, bare) = (0, new List<char>(text.Length));
            foreach (var sign in text)
            {
                depth += sign switch { '(' => 1, ')' => -1, _ => 0 };
                if (sign is not ' ' && (depth > 0 || sign is not ('+' or '-'))) bare.Add(sign);
            }

            return bare.Order();
        }
    }

    // 1·u, u·1, u/1, u + 0, 0 + u, 0·u and u^1 written as u or 0.
    private SyntaxNode Tidied(SyntaxNode root)
    {
        var (zero, one) = (Factory.Number(0), Factory.Number(1));
        var made = new Dictionary<SyntaxNode, SyntaxNode>();
        foreach (var node in root.Nodes())
        {
            SyntaxNode[] children = [.. node.Children.Select(child => made[child])];
            made[node] = (node.Kind, children) switch
            {
                (SyntaxKind.Multiply, [var a, var b]) when a == one => b,
                (SyntaxKind.Multiply, [var a, var b]) when b == one => a,
                (SyntaxKind.Multiply, [var a, var b]) when a == zero || b == zero => zero,
                (SyntaxKind.Divide, [var a, var b]) when b == one => a,
                (SyntaxKind.Add, [var a, var b]) when a == zero => b,
                (SyntaxKind.Add or SyntaxKind.Subtract, [var a, var b]) when b == zero => a,
                (SyntaxKind.Subtract, [var a, var b]) when a == zero => Factory.Negate(b),
                (SyntaxKind.Power, [var a, var b]) when b == one => a,
                (SyntaxKind.Negate, [var a]) when a == zero => zero,
                _ => Factory.Like(node, children),
            };
        }

        return made[root];
    }
}
