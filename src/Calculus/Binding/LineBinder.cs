using System.Diagnostics.CodeAnalysis;
using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Syntax;

namespace Calculus.Binding;

/// <summary>
/// Binds trees that are made after a definition was bound, such as the lines of an explanation. A tree may share parts with others:
/// each is bound once. Serves one graph and one thread.
/// </summary>
/// <param name="graph">Where expressions are made.</param>
/// <param name="names">The symbol of a name; null for a name without meaning.</param>
/// <param name="functions">The functions that can be called by name.</param>
internal sealed class LineBinder(Graph graph, Func<string, Symbol?> names, IReadOnlyDictionary<string, Function> functions)
{
    private readonly StatementBinder _binder = new(new LineScope(graph, names, functions), IndexScopes.None, []);

    /// <summary>The expression of a tree, its derivatives taken.</summary>
    /// <exception cref="FormulaException">A name or a construct has no meaning.</exception>
    /// <exception cref="LimitException">A number is beyond the range of doubles.</exception>
    public Expression Bind(SyntaxNode root)
    {
        ArgumentNullException.ThrowIfNull(root);
        var open = new Stack<SyntaxNode>([root]);
        while (open.TryPeek(out var node))
        {
            graph.Budget.Visit();
            var waiting = open.Count;
            foreach (var part in PartsOf(node))
            {
                if (!_binder.IsBound(part)) open.Push(part);
            }

            if (open.Count > waiting) continue;
            open.Pop();
            if (!_binder.IsBound(node)) Add(node);
        }

        return _binder.Bound(root).Value;
    }

    // Nobody wrote the numbers of a line: they came from arithmetic.
    private void Add(SyntaxNode node)
    {
        try
        {
            _binder.Add(node);
        }
        catch (FormulaException) when (node.Kind is SyntaxKind.Number)
        {
            throw new LimitException("exactBits", graph.Budget.Limits.ExactBits, "A number in a line of the explanation is larger or smaller than a double can hold.");
        }
    }

    private static IEnumerable<SyntaxNode> PartsOf(SyntaxNode node) => node.Kind switch
    {
        SyntaxKind.Add or SyntaxKind.Subtract => Chains.Sum(node).Select(static link => link.Term),
        SyntaxKind.Multiply or SyntaxKind.Divide => Chains.Product(node).Select(static link => link.Factor),
        _ => node.Children,
    };

    private sealed class LineScope(Graph graph, Func<string, Symbol?> names, IReadOnlyDictionary<string, Function> functions) : IScope
    {
        public Graph Graph => graph;

        public IReadOnlyDictionary<string, Function> Functions => functions;

        public IReadOnlyDictionary<string, double> Data { get; } = new Dictionary<string, double>(StringComparer.Ordinal);

        public bool IsDeclared(string name) => true;

        public ArrayValue? ArrayNamed(string name) => null; // what was read has been checked

        public string NextIndex(string name) => name;

        public Bound Resolve(SyntaxNode name) => names(name.Text) ?? throw new FormulaException($"'{name.Text}' has no meaning here.", name.Span);

        public bool TryResolveVariable(SyntaxNode name, [NotNullWhen(true)] out Symbol? symbol)
        {
            symbol = name.Kind == SyntaxKind.Name ? names(name.Text) : null;
            return symbol is not null;
        }

        public bool TryHelper(string name, [NotNullWhen(true)] out Helper? helper)
        {
            helper = null;
            return false;
        }
    }
}
