namespace Calculus.Exercises;

/// <summary>A stretch of a task: words, or a formula.</summary>
/// <param name="Text">As plain text.</param>
/// <param name="Latex">The formula in LaTeX; null for words.</param>
internal sealed record TaskPiece(string Text, string? Latex = null);

/// <summary>Words the task of an exercise.</summary>
internal static class ExerciseTask
{
    /// <summary>The task in pieces.</summary>
    /// <param name="exercise">The exercise.</param>
    /// <param name="function">The function with its name in front; a network as its lines, one after the other.</param>
    /// <param name="variables">Its variables.</param>
    public static IReadOnlyList<TaskPiece> Of(Exercise exercise, TaskPiece function, IReadOnlyList<string> variables) => exercise.Asked switch
    {
        AskedFor.Derivative when exercise.Length > 0 => [new("Find the gradient of "), function, new(" by "), Name("w"), new(", where "), Name("w"), .. Shapes(exercise)],
        AskedFor.Derivative when variables.Count > 1 => [new("Find the partial derivative of "), function, new(" by "), Name(exercise.Variable), new(".")],
        AskedFor.Derivative => [new("Differentiate "), function, new(".")],
        AskedFor.Limit => [new("Find the derivative of "), function, new(" from first principles, as the limit of the difference quotient.")],
        AskedFor.Slope => [new("Find the slope of "), function, new(" between "), Is("x", exercise.Point[0]), new(" and "), Is("x", exercise.Other[0]), new(".")],
        AskedFor.Gradient when exercise.Data.Count > 0 =>
        [
            new("Find all derivatives of "), function, new(" by one backward pass. The example is "), .. Listed([.. exercise.Data.Select(static each => (each.Key, each.Value))]),
            new("; the weights are "), .. Listed([.. variables.Zip(exercise.Point)]), new("."),
        ],
        AskedFor.Gradient => [new("Find the gradient of "), function, new(" at "), .. Listed([.. variables.Zip(exercise.Point)]), new(".")],
        AskedFor.Along =>
        [
            new("Find the slope of "), function, new(" at "), .. Listed([.. variables.Zip(exercise.Point)]), new(" in the direction "),
            Tuple(exercise.Other), new("."),
        ],
        _ =>
        [
            new("Gradient descent on "), function, new(" starts at "), .. Listed([.. variables.Zip(exercise.Point)]), new(" with the learning rate "),
            Number(exercise.Rate), new(". Where is it after one step?"),
        ],
    };

    private static TaskPiece Name(string name) => new(name, name);

    private static TaskPiece Number(double number) => new(Writing.Number(number), Writing.Number(number));

    private static TaskPiece Is(string name, double number) => new($"{name} = {Writing.Number(number)}", $"{name} = {Writing.Number(number)}");

    private static TaskPiece Tuple(IReadOnlyList<double> numbers)
    {
        var inside = string.Join(", ", numbers.Select(Writing.Number));
        return new($"({inside})", $"({inside})");
    }

    private static IEnumerable<TaskPiece> Listed(IReadOnlyList<(string Name, double Number)> values) =>
        values.SelectMany(IEnumerable<TaskPiece> (each, i) => i == 0 ? [Is(each.Name, each.Number)] : [new(i + 1 == values.Count ? " and " : ", "), Is(each.Name, each.Number)]);

    private static IEnumerable<TaskPiece> Shapes(Exercise exercise)
    {
        List<(string? Name, string Words)> clauses =
        [
            (null, $" has {exercise.Length} entries"),
            .. exercise.Arrays.Select(static each => (each.Key, each.Value.Shape is { Rank: 2 } shape
                ? $" is a {shape[0].Length} × {shape[1].Length} matrix{(shape[0] == shape[1] ? " that need not be symmetric" : "")}"
                : $" has {each.Value.Shape[0].Length} entries")),
        ];
        for (var i = 0; i < clauses.Count; i++)
        {
            if (i > 0) yield return new(i + 1 == clauses.Count ? " and " : ", ");
            if (clauses[i].Name is { } name) yield return Name(name);
            yield return new(clauses[i].Words);
        }

        yield return new(".");
    }
}
