using System.Text;
using Calculus.Budgets;
using Calculus.Expressions;

namespace Calculus.Printing;

/// <summary>
/// Writes nodes by an explicit stack of what is still to be written, so that depth costs memory and no call stack. The
/// size of the tree is known before anything is written: sharing is lost on paper, and a small graph can be a text that
/// nobody could store. Serves one thread; keep one for many nodes of one graph.
/// </summary>
public abstract class ExpressionPrinter
{
    private readonly Budget _budget;
    private readonly Spelling _spelling;
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
        _order = new PeoplesOrder(style.Variables);
        _orderOfSpelled = new PeoplesOrder(style.Variables);
        Order = _order;
    }

    private protected PrintStyle Style { get; }

    private protected PeoplesOrder Order { get; private set; }

    /// <summary>Whether the letter e stands for something other than Euler's number.</summary>
    private protected bool DeclaresE { get; private set; }

    /// <summary>The node as one line.</summary>
    /// <exception cref="LimitException">The line is longer than a printed text may be.</exception>
    public string Print(Expression node)
    {
        var limit = _budget.Limits.PrintedLength;
        var root = _spelling.Of(node);
        var size = _count.Size(root);
        var least = size.Operations + size.Leaves; // each takes a character
        if (least > limit)
            throw new LimitException("printedLength", limit, $"Written out this has more than {limit} characters.", least);

        Order = root == node ? _order : _orderOfSpelled;
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
            if (text.Length > limit)
                throw new LimitException("printedLength", limit, $"Written out this has more than {limit} characters.");
        }

        return text.ToString();
    }

    /// <summary>Writes the parts of a node by <see cref="Write(string)"/> and <see cref="Write(Expression, Level)"/>.</summary>
    private protected abstract void Expand(Expression node, Level least);

    private protected void Write(string text) => _pieces.Add(new Piece(text, null, Level.Any));

    /// <summary>Writes a node, in brackets where it binds more loosely than the place asks for.</summary>
    private protected void Write(Expression node, Level least) => _pieces.Add(new Piece(null, node, least));

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
