using System.Globalization;
using Calculus.Expressions;

namespace Calculus.Verification;

/// <summary>The names of the entries of an array, as the function language reads them.</summary>
public static class EntryNames
{
    /// <summary>The name itself for a number; <c>w[1]</c>, <c>w[2]</c>, … for a vector; <c>X[1, 1]</c>, <c>X[1, 2]</c>, … for a matrix.</summary>
    public static IEnumerable<string> Of(string name, Shape shape)
    {
        for (long place = 0; place < shape.Count; place++)
        {
            string[] indices = [.. Places.Of(shape, place).Select(static index => (index + 1).ToString(CultureInfo.InvariantCulture))];
            yield return indices.Length == 0 ? name : $"{name}[{string.Join(", ", indices)}]";
        }
    }
}
