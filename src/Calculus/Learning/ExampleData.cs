using Calculus.Expressions;

namespace Calculus.Learning;

/// <summary>
/// Examples under the names by which a definition speaks of them: X the features, an example in each row; y the targets; Y the targets with a 1 at the
/// place of the class; and each column by its own name, which comes first where it is one of these.
/// </summary>
internal static class ExampleData
{
    /// <summary>The value of a name; null where it does not stand for anything in the examples.</summary>
    /// <param name="name">The name.</param>
    /// <param name="examples">The examples.</param>
    /// <param name="byColumn">Whether the columns' own names are known.</param>
    public static ArrayValue? Of(string name, Examples examples, bool byColumn)
    {
        ArgumentNullException.ThrowIfNull(examples);
        return (byColumn ? ByColumn(name, examples) : null) ?? name switch
        {
            Network.InputsName => new ArrayValue(new Shape(examples.Count, examples.Width), examples.Inputs),
            Network.TargetsName => ArrayValue.Of(examples.Targets),
            Network.OneHotName when examples.Classes.Count > 0 => OneHot(examples),
            _ => null,
        };
    }

    private static ArrayValue? ByColumn(string name, Examples examples)
    {
        for (var feature = 0; feature < examples.Width; feature++)
            if (string.Equals(examples.Features[feature], name, StringComparison.Ordinal))
                return Feature(feature, examples);
        return string.Equals(examples.Target, name, StringComparison.Ordinal) ? ArrayValue.Of(examples.Targets) : null;
    }

    private static ArrayValue Feature(int feature, Examples examples)
    {
        var entries = new double[examples.Count];
        for (var i = 0; i < entries.Length; i++) entries[i] = examples.Inputs[(i * examples.Width) + feature];
        return ArrayValue.Of(entries);
    }

    private static ArrayValue OneHot(Examples examples)
    {
        var entries = new double[examples.Count * examples.Classes.Count];
        for (var i = 0; i < examples.Count; i++) entries[(i * examples.Classes.Count) + (int)examples.Targets[i]] = 1;
        return new ArrayValue(new Shape(examples.Count, examples.Classes.Count), entries);
    }
}
