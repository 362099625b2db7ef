using System.Text.Json.Serialization;
using CalcApi.Http.OpenApi;
using CalcApi.Http.Problems;
using Calculus.Syntax;

namespace CalcApi.Http.Answers;

/// <summary>What every answer about a function carries.</summary>
public abstract record Answer
{
    /// <summary>What the reading or the mathematics deserves to be told; empty where there is nothing.</summary>
    [JsonPropertyOrder(1)]
    public IReadOnlyList<NoteAnswer> Notes { get; init; } = [];
}

/// <summary>Something about the reading or the mathematics that deserves a word.</summary>
/// <param name="Code">The kind: ambiguous, natural-log, not-differentiable, outside-domain, condition, unstable, shortened, entries, undecided, infinitely-many, left-out or not-finite.</param>
/// <param name="Message">A sentence for people.</param>
/// <param name="Position">The characters of the function it is about, where there are some.</param>
/// <param name="Readings">Of an ambiguous text: the readings with every bracket written, the one taken first.</param>
public sealed record NoteAnswer([property: Words(typeof(NoteCodes))] string Code, string Message, Position? Position, IReadOnlyList<string>? Readings)
{
    /// <summary>The notes as they are answered.</summary>
    public static IReadOnlyList<NoteAnswer> Of(IEnumerable<Note> notes) =>
    [
        .. notes.Select(note => new NoteAnswer(
            note.Code, note.Message, note.Span is { } span ? new(span.Start, span.End) : null, note.Readings)),
    ];
}
