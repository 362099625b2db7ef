using System.Globalization;
using Calculus.Expressions;
using Calculus.Syntax;

namespace Calculus.Printing;

/// <summary>How entries that are taken from an array, or put into one, are written.</summary>
internal static class SliceNotation
{
    /// <summary>The slice as it is written.</summary>
    /// <param name="slice">The slice.</param>
    /// <param name="argument">Its argument as it is written.</param>
    /// <param name="graph">Where it is written.</param>
    /// <param name="freshNames">Gives names that nothing else has.</param>
    public static Expression Of(Slice slice, Expression argument, Graph graph, Func<int, string[]> freshNames)
    {
        if (slice.IsPut) return Put(slice, argument, graph, freshNames);
        return slice.Selections.All(static selection => selection.Step == 1 || selection.Count == 1)
            ? Taken(slice.Shape, argument, slice.Selections, graph)
            : Table(slice, argument, graph, freshNames);
    }

    /// <summary><c>A[1, :]</c>: a single row or column, or a part of it.</summary>
    /// <param name="slice">The slice of a matrix.</param>
    /// <param name="axis">The axis of which it takes one place.</param>
    /// <param name="argument">Its argument as it is written.</param>
    /// <param name="graph">Where it is written.</param>
    public static Expression Line(Slice slice, int axis, Expression argument, Graph graph)
    {
        var place = (slice.Selections[axis].Start + 1).ToString(CultureInfo.InvariantCulture);
        var ranges = slice.Selections.Select((selection, own) => own == axis ? (Syntax: SyntaxPattern.Digits(place), Latex: place) : Range(selection)).ToList();
        return Indexed(new Shape(slice.Shape[1 - axis]), argument, ranges, graph);
    }

    /// <summary><c>x[i + 1]</c>: the entry at a place that an index gives.</summary>
    /// <param name="selection">The places that the index runs through.</param>
    /// <param name="index">The index, which runs from 1.</param>
    /// <param name="array">The vector as it is written.</param>
    /// <param name="graph">Where it is written.</param>
    public static Expression AtIndex(Selection selection, string index, Expression array, Graph graph) =>
        Indexed(Shape.Scalar, array, [Place(selection, index)], graph);

    private static (SyntaxPattern Syntax, string Latex) Range(Selection selection)
    {
        if (selection.IsAll) return (SyntaxPattern.WholeAxis, ":");
        var (first, last) = (selection.Start + 1, selection.Start + selection.Count.Length);
        return (SyntaxPattern.Slice(first, last), string.Create(CultureInfo.InvariantCulture, $"{first}:{last}"));
    }

    private static Call Taken(Shape shape, Expression argument, IReadOnlyList<Selection> selections, Graph graph) =>
        Indexed(shape, argument, selections.Select(Range).ToList(), graph);

    private static Call Indexed(Shape shape, Expression argument, List<(SyntaxPattern Syntax, string Latex)> ranges, Graph graph)
    {
        var entries = SyntaxPattern.Index(SyntaxPattern.At(0, Level.Postfix), ranges.ConvertAll(static range => range.Syntax));
        var latex = string.Join(", ", ranges.Select(static range => range.Latex));
        return graph.Written(new Notation(Level.Postfix, shape, entries, ["{", (0, Level.Atom), $"}}_{{{latex}}}"]), shape, [argument]);
    }

    // table(i = 1..n, x[2*i - 1])
    private static Call Table(Slice slice, Expression argument, Graph graph, Func<int, string[]> freshNames)
    {
        var names = freshNames(slice.Selections.Length);
        var places = slice.Selections.Select((selection, axis) => Place(selection, names[axis])).ToList();
        var entry = SyntaxPattern.Index(SyntaxPattern.At(0, Level.Postfix), places.ConvertAll(static place => place.Syntax));
        var latex = string.Join(", ", places.Select(static place => place.Latex));
        var notation = new Notation(
            Level.Postfix, slice.Shape, NotationOf.Table(slice.Shape, names, entry),
            [@"\left[ {", (0, Level.Atom), $@"}}_{{{latex}}} \right]{NotationOf.Below(slice.Shape, names)}"]);
        return graph.Written(notation, slice.Shape, [argument]);
    }

    // 2*i - 1
    private static (SyntaxPattern Syntax, string Latex) Place(Selection selection, string name)
    {
        if (selection.Step == 0) return (SyntaxPattern.Number(selection.Start + 1), (selection.Start + 1).ToString(CultureInfo.InvariantCulture));
        var offset = selection.Start + 1 - selection.Step;
        var scaled = selection.Step == 1
            ? (Syntax: SyntaxPattern.Name(name), Latex: name)
            : (Syntax: SyntaxPattern.Binary(SyntaxKind.Multiply, SyntaxPattern.Number(selection.Step), SyntaxPattern.Name(name)), Latex: string.Create(CultureInfo.InvariantCulture, $"{selection.Step}*{name}"));
        if (offset == 0) return scaled;
        return (
            SyntaxPattern.Binary(offset < 0 ? SyntaxKind.Subtract : SyntaxKind.Add, scaled.Syntax, SyntaxPattern.Number(Math.Abs(offset))),
            string.Create(CultureInfo.InvariantCulture, $"{scaled.Latex} {(offset < 0 ? '-' : '+')} {Math.Abs(offset)}"));
    }

    private static Expression Put(Slice slice, Expression argument, Graph graph, Func<int, string[]> freshNames)
    {
        if (slice.Selections.Length > 2 || slice.Selections.Any(static selection => selection is { Full.IsSymbolic: true, IsAll: false })) return PutByEntries(slice, argument, graph, freshNames);
        if (slice.Selections is [{ Step: 1 } only])
        {
            var (before, after) = (only.Start, only.Full.Length - only.Start - only.Count.Length);
            var padded = SyntaxPattern.Call("pad", SyntaxPattern.At(0), SyntaxPattern.Number(before), SyntaxPattern.Number(after));
            var latex = string.Create(CultureInfo.InvariantCulture, $@"\operatorname{{pad}}_{{{before},{after}}}\left(");
            return graph.Written(NotationOf.Around(slice.Shape, padded, latex, @"\right)"), slice.Shape, [argument]);
        }

        // Rows are placed by a matrix of ones and zeros on the left, columns by one on the right.
        var result = argument;
        for (var axis = 0; axis < slice.Selections.Length && axis < 2; axis++)
        {
            if (slice.Selections[axis].IsAll) continue;
            var places = Places(slice.Selections[axis], graph, freshNames, isTransposed: axis == 1);
            result = graph.Written(NotationOf.MatrixProduct(slice.Shape, 2), slice.Shape, axis == 0 ? [places, result] : [result, places]);
        }

        return result;
    }

    // table(i = 1..n, j = 1..m, k = 1..d, sum(p = 1..c, if(k == p + 1, T[i, j, p], 0)))
    private static Call PutByEntries(Slice slice, Expression argument, Graph graph, Func<int, string[]> freshNames)
    {
        var names = freshNames(slice.Selections.Length);
        var places = names.Select(static name => (Syntax: SyntaxPattern.Name(name), Latex: name)).ToArray();
        var (sums, conditions) = (new List<(string Index, Dimension Last)>(), new List<(string Index, SyntaxPattern Place, string Latex)>());
        for (var axis = 0; axis < names.Length; axis++)
        {
            var selection = slice.Selections[axis];
            if (selection.IsAll) continue;
            if (selection.Count is { IsSymbolic: false, Length: 1 })
            {
                places[axis] = (SyntaxPattern.Number(1), "1");
                conditions.Add((names[axis], SyntaxPattern.Number(selection.Start + 1), (selection.Start + 1).ToString(CultureInfo.InvariantCulture)));
                continue;
            }

            var index = freshNames(1)[0];
            places[axis] = (SyntaxPattern.Name(index), index);
            sums.Add((index, selection.Count));
            var place = Place(selection, index);
            conditions.Add((names[axis], place.Syntax, place.Latex));
        }

        var isOnes = Graph.IsOnes(slice.Argument);
        var entry = isOnes ? SyntaxPattern.Number(1) : SyntaxPattern.Index(SyntaxPattern.At(0, Level.Postfix), [.. places.Select(static place => place.Syntax)]);
        var condition = SyntaxPattern.Chain(
            SyntaxKind.And, conditions.Select(static each => SyntaxPattern.Binary(SyntaxKind.Equal, SyntaxPattern.Name(each.Index), each.Place)));
        var syntax = SyntaxPattern.If(condition, entry, SyntaxPattern.Number(0));
        if (sums.Count > 0) syntax = SyntaxPattern.Call("sum", [.. sums.Select(static sum => SyntaxPattern.Range(sum.Index, sum.Last)), syntax]);

        var deltas = string.Concat(conditions.Select(static each => $@"\delta_{{{each.Index}, {each.Latex}}} "));
        var sigma = string.Concat(sums.Select(static sum => NotationOf.Over("sum", sum.Index, sum.Last)));
        NotationPiece[] typeset = isOnes ? (conditions.Count > 0 ? [] : ["1"]) : ["{", (0, Level.Atom), $"}}_{{{string.Join(", ", places.Select(static place => place.Latex))}}}"];
        var notation = new Notation(
            Level.Postfix, slice.Shape, NotationOf.Table(slice.Shape, names, syntax), [$@"\left[ {sigma}{deltas}", .. typeset, $@" \right]{NotationOf.Below(slice.Shape, names)}"]);
        return graph.Written(notation, slice.Shape, isOnes ? [] : [argument]);
    }

    private static Call Places(Selection selection, Graph graph, Func<int, string[]> freshNames, bool isTransposed)
    {
        var shape = isTransposed ? new Shape(selection.Count, selection.Full) : new Shape(selection.Full, selection.Count);
        if (selection.Step == 1)
        {
            var unit = NotationOf.Unit(selection.Full);
            var all = Selection.All(selection.Full);
            return Taken(shape, graph.Written(unit, unit.Shape, []), isTransposed ? [selection, all] : [all, selection], graph);
        }

        var names = freshNames(2);
        var (full, count) = isTransposed ? (names[1], names[0]) : (names[0], names[1]);
        var place = Place(selection, count);
        var entry = SyntaxPattern.If(
            SyntaxPattern.Binary(SyntaxKind.Equal, SyntaxPattern.Name(full), place.Syntax), SyntaxPattern.Number(1), SyntaxPattern.Number(0));
        return graph.Written(
            NotationOf.Words(shape, NotationOf.Table(shape, names, entry), $@"\left[ \delta_{{{full}, {place.Latex}}} \right]{NotationOf.Below(shape, names)}"), shape, []);
    }
}
