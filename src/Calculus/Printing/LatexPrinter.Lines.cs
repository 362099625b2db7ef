using System.Runtime.InteropServices;
using System.Text;
using Calculus.Budgets;
using Calculus.Expressions;

namespace Calculus.Printing;

/// <summary>
/// Lines are written by an explicit stack of what is still to be written, so that depth costs memory and no call stack. Serves one
/// thread; keep one for many nodes of one graph.
/// </summary>
internal sealed partial class LatexPrinter
{
    private readonly PrintStyle _style;
    private readonly Budget _budget;
    private readonly FormulaPlan _layout;
    private readonly NodeTable<bool> _declares = new(static (node, known) =>
        node is Symbol { Name: NamedConstants.E, Role: not SymbolRole.Constant } || Children.Any(node, known));

    private readonly Stack<Piece> _rest = new();
    private readonly List<Piece> _pieces = [];

    // Of a long text: the pieces of its nodes, without the brackets that their places ask for.
    private Dictionary<Expression, Piece[]>? _known;

    private PeoplesOrder _order = null!; // what is written has one

    // Whether the letter e stands for something other than Euler's number.
    private bool _declaresE;

    /// <summary>A printer of a style.</summary>
    /// <param name="style">How to write.</param>
    /// <param name="budget">What may be spent.</param>
    public LatexPrinter(PrintStyle style, Budget budget)
        : this(style, budget, new FormulaPlan(style, budget))
    {
    }

    /// <summary>A printer that shares what is decided about nodes with another one of the same style.</summary>
    internal LatexPrinter(PrintStyle style, Budget budget, FormulaPlan layout) => (_style, _budget, _layout) = (style, budget, layout);

    /// <summary>The node as one line; past the length that the _style allows, its repeated parts have names.</summary>
    /// <exception cref="LimitException">The line is longer than a printed text may be.</exception>
    public string Print(Expression node)
    {
        var laid = _layout.Of(node);
        _order = laid.Order;
        _known = laid.Repeats ? [] : null;
        if (laid.Parts.Count == 0) return Line(laid.Root);
        var text = Joined([.. laid.Parts.Select(part => (Line(part.Name), Line(part.Part)))], Line(laid.Root));
        return text.Length <= _budget.Limits.PrintedLength ? text : throw _layout.TooLong();
    }

    private string Line(Expression root)
    {
        _declaresE = _declares[root];
        var text = new StringBuilder();
        _rest.Clear();
        _rest.Push(new Piece(null, root, Level.Any));
        while (_rest.TryPop(out var piece))
        {
            _budget.Visit();
            if (piece.Node is not null)
            {
                var isEnclosed = LevelOf(piece.Node) < piece.Least;
                if (isEnclosed) _rest.Push(new Piece(Close, null, Level.Any));
                var pieces = PiecesOf(piece.Node);
                for (var i = pieces.Length - 1; i >= 0; i--) _rest.Push(pieces[i]);
                if (isEnclosed) _rest.Push(new Piece(Open, null, Level.Any));
                continue;
            }

            text.Append(piece.Text);
            if (text.Length > _budget.Limits.PrintedLength) throw _layout.TooLong();
        }

        return text.ToString();
    }

    // Those of a node that is not kept are good until the next one.
    private ReadOnlySpan<Piece> PiecesOf(Expression node)
    {
        if (_known is not null && _known.TryGetValue(node, out var known)) return known;
        _pieces.Clear();
        Expand(node);
        _known?.Add(node, [.. _pieces]);
        return CollectionsMarshal.AsSpan(_pieces);
    }

    private void WriteSum(Sum sum)
    {
        var isFirst = true;
        foreach (var term in _order.Terms(sum))
        {
            var quotient = Quotient.Of(term.Coefficient, term.Of, _order, _style.Decimals);
            if (!isFirst && !quotient.IsNegative) Write(" + ");
            WriteQuotient(quotient, isFirst ? "-" : " - ");
            isFirst = false;
        }
    }

    private void Write(string text) => _pieces.Add(new Piece(text, null, Level.Any));

    // In brackets where it binds more loosely than the place asks for.
    private void Write(Expression node, Level least) => _pieces.Add(new Piece(null, node, least));

    private void Write(IReadOnlyList<NotationPiece> notation, IReadOnlyList<Expression> arguments)
    {
        foreach (var piece in notation)
        {
            if (piece.Words is { } words) Write(words);
            else Write(arguments[piece.Place], piece.Least);
        }
    }

    private void WriteAll(IReadOnlyList<Expression> nodes, string separator)
    {
        for (var i = 0; i < nodes.Count; i++)
        {
            if (i > 0) Write(separator);
            Write(nodes[i], Level.Any);
        }
    }

    private readonly record struct Piece(string? Text, Expression? Node, Level Least);
}
