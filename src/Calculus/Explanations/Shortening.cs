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

    private const string Hole = "part_";

    private readonly OperationCount _count = new();

    private SyntaxFactory Factory => notation.Factory;

    /// <summary>The steps between two lines that mean the same; none where they are the same.</summary>
    /// <param name="line">The first line.</param>
    /// <param name="result">The last.</param>
    /// <param name="except">Where they differ all the same, in words.</param>
    public IReadOnlyList<Step> Steps(SyntaxNode line, SyntaxNode result, string? except = null)
    {
        if (line == result) return [];
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
        var isSplit = last.Kind == SyntaxKind.Divide && IsSum(last.Children[0]) && IsSum(result);
        steps.Add(isSplit ? proof.Step(ShorteningRules.Split, ShorteningRules.Split.Sentence, last, result) : proof.Step(DerivativeRules.Simplify, Sentence(last, result), last, result));
        return steps;
    }

    /// <summary>What is said where one line leads to the result.</summary>
    public string Sentence(SyntaxNode line, SyntaxNode result)
    {
        var (before, after) = (notation.Print(line).Text, notation.Print(result).Text);
        return after.Length < before.Length ? DerivativeRules.Simplify.Sentence
            : before.Order().SequenceEqual(after.Order()) ? "The same formula, in the usual order."
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
        if (!IsReordered(tidy, written)) lines.Add((ShorteningRules.Collect, ShorteningRules.Collect.Sentence, written));
        Simplify.Of(root, (part, other, identity) =>
        {
            if (identity?.Name.Contains("/u", StringComparison.Ordinal) == true && OverOneDenominator(root, part) is { } combined)
                lines.Add((LimitRules.CommonDenominator, "The fractions are brought to one denominator.", combined));
            root = Replaced(root, part, other);
            var next = notation.Write(root);
            var (rule, sentence) = identity?.Name is "u^a · u^b = u^(a+b)" && HasQuotient(lines[^1].Line) ? Plain(ShorteningRules.CancelFactor) : RuleOf(identity);
            lines.Add((rule, sentence, next));
        });
        return lines;
    }

    private static (Rule Rule, string Sentence) RuleOf(Identity? identity) => identity switch
    {
        null => Plain(ShorteningRules.Collect),
        { Group: "powers" } or { Group: "exponentials" } => Plain(ShorteningRules.JoinPowers),
        { Group: "trigonometry" } or { Group: "signs" } => (ShorteningRules.KnownIdentity, $"By {identity.Name}."),
        { Name: "(g·a)/(g·b) = a/b" } => Plain(ShorteningRules.CancelFactor),
        { Name: "a·u + b·u = (a+b)·u" } => Plain(ShorteningRules.TakeOut),
        { Name: "(a+b)·c = a·c + b·c" } => (LimitRules.Expand, "Products are multiplied out, and like terms are collected."),
        _ => (ShorteningRules.Collect, "The numerator is multiplied out and collected."),
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

    private bool IsReordered(SyntaxNode line, SyntaxNode other) => line != other && notation.Print(line).Text.Order().SequenceEqual(notation.Print(other).Text.Order());

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
