namespace CalcApi.Http.Problems;

/// <summary>Why a request is refused: the body of every answer that is not 2xx (RFC 9457).</summary>
public sealed record Problem
{
    /// <summary>Makes a problem of a type.</summary>
    /// <param name="type">The kind of refusal.</param>
    /// <param name="detail">What is wrong with this request, as a sentence.</param>
    public Problem(ProblemType type, string detail)
    {
        Type = type.Address;
        Title = type.Title;
        Status = type.Status;
        Detail = detail;
    }

    /// <summary>The address of a page of this service that explains this kind of problem.</summary>
    public string Type { get; }

    /// <summary>What kind of problem this is, in one sentence.</summary>
    public string Title { get; }

    /// <summary>The HTTP status.</summary>
    public int Status { get; init; }

    /// <summary>What is wrong with this request, in one sentence.</summary>
    public string Detail { get; }

    /// <summary>What is wrong with each member of the request, by the member's name.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Errors { get; init; }

    /// <summary>Of a text that cannot be read: the characters to blame.</summary>
    public Position? Position { get; init; }

    /// <summary>A repair, where one is likely.</summary>
    public string? Hint { get; init; }

    /// <summary>Of a limit: its name.</summary>
    public string? Limit { get; init; }

    /// <summary>Of a limit: the most that is allowed.</summary>
    public long? Maximum { get; init; }

    /// <summary>Of a limit: how much was asked for, where that is known.</summary>
    public long? Value { get; init; }

    /// <summary>Of a body that is not JSON: the line, from 1.</summary>
    public int? Line { get; init; }

    /// <summary>Of a body that is not JSON: the column, from 1, in characters.</summary>
    public int? Column { get; init; }

    /// <summary>How many milliseconds to wait before asking again; the header Retry-After says it in whole seconds.</summary>
    public int? RetryAfterMilliseconds { get; init; }
}

/// <summary>A stretch of the text in <c>function</c>, or in the member that the problem names.</summary>
/// <param name="Start">The first character, as a UTF-16 offset from 0.</param>
/// <param name="End">The offset after the last character.</param>
public sealed record Position(int Start, int End);
