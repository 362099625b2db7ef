using Calculus.Expressions;
using Calculus.Functions;
using Calculus.Syntax;

namespace Calculus.Binding;

internal sealed partial class StatementBinder
{
    private Alignment AlignmentAt(SyntaxNode node) => new([.. outer, .. indices.Around(node).Where(_keys.ContainsKey).Select(range => _keys[range])]);

    // Arrays whose shapes match, and numbers with any; all are first brought to the same open indices.
    private Bound EntryByEntry(SyntaxNode node, Func<Expression[], Expression> make)
    {
        var parts = new Bound[node.Children.Count];
        for (var i = 0; i < parts.Length; i++) parts[i] = Child(node, i);
        var common = new Extent(Shape.Scalar, false);
        foreach (var part in parts)
        {
            common = Extent.Joined(common, part)
                ?? throw Refused(node.Span, $"{Capital(common)} and {(Extent)part} cannot be combined entry by entry.", ShapeHints.Alike(common, part));
        }

        return Combined(node, parts, common, make);
    }

    private Bound Combined(SyntaxNode node, Bound[] parts, Extent extent, Func<Expression[], Expression> make)
    {
        if (extent.IsScalar && Array.TrueForAll(parts, static part => part.Open.Length == 0)) return new Bound(make(Array.ConvertAll(parts, static part => part.Value)), extent.IsRow, []);
        return Spread(node, parts, extent, make);
    }

    private Bound Spread(SyntaxNode node, Bound[] parts, Extent extent, Func<Expression[], Expression> make)
    {
        var (open, lengths) = (AlignmentAt(node).Union(parts), Alignment.Lengths(parts));
        return new Bound(make([.. parts.Select(part => Alignment.Spread(part, open, lengths, extent.Shape))]), extent.IsRow, open);
    }

    private Bound Both(SyntaxNode node, Func<Expression, Expression, Expression> make) => EntryByEntry(node, parts => make(parts[0], parts[1]));

    private Bound Power(SyntaxNode node)
    {
        var (@base, exponent) = (Child(node, 0), Child(node, 1));
        if ((node.Kind == SyntaxKind.Power || (node.Kind == SyntaxKind.Raised && scope.Format == SourceFormat.Latex)) && (@base.Rank == 2 || exponent.Rank == 2))
            throw Refused(node.Span, Powers(@base, exponent), ShapeHints.Power(node, @base, exponent));
        var written = node.Children[1];
        while (written.Kind is SyntaxKind.Negate or SyntaxKind.Plus) written = written.Children[0];
        var isFraction = written.Kind is SyntaxKind.Divide or SyntaxKind.Over;
        return EntryByEntry(node, parts => isFraction && parts[1] is Number { Value: { IsInteger: false, HasEvenDenominator: false } fraction }
            ? RealPower.Of(parts[0], fraction)
            : Graph.Power(parts[0], parts[1]));
    }

    private static string Powers(Bound @base, Bound exponent) =>
        exponent.Rank < 2 ? $"'^' of {@base} can be read in two ways."
        : @base.IsScalar ? $"'^' with {exponent} as the exponent can be read in two ways."
        : $"'^' between {@base} and {exponent} can be read in two ways.";

    // Terms whose shapes match, as a vector does with each row of a matrix.
    private Bound Sum(SyntaxNode node)
    {
        var links = Chains.Sum(node);
        var (common, first) = (new Extent(Shape.Scalar, false), node);
        foreach (var (link, _) in links)
        {
            var part = _bound[link];
            if (part.IsScalar) continue;
            if (common.IsScalar) first = link;
            common = Extent.Joined(common, part)
                ?? throw Refused(first.Span.To(link.Span), $"{Capital(common)} and {(Extent)part} cannot be added.", ShapeHints.Alike(common, part));
        }

        var parts = new Bound[links.Count];
        for (var i = 0; i < parts.Length; i++) parts[i] = _bound[links[i].Term];
        return Combined(node, parts, common, values =>
        {
            var terms = new Term[values.Length];
            for (var i = 0; i < terms.Length; i++) terms[i] = new Term(links[i].IsSubtracted ? -1 : Rational.One, values[i]);
            return Graph.Sum(Rational.Zero, terms);
        });
    }

    // One level from left to right: the sign before each factor determines what may be on its sides.
    private Bound Product(SyntaxNode node)
    {
        var links = Chains.Links(node);
        var (common, first) = (new Extent(Shape.Scalar, false), node);
        foreach (var (link, sign) in links)
        {
            var part = _bound[link];
            if (part.IsScalar) continue;
            common = common.IsScalar ? part : Joined(common, part, sign, first.Span.To(link.Span));
            if (first == node) first = link;
        }

        // What is repeated is divided by before it is repeated.
        bool IsBelow(int place) => links[place].Sign is SyntaxKind.Divide or SyntaxKind.ElementDivide;
        bool IsRepeated(Bound part) => !part.IsScalar && part.Shape != common.Shape;
        var parts = new Bound[links.Count];
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = _bound[links[i].Factor];
            if (IsBelow(i) && IsRepeated(parts[i])) parts[i] = parts[i] with { Value = Graph.Power(parts[i].Value, -1) };
        }

        return Combined(node, parts, common, values =>
        {
            for (var i = 0; i < values.Length; i++)
            {
                if (IsBelow(i) && !IsRepeated(parts[i])) values[i] = Graph.Power(values[i], -1);
            }

            return Graph.Product(Rational.One, values);
        });
    }

    private static Extent Joined(Extent left, Extent right, SyntaxKind sign, TextSpan span)
    {
        var joined = Extent.Joined(left, right);
        if (sign == SyntaxKind.Divide && (joined is null || left == right || left.Rank < right.Rank))
            throw Refused(span, $"'/' divides only by numbers and by what goes with each row or column; here it divides {left} by {right}.", ShapeHints.Quotient(left, right));
        if (sign == SyntaxKind.Multiply && (left.Rank == 2 || right.Rank == 2))
            throw Refused(span, $"'*' between {left} and {right} can be read in two ways.", ShapeHints.Product(left, right));
        return joined ?? throw Refused(span, $"{Capital(left)} and {right} cannot be {(sign is SyntaxKind.ElementDivide ? "divided" : "multiplied")} entry by entry.", sign == SyntaxKind.Multiply ? ShapeHints.Times(left, right) : ShapeHints.Alike(left, right));
    }

    private Bound Transpose(SyntaxNode node)
    {
        var of = Child(node, 0);
        if (of.Rank == 0)
            throw scope.Format == SourceFormat.Latex
                ? Refused(node.Span, "A raised T means a transpose, and this is a number.", "where it is a vector or a matrix, say so in 'shapes', or give it a value; where T is an exponent, give T one")
                : Refused(node.Span, "A prime after a value means a transpose, and a number has none.", "for a derivative write f'(x) of a named function, or diff(u, x)");
        if (of.Rank == 1) return of with { IsRow = !of.IsRow };
        if (of.Rank > 2) throw Refused(node.Span, $"A transpose exchanges rows and columns, but this is {of}.");
        var open = of.Open.Length;
        int[] axes = [.. Enumerable.Range(0, open), open + 1, open];
        return of with { Value = Graph.Permute(of.Value, axes) };
    }

    private Bound MatrixProduct(SyntaxNode node)
    {
        var (left, right) = (Child(node, 0), Child(node, 1));
        var span = node.Span;
        if (left.IsScalar || right.IsScalar)
            throw Refused(node.Span, $"'@' multiplies matrices and vectors; here it is between {left} and {right}.", ShapeOfLetter(node, left, right) ?? "write '*' to multiply by a number");
        if (left.Rank > 2 || right.Rank > 2) throw Refused(node.Span, $"'@' multiplies matrices and vectors; here it is between {left} and {right}.");

        var (lengths, open) = (Alignment.Lengths(left, right), AlignmentAt(node).Union(left, right));
        var kept = Alignment.LabelsOf(open);
        var (i, k, j) = (Graph.Alphabet(1, kept.Length), Graph.Alphabet(1, kept.Length + 1), Graph.Alphabet(1, kept.Length + 2));
        string Own(Bound part, string own) => new string([.. part.Open.Select(name => kept[Array.IndexOf(open, name)])]) + own;
        Bound Made(string leftOwn, string rightOwn, string @out, bool isRow = false) => new(
            Graph.Contract(Rational.One, [new Factor(left.Value, Own(left, leftOwn)), new Factor(right.Value, Own(right, rightOwn))], kept + @out), isRow, open);

        // A vector before a row makes a matrix; before anything else it is taken as a row.
        if (left is { Rank: 1, IsRow: false } && right is { Rank: 1, IsRow: true }) return Made(i, j, i + j);
        if (left is { IsRow: true } && right is { IsRow: true } || (left.Rank == 2 && right.IsRow))
            throw Refused(span, $"{Capital(left)} has no product with {right}.", scope.Format == SourceFormat.Latex ? @"leave out the ^\top, or write u \otimes v" : "leave out the prime, or write outer(u, v)");
        var (inner, outerLength) = (left.Shape[left.Rank - 1], right.Shape[0]);
        if (inner != outerLength)
            throw Refused(span, $"{Capital(left)} and {right} have no product: the {(left.Rank == 2 ? "columns of the first" : "entries of the first")} are {inner}, the {(right.Rank == 2 ? "rows" : "entries")} of the second {outerLength}.", ShapeHints.MatrixProduct(left, right));
        return (left.Rank, right.Rank) switch
        {
            (2, 2) => Made(i + k, k + j, i + j),
            (2, 1) => Made(i + k, k, i),
            (1, 2) => Made(k, k + j, j, left.IsRow),
            _ => Made(k, k, string.Empty),
        };
    }

    // A name that the request says nothing about is a number, but here it may be meant as an array.
    private string? ShapeOfLetter(SyntaxNode node, Bound left, Bound right)
    {
        bool IsUnknown(int place) => node.Children[place] is { Kind: SyntaxKind.Name } name && Child(node, place).Value is Symbol { Shape.IsScalar: true, Role: SymbolRole.Variable or SymbolRole.Parameter } && !scope.IsDeclared(name.Text);
        bool first = IsUnknown(0), second = IsUnknown(1);
        if ((left.IsScalar && !first) || (right.IsScalar && !second)) return null;
        var letters = new List<(string Name, Bound Other, bool IsLeft)>();
        if (first) letters.Add((node.Children[0].Text, right, true));
        if (second) letters.Add((node.Children[1].Text, left, false));
        return ShapeHints.Letters(letters);
    }

    private static string Capital(Extent part)
    {
        var words = part.ToString();
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    private static FormulaException Refused(TextSpan span, string message, string? hint = null) => new(message, span, hint) { IsOfShapes = true };
}
