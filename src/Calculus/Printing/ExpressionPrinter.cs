using System.Text;
using Calculus.Budgets;
using Calculus.Expressions;

namespace Calculus.Printing;

/// <summary>
/// Writes nodes by an explicit stack of what is still to be written, so that depth costs memory but no call stack. The
/// size of the tree is known before anything is written: sharing is lost on paper, and a small graph can be a text that
/// nobody could store. Serves one thread; keep one for many nodes of one graph.
/// </summary>
public abstract class ExpressionPrinter
{
    private readonly Budget _budget;
    private readonly Spelling _spelling;
    private readonly ArraySpelling _arrays;
    private readonly OperationCount _count = new();
    private readonly PeoplesOrder _order, _orderOfSpelled;
    private readonly NodeTable<bool> _declaresE = new(static (node, known) =>
        node is Symbol { Name: NamedConstants.E, Role: not SymbolRole.Constant } || Children.Any(node, known));

    private readonly Stack<Piece> _rest = new();
    private readonly List<Piece> _pieces = [];

    private protected ExpressionPrinter(PrintStyle style, Budget budget)
    {
        Style = style;
        _budget = budget;
        _spelling = new Spelling(style.SpellOut, budget);
        _arrays = new ArraySpelling(budget);
        _order = new PeoplesOrder(style.Variables);
        _orderOfSpelled = new PeoplesOrder(style.Variables);
        Order = _order;
    }

    private protected PrintStyle Style { get; }

    private protected PeoplesOrder Order { get; private set; }

    /// <summary>Whether the letter e stands for something other than Euler's number.</summary>
    private protected bool DeclaresE { get; private set; }

    /// <summary>The node as one line; past the length that the style allows, its repeated parts have names.</summary>
    /// <exception cref="LimitException">The line is longer than a printed text may be.</exception>
    public string Print(Expression node)
    {
        var root = _arrays.Of(_spelling.Of(node));
        Order = root == node ? _order : _orderOfSpelled;
        if (LengthOf(root, _count) <= Style.LongestWithoutNames || SharedParts.Of(root, _budget) is not { } shared)
            return Line(root, _count);

        Order = new PeoplesOrder([.. Style.Variables, .. shared.Parts.Select(static part => part.Name.Name)]);
        var count = new OperationCount();
        List<(string Name, string Part)> parts = [.. shared.Parts.Select(part => (Line(part.Name, count), Line(part.Part, count)))];
        return Within(Joined(parts, Line(shared.Root, count)));
    }

    /// <summary>Named parts and the formula that uses them, as one text.</summary>
    private protected abstract string Joined(IReadOnlyList<(string Name, string Part)> parts, string formula);

    // Each operation and each leaf takes at least one character.
    private static long LengthOf(Expression root, OperationCount count)
    {
        var size = count.Size(root);
        return size.Operations + size.Leaves;
    }

    private string Within(string text)
    {
        var limit = _budget.Limits.PrintedLength;
        return text.Length <= limit ? text : throw TooLong(limit);
    }

    private static LimitException TooLong(int limit, long? asked = null) =>
        new("printedLength", limit, $"Written out this has more than {limit} characters.", asked);

    private string Line(Expression root, OperationCount count)
    {
        var limit = _budget.Limits.PrintedLength;
        var least = LengthOf(root, count);
        if (least > limit) throw TooLong(limit, least);
        DeclaresE = _declaresE[root];
        var text = new StringBuilder();
        _rest.Clear();
        _rest.Push(new Piece(null, root, Level.Any));
        while (_rest.TryPop(out var piece))
        {
            _budget.Visit();
            if (piece.Node is not null)
            {
                _pieces.Clear();
                Expand(piece.Node, piece.Least);
                for (var i = _pieces.Count - 1; i >= 0; i--) _rest.Push(_pieces[i]);
                continue;
            }

            text.Append(piece.Text);
            if (text.Length > limit) throw TooLong(limit);
        }

        return text.ToString();
    }

    /// <summary>Writes the parts of a node by <see cref="Write(string)"/> and <see cref="Write(Expression, Level)"/>.</summary>
    private protected abstract void Expand(Expression node, Level least);

    /// <summary>Writes a number times a node as a quotient, with the given sign in front where it is negative.</summary>
    private protected abstract void WriteQuotient(Quotient quotient, string minus);

    private protected void WriteSum(Sum sum)
    {
        var isFirst = true;
        foreach (var term in Order.Terms(sum))
        {
            var quotient = Quotient.Of(term.Coefficient, term.Of, Order, Style.Decimals);
            if (!isFirst && !quotient.IsNegative) Write(" + ");
            WriteQuotient(quotient, isFirst ? "-" : " - ");
            isFirst = false;
        }
    }

    private protected void Write(string text) => _pieces.Add(new Piece(text, null, Level.Any));

    /// <summary>Writes a node, in brackets where it binds more loosely than its place requires.</summary>
    private protected void Write(Expression node, Level least) => _pieces.Add(new Piece(null, node, least));

    private protected void Write(IReadOnlyList<NotationPiece> notation, IReadOnlyList<Expression> arguments)
    {
        foreach (var piece in notation)
        {
            if (piece.Words is { } words) Write(words);
            else Write(arguments[piece.Place], piece.Least);
        }
    }

    private protected void WriteAll(IReadOnlyList<Expression> nodes, string separator)
    {
        for (var i = 0; i < nodes.Count; i++)
        {
            if (i > 0) Write(separator);
            Write(nodes[i], Level.Any);
        }
    }

    private readonly record struct Piece(string? Text, Expression? Node, Level Least);
}
