using System.Buffers;
using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using CalcApi.Http.Answers;
using CalcApi.Http.Problems;
using CalcRuns;

namespace CalcApi.Runs;

/// <summary>A run as server-sent events.</summary>
internal static class RunEvents
{
    /// <summary>Tells the events after the last one that the client has seen, until the run is over or the client leaves.</summary>
    /// <param name="http">The request.</param>
    /// <param name="id">The run.</param>
    /// <param name="lastEventId">The last event that the client has seen; null for none.</param>
    public static async Task Tell(HttpContext http, string id, string? lastEventId)
    {
        var after = LastSeen(lastEventId);
        await Runs.View(http, id);
        var stopping = http.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping);
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        // A proxy that gathers the events would make them late.
        http.Response.Headers["X-Accel-Buffering"] = "no";
        await SseFormatter.WriteAsync(Items(Runs.Desk(http), id, after, end.Token), http.Response.Body, static (item, writer) => writer.Write(item.Data), http.RequestAborted);
    }

    private static async IAsyncEnumerable<SseItem<byte[]>> Items(RunDesk desk, string id, long after, [EnumeratorCancellation] CancellationToken end)
    {
        while (await Next(desk, id, after, end) is { } news)
        {
            foreach (var told in news.Events)
            {
                var name = told.IsLast ? "end" : news.IsWhole ? "progress" : "snapshot";
                yield return new(JsonSerializer.SerializeToUtf8Bytes(RunAnswers.Of(told), AnswerJson.Options), name) { EventId = told.Id.ToString(CultureInfo.InvariantCulture) };
                after = told.Id;
                if (told.IsLast) yield break;
            }

            if (news.Events.Count == 0) yield return new("{}"u8.ToArray(), "heartbeat");
        }
    }

    // A service that stops, or whose runs are away, says nothing: the client comes back with its last id, here or elsewhere.
    private static async Task<RunNews?> Next(RunDesk desk, string id, long after, CancellationToken end)
    {
        try
        {
            var news = desk.NewsAfter(id, after);
            var left = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await using var leaves = end.Register(left.SetResult);
            return await Task.WhenAny(news, left.Task) == news ? await news : null;
        }
        catch (RunsAwayException)
        {
            return null;
        }
    }

    private static long LastSeen(string? given) => given is null ? 0
        : long.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id
        : throw Refuse.Shape("Last-Event-ID", "The header takes the id of an event of this run, a whole number.");
}
