using CalcApi.Http.Answers;
using CalcApi.Http.Requests;

namespace CalcApi.Batch;

/// <summary>Asks several quick questions at once.</summary>
public sealed record BatchRequest
{
    /// <summary>The questions, at least one; each has a budget of its own.</summary>
    public required IReadOnlyList<BatchEntryRequest> Requests { get; init; }
}

/// <summary>One question of a batch.</summary>
public sealed record BatchEntryRequest
{
    /// <summary>The route of a quick question below /api/v1, such as derivative or derivative/limit.</summary>
    public required string Route { get; init; }

    /// <summary>The body that a POST of that route would have.</summary>
    public required QuestionBody Body { get; init; }
}

/// <summary>The answers to the questions of a batch.</summary>
/// <param name="Answers">An answer for each question, in their order.</param>
public sealed record BatchAnswer(IReadOnlyList<BatchEntryAnswer> Answers);

/// <summary>What one question of a batch is answered.</summary>
/// <param name="Status">The status that the route would answer with: 200, or that of the refusal.</param>
/// <param name="Body">The body that the route would answer with: its answer, or a problem.</param>
public sealed record BatchEntryAnswer(int Status, WrittenAnswer Body);
