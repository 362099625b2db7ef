using System.Text;
using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Functions;
using Calculus.Syntax;

namespace Calculus.Printing;

/// <summary>
/// Writes a syntax tree as LaTeX for mathematics mode, of the commands that KaTeX knows, in the order written; a derivative
/// still to be taken is written as d/dx before square brackets.
/// </summary>
/// <param name="isPartial">Whether derivatives are partial ones, by one of several variables.</param>
/// <param name="declaresE">Whether the letter e stands for something other than Euler's number.</param>
/// <param name="budget">What may be spent; the printed length is one of its limits.</param>
internal sealed partial class WrittenLatex(bool isPartial, bool declaresE, Budget budget)
{
    private const string Open = @"\left(", Close = @"\right)";

    // Longer exponents are written as exp(…).
    private const int LongestExponent = 12;

    private readonly Dictionary<SyntaxNode, int> _sizes = [];
    private readonly Dictionary<SyntaxNode, bool> _leadsWithSign = [];
    private readonly List<Piece> _pieces = [];
    private readonly Dictionary<string, string> _spelled = new(StringComparer.Ordinal);

    private readonly record struct Piece(string? Text, SyntaxNode? Node, Level Least);

    /// <summary>The tree as one line.</summary>
    /// <exception cref="LimitException">The line is longer than a printed text may be.</exception>
    public string Print(SyntaxNode root)
    {
        ArgumentNullException.ThrowIfNull(root);
        var most = budget.Limits.PrintedLength;
        var text = new StringBuilder();
        var rest = new Stack<Piece>();
        rest.Push(new Piece(null, root, Level.Any));
        while (rest.TryPop(out var piece))
        {
            budget.Visit();
            if (piece.Node is { } node)
            {
                _pieces.Clear();
                Expand(node, piece.Least);
                for (var i = _pieces.Count - 1; i >= 0; i--) rest.Push(_pieces[i]);
                continue;
            }

            text.Append(piece.Text);
            if (text.Length > most) throw new LimitException("printedLength", most, $"Written out this has more than {most} characters.");
        }

        return text.ToString();
    }

    /// <summary>A name in LaTeX.</summary>
    public string Name(string name) => _spelled.TryGetValue(name, out var latex) ? latex : name is NamedConstants.Infinity ? @"\infty" : LatexName.Of(name);

    /// <summary>The functions that the tree's definition gives names to; null where every function that is not in the catalogue is such a one.</summary>
    public IReadOnlySet<string>? Helpers { get; init; }

    /// <summary>Gives a name a LaTeX of its own.</summary>
    public void Spell(string name, string latex) => _spelled[name] = latex;

    private void Write(string text) => _pieces.Add(new Piece(text, null, Level.Any));

    private void Write(SyntaxNode node, Level least) => _pieces.Add(new Piece(null, node, least));

    private void Expand(SyntaxNode node, Level least)
    {
        var enclosed = LevelOf(node) < least;
        if (enclosed) Write(Open);
        switch (node.Kind)
        {
            case SyntaxKind.Number:
                Write(Digits(node.Text));
                break;
            case SyntaxKind.Name:
                Write(Name(node.Text));
                break;
            case SyntaxKind.Option:
                Write($@"\text{{{node.Text}}}");
                break;
            case SyntaxKind.Call:
                WriteCall(node);
                break;
            case SyntaxKind.Negate:
                Write("-");
                Write(node.Children[0], Level.Product);
                break;
            case SyntaxKind.Plus:
                Write("+");
                Write(node.Children[0], Level.Product);
                break;
            case SyntaxKind.Transpose or SyntaxKind.List or SyntaxKind.Index or SyntaxKind.Slice or SyntaxKind.IndexRange:
                WriteArray(node);
                break;
            case SyntaxKind.Not:
                Write(@"\lnot ");
                Write(node.Children[0], Level.Not);
                break;
            case SyntaxKind.Factorial:
                Write(node.Children[0], Level.Postfix);
                Write("!");
                break;
            case SyntaxKind.Power or SyntaxKind.ElementPower:
                WritePower(node.Children[0], node.Children[1], node.Kind == SyntaxKind.ElementPower);
                break;
            case SyntaxKind.Divide or SyntaxKind.ElementDivide:
                Write(@"\frac{");
                Write(node.Children[0], Level.Any);
                Write("}{");
                Write(node.Children[1], Level.Any);
                Write("}");
                break;
            case SyntaxKind.Multiply:
                Write(node.Children[0], LeastAtLeft(node.Children[0]));
                Write(Between(node.Children[0], node.Children[1]));
                Write(node.Children[1], Level.Product); // a product inside a product needs no bracket
                break;
            case SyntaxKind.MatrixMultiply or SyntaxKind.ElementMultiply:
                // The sign of a product entry by entry is read after products of matrices.
                var isAfter = node.Kind == SyntaxKind.MatrixMultiply && HasEntryProduct(node.Children[0]);
                Write(node.Children[0], isAfter ? Level.Power : LeastAtLeft(node.Children[0]));
                Write(node.Kind == SyntaxKind.MatrixMultiply ? @" \, " : @" \odot ");
                Write(node.Children[1], Level.Power);
                break;
            default:
                var level = WrittenTree.LevelOf(node);
                Write(node.Children[0], level is Level.Relation ? Level.Sum : level);
                Write(SignOf(node.Kind));
                Write(node.Children[1], level switch { Level.Relation => Level.Sum, Level.Sum => Level.Product, _ => level + 1 });
                break;
        }

        if (enclosed) Write(Close);
    }

    private Level LevelOf(SyntaxNode node) => node.Kind switch
    {
        SyntaxKind.Divide or SyntaxKind.ElementDivide => Level.Power, // a bar holds together, but a power of it needs a bracket
        SyntaxKind.Factorial or SyntaxKind.ElementPower or SyntaxKind.Transpose => Level.Power,
        SyntaxKind.Multiply or SyntaxKind.MatrixMultiply or SyntaxKind.ElementMultiply => LeadsWithSign(node) ? Level.Sum : Level.Product,
        SyntaxKind.Plus => Level.Sum,
        SyntaxKind.Number => node.Text.Contains('e', StringComparison.Ordinal) ? Level.Product : Level.Postfix,
        SyntaxKind.Call when WrittenTree.IsDerivative(node) || (IsOfLanguage(node) && WrittenTree.IsField(node)) => Level.Power,
        SyntaxKind.Call when IsCases(node) => Level.Any,
        SyntaxKind.Call when IsExponential(node) || IsPowerLike(node) => Level.Power,
        SyntaxKind.Call when IsOfLanguage(node) => LevelOfArrayCall(node),
        _ => WrittenTree.LevelOf(node),
    };

    private void WritePower(SyntaxNode @base, SyntaxNode exponent, bool isByEntry)
    {
        var isWhole = exponent.Kind == SyntaxKind.Number && exponent.Text.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0;
        if (isWhole && !isByEntry && @base is { Kind: SyntaxKind.Call, Primes: 0, Children: [_] } && Catalogue.ByName.TryGetValue(@base.Text, out var function) && function.LatexPowerFollowsName)
        {
            WriteBetween($"{function.Latex}^{{{exponent.Text}}}{Open}", @base.Children, "", Close);
            return;
        }

        Write(@base, Level.Atom);
        Write(isByEntry ? @"^{\circ " : "^{");
        // In an exponent a quotient of numbers is written on one line.
        if (exponent is { Kind: SyntaxKind.Divide, Children: [{ Kind: SyntaxKind.Number } p, { Kind: SyntaxKind.Number } q] }) Write($"{p.Text}/{q.Text}");
        else if (exponent is { Kind: SyntaxKind.Negate, Children: [{ Kind: SyntaxKind.Divide, Children: [{ Kind: SyntaxKind.Number } r, { Kind: SyntaxKind.Number } s] }] }) Write($"-{r.Text}/{s.Text}");
        else Write(exponent, Level.Any);
        Write("}");
    }

    private static bool HasEntryProduct(SyntaxNode node)
    {
        for (; node.Kind is SyntaxKind.Multiply or SyntaxKind.MatrixMultiply or SyntaxKind.ElementMultiply; node = node.Children[0])
        {
            if (node.Kind == SyntaxKind.ElementMultiply) return true;
        }

        return false;
    }

    // A sign of the first factor is the product's; what reaches on to the right would take in the next factor.
    private Level LeastAtLeft(SyntaxNode left) => LeadsWithSign(left) ? Level.Sum : ReachesOn(left) ? Level.Power : Level.Product;

    // Every product on the way to the first factor has the same answer, so that a long chain is walked once.
    private bool LeadsWithSign(SyntaxNode node)
    {
        var (first, answer) = (node, false);
        for (; first is { Brackets: 0, Kind: SyntaxKind.Multiply or SyntaxKind.MatrixMultiply or SyntaxKind.ElementMultiply }; first = first.Children[0])
        {
            if (_leadsWithSign.TryGetValue(first, out answer)) break;
        }

        if (first.Kind is not (SyntaxKind.Multiply or SyntaxKind.MatrixMultiply or SyntaxKind.ElementMultiply)) answer = first is { Brackets: 0, Kind: SyntaxKind.Negate };
        for (var passed = node; passed != first; passed = passed.Children[0]) _leadsWithSign.Add(passed, answer);
        return answer;
    }

    private string Between(SyntaxNode left, SyntaxNode right)
    {
        var (last, first) = (Last(left), First(right));
        if (first.Kind == SyntaxKind.Number || IsPowerOfTwo(first) || last is { Kind: SyntaxKind.Number, Text: var digits } && digits.Contains('e', StringComparison.Ordinal)) return @" \cdot ";
        if (last.Kind == SyntaxKind.Number) return " ";
        var isWord = (IsWord(last) || IsWord(first)) || (last.Kind == SyntaxKind.Name && first.Kind is SyntaxKind.Add or SyntaxKind.Subtract or SyntaxKind.Negate);
        return isWord ? @" \, " : " ";
    }

    // The first sign of a node as it is written, and the last.
    private static SyntaxNode First(SyntaxNode node)
    {
        while (node.Kind is SyntaxKind.Multiply or SyntaxKind.Power or SyntaxKind.Factorial) node = node.Children[0];
        return node;
    }

    private static SyntaxNode Last(SyntaxNode node)
    {
        while (node.Kind is SyntaxKind.Multiply) node = node.Children[1];
        return node;
    }

    private static bool IsWord(SyntaxNode node) => node.Kind == SyntaxKind.Name && LatexName.IsWord(LatexName.Of(node.Text));

    private static string Digits(string literal)
    {
        var e = literal.IndexOf('e', StringComparison.Ordinal);
        return e < 0 ? literal : $@"{literal[..e]} \cdot 10^{{{literal[(e + 1)..].TrimStart('+')}}}";
    }

    private static string SignOf(SyntaxKind kind) => kind switch
    {
        SyntaxKind.Add => " + ",
        SyntaxKind.Subtract => " - ",
        SyntaxKind.Less => " < ",
        SyntaxKind.LessOrEqual => @" \le ",
        SyntaxKind.Greater => " > ",
        SyntaxKind.GreaterOrEqual => @" \ge ",
        SyntaxKind.Equal => " = ",
        SyntaxKind.NotEqual => @" \ne ",
        SyntaxKind.And => @" \land ",
        SyntaxKind.Or => @" \lor ",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Vectors and matrices are not written yet."),
    };
}
