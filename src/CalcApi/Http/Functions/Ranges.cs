using CalcApi.Http.Problems;
using CalcApi.Http.Requests;
using Calculus;

namespace CalcApi.Http.Functions;

/// <summary>Finds the ranges that a request gives for variables and their entries.</summary>
public static class Ranges
{
    /// <summary>A range for each coordinate of a function, null where none is given. An entry's own range, such as that of w[1], goes before the one of its vector.</summary>
    /// <param name="study">The function.</param>
    /// <param name="box">The ranges by the names of variables and entries.</param>
    /// <exception cref="RefusalException">A name is unknown.</exception>
    public static IReadOnlyList<double>?[] Of(Study study, IReadOnlyDictionary<string, IReadOnlyList<double>> box)
    {
        var (layout, variables) = (study.Layout, study.Variables.ToList());
        var sides = new IReadOnlyList<double>?[layout.Count];
        // Whole variables first, so that an entry has the last word on itself.
        foreach (var (name, side) in box.OrderBy(entry => variables.Contains(entry.Key) ? 0 : 1))
        {
            var place = variables.IndexOf(name);
            if (place >= 0) Array.Fill(sides, side, layout.Offset(place), layout.Length(place));
            else if (layout.Find(name) is { } coordinate) sides[coordinate] = side;
            else throw Refuse.Value($"box.{Quoted.Cut(name)}", $"The function has no variable {Quoted.Of(name)}; it has {string.Join(", ", study.Variables)}.");
        }

        return sides;
    }
}
