using CalcApi.Http.Problems;
using CalcApi.Http.Requests;
using Calculus;

namespace CalcApi.Sample;

/// <summary>One axis of a window.</summary>
/// <param name="Name">The variable, or the entry of one, such as w[2].</param>
/// <param name="Place">The coordinate that it moves.</param>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends.</param>
internal sealed record SampleAxis(string Name, int Place, double From, double To);

/// <summary>The coordinates that a window moves, and where the others are held.</summary>
/// <param name="Axes">One or two axes, in the order of the coordinates.</param>
/// <param name="Held">The coordinates of a point; those of the axes are replaced.</param>
internal sealed record SampleAxes(IReadOnlyList<SampleAxis> Axes, double[] Held)
{
    /// <summary>Finds the window's names among the function's variables and their entries.</summary>
    /// <exception cref="RefusalException">A name is unknown, or a coordinate has neither a window nor a value.</exception>
    public static SampleAxes Of(Study study, SampleRequest request)
    {
        List<string> names = [.. study.Layout.Names()];
        List<SampleAxis> axes = [.. request.Window.Select(entry => AxisOf(study, names, entry.Key, entry.Value)).OrderBy(static axis => axis.Place)];
        if (names.Count == 0 || axes.Count > 2)
            throw Refuse.Value("function", $"A function of one or two variables can be sampled; this one has {study.Variables.Count}. A window names one or two, and 'at' holds the others.");
        if (axes.GroupBy(static axis => axis.Place).FirstOrDefault(static same => same.Skip(1).Any()) is { } twice)
            throw Refuse.Value("window", $"{Quoted.Of(twice.First().Name)} stands in the window twice.");
        if (request.At is { Bare: not null }) throw Refuse.Value("at", "Give the values by the names of their variables.");

        var known = request.At?.Named ?? new Dictionary<string, Value>(StringComparer.Ordinal);
        if (known.Keys.FirstOrDefault(name => !study.Variables.Contains(name, StringComparer.Ordinal)) is { } unknown)
            throw Refuse.Value("at", $"The function has no variable {Quoted.Of(unknown)}; it has {string.Join(", ", study.Variables)}.");
        var held = new List<double>();
        foreach (var variable in study.Variables)
        {
            var (shape, first) = (study.ShapeOf(variable), held.Count);
            if (known.TryGetValue(variable, out var value))
            {
                if (value.Array.Shape != shape) throw Refuse.Value($"at.{Quoted.Cut(variable)}", $"This is {value.Kind}, and {Quoted.Of(variable)} is {shape}.");
                held.AddRange(value.Array.Entries);
                continue;
            }

            for (var place = first; place < first + shape.Count; place++)
            {
                if (!axes.Exists(axis => axis.Place == place)) throw Refuse.Value("window", $"The variable {Quoted.Of(names[place])} has no window, and no value in 'at'.");
                held.Add(0);
            }
        }

        if (axes.Count == 0) throw Refuse.Value("window", "A window names one or two variables.");
        return new SampleAxes(axes, [.. held]);
    }

    private static SampleAxis AxisOf(Study study, List<string> names, string asked, IReadOnlyList<double> axis)
    {
        var place = names.FindIndex(name => IsName(asked, name));
        if (place >= 0) return new SampleAxis(names[place], place, axis[0], axis[1]);
        if (study.Variables.Contains(asked, StringComparer.Ordinal))
            throw Refuse.Value($"window.{Quoted.Cut(asked)}", $"{Quoted.Of(asked)} is {study.ShapeOf(asked)}: name one or two of its entries, such as {names[study.Layout.Offset(study.Variables.ToList().IndexOf(asked))]}.");
        throw Refuse.Value("window", $"The window names a variable that the function does not have; it has {string.Join(", ", study.Variables)}.");
    }

    /// <summary>Whether a name that was asked for is that of an axis; blanks do not count.</summary>
    public static bool IsName(string asked, string axis) => string.Equals(Bare(asked), Bare(axis), StringComparison.Ordinal);

    private static string Bare(string name) => name.Replace(" ", "", StringComparison.Ordinal);
}
