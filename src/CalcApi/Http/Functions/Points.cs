using System.Globalization;
using CalcApi.Http.Answers;
using CalcApi.Http.Problems;
using CalcApi.Http.Requests;
using Calculus;

namespace CalcApi.Http.Functions;

/// <summary>Turns the points of a request into numbers in the order of the function's variables.</summary>
public static class Points
{
    /// <summary>The coordinates of a point: the variables' entries in order, a matrix row by row.</summary>
    /// <param name="study">The function.</param>
    /// <param name="point">The point.</param>
    /// <param name="field">Where the point stands in the request.</param>
    /// <exception cref="RefusalException">A value is missing, has another shape, or a name that the function does not have.</exception>
    public static double[] Of(Study study, Point point, string field)
    {
        // A function that is written out entry by entry has the coordinates of the one that was asked about.
        if (study.Whole is { } whole) return Of(whole, point, field);
        var (variables, layout) = (study.Variables, study.Layout);
        if (point.Bare is { } bare && variables.Count != 1)
            throw Refuse.Value(field, variables.Count == 0
                ? "The function is constant and takes no point."
                : ByName(variables, bare, variables.All(name => study.ShapeOf(name).IsScalar)));
        var coordinates = new double[layout.Count];
        for (var i = 0; i < variables.Count; i++)
        {
            if ((point.Bare ?? (point.Named.TryGetValue(variables[i], out var named) ? named : (Value?)null)) is not { } value)
                throw Refuse.Value(field, $"The variable {Quoted.Of(variables[i])} has no value.");
            var (shape, own) = (layout.ShapeOf(i), point.Bare is null ? $"{field}.{variables[i]}" : field);
            if (shape.IsScalar) coordinates[layout.Offset(i)] = Scalar(value, own);
            else if (value.Array.Shape != shape) throw Refuse.Value($"{field}.{variables[i]}", $"This is {value.Kind}, and {Quoted.Of(variables[i])} is {shape}.");
            else value.Array.Entries.CopyTo(coordinates.AsSpan(layout.Offset(i)));
        }

        // As many names as variables, and each variable has one: there is no other.
        if (point.Bare is null && point.Named.Count != variables.Count)
            throw UnknownName(variables, point.Named.Keys.First(name => !variables.Contains(name, StringComparer.Ordinal)), field);
        return coordinates;
    }

    /// <summary>How a list for several variables is to be named: [3, 4] for x and y is {"x": 3, "y": 4}; other values are for the caller to fill in.</summary>
    /// <param name="variables">The variables.</param>
    /// <param name="bare">What was given without names.</param>
    /// <param name="areNumbers">Whether the variables are numbers.</param>
    internal static string ByName(IReadOnlyList<string> variables, Value bare, bool areNumbers)
    {
        var entries = bare.Array.Entries;
        var fits = areNumbers && entries.Length == variables.Count && bare.Array.Shape.Rank == 1;
        var members = variables.Take(MostNamed).Select((name, i) => $"\"{name}\": {(fits ? entries[i].ToString("R", CultureInfo.InvariantCulture) : areNumbers ? "1" : "…")}");
        return $"The function has the variables {string.Join(", ", variables)}: give a value for each by its name, as in {{{string.Join(", ", members)}{(variables.Count > MostNamed ? ", …" : "")}}}.";
    }

    private const int MostNamed = 6;

    /// <summary>The coordinates of many points: the first of every point, then the second of every point.</summary>
    /// <exception cref="RefusalException">A point does not fit the function.</exception>
    public static double[] ColumnsOf(Study study, IReadOnlyList<Point> points, string field)
    {
        var columns = new double[study.Layout.Count * points.Count];
        for (var k = 0; k < points.Count; k++)
        {
            var coordinates = Of(study, points[k], $"{field}[{k}]");
            for (var i = 0; i < coordinates.Length; i++) columns[(i * points.Count) + k] = coordinates[i];
        }

        return columns;
    }

    /// <summary>The first points that a request gives.</summary>
    /// <exception cref="RefusalException">A point does not fit the function.</exception>
    public static IReadOnlyList<double[]> Asked(Study study, IPointOrPoints request)
    {
        const int most = 2;
        return request.Point is { } point ? [Of(study, point, "point")] : [.. (request.Points ?? []).Take(most).Select((each, i) => Of(study, each, $"points[{i}]"))];
    }

    /// <summary>The number of a value that must be a scalar.</summary>
    /// <exception cref="RefusalException">It is a vector or a matrix.</exception>
    public static double Scalar(Value value, string field) => value.IsScalar
        ? value.Number
        : throw Refuse.Value(field, $"This is {value.Kind}; a number is expected here.");

    /// <summary>The position of a variable among the function's, or that of the only one where none is named.</summary>
    /// <param name="study">The function.</param>
    /// <param name="variable">The name, or null.</param>
    /// <param name="field">Where the name is in the request.</param>
    /// <exception cref="RefusalException">The function does not have it, or has several and none is named.</exception>
    public static int IndexOf(Study study, string? variable, string field)
    {
        var variables = study.Variables;
        if (variable is null && study.Whole?.Variables is [var only]) variable = only;
        if (variable is null)
            return variables.Count == 1 ? 0 : throw Refuse.Value(field, variables.Count == 0
                ? "The function is constant: name the variable to differentiate by in a signature, such as f(x) = 5."
                : $"The function has the variables {string.Join(", ", variables)}: name one.");

        for (var i = 0; i < variables.Count; i++)
            if (string.Equals(variables[i], variable, StringComparison.Ordinal))
                return i;
        return study.Whole is { } whole ? IndexOfEntry(whole, variable, field) : throw UnknownName(variables, variable, field);
    }

    // Where a function is written out entry by entry, w[2] names the second coordinate of w.
    private static int IndexOfEntry(Study whole, string entry, string field)
    {
        if (whole.Layout.Find(entry) is { } coordinate) return coordinate;
        var place = whole.Variables.ToList().IndexOf(entry);
        throw place < 0
            ? UnknownName(whole.Variables, entry, field)
            : Refuse.Value(field, $"{Quoted.Of(entry)} is {whole.ShapeOf(entry)}: name one of its entries, such as {whole.Layout.Names(place).First()}.");
    }

    /// <summary>A point as it is answered, from its coordinates.</summary>
    public static PointAnswer Answer(Study study, double[] coordinates) => new(study.Variables, study.Layout, coordinates);

    private static RefusalException UnknownName(IReadOnlyList<string> variables, string name, string field) =>
        Refuse.Value(field, variables.Count == 0
            ? $"The function is constant; it has no variable {Quoted.Of(name)}."
            : $"The function has no variable {Quoted.Of(name)}; it has {string.Join(", ", variables)}. Constants are given in data.");
}
