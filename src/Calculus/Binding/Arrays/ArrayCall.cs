using Calculus.Expressions;
using Calculus.Syntax;

namespace Calculus.Binding.Arrays;

/// <summary>A call of a function of arrays: its arguments, and the labels by which they are multiplied.</summary>
/// <param name="graph">Where expressions are made.</param>
/// <param name="node">The call as written.</param>
/// <param name="arguments">Its arguments.</param>
/// <param name="alignment">The indices that may be open here.</param>
/// <param name="scope">What names mean.</param>
/// <param name="lengthOf">Reads a length from an expression.</param>
internal sealed class ArrayCall(Graph graph, SyntaxNode node, Bound[] arguments, Alignment alignment, IScope scope, Func<Expression, Dimension?> lengthOf)
{
    public Graph Graph => graph;

    public int Count => arguments.Length;

    /// <summary>What follows the arguments by name.</summary>
    public CallOptions Options { get; init; }

    /// <summary>What names mean.</summary>
    public IScope Scope => scope;

    /// <summary>The name under which it is called.</summary>
    public string Name => node.Text;

    /// <summary>Where it stands.</summary>
    public TextSpan Span => node.Span;

    /// <summary>Where an argument stands.</summary>
    public TextSpan SpanOf(int place) => node.Children[place].Span;

    /// <summary>The variable that an argument names.</summary>
    public Symbol Variable(int place)
    {
        var by = node.Children[place];
        if (scope.TryResolveVariable(by, out var symbol)) return symbol;
        throw by.Kind == SyntaxKind.Name
            ? new FormulaException($"'{by.Text}' is a constant here, but '{Name}' differentiates by a variable.", by.Span, $"write {Name}(u, x) with a variable x")
            : new FormulaException($"What follows the first argument of '{Name}' must be names of variables.", by.Span, $"write {Name}(u, x)");
    }

    /// <summary>One argument.</summary>
    public Bound this[int place] => arguments[place];

    /// <summary>The indices that the arguments have open together.</summary>
    public string[] Open => alignment.Union(arguments);

    /// <summary>The labels of the open indices of all arguments.</summary>
    public string Kept => Graph.Alphabet(Open.Length);

    /// <summary>Labels for axes besides those of open indices.</summary>
    public string Own(int rank, int from = 0) => Graph.Alphabet(rank, Open.Length + from);

    /// <summary>An argument under labels of its own axes.</summary>
    public Factor Factor(int place, string own) => Factor(arguments[place], own);

    /// <summary>A part under labels of its own axes.</summary>
    public Factor Factor(Bound part, string own)
    {
        var (open, kept) = (Open, Kept);
        return new Factor(part.Value, new string([.. part.Open.Select(name => kept[Array.IndexOf(open, name)])]) + own);
    }

    /// <summary>The value of a contraction with the axes of open indices first.</summary>
    public Bound Contract(Rational coefficient, ReadOnlySpan<Factor> factors, string own, IReadOnlyDictionary<char, Dimension>? repeated = null, bool isRow = false)
    {
        var lengths = new Dictionary<char, Dimension>(repeated ?? new Dictionary<char, Dimension>());
        foreach (var (name, length) in Alignment.Lengths(arguments)) lengths.TryAdd(Kept[Array.IndexOf(Open, name)], length);
        return new Bound(graph.Contract(coefficient, factors, Kept + own, lengths), isRow, Open);
    }

    /// <summary>Entry by entry, with all arguments brought to the same open indices; their shapes match.</summary>
    public Bound EntryByEntry(Func<Expression[], Expression> make) => EntryByEntry(arguments, make);

    /// <summary>The same for other parts.</summary>
    public Bound EntryByEntry(Bound[] parts, Func<Expression[], Expression> make)
    {
        var extent = new Extent(Shape.Scalar, false);
        foreach (var part in parts) extent = Extent.Joined(extent, part) ?? throw new ArgumentException($"{extent} and {(Extent)part} do not go together entry by entry.", nameof(parts));
        var (open, lengths) = (alignment.Union(parts), Alignment.Lengths(parts));
        return new Bound(make([.. parts.Select(part => Alignment.Spread(part, open, lengths, extent.Shape))]), extent.IsRow, open);
    }

    /// <summary>The axes of a part to work along, from 0: the one that the call names, otherwise all of them.</summary>
    public int[] Axes(Bound part)
    {
        if (Options.Axis is not var (number, span)) return [.. Enumerable.Range(0, part.Rank)];
        var axis = number < 0 ? number + part.Rank : number;
        if (axis >= 0 && axis < part.Rank && !part.IsRow) return [axis];
        throw new FormulaException(
            part.Rank == 0 ? $"A number has no axis, but this is axis {number}." : part.IsRow ? "An axis of a row can be taken in two ways."
            : $"{char.ToUpperInvariant(part.ToString()[0])}{part.ToString()[1..]} has {(part.Rank == 1 ? "only axis 0" : $"the axes 0 to {part.Rank - 1}")}, but this is axis {number}.",
            span, part.IsRow ? "leave out the prime" : part.Rank == 2 ? "axis=0 goes down each column, axis=1 along each row" : null)
        { IsOfShapes = true };
    }

    /// <summary>The axes to work along where, without a named one, it is the last.</summary>
    public int[] AxesOrLast(Bound part) => Options.Axis is null ? [part.Rank - 1] : Axes(part);

    /// <summary>A function of the entries along some of a part's own axes, which stay with one entry where the call says so.</summary>
    public Bound Reduce(Reduction reduction, Bound part, params ReadOnlySpan<int> axes)
    {
        if (part.Rank == 0) return new Bound(Entrywise(reduction, part.Value), false, part.Open);
        var own = axes.Length == 0 ? Axes(part) : axes.ToArray();
        return WithAxes(new Bound(graph.Reduce(reduction, part.Value, [.. own.Select(axis => axis + part.Open.Length)]), false, part.Open), part, own);
    }

    /// <summary>The sum of the entries along some of a part's own axes, which stay with one entry where the call says so.</summary>
    public Bound Sum(Bound part, params ReadOnlySpan<int> axes)
    {
        var own = axes.Length == 0 ? Axes(part) : axes.ToArray();
        if (part.Rank == 0) return part;
        var labels = Graph.Alphabet(part.Value.Shape.Rank);
        var rest = new string([.. labels.Where((_, axis) => !own.Contains(axis - part.Open.Length))]);
        return WithAxes(new Bound(graph.Contract(Rational.One, [new Factor(part.Value, labels)], rest), false, part.Open), part, own);
    }

    /// <summary>Puts back the axes that a result lacks, each with one entry, where the call says so.</summary>
    /// <param name="result">What the part has become.</param>
    /// <param name="part">The part.</param>
    /// <param name="axes">The part's axes that the result lacks.</param>
    /// <param name="always">Whether to do so whatever the call says.</param>
    public Bound WithAxes(Bound result, Bound part, ReadOnlySpan<int> axes, bool always = false)
    {
        if (part.Rank == 0 || !(Options.Keeps || always) || result.Rank == part.Rank) return result;
        var labels = Graph.Alphabet(part.Value.Shape.Rank);
        var (rest, ones) = (labels, new Dictionary<char, Dimension>());
        foreach (var axis in axes)
        {
            var label = labels[axis + part.Open.Length];
            ones[label] = 1;
            rest = rest.Replace(label.ToString(), string.Empty, StringComparison.Ordinal);
        }

        return result with { Value = graph.Contract(Rational.One, [new Factor(result.Value, rest)], labels, ones) };
    }

    /// <summary>The number of entries: n.</summary>
    public Expression CountOf(Bound part)
    {
        Expression count = graph.One;
        foreach (var length in part.Shape.Dimensions) count *= length.Name is { } name ? graph.Symbol(name, SymbolRole.Dimension) : graph.Number(length.Length);
        return count;
    }

    /// <summary>The number of entries as a factor: 1/n.</summary>
    public Expression Share(Bound part, params ReadOnlySpan<int> axes)
    {
        var own = axes.Length == 0 ? Enumerable.Range(0, part.Rank) : axes.ToArray();
        Expression share = graph.One;
        foreach (var axis in own)
        {
            var length = part.Shape[axis];
            share = length.Name is { } name ? share / graph.Symbol(name, SymbolRole.Dimension) : Rational.Of(1, Math.Max(1, length.Length)) * share;
        }

        return share;
    }

    /// <summary>The length that an argument gives, at least 1.</summary>
    public Dimension LengthOfAxis(int place) => Length(place) is var length && (length.IsSymbolic || length.Length > 0)
        ? length
        : throw new FormulaException($"'{node.Text}' makes an array with at least one entry along each axis, but this length is 0.", node.Children[place].Span) { IsOfShapes = true };

    /// <summary>The length that an argument gives; it may be 0.</summary>
    public Dimension Length(int place)
    {
        var length = lengthOf(arguments[place].Value);
        if (length is { IsSymbolic: false, Length: < 0 or > 1_000_000 } || length is null)
            throw new FormulaException("A length must be a whole number, a length of the data, or a whole number given in data.", node.Children[place].Span);
        return length.Value;
    }

    /// <summary>Refuses an argument by its shape.</summary>
    public FormulaException Refuse(int place, string wanted, string? hint = null) =>
        new($"'{node.Text}' needs {wanted}, but this is {arguments[place]}.", node.Children[place].Span, hint) { IsOfShapes = true };

    /// <summary>Refuses two arguments that do not match.</summary>
    public FormulaException RefusePair(int first, int second, string wanted) =>
        new($"'{node.Text}' needs {wanted}, but these are {arguments[first]} and {arguments[second]}.", node.Children[second].Span) { IsOfShapes = true };

    /// <summary>Checks the number of axes of an argument.</summary>
    public void Expect(int place, int rank, string wanted, string? hint = null)
    {
        if (arguments[place].Rank != rank) throw Refuse(place, wanted, hint);
    }

    /// <summary>Checks that an argument is a square matrix outside sums over an index.</summary>
    public void ExpectSquare(int place)
    {
        Expect(place, 2, "a square matrix");
        if (arguments[place].Shape[0] != arguments[place].Shape[1]) throw Refuse(place, "a square matrix");
        if (arguments[place].Open.Length > 0) throw new FormulaException($"'{node.Text}' is not supported inside a sum or table over an index.", node.Span);
    }

    /// <summary>
    /// Checks that two arguments have the same shape, or one of them is a number. A matrix of one column beside a vector of as many
    /// entries, which pairs them, is taken as a vector.
    /// </summary>
    public void ExpectAlike(int first, int second)
    {
        if (Extent.IsDoubtful(arguments[first], arguments[second])) arguments[first] = Flat(arguments[first]);
        if (Extent.IsDoubtful(arguments[second], arguments[first])) arguments[second] = Flat(arguments[second]);
        var (a, b) = (arguments[first], arguments[second]);
        if (a.IsScalar || b.IsScalar || a.Shape == b.Shape) return;
        throw RefusePair(first, second, "arrays of the same shape");
    }

    private Bound Flat(Bound column)
    {
        var labels = Graph.Alphabet(column.Value.Shape.Rank);
        return column with { Value = graph.Contract(Rational.One, [new Factor(column.Value, labels)], labels[..^1]) };
    }

    private Expression Entrywise(Reduction reduction, Expression value) => reduction switch
    {
        Reduction.Norm => Functions.Abs.Of(value),
        Reduction.ArgMax => graph.One,
        _ => value,
    };
}
