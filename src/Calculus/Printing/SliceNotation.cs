using System.Globalization;
using Calculus.Expressions;

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
            ? Taken(slice.Shape, argument, slice.Selections.Select(static selection => Range(selection)), graph)
            : Table(slice, argument, graph, freshNames);
    }

    private static string Range(Selection selection) => selection.IsAll ? ":"
        : string.Create(CultureInfo.InvariantCulture, $"{selection.Start + 1}:{selection.Start + selection.Count.Length}");

    private static Call Taken(Shape shape, Expression argument, IEnumerable<string> ranges, Graph graph)
    {
        var places = string.Join(", ", ranges);
        return graph.Written(new Notation(Level.Postfix, shape, [(0, Level.Postfix), $"[{places}]"], ["{", (0, Level.Atom), $"}}_{{{places}}}"]), shape, [argument]);
    }

    // table(i = 1..n, x[2*i - 1])
    private static Call Table(Slice slice, Expression argument, Graph graph, Func<int, string[]> freshNames)
    {
        var names = freshNames(slice.Selections.Length);
        var ranges = string.Concat(slice.Selections.Select((selection, axis) => $"{names[axis]} = 1..{selection.Count}, "));
        var places = string.Join(", ", slice.Selections.Select((selection, axis) => Place(selection, names[axis])));
        var notation = new Notation(
            Level.Postfix, slice.Shape, [$"table({ranges}", (0, Level.Postfix), $"[{places}])"], [@"\left[ {", (0, Level.Atom), $@"}}_{{{places}}} \right]_{{{string.Join(' ', names)}}}"]);
        return graph.Written(notation, slice.Shape, [argument]);
    }

    private static string Place(Selection selection, string name)
    {
        if (selection.Step == 0) return (selection.Start + 1).ToString(CultureInfo.InvariantCulture);
        var offset = selection.Start + 1 - selection.Step;
        var scaled = selection.Step == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{selection.Step}*{name}");
        return offset == 0 ? scaled : string.Create(CultureInfo.InvariantCulture, $"{scaled} {(offset < 0 ? '-' : '+')} {Math.Abs(offset)}");
    }

    private static Expression Put(Slice slice, Expression argument, Graph graph, Func<int, string[]> freshNames)
    {
        if (slice.Selections.Length > 2 || slice.Selections.Any(static selection => selection is { Full.IsSymbolic: true, IsAll: false })) return PutByEntries(slice, argument, graph, freshNames);
        if (slice.Selections is [{ Step: 1 } only])
        {
            var (before, after) = (only.Start, only.Full.Length - only.Start - only.Count.Length);
            return graph.Written(NotationOf.Around(slice.Shape, "pad(", string.Create(CultureInfo.InvariantCulture, $", {before}, {after})"), @"\operatorname{pad}_{" + before.ToString(CultureInfo.InvariantCulture) + "," + after.ToString(CultureInfo.InvariantCulture) + @"}\left(", @"\right)"), slice.Shape, [argument]);
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
        string[] places = [.. names];
        var (sums, conditions) = (new List<string>(), new List<string>());
        for (var axis = 0; axis < names.Length; axis++)
        {
            var selection = slice.Selections[axis];
            if (selection.IsAll) continue;
            if (selection.Count is { IsSymbolic: false, Length: 1 })
            {
                places[axis] = "1";
                conditions.Add(string.Create(CultureInfo.InvariantCulture, $"{names[axis]} == {selection.Start + 1}"));
                continue;
            }

            places[axis] = freshNames(1)[0];
            sums.Add($"{places[axis]} = 1..{selection.Count}");
            conditions.Add($"{names[axis]} == {Place(selection, places[axis])}");
        }

        var ranges = string.Concat(names.Select((name, axis) => $"{name} = 1..{slice.Shape[axis]}, "));
        var deltas = string.Concat(conditions.Select(static condition => $@"\delta_{{{condition.Replace(" ==", ",", StringComparison.Ordinal)}}} "));
        var isOnes = Graph.IsOnes(slice.Argument);
        NotationPiece[] entry = isOnes ? ["1"] : [(0, Level.Postfix), $"[{string.Join(", ", places)}]"];
        NotationPiece[] typeset = isOnes ? ["1"] : ["{", (0, Level.Atom), $"}}_{{{string.Join(' ', places)}}}"];
        var notation = new Notation(
            Level.Postfix, slice.Shape,
            [$"table({ranges}{(sums.Count == 0 ? "" : $"sum({string.Join(", ", sums)}, ")}if({string.Join(" and ", conditions)}, ", .. entry, $", 0){(sums.Count == 0 ? "" : ")")})"],
            [$@"\left[ {(sums.Count == 0 ? "" : $@"\sum_{{{string.Join(", ", sums.Select(static sum => sum[..sum.IndexOf(' ', StringComparison.Ordinal)]))}}} ")}{deltas}", .. typeset, $@" \right]_{{{string.Join(' ', names)}}}"]);
        return graph.Written(notation, slice.Shape, isOnes ? [] : [argument]);
    }

    private static Call Places(Selection selection, Graph graph, Func<int, string[]> freshNames, bool isTransposed)
    {
        var shape = isTransposed ? new Shape(selection.Count, selection.Full) : new Shape(selection.Full, selection.Count);
        if (selection.Step == 1)
        {
            var unit = NotationOf.Words(new Shape(selection.Full, selection.Full), $"eye({selection.Full})", $"I_{{{selection.Full}}}");
            string[] ranges = isTransposed ? [Range(selection), ":"] : [":", Range(selection)];
            return Taken(shape, graph.Written(unit, unit.Shape, []), ranges, graph);
        }

        var names = freshNames(2);
        var (full, count) = isTransposed ? (names[1], names[0]) : (names[0], names[1]);
        var place = Place(selection, count);
        var text = $"table({names[0]} = 1..{shape[0]}, {names[1]} = 1..{shape[1]}, if({full} == {place}, 1, 0))";
        return graph.Written(NotationOf.Words(shape, text, $@"\left[ \delta_{{{full}, {place}}} \right]_{{{names[0]} {names[1]}}}"), shape, []);
    }
}
