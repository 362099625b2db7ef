using System.Globalization;
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
    /// <exception cref="RefusalException">A name is unknown, or it has more or fewer entries than it is given ranges.</exception>
    public static (double From, double To)?[] Of(Study study, IReadOnlyDictionary<string, BoxSide> box)
    {
        var (layout, variables) = (study.Layout, study.Variables.ToList());
        var sides = new (double From, double To)?[layout.Count];
        // Whole variables first, so that an entry has the last word on itself.
        foreach (var (name, side) in box.OrderBy(entry => variables.Contains(entry.Key) ? 0 : 1))
        {
            var place = variables.IndexOf(name);
            var (from, count) = place >= 0 ? (layout.Offset(place), layout.Length(place)) : layout.Find(name) is { } coordinate ? (coordinate, 1) : (-1, 0);
            if (from >= 0 && side.IsEach && side.Pairs.Count != count)
                throw Refuse.Value($"box.{Quoted.Cut(name)}", string.Create(CultureInfo.InvariantCulture, $"{side.Pairs.Count} ranges are given, but {Quoted.Of(name)} has {count} {(count == 1 ? "entry" : "entries")}."));
            for (var i = 0; i < count; i++) sides[from + i] = side.Pairs[side.IsEach ? i : 0];
            if (from < 0) throw Refuse.Value($"box.{Quoted.Cut(name)}", $"The function has no variable {Quoted.Of(name)}; it has {string.Join(", ", study.Variables)}.");
        }

        return sides;
    }
}
