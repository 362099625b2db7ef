using System.Globalization;
using Calculus.Learning.Tables;

namespace Calculus.Learning;

/// <summary>Examples to learn from: the features of each, and what is to be predicted.</summary>
/// <param name="Features">The names of the features.</param>
/// <param name="Target">The name of what is to be predicted.</param>
/// <param name="Inputs">The features, example by example; not to be written to.</param>
/// <param name="Targets">What is to be predicted: a quantity, or the place of a class in <paramref name="Classes"/>; not to be written to.</param>
/// <param name="Classes">The names of the classes in order; empty where the target is a quantity.</param>
internal sealed record Examples(IReadOnlyList<string> Features, string Target, double[] Inputs, double[] Targets, IReadOnlyList<string> Classes)
{
    private const string FeaturesField = "dataset.features", TargetField = "dataset.target";

    /// <summary>How many examples there are.</summary>
    public int Count => Targets.Length;

    /// <summary>How many features each has.</summary>
    public int Width => Features.Count;

    /// <summary>Whether a target's column can only be meant as names of classes: it has texts, and no number with a fraction.</summary>
    /// <param name="table">The columns.</param>
    /// <param name="target">The name of the target; null for the last column.</param>
    /// <exception cref="LearningException">There is no such column.</exception>
    public static bool HasLabels(Table table, string? target)
    {
        ArgumentNullException.ThrowIfNull(table);
        return TargetOf(table, target).HasOnlyLabels;
    }

    /// <summary>Takes examples from a table.</summary>
    /// <param name="table">The columns.</param>
    /// <param name="features">The names of the features; null for all columns but the target.</param>
    /// <param name="target">The name of the target; null for the last column.</param>
    /// <param name="areClasses">Whether the target names classes: whole numbers are then in order of size, texts in the order of their letters.</param>
    /// <exception cref="LearningException">A column is missing, an entry is not a number, or there are fewer than two classes.</exception>
    public static Examples Of(Table table, IReadOnlyList<string>? features, string? target, bool areClasses)
    {
        ArgumentNullException.ThrowIfNull(table);
        var aim = TargetOf(table, target);
        var columns = FeaturesOf(table, features, aim);
        var faults = new Faults(table.Field);
        double[][] numbers = [.. columns.Select(column => column.Numbers(faults))];
        var labels = areClasses ? aim.Labels(faults) : [];
        var targets = areClasses ? [] : aim.Numbers(faults);
        faults.ThrowIfAny();

        var inputs = new double[table.Rows * columns.Count];
        for (var row = 0; row < table.Rows; row++)
        {
            for (var i = 0; i < columns.Count; i++) inputs[(row * columns.Count) + i] = numbers[i][row];
        }

        string[] names = [.. columns.Select(static column => column.Name)];
        if (!areClasses) return new(names, aim.Name, inputs, targets, []);

        Label[] classes = [.. labels.Distinct().OrderBy(static label => label.Number).ThenBy(static label => label.Text, StringComparer.Ordinal)];
        if (classes.Length < 2) throw new LearningException(TargetField, $"Every row of '{Column.Cut(aim.Name)}' is of the class '{Column.Cut(classes[0].Name)}'; there is nothing to tell apart.");
        var places = classes.Select(static (label, place) => (label, place)).ToDictionary(static each => each.label, static each => (double)each.place);
        return new(names, aim.Name, inputs, [.. labels.Select(label => places[label])], [.. classes.Select(static label => label.Name)]);
    }

    /// <summary>Some of the examples.</summary>
    /// <param name="rows">Which, by their places.</param>
    public Examples At(ReadOnlySpan<int> rows)
    {
        var (inputs, targets) = (new double[rows.Length * Width], new double[rows.Length]);
        for (var i = 0; i < rows.Length; i++)
        {
            Inputs.AsSpan(rows[i] * Width, Width).CopyTo(inputs.AsSpan(i * Width));
            targets[i] = Targets[rows[i]];
        }

        return this with { Inputs = inputs, Targets = targets };
    }

    private static Column TargetOf(Table table, string? target) => target is null ? table.Columns[^1] : table.Named(target, TargetField);

    private static List<Column> FeaturesOf(Table table, IReadOnlyList<string>? features, Column target)
    {
        if (features is null)
        {
            List<Column> others = [.. table.Columns.Where(column => column != target)];
            return others.Count > 0 ? others : throw new LearningException(FeaturesField, "There is one column only: nothing to predict it from.");
        }

        if (features.Count == 0) throw new LearningException(FeaturesField, "Name at least one feature.");
        List<Column> columns = [];
        for (var i = 0; i < features.Count; i++)
        {
            var field = string.Create(CultureInfo.InvariantCulture, $"{FeaturesField}[{i}]");
            var column = table.Named(features[i], field);
            if (column == target) throw new LearningException(field, $"'{Column.Cut(column.Name)}' is the target; it cannot be a feature too.");
            if (columns.Contains(column)) throw new LearningException(field, $"'{Column.Cut(column.Name)}' is named twice.");
            columns.Add(column);
        }

        return columns;
    }
}
