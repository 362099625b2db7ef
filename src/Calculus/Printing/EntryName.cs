using System.Globalization;
using Calculus.Expressions;

namespace Calculus.Printing;

/// <summary>
/// One entry of a named array, <c>x[1]</c> or <c>X[1,2]</c>. In the graphs that printers make it is a name of its own, so that it stands
/// among names and powers as a number's name does.
/// </summary>
internal static class EntryName
{
    /// <summary>The places of a slice that takes one entry of an array; null for any other.</summary>
    public static string[]? PlacesOf(Expression node) =>
        node is Slice { IsPut: false } slice && slice.Selections.All(static selection => selection.Count == 1)
            ? [.. slice.Selections.Select(static selection => (selection.Start + 1).ToString(CultureInfo.InvariantCulture))]
            : null;

    /// <summary>The name of an entry.</summary>
    public static string Of(string array, IEnumerable<string> places) => $"{array}[{string.Join(',', places)}]";

    /// <summary>The name of the array, or the name itself where it is not that of an entry.</summary>
    public static string ArrayOf(string name) => name.EndsWith(']') ? name[..name.IndexOf('[', StringComparison.Ordinal)] : name;

    /// <summary>The order of names; entries of one array in the order of their places, so that x[2] comes before x[10].</summary>
    public static int Compare(string a, string b)
    {
        var (left, right) = (PlacesIn(a), PlacesIn(b));
        if (left.Length == 0 || left.Length != right.Length || !string.Equals(ArrayOf(a), ArrayOf(b), StringComparison.Ordinal)) return string.CompareOrdinal(a, b);
        for (var axis = 0; axis < left.Length; axis++)
        {
            var order = left[axis].Length.CompareTo(right[axis].Length);
            if (order == 0) order = string.CompareOrdinal(left[axis], right[axis]);
            if (order != 0) return order;
        }

        return 0;
    }

    /// <summary>The places in the name of an entry, numbers from 1 or the name of an index; none for any other name.</summary>
    public static string[] PlacesIn(string name) => name.EndsWith(']') ? name[(name.IndexOf('[', StringComparison.Ordinal) + 1)..^1].Split(',') : [];
}
