using Calculus.Expressions;

namespace Calculus.Matrices;

/// <summary>
/// Contractions in matrix notation. Labels are the vertices of a graph, matrices its edges, vectors marks on a vertex. While
/// any label is left to sum over, the cheapest is removed: one with marks only, one at the end of an edge, one between two edges.
/// Where three edges meet at every such label, or an array has more than two axes, there is no matrix notation.
/// </summary>
internal sealed class MatrixNotation
{
    private readonly Contraction _contraction;
    private readonly List<Edge> _edges = [];
    private readonly Dictionary<char, List<Form>> _marks = [];
    private readonly List<Form> _numbers = [];
    private readonly HashSet<char> _bound = [];

    private MatrixNotation(Contraction contraction) => _contraction = contraction;

    /// <summary>The matrix notation; null where there is none.</summary>
    public static Form? Of(Contraction contraction)
    {
        if (contraction.Out.Length > 2 || contraction.Factors.Any(static factor => factor.Labels.Length is 0 or > 2)) return null;
        return new MatrixNotation(contraction).Read();
    }

    private Form? Read()
    {
        for (var i = 0; i < _contraction.Dimensions.Length; i++)
        {
            var label = (char)('a' + i);
            _marks[label] = [];
            if (!_contraction.Out.Contains(label, StringComparison.Ordinal)) _bound.Add(label);
        }

        foreach (var factor in _contraction.Factors)
        {
            _contraction.Graph.Budget.Visit();
            if (factor.Labels.Length == 1) _marks[factor.Labels[0]].Add(Form.Of(factor.Of));
            else if (Line(factor) is var (label, line)) _marks[label].Add(line);
            else _edges.Add(new Edge(Form.Of(factor.Of), factor.Labels[0], factor.Labels[1]));
        }

        while (true)
        {
            Join();
            if (_bound.Count == 0) break;
            var next = _bound.MinBy(label => (Degree(label), Ends(label) ? 0 : 1, label));
            if (Degree(next) > 2) return null;
            TakeAway(next);
        }

        return Finished();
    }

    // A single row or column of a matrix is a vector.
    private (char Label, Form Line)? Line(Factor factor)
    {
        if (factor.Of is not Slice { IsPut: false } slice || slice.Shape.Count == 1) return null;
        for (var axis = 0; axis < 2; axis++)
        {
            var label = factor.Labels[axis];
            if (_contraction.DimensionOf(label) is not { IsSymbolic: false, Length: 1 } || !_bound.Contains(label) || factor.Labels[1 - axis] == label) continue;
            if (_contraction.Factors.Count(other => other.Labels.Contains(label, StringComparison.Ordinal)) > 1) continue;
            _bound.Remove(label);
            return (factor.Labels[1 - axis], axis == 0 ? Form.ColumnSum(Form.Of(factor.Of)) : Form.RowSum(Form.Of(factor.Of)));
        }

        return null;
    }

    private int Degree(char label) => _edges.Count(edge => edge.Touches(label));

    // M @ u needs no transpose.
    private bool Ends(char label) => _edges.Exists(edge => edge.To == label);

    // Loops become marks, and edges between the same two labels become one.
    private void Join()
    {
        for (var i = 0; i < _edges.Count; i++)
        {
            if (_edges[i].From == _edges[i].To)
            {
                _marks[_edges[i].From].Add(Form.Diagonal(_edges[i].Of));
                _edges.RemoveAt(i--);
                continue;
            }

            for (var j = i + 1; j < _edges.Count; j++)
            {
                var (first, second) = (_edges[i], _edges[j]);
                if (!second.Touches(first.From) || !second.Touches(first.To)) continue;
                if (second.From != first.From && IsClosed(first))
                {
                    _numbers.Add(Form.Trace(Form.MatrixProduct(Square(first.From), first.Of, second.Of)));
                    _bound.Remove(first.From);
                    _bound.Remove(first.To);
                    _edges.RemoveAt(j);
                    _edges.RemoveAt(i--);
                    break;
                }

                var turned = second.From == first.From ? second.Of : Form.Transposed(second.Of);
                _edges[i] = first with { Of = Form.Times([first.Of, turned]) };
                _edges.RemoveAt(j--);
            }
        }
    }

    private bool IsClosed(Edge edge) =>
        _bound.Contains(edge.From) && _bound.Contains(edge.To) && _marks[edge.From].Count + _marks[edge.To].Count == 0
        && Degree(edge.From) == 2 && Degree(edge.To) == 2;

    private void TakeAway(char label)
    {
        var marks = _marks[label];
        var edges = _edges.Where(edge => edge.Touches(label)).ToList();
        _bound.Remove(label);
        _edges.RemoveAll(edges.Contains);
        switch (edges)
        {
            case []:
                _numbers.Add(Total(marks));
                break;
            case [var edge]:
                var other = edge.Other(label);
                var toLabel = edge.To == label;
                if (marks.Count > 0)
                {
                    _marks[other].Add(Form.MatrixProduct(new Shape(_contraction.DimensionOf(other)), toLabel ? edge.Of : Form.Transposed(edge.Of), Form.Times(marks)));
                }
                else if (_bound.Contains(other) && _marks[other].Count == 0 && Degree(other) == 0)
                {
                    _numbers.Add(Form.Sum(edge.Of.Kind == FormKind.Transpose ? edge.Of.Parts[0] : edge.Of));
                    _bound.Remove(other);
                }
                else
                {
                    _marks[other].Add(toLabel ? Form.RowSum(edge.Of) : Form.ColumnSum(edge.Of));
                }

                break;
            case [var first, var second]:
                var (from, to) = (first.Other(label), second.Other(label));
                var shape = new Shape(_contraction.DimensionOf(from), _contraction.DimensionOf(to));
                var left = first.To == label ? first.Of : Form.Transposed(first.Of);
                var right = second.From == label ? second.Of : Form.Transposed(second.Of);
                var product = marks.Count == 0
                    ? Form.MatrixProduct(shape, left, right)
                    : Form.MatrixProduct(shape, left, Form.Diagonal(Form.Times(marks)), right);
                var turned = Form.Transposed(product);
                _edges.Add(turned.Operations < product.Operations ? new Edge(turned, to, from) : new Edge(product, from, to));
                break;
        }
    }

    // Σ of one vector, or the product of a row and a vector.
    private static Form Total(List<Form> marks)
    {
        var factors = marks.SelectMany(Entries).ToList();
        if (factors.Count == 1) return Form.Sum(factors[0]);
        var row = factors.FindIndex(static factor => factor is { Kind: FormKind.Part, Node: Symbol });
        if (row < 0) row = factors.FindIndex(static factor => factor.Kind == FormKind.Part && !IsReciprocal(factor.Node!));
        if (row < 0) row = 0;
        var left = factors[row];
        factors.RemoveAt(row);
        return Form.MatrixProduct(Shape.Scalar, Form.Transposed(left), Form.Times(factors));
    }

    private static IEnumerable<Form> Entries(Form mark) =>
        mark is { Kind: FormKind.Part, Node: Product { Coefficient.IsOne: true } product } ? product.Factors.Select(Form.Of) : [mark];

    private static bool IsReciprocal(Expression node) => Functions.Power.Parts(node).Exponent is Number { Value.Sign: < 0 };

    private Form? Finished()
    {
        var value = _contraction.Out switch
        {
            "" => null,
            "a" => _marks['a'].Count == 0 ? Form.Ones(_contraction.Dimensions[0]) : Form.Times(_marks['a']),
            "aa" => _marks['a'].Count == 0 ? Form.Unit(_contraction.Dimensions[0]) : Form.Diagonal(Form.Times(_marks['a'])),
            _ => Matrix(),
        };
        if (value is null) return _numbers.Count == 1 ? _numbers[0] : _numbers.Count == 0 ? null : Form.Times(_numbers);
        return _numbers.Count == 0 ? value : null;
    }

    private Shape Square(char label) => new(_contraction.DimensionOf(label), _contraction.DimensionOf(label));

    private Form Matrix()
    {
        var (rows, columns) = (_marks['a'], _marks['b']);
        if (_edges is [var edge])
        {
            var matrix = edge.From == 'a' ? edge.Of : Form.Transposed(edge.Of);
            if (rows.Count > 0) matrix = Form.MatrixProduct(matrix.Shape, Form.Diagonal(Form.Times(rows)), matrix);
            return columns.Count > 0 ? Form.MatrixProduct(matrix.Shape, matrix, Form.Diagonal(Form.Times(columns))) : matrix;
        }

        if (rows.Count + columns.Count == 0) return Form.Ones(_contraction.Dimensions[0], _contraction.Dimensions[1]);
        return Form.Outer(
            rows.Count > 0 ? Form.Times(rows) : Form.Ones(_contraction.Dimensions[0]),
            columns.Count > 0 ? Form.Times(columns) : Form.Ones(_contraction.Dimensions[1]));
    }

    private sealed record Edge(Form Of, char From, char To)
    {
        public bool Touches(char label) => From == label || To == label;

        public char Other(char label) => From == label ? To : From;
    }
}
