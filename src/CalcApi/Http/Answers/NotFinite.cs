using System.Text.Json;
using Calculus.Syntax;

namespace CalcApi.Http.Answers;

/// <summary>Numbers of an answer that JSON writes as strings: no answer has one without a note on it.</summary>
internal static class NotFinite
{
    // A line of an explanation that no point could check says so by its residual.
    private const string Residual = "residual";

    /// <summary>The note that an answer still lacks; null where every number is finite or something is said already.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="written">The answer as JSON.</param>
    public static NoteAnswer? NoteFor(Answer answer, ReadOnlySpan<byte> written)
    {
        if (answer.Notes.Any(static note => note.Code is NoteCodes.OutsideDomain or NoteCodes.NotDifferentiable)) return null;
        if (written.IndexOf("\"NaN\""u8) < 0 && written.IndexOf("Infinity\""u8) < 0) return null;

        var members = new List<string>();
        var member = "";
        var reader = new Utf8JsonReader(written);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName) member = reader.GetString()!;
            else if (reader.TokenType == JsonTokenType.String && IsNumber(reader.ValueSpan) && !members.Contains(member, StringComparer.Ordinal)) members.Add(member);
        }

        members.Remove(Residual);
        return members.Count == 0 ? null : new NoteAnswer(
            NoteCodes.NotFinite, $"Not every number of {string.Join(", ", members)} is finite: NaN stands where there is no value, Infinity and -Infinity where it is beyond every number or the range of doubles.", null, null);
    }

    private static bool IsNumber(ReadOnlySpan<byte> text) => text.SequenceEqual("NaN"u8) || text.SequenceEqual("Infinity"u8) || text.SequenceEqual("-Infinity"u8);
}
