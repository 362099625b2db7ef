namespace Calculus.Expressions;

/// <summary>
/// A value for every node of a graph, computed from its children's values in one loop over the graph and kept, so that asking
/// for many nodes stays linear. Serves one graph at a time and one thread.
/// </summary>
/// <typeparam name="T">What is known about a node.</typeparam>
/// <param name="of">The value of a node; the table it is given has the values of the children.</param>
public sealed class NodeTable<T>(Func<Expression, NodeTable<T>, T> of)
{
    private readonly List<T> _values = [];
    private Graph? _graph;

    /// <summary>The value of a node.</summary>
    public T this[Expression node]
    {
        get
        {
            if (node.Graph != _graph)
            {
                _graph = node.Graph;
                _values.Clear();
            }

            if (_values.Count <= node.Index) _values.EnsureCapacity(_graph.Nodes.Count);
            while (_values.Count <= node.Index)
            {
                _graph.Budget.Visit();
                _values.Add(of(_graph.Nodes[_values.Count], this));
            }

            return _values[node.Index];
        }
    }
}
