using Calculus.Budgets;

namespace Calculus.Syntax;

/// <summary>
/// Reads one expression by operator precedence, with its own stacks in place of the thread's, so that no text is too
/// deep for it; the time is linear in the text.
/// <code>
/// disjunction = conjunction { "or" conjunction }
/// conjunction = negation { "and" negation }
/// negation    = "not" negation | comparison
/// comparison  = sum [ ( "&lt;" | "&lt;=" | "&gt;" | "&gt;=" | "==" | "!=" ) sum ]
/// sum         = product { ( "+" | "-" ) product }
/// product     = signed { ( "*" | "/" | "@" | ".*" | "./" | (no sign) ) signed }
/// signed      = ( "-" | "+" ) signed | application | power
/// power       = postfix [ ( "^" | "**" | ".^" ) signed ]
/// postfix     = atom { "'" | ".T" | "!" | SUPERSCRIPT | "[" index { "," index } "]" }
/// application = function [ "-" | "+" ] power { power }               up to the next function
/// atom        = NUMBER | NAME | function "(" argument { "," argument } ")" | "(" disjunction ")"
///             | "[" disjunction { "," disjunction } "]" | "|" disjunction "|" | "||" disjunction "||"
/// function    = NAME { "'" } | NAME ( "^" | "**" ) exponent | NAME SUPERSCRIPT
/// exponent    = [ "-" ] NUMBER | "(" [ "-" ] NUMBER ")"
/// argument    = disjunction | NAME "=" disjunction ".." disjunction   in sum, prod and table
///             | ( "axis" | "ddof" ) "=" [ "-" ] NUMBER | "keepdims" "=" ( "True" | "False" )   behind the others
/// index       = disjunction | disjunction ":" disjunction | ":"
/// </code>
/// </summary>
internal sealed partial class ExpressionParser
{
    private readonly ReadingContext _context;
    private readonly Scope _scope;
    private readonly IReadOnlyList<Token> _tokens;
    private bool[]? _lists;
    private readonly int _first;
    private readonly List<Pending> _pending = [];
    private readonly List<Operand> _operands = [];
    private readonly Stack<Group> _groups = new();
    private readonly List<SyntaxNode> _nodes = [];
    private int _position;
    private bool _wantsOperand = true;
    private bool _isReordered;

    private ExpressionParser(ReadingContext context, Scope scope, int first)
    {
        _context = context;
        _scope = scope;
        _tokens = context.Tokens;
        _first = first;
        _position = first;
    }

    private Token Current => _tokens[_position];

    private Token Next => _tokens[_position + 1];

    private Limits Limits => _context.Budget.Limits;

    /// <summary>Reads the expression that begins at a token and goes on to the end of its statement.</summary>
    /// <returns>Its root, and every node with children before parents.</returns>
    /// <exception cref="FormulaException">It is not an expression of the language.</exception>
    /// <exception cref="LimitException">It has too many nodes or is nested too deeply.</exception>
    public static (SyntaxNode Root, IReadOnlyList<SyntaxNode> Nodes) Read(ReadingContext context, Scope scope, int first)
    {
        var parser = new ExpressionParser(context, scope, first);
        while (parser._wantsOperand || parser.Current.Kind != TokenKind.End)
        {
            context.Budget.Visit();
            if (parser._wantsOperand) parser.ReadOperand();
            else parser.ReadOperator();
        }

        parser.ReduceToGroup();
        if (parser._groups.TryPeek(out var open)) throw parser.Unclosed(open);
        var root = parser.Take().Node;
        return (root, parser._isReordered ? [.. root.Nodes().Distinct()] : parser._nodes);
    }

    private void ReadOperand()
    {
        var token = Current;
        switch (token.Kind)
        {
            case TokenKind.Number:
                PushLeaf(SyntaxKind.Number, token);
                _position++;
                break;
            case TokenKind.Name:
                ReadName();
                break;
            case TokenKind.Plus or TokenKind.Minus:
                ReadSign(token.Kind == TokenKind.Minus ? SyntaxKind.Negate : SyntaxKind.Plus);
                break;
            case TokenKind.Not:
                if (_pending.Count > 0 && _pending[^1].Level > Level.Not) throw NotInside();
                _pending.Add(new Pending(PendingShape.Prefix, Level.Not, SyntaxKind.Not, _position++));
                break;
            case TokenKind.LeftRound:
                Open(GroupKind.Round, 1);
                break;
            case TokenKind.LeftSquare:
                Open(GroupKind.List, 1);
                break;
            case TokenKind.Bar when DoubleBarAt(_position) && !HoldsNestedBars():
                Open(GroupKind.Norm, 2);
                break;
            case TokenKind.Bar:
                Open(GroupKind.Bar, 1);
                break;
            case TokenKind.Colon when BeginsElement(GroupKind.Index):
                ReadWholeAxis();
                break;
            default:
                throw MissingOperand();
        }
    }

    private void ReadSign(SyntaxKind kind)
    {
        if (_pending.Count > 1 && _pending[^1] is { Shape: PendingShape.Prefix, Level: Level.Sign }
            && _pending[^2] is { Shape: PendingShape.Application, Function: { } function })
            throw new FormulaException($"Without brackets the argument of '{function.Name}' begins with at most one sign.",
                Current.Span, $"write {function.Name}(…)");
        _pending.Add(new Pending(PendingShape.Prefix, Level.Sign, kind, _position++));
    }

    private void PushLeaf(SyntaxKind kind, Token token)
    {
        Push(new SyntaxNode(kind, token.Span, token.Text), 0);
        _wantsOperand = false;
    }

    private void Push(SyntaxNode node, int depth, SyntaxNode? application = null)
    {
        _context.CountNode(node.Span);
        if (depth > Limits.Depth)
            throw SyntaxLimits.TooDeep(Limits, node.Span);
        _nodes.Add(node);
        _operands.Add(new Operand(node, _nodes.Count - 1, depth, 0, node.Span, application));
    }

    /// <summary>Takes the last operand as a child; its brackets are final now.</summary>
    private Operand Take()
    {
        var operand = _operands[^1];
        _operands.RemoveAt(_operands.Count - 1);
        if (operand.Brackets == 0) return operand;

        var node = operand.Node.InBrackets(operand.Brackets, operand.Span);
        _nodes[operand.Slot] = node;
        return operand with { Node = node };
    }

    private bool DoubleBarAt(int position) =>
        _tokens[position + 1].Kind == TokenKind.Bar && _tokens[position].End == _tokens[position + 1].Start;
}
