namespace Calculus.Expressions;

/// <summary>
/// A value for nodes of a graph, computed from their children's values and kept, so that asking for many nodes stays linear. Only what is
/// asked for, and what that depends on, is computed. Serves one graph at a time and one thread.
/// </summary>
/// <typeparam name="T">What is known about a node.</typeparam>
/// <param name="of">The value of a node; the table it is given has the values of the children.</param>
internal sealed class NodeTable<T>(Func<Expression, NodeTable<T>, T> of)
{
    private T[] _values = [];
    private bool[] _isKnown = [];
    private Graph? _graph;

    /// <summary>The value of a node.</summary>
    public T this[Expression node]
    {
        get
        {
            var index = node.Index;
            if (node.Graph != _graph || index >= _values.Length) Widen(node);
            return _isKnown[index] ? _values[index] : Found(node);
        }
    }

    private T Found(Expression node)
    {
        if (AreChildrenKnown(node)) return Kept(node);
        foreach (var below in Reachable.Without(IsKnown, node)) Kept(below);
        return _values[node.Index];
    }

    private T Kept(Expression node)
    {
        node.Graph.Budget.Visit();
        var value = of(node, this);
        if (node.Index >= _values.Length) Widen(node);
        (_values[node.Index], _isKnown[node.Index]) = (value, true);
        return value;
    }

    private bool AreChildrenKnown(Expression node)
    {
        for (var place = node.ChildCount - 1; place >= 0; place--)
        {
            if (!_isKnown[node.Child(place).Index]) return false;
        }

        return true;
    }

    private bool IsKnown(Expression node) => node.Index < _isKnown.Length && _isKnown[node.Index];

    private void Widen(Expression node)
    {
        if (node.Graph != _graph)
        {
            _graph = node.Graph;
            (_values, _isKnown) = ([], []);
        }

        var length = Math.Max(_graph.Made.Count, _values.Length * 2);
        Array.Resize(ref _values, length);
        Array.Resize(ref _isKnown, length);
    }
}
