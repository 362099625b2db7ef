using System.Globalization;
using Calculus.Numerics;

namespace Calculus.Exercises;

/// <summary>The name of an exercise, from which it is made again: its kind, its difficulty and a seed of its own.</summary>
/// <param name="Kind">The name of the kind.</param>
/// <param name="Difficulty">From 1 to 3.</param>
/// <param name="Seed">The seed.</param>
internal readonly record struct ExerciseId(string Kind, int Difficulty, uint Seed)
{
    /// <summary>The hardest difficulty.</summary>
    public const int Hardest = 3;

    private const int SeedDigits = 8;

    /// <summary>The id of the n-th draw of a kind on a sheet.</summary>
    /// <param name="kind">The name of the kind.</param>
    /// <param name="difficulty">From 1 to 3.</param>
    /// <param name="sheet">The seed of the sheet.</param>
    /// <param name="draw">Which draw of this kind, from 0.</param>
    public static ExerciseId OfSheet(string kind, int difficulty, int sheet, int draw) =>
        new(kind, difficulty, (uint)(new Chance(Chance.SeedOf(kind) ^ Chance.SeedOf([sheet, draw])).Bits() >> 32));

    /// <summary>Reads an id; null where the text is none.</summary>
    public static ExerciseId? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var last = text.LastIndexOf('-');
        var middle = last < 1 ? -1 : text.LastIndexOf('-', last - 1);
        if (middle < 1) return null;
        var (kind, difficulty, seed) = (text[..middle], text[(middle + 1)..last], text[(last + 1)..]);
        if (!ExerciseKinds.ByName.ContainsKey(kind) || difficulty is not ("1" or "2" or "3") || seed.Length != SeedDigits || seed.Any(static letter => !char.IsAsciiHexDigitLower(letter) && !char.IsAsciiDigit(letter))) return null;
        return new(kind, difficulty[0] - '0', uint.Parse(seed, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
    }

    /// <summary>The exercise of this name.</summary>
    public Exercise Make() => ExerciseKinds.Of(Kind).Make(new Draw(Chance.SeedOf(ToString())), Difficulty) with { Id = this };

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Kind}-{Difficulty}-{Seed:x8}");
}
