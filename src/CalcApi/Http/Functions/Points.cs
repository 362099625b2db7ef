using CalcApi.Http.Answers;
using CalcApi.Http.Problems;
using CalcApi.Http.Requests;
using Calculus;
using Calculus.Expressions;

namespace CalcApi.Http.Functions;

/// <summary>Turns the points of a request into numbers in the order of the function's variables.</summary>
public static class Points
{
    /// <summary>The coordinates of a point.</summary>
    /// <param name="study">The function.</param>
    /// <param name="point">The point.</param>
    /// <param name="field">Where the point stands in the request.</param>
    /// <returns>One number for each of the function's variables.</returns>
    /// <exception cref="RefusalException">A coordinate is missing, is not a number, or has a name that the function does not have.</exception>
    public static double[] Of(Study study, Point point, string field)
    {
        if (study.Whole is { } whole) return CoordinatesOf(whole, point, field);
        var variables = study.Variables;
        if (point.Bare is { } bare)
        {
            if (variables.Count != 1)
                throw Refuse.Value(field, variables.Count == 0
                    ? "The function is constant and takes no point."
                    : $"The function has the variables {string.Join(", ", variables)}: give a value for each by its name.");
            return [Scalar(bare, field)];
        }

        var coordinates = new double[variables.Count];
        for (var i = 0; i < coordinates.Length; i++)
        {
            if (!point.Named.TryGetValue(variables[i], out var value))
                throw Refuse.Value(field, $"The variable {Quoted.Of(variables[i])} has no value.");
            coordinates[i] = Scalar(value, $"{field}.{variables[i]}");
        }

        // As many names as variables, and each variable has one: there is no other.
        if (point.Named.Count != coordinates.Length)
            throw UnknownName(variables, point.Named.Keys.First(name => !variables.Contains(name, StringComparer.Ordinal)), field);
        return coordinates;
    }

    /// <summary>The coordinates of many points, one column for each variable.</summary>
    /// <exception cref="RefusalException">A point does not fit the function.</exception>
    public static double[][] ColumnsOf(Study study, IReadOnlyList<Point> points, string field)
    {
        var columns = new double[study.Variables.Count][];
        for (var variable = 0; variable < columns.Length; variable++) columns[variable] = new double[points.Count];
        for (var i = 0; i < points.Count; i++)
        {
            var coordinates = Of(study, points[i], $"{field}[{i}]");
            for (var variable = 0; variable < columns.Length; variable++) columns[variable][i] = coordinates[variable];
        }

        return columns;
    }

    /// <summary>The first points that a request gives, in the order of the function's variables.</summary>
    /// <exception cref="RefusalException">A point does not fit the function.</exception>
    public static IReadOnlyList<double[]> Asked(Study study, IPointOrPoints request)
    {
        const int most = 2;
        return request.Point is { } point ? [Of(study, point, "point")] : [.. (request.Points ?? []).Take(most).Select((each, i) => Of(study, each, $"points[{i}]"))];
    }

    /// <summary>The values of a point, each in the shape that its variable has.</summary>
    /// <param name="study">The function.</param>
    /// <param name="point">The point.</param>
    /// <param name="field">Where the point stands in the request.</param>
    /// <returns>One value for each of the function's variables.</returns>
    /// <exception cref="RefusalException">A value is missing, has another shape, or a name that the function does not have.</exception>
    public static ArrayValue[] ArraysOf(Study study, Point point, string field)
    {
        var variables = study.Variables;
        if (point.Bare is not null && variables.Count != 1) return [.. Of(study, point, field).Select(ArrayValue.Of)];
        var values = new ArrayValue[variables.Count];
        for (var i = 0; i < values.Length; i++)
        {
            if ((point.Bare ?? point.Named.GetValueOrDefault(variables[i])) is not { } value) throw Refuse.Value(field, $"The variable {Quoted.Of(variables[i])} has no value.");
            var shape = study.ShapeOf(variables[i]);
            if (value.Array.Shape != shape) throw Refuse.Value($"{field}.{variables[i]}", $"This is {value.Kind}, and {Quoted.Of(variables[i])} is {shape}.");
            values[i] = value.Array;
        }

        if (point.Bare is null && point.Named.Count != values.Length)
            throw UnknownName(variables, point.Named.Keys.First(name => !variables.Contains(name, StringComparer.Ordinal)), field);
        return values;
    }

    /// <summary>The number of a value that must be a scalar.</summary>
    /// <exception cref="RefusalException">It is a vector or a matrix.</exception>
    public static double Scalar(Value value, string field) => value.IsScalar
        ? value.Number
        : throw Refuse.Value(field, $"This is {value.Kind}; a number is expected here.");

    /// <summary>The place of a variable among the function's, or the only one where none is named.</summary>
    /// <param name="study">The function.</param>
    /// <param name="variable">The name, or null.</param>
    /// <param name="field">Where the name stands in the request.</param>
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
        var place = whole.Variables.ToList().IndexOf(entry.Trim());
        throw place < 0
            ? UnknownName(whole.Variables, entry, field)
            : Refuse.Value(field, $"{Quoted.Of(whole.Variables[place])} is {whole.Layout.ShapeOf(place)}: name one of its entries, such as {whole.Layout.NameOf(whole.Layout.Offset(place))}.");
    }

    /// <summary>The coordinates of a point whose values may be vectors and matrices: their entries in order, a matrix row by row.</summary>
    /// <exception cref="RefusalException">A value is missing, has another shape, or a name that the function does not have.</exception>
    public static double[] CoordinatesOf(Study study, Point point, string field) =>
        study.HasNumbersOnly ? Of(study, point, field) : [.. ArraysOf(study, point, field).SelectMany(static value => value.Entries)];

    /// <summary>A point as it is answered, from its coordinates.</summary>
    public static PointAnswer Answer(Study study, double[] coordinates) =>
        study.HasNumbersOnly ? new(study.Variables, coordinates) : new(study.Variables, study.ValuesOf(coordinates));

    private static RefusalException UnknownName(IReadOnlyList<string> variables, string name, string field) =>
        Refuse.Value(field, variables.Count == 0
            ? $"The function is constant; it has no variable {Quoted.Of(name)}."
            : $"The function has no variable {Quoted.Of(name)}; it has {string.Join(", ", variables)}. Constants are given in data.");
}
