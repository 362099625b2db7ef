using Calculus.Functions;
using Calculus.Syntax;

namespace Calculus.Printing;

/// <summary>Vectors and matrices, their entries, and the functions of them.</summary>
internal sealed partial class WrittenLatex
{
    private void WriteArray(SyntaxNode node)
    {
        switch (node.Kind)
        {
            case SyntaxKind.Transpose:
                WriteRaised(node.Children[0], @"\top");
                break;
            case SyntaxKind.Index:
                Write("{");
                Write(node.Children[0], Level.Atom);
                WriteBetween("}_{", [.. node.Children.Skip(1)], ", ", "}");
                break;
            case SyntaxKind.Slice when node.Children.Count == 0:
                Write(":");
                break;
            case SyntaxKind.Slice:
                WriteBetween("", node.Children, ":", "");
                break;
            case SyntaxKind.IndexRange:
                WriteBetween($"{LatexName.Of(node.Text)} = ", node.Children, @" \ldots ", "");
                break;
            default:
                WriteList(node.Children);
                break;
        }
    }

    // A list of rows is a matrix.
    private void WriteList(IReadOnlyList<SyntaxNode> entries)
    {
        var isMatrix = entries.Count > 0 && entries.All(static entry => entry.Kind == SyntaxKind.List);
        if (!isMatrix)
        {
            WriteBetween(@"\begin{bmatrix} ", entries, @" \\ ", @" \end{bmatrix}");
            return;
        }

        Write(@"\begin{bmatrix} ");
        for (var row = 0; row < entries.Count; row++) WriteBetween(row > 0 ? @" \\ " : "", entries[row].Children, " & ", "");
        Write(@" \end{bmatrix}");
    }

    private void WriteRaised(SyntaxNode node, string exponent)
    {
        Write("{");
        Write(node, Level.Atom);
        Write($"}}^{{{exponent}}}");
    }

    // A function that is neither of numbers alone nor named by the definition.
    private bool IsOfLanguage(SyntaxNode node) =>
        node is { Kind: SyntaxKind.Call, Primes: 0 } && Helpers?.Contains(node.Text) == false && (IsIndexed(node) || !Catalogue.ByName.ContainsKey(node.Text));

    private static bool IsIndexed(SyntaxNode node) => node.Children.Count > 1 && node.Children[0].Kind == SyntaxKind.IndexRange;

    // What is written behind Σ belongs to the sum, up to the next sign of a sum.
    private bool ReachesOn(SyntaxNode left) => Last(left) is { Kind: SyntaxKind.Call } last && IsOfLanguage(last) && IsIndexed(last) && last.Text is "sum" or "prod";

    private static Level LevelOfArrayCall(SyntaxNode node) => node switch
    {
        { Text: "sum" or "prod" } when IsIndexed(node) => Level.Product,
        { Text: "dot" or "outer", Children.Count: 2 } => Level.Product,
        { Text: "inv" or "transpose", Children.Count: 1 } => Level.Power,
        _ => Level.Postfix,
    };

    private bool WriteArrayCall(SyntaxNode node)
    {
        var arguments = node.Children;
        switch (node.Text)
        {
            case "sum" or "prod" or "table" when IsIndexed(node):
                WriteOverIndices(node);
                return true;
            case "dot" or "outer" when arguments is [var left, var right]:
                Write(left, Level.Power);
                Write(node.Text is "dot" ? @" \cdot " : @" \otimes ");
                Write(right, Level.Power);
                return true;
            case "inv" or "transpose" when arguments is [var matrix]:
                WriteRaised(matrix, node.Text is "inv" ? "-1" : @"\top");
                return true;
            case "ones" or "zeros":
                WriteBetween($@"\mathbf{{{(node.Text is "ones" ? 1 : 0)}}}_{{", arguments, @" \times ", "}");
                return true;
            default:
                var (open, close) = BracketsOf(node.Text);
                WriteBetween(open, arguments, ", ", close);
                return true;
        }
    }

    private static (string Open, string Close) BracketsOf(string name) => name switch
    {
        "norm" or "norm2" => (@"\left\| ", @" \right\|"),
        "norm1" => (@"\left\| ", @" \right\|_{1}"),
        "norminf" => (@"\left\| ", @" \right\|_{\infty}"),
        "eye" => ("I_{", "}"),
        "sum" or "prod" or "det" => ($@"\{name}{Open}", Close),
        "logdet" => ($@"\log\det{Open}", Close),
        "trace" or "tr" => ($@"\operatorname{{tr}}{Open}", Close),
        _ => ($@"\operatorname{{{name.Replace("_", @"\_", StringComparison.Ordinal)}}}{Open}", Close),
    };

    private void WriteOverIndices(SyntaxNode node)
    {
        var (ranges, body) = (node.Children.SkipLast(1).ToList(), node.Children[^1]);
        if (node.Text is "table")
        {
            Write(@"\left[ ");
            Write(body, Level.Any);
            WriteBetween(@" \right]_{", ranges, @",\; ", "}");
            return;
        }

        foreach (var range in ranges)
        {
            Write($@"\{node.Text}_{{{LatexName.Of(range.Text)}=");
            Write(range.Children[0], Level.Any);
            Write("}^{");
            Write(range.Children[1], Level.Any);
            Write("} ");
        }

        Write(body, Level.Product);
    }
}
