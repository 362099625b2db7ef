using Calculus.Functions;
using Calculus.Syntax;

namespace Calculus.Printing;

/// <summary>Calls of functions, branches, and derivatives still to be taken.</summary>
internal sealed partial class WrittenLatex
{
    private void WriteCall(SyntaxNode node)
    {
        var arguments = node.Children;
        if (WrittenTree.IsDerivative(node))
        {
            WriteDerivative(node);
            return;
        }

        if (IsOfLanguage(node) && WrittenTree.IsField(node))
        {
            WriteField(node);
            return;
        }

        if (IsCases(node))
        {
            WriteCases(arguments);
            return;
        }

        if (IsOfLanguage(node) && WriteArrayCall(node)) return;
        if (node.Primes > 0 || !Catalogue.ByName.TryGetValue(node.Text, out var function))
        {
            WriteBetween(LatexName.Of(node.Text) + new string('\'', node.Primes) + Open, arguments, ", ", Close);
            return;
        }

        switch (function)
        {
            case Exp when IsExponential(node):
                WriteBetween($"{function.LatexBase}^{{", arguments, "", "}");
                break;
            case Factorial:
                Write(arguments[0], Level.Postfix);
                Write("!");
                break;
            case Exp2:
                WriteBetween("2^{", arguments, "", "}");
                break;
            case Sqrt or Cbrt:
                WriteBetween($"{function.Latex}{{", arguments, "", "}");
                break;
            case Root:
                Write(@"\sqrt[");
                Write(arguments[1], Level.Any);
                Write("]{");
                Write(arguments[0], Level.Any);
                Write("}");
                break;
            case Log when arguments.Count == 2:
                Write(@"\log_{");
                Write(arguments[1], Level.Any);
                WriteBetween($"}}{Open}", [arguments[0]], "", Close);
                break;
            default:
                var (open, close) = function.LatexBrackets;
                WriteBetween(open, arguments, function.LatexSeparator, close);
                break;
        }
    }

    private void WriteBetween(string open, IReadOnlyList<SyntaxNode> nodes, string separator, string close)
    {
        Write(open);
        for (var i = 0; i < nodes.Count; i++)
        {
            if (i > 0) Write(separator);
            Write(nodes[i], Level.Any);
        }

        Write(close);
    }

    private void WriteDerivative(SyntaxNode node)
    {
        var order = node.Children.Count == 3 ? $"^{{{node.Children[2].Text}}}" : "";
        var d = isPartial ? @"\partial" : "d";
        var space = isPartial ? " " : "";
        Write($@"\frac{{{d}{order}}}{{{d}{space}{LatexName.Of(node.Children[1].Text)}{order}}}\left[");
        Write(node.Children[0], Level.Any);
        Write(@"\right]");
    }

    // The variables stand beside the sign, so that it says the same wherever it stands.
    private void WriteField(SyntaxNode node)
    {
        Write($@"\nabla_{{{string.Join(", ", node.Children.Skip(1).Select(child => Name(child.Text)))}}}{node.Text switch { "divergence" => @" \cdot ", "curl" => @" \times ", _ => "^{2} " }}{Open}");
        Write(node.Children[0], Level.Any);
        Write(Close);
    }

    private void WriteCases(IReadOnlyList<SyntaxNode> arguments)
    {
        Write(@"\begin{cases} ");
        for (var i = 0; i + 1 < arguments.Count; i += 2)
        {
            Write(arguments[i + 1], Level.Any);
            Write(@" & \text{if } ");
            Write(arguments[i], Level.Any);
            Write(@" \\ ");
        }

        Write(arguments[^1], Level.Any);
        Write(@" & \text{otherwise} \end{cases}");
    }

    private static bool IsCases(SyntaxNode node) =>
        node is { Kind: SyntaxKind.Call, Primes: 0 } && node.Children.Count > 2
        && Catalogue.ByName.TryGetValue(node.Text, out var function) && function is If or Piecewise;

    // Functions that are written as powers or behind their argument.
    private bool IsPowerLike(SyntaxNode node) =>
        node is { Kind: SyntaxKind.Call, Primes: 0, Children: [_] } && Helpers?.Contains(node.Text) != true && Catalogue.ByName.TryGetValue(node.Text, out var function) && function is Exp2 or Factorial;

    private bool IsPowerOfTwo(SyntaxNode node) => IsPowerLike(node) && Catalogue.ByName[node.Text] is Exp2;

    private bool IsExponential(SyntaxNode node) =>
        !declaresE && node is { Kind: SyntaxKind.Call, Primes: 0, Children: [var exponent] }
        && Catalogue.ByName.TryGetValue(node.Text, out var function) && function is Exp && SizeOf(exponent) <= LongestExponent;

    // A count that stops once it is too large.
    private int SizeOf(SyntaxNode root)
    {
        if (_sizes.TryGetValue(root, out var known)) return known;
        var size = 0;
        var open = new Stack<SyntaxNode>([root]);
        while (size <= LongestExponent && open.TryPop(out var node))
        {
            size++;
            foreach (var child in node.Children) open.Push(child);
        }

        return _sizes[root] = size;
    }
}
