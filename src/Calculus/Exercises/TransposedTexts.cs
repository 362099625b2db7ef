using System.Numerics;

namespace Calculus.Exercises;

/// <summary>An answer with some of its matrices transposed, or no longer transposed.</summary>
internal static class TransposedTexts
{
    // Answers name a matrix twice or three times; of more places all are tried in twos at most.
    private const int MostPlaces = 6;
    private const int MostTurned = 2;

    /// <summary>The texts, those with one change first.</summary>
    /// <param name="text">The answer in the function language.</param>
    /// <param name="names">The names of its matrices, a letter each.</param>
    public static IEnumerable<string> Of(string text, IReadOnlyList<string> names)
    {
        int[] places = [.. Enumerable.Range(0, text.Length).Where(i => names.Any(name => name[0] == text[i]) && !IsLetter(text, i - 1) && !IsLetter(text, i + 1)).Take(MostPlaces)];
        for (var count = 1; count <= MostTurned; count++)
        {
            for (var set = 1; set < 1 << places.Length; set++)
            {
                if (BitOperations.PopCount((uint)set) != count) continue;
                var turned = text;
                for (var k = places.Length - 1; k >= 0; k--)
                {
                    if ((set >> k & 1) == 0) continue;
                    var after = places[k] + 1;
                    turned = after < turned.Length && turned[after] == '\'' ? turned.Remove(after, 1) : turned.Insert(after, "'");
                }

                yield return turned;
            }
        }
    }

    private static bool IsLetter(string text, int i) => i >= 0 && i < text.Length && char.IsAsciiLetter(text[i]);
}
