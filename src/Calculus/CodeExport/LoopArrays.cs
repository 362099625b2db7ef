using System.Globalization;
using Calculus.Expressions;

namespace Calculus.CodeExport;

/// <summary>
/// Arrays in C and its relatives: row by row in one block. What is computed entry by entry is one formula of the entry's position and
/// is written where it is used; products, reductions, slices and stacks get an array of their own, filled by loops.
/// </summary>
internal sealed class LoopArrays : ArrayWriter
{
    private readonly CFamily _dialect;
    private readonly Dictionary<Expression, string> _held = [];
    private readonly List<string> _indices = [];

    /// <summary>Begins a function.</summary>
    /// <param name="formulas">The walk.</param>
    /// <param name="dialect">The language.</param>
    public LoopArrays(Formulas formulas, CFamily dialect)
        : base(formulas) => (_dialect, Place) = (dialect, formulas.NameForIndex("i"));

    /// <summary>The name of the position of an entry.</summary>
    public string Place { get; }

    /// <inheritdoc/>
    public override Fragment Symbol(Symbol symbol, string name)
    {
        if (symbol.Shape.IsScalar) return Fragment.Atom(name);
        _held[symbol] = name;
        return Entry(name);
    }

    /// <inheritdoc/>
    public override Fragment Range(int length) => new($"{Place} + 1.0", Tightness.Sum);

    /// <inheritdoc/>
    public override bool IsHeld(Expression node) => _held.ContainsKey(node);

    /// <inheritdoc/>
    public override Fragment Named(Expression node, string name, Fragment fragment)
    {
        if (node.Shape.IsScalar)
        {
            Walk.Add(_dialect.Let(name, fragment));
            return Fragment.Atom(name) with { IsCondition = fragment.IsCondition, IsPlain = fragment.IsPlain };
        }

        var value = _dialect.AsNumber(fragment);
        Declare(name, node.Shape);
        Walk.Add($"{_dialect.Loop(Place, node.Shape.Count)} {name}[{Place}] = {value.Text};");
        _held[node] = name;
        return Entry(name);
    }

    /// <inheritdoc/>
    public override Fragment Of(Expression node) => node switch
    {
        Contraction contraction => new LoopProducts(Walk, this).Of(contraction),
        Reduce reduce => new LoopReductions(Walk, this).Of(reduce),
        Slice slice => OfSlice(slice),
        Stack stack => OfStack(stack),
        MatrixFunction function => OfMatrix(function),
        _ => throw new CodeException("language", $"{_dialect.Language} has no counterpart of this function."),
    };

    /// <summary>The name of the array that holds a node's entries; makes one where there is none.</summary>
    public string Held(Expression node)
    {
        if (_held.TryGetValue(node, out var known)) return known;
        var name = Walk.NameForPart();
        Walk.Replace(node, Named(node, name, Walk.Value(node)));
        return name;
    }

    /// <summary>Declares an array for a node and records that it holds the node's entries.</summary>
    public (string Name, Fragment Entry) Hold(Expression node, bool isCleared = false)
    {
        var name = Walk.NameForPart();
        Declare(name, node.Shape);
        if (isCleared) Walk.Add($"{_dialect.Loop(Place, node.Shape.Count)} {name}[{Place}] = 0.0;");
        _held[node] = name;
        return (name, Entry(name));
    }

    /// <summary>Declares an array.</summary>
    public void Declare(string name, Shape shape) => Walk.Add(_dialect.Buffer(name, shape.Count));

    /// <summary>The head of a loop.</summary>
    public string Loop(string index, long count) => _dialect.Loop(index, count);

    /// <summary>A line of C in the language.</summary>
    public string Line(string c) => _dialect.InLanguage(c);

    /// <summary>Records that a node is the number of that name.</summary>
    public Fragment HoldNumber(Expression node, string name)
    {
        _held[node] = name;
        return Fragment.Atom(name);
    }

    /// <summary>A statement inside nested loops.</summary>
    public void Nest(IEnumerable<(string Index, long Count)> loops, params IReadOnlyList<string> statements)
    {
        var (head, indent) = (loops.Select(loop => Loop(loop.Index, loop.Count)).ToList(), 0);
        var text = string.Join(" ", head);
        if (statements is [var only])
        {
            Walk.Add(text.Length == 0 ? only : $"{text} {only}");
            return;
        }

        if (text.Length > 0) Walk.Add($"{text} {{");
        if (text.Length > 0) indent = 4;
        foreach (var statement in statements) Walk.Add(new string(' ', indent) + statement);
        if (text.Length > 0) Walk.Add("}");
    }

    /// <summary>The position of an entry by the indices of its axes.</summary>
    public static string Offset(IReadOnlyList<string> indices, IReadOnlyList<Dimension> lengths)
    {
        var (terms, stride) = (new List<string>(), 1L);
        for (var axis = indices.Count - 1; axis >= 0; axis--)
        {
            var index = indices[axis];
            var factor = index.Contains(' ', StringComparison.Ordinal) ? $"({index})" : index;
            if (!string.Equals(index, "0", StringComparison.Ordinal)) terms.Insert(0, stride == 1 ? index : string.Create(CultureInfo.InvariantCulture, $"{factor} * {stride}"));
            stride *= lengths[axis].Length;
        }

        return terms.Count == 0 ? "0" : string.Join(" + ", terms);
    }

    private Fragment Entry(string name) => Fragment.Atom($"{name}[{Place}]");

    private Fragment OfSlice(Slice slice)
    {
        var from = Held(slice.Argument);
        var (name, entry) = Hold(slice, slice.IsPut);
        var small = slice.IsPut ? slice.Argument.Shape : slice.Shape;
        var large = slice.IsPut ? slice.Shape : slice.Argument.Shape;
        var indices = Indices(small.Rank);
        string[] places = [.. indices.Select((index, axis) => Stepped(index, slice.Selections[axis]))];
        var (own, other) = (Offset(indices, small.Dimensions.ToArray()), Offset(places, large.Dimensions.ToArray()));
        Nest(indices.Select((index, axis) => (index, (long)small[axis].Length)), slice.IsPut ? $"{name}[{other}] += {from}[{own}];" : $"{name}[{own}] = {from}[{other}];");
        return entry;
    }

    private static string Stepped(string index, Selection selection) => (selection.Start, selection.Step) switch
    {
        (0, 1) => index,
        (var start, 0) => start.ToString(CultureInfo.InvariantCulture),
        (var start, 1) => string.Create(CultureInfo.InvariantCulture, $"{index} + {start}"),
        (var start, < 0 and var step) => string.Create(CultureInfo.InvariantCulture, $"{start} - {-step} * {index}"),
        (var start, var step) => string.Create(CultureInfo.InvariantCulture, $"{start} + {step} * {index}"),
    };

    private Fragment OfStack(Stack stack)
    {
        var inner = 1L;
        for (var axis = stack.Axis + 1; axis < stack.Shape.Rank; axis++) inner *= stack.Shape[axis].Length;
        var values = stack.Axis == 0 ? [.. stack.Parts.Select(part => Walk.Value(part).Text)] : stack.Parts.Select(Held).ToList();
        var (name, entry) = Hold(stack);
        for (var place = 0; place < stack.Parts.Length; place++)
        {
            Walk.Budget.Visit();
            var part = stack.Parts[place].Shape;
            if (part.IsScalar) Walk.Add(string.Create(CultureInfo.InvariantCulture, $"{name}[{place}] = {values[place]};"));
            else if (stack.Axis == 0) Walk.Add(string.Create(CultureInfo.InvariantCulture, $"{Loop(Place, part.Count)} {name}[{place * inner} + {Place}] = {values[place]};"));
            else AddPart(stack, place, values[place], name);
        }

        return entry;
    }

    private void AddPart(Stack stack, int place, string from, string to)
    {
        var part = stack.Parts[place].Shape;
        var indices = Indices(part.Rank);
        string[] places = [.. indices.Take(stack.Axis), place.ToString(CultureInfo.InvariantCulture), .. indices.Skip(stack.Axis)];
        Nest(indices.Select((index, axis) => (index, (long)part[axis].Length)),
            $"{to}[{Offset(places, stack.Shape.Dimensions.ToArray())}] = {from}[{Offset(indices, part.Dimensions.ToArray())}];");
    }

    /// <summary>Names for the indices of axes.</summary>
    public string[] Indices(int count)
    {
        while (_indices.Count < count) _indices.Add(_indices.Count == 0 ? Place : Walk.NameForIndex(((char)('i' + _indices.Count)).ToString()));
        return [.. _indices.Take(count)];
    }

    private Fragment OfMatrix(MatrixFunction function)
    {
        var from = Held(function.Argument);
        var shape = function.Argument.Shape;
        var n = shape[0].Length.ToString(CultureInfo.InvariantCulture);
        var copy = Walk.NameForPart();
        Declare(copy, shape);
        Walk.Add($"{Loop(Place, shape.Count)} {copy}[{Place}] = {from}[{Place}];");
        switch (function.Operation)
        {
            case MatrixOperation.Inverse:
                var (inverse, entry) = Hold(function);
                Walk.Add($"invert({copy}, {inverse}, {n});");
                return entry;
            case MatrixOperation.Cofactors:
                var (cofactors, cofactor) = Hold(function);
                var work = Walk.NameForPart();
                Declare(work, shape);
                var indices = Indices(2);
                Nest(indices.Select(index => (index, (long)shape[0].Length)), $"{cofactors}[{Offset(indices, shape.Dimensions.ToArray())}] = cofactor({copy}, {work}, {indices[0]}, {indices[1]}, {n});");
                return cofactor;
            default:
                var name = Walk.NameForPart();
                Walk.Add(_dialect.Let(name, Fragment.Atom($"{(function.Operation == MatrixOperation.Determinant ? "determinant" : "log_determinant")}({copy}, {n})")));
                return HoldNumber(function, name);
        }
    }
}
