using System.Text.Json;
using CalcApi.Http.Answers;
using CalcApi.Http.Problems;
using CalcRuns;
using CalcRuns.Hosting;

namespace CalcApi.Runs;

/// <summary>Between requests and the runs.</summary>
internal static class Runs
{
    private const int SoonMilliseconds = 1_000, LaterMilliseconds = 10_000;

    /// <summary>There is no such run, or it is not the client's: nobody learns which.</summary>
    public static Problem Absent { get; } = new(ProblemTypes.NotFound, "There is no such run.");

    /// <summary>Where runs are begun and read.</summary>
    /// <param name="http">The request.</param>
    /// <exception cref="RefusalException">There are no runs here, or not at this moment.</exception>
    public static RunDesk Desk(HttpContext http)
    {
        var host = http.RequestServices.GetService<RunsHost>()
            ?? throw new RefusalException(new(ProblemTypes.NotSupported, "This service was started without runs; ask the route of the kind itself."));
        return host.Desk ?? throw new RefusalException(Away);
    }

    /// <summary>How a run stands.</summary>
    /// <param name="http">The request.</param>
    /// <param name="id">The run.</param>
    /// <exception cref="RefusalException">There is no such run.</exception>
    public static async Task<RunView> View(HttpContext http, string id) =>
        await Ask(() => Desk(http).Look(id)) ?? throw new RefusalException(Absent);

    /// <summary>Asks the runs.</summary>
    /// <exception cref="RefusalException">They cannot be reached at this moment.</exception>
    public static async Task<T> Ask<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (RunsAwayException)
        {
            throw new RefusalException(Away);
        }
    }

    /// <summary>Why a run was not begun; null where it was.</summary>
    /// <param name="acceptance">What became of the wish.</param>
    public static Problem? RefusalOf(Acceptance acceptance) => acceptance switch
    {
        Acceptance.Other => new(ProblemTypes.Conflict, "There is a run of this Idempotency-Key already, from another body. Take another key, best a random one such as a UUID."),
        Acceptance.TooManyOfOwner => new(ProblemTypes.TooManyRequests, "This address has as many runs open as one may have; the limit is called runsOfAddress.") { RetryAfterMilliseconds = LaterMilliseconds },
        Acceptance.TooMany => new(ProblemTypes.Busy, "As many runs are open as there may be; the limit is called runs.") { RetryAfterMilliseconds = LaterMilliseconds },
        _ => null,
    };

    /// <summary>Why a run has no result.</summary>
    /// <param name="view">How it stands.</param>
    public static Problem WithoutResult(RunView view) => view.Latest.Status == RunStatus.Cancelled
        ? new(ProblemTypes.Conflict, "The run was cancelled.")
        : new(ProblemTypes.Conflict, "The run is not over yet.") { RetryAfterMilliseconds = Milliseconds(view.Latest.SecondsLeft) };

    /// <summary>Writes an answer.</summary>
    public static Task Write<TAnswer>(HttpContext http, int status, TAnswer answer)
    {
        http.Response.StatusCode = status;
        http.Response.Headers.CacheControl = "no-store";
        return AnswerWriter.Send(http, JsonSerializer.SerializeToUtf8Bytes(answer, AnswerJson.Options));
    }

    private static Problem Away => new(ProblemTypes.Busy, "Runs cannot be reached at this moment. Everything else is answered.") { RetryAfterMilliseconds = SoonMilliseconds };

    private static int Milliseconds(double? seconds) => (int)Math.Clamp((seconds ?? 1) * 1000, SoonMilliseconds, LaterMilliseconds);
}
