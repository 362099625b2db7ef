using System.Buffers;
using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using CalcApi.Http.Answers;
using CalcApi.Http.Compute;
using CalcApi.Http.Functions;
using CalcApi.Http.Hosting;
using CalcApi.Http.Problems;
using CalcApi.Http.Requests;
using FluentValidation;

namespace CalcApi.Http.Streams;

/// <summary>Maps a route that answers by server-sent events.</summary>
public static class StreamRoutes
{
    private static readonly TimeSpan HeartbeatAfter = TimeSpan.FromSeconds(15);

    /// <summary>
    /// A POST whose answer is told while it is computed. The same request has the same events, so a client that lost the connection asks again with
    /// the header <c>Last-Event-ID</c> and gets what follows. When the client leaves, the work stops. What goes wrong before the first event is
    /// answered as a problem, and later told by an event named <c>error</c>.
    /// </summary>
    /// <typeparam name="TRequest">The request's record.</typeparam>
    /// <param name="routes">The group it belongs to.</param>
    /// <param name="pattern">The address within the group.</param>
    /// <param name="produce">Computes, and sends its events.</param>
    public static RouteHandlerBuilder MapEvents<TRequest>(
        this IEndpointRouteBuilder routes, string pattern, Action<TRequest, Computation, EventOutlet> produce)
        where TRequest : class
    {
        var validator = routes.ServiceProvider.GetRequiredService<IValidator<TRequest>>();
        var limits = routes.ServiceProvider.GetRequiredService<ServiceLimits>();
        var admission = routes.ServiceProvider.GetRequiredService<Admission>();
        var problems = routes.ServiceProvider.GetRequiredService<ExceptionProblems>();
        var stopping = routes.ServiceProvider.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        var time = routes.ServiceProvider.GetService<TimeProvider>() ?? TimeProvider.System;

        Delegate ask = async Task (HttpContext http) =>
        {
            var asker = Asker.Of(http, pattern);
            if (admission.RefusalOf(asker) is { } refusal)
            {
                await http.WriteProblem(refusal);
                return;
            }

            using var body = await JsonBody.Read(http.Request, limits);
            var request = RequestReader.Read(body.RootElement, validator);

            using var end = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping);
            var outlet = new EventOutlet(time, LastSeen(http.Request), end.Token);
            var work = Produce(admission, asker, outlet, computation => produce(request, Formats.Of(request, computation), outlet), end.Token);
            try
            {
                // What cannot begin is refused like any other question.
                if (!await outlet.Events.WaitToReadAsync(http.RequestAborted)) await work;
                http.Response.ContentType = "text/event-stream";
                http.Response.Headers.CacheControl = "no-store";
                // A proxy that gathers the events would make them late.
                http.Response.Headers["X-Accel-Buffering"] = "no";
                await SseFormatter.WriteAsync(Items(outlet, problems, time, stopping, http.RequestAborted), http.Response.Body, static (item, writer) => writer.Write(item.Data), http.RequestAborted);
            }
            finally
            {
                await end.CancelAsync();
                await work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        };

        return routes.MapPost(pattern, ask)
            .Accepts<TRequest>("application/json")
            .WithMetadata(new QuestionPattern(pattern))
            .Refuses(
                StatusCodes.Status400BadRequest, StatusCodes.Status413PayloadTooLarge, StatusCodes.Status415UnsupportedMediaType,
                StatusCodes.Status422UnprocessableEntity, StatusCodes.Status429TooManyRequests, StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task Produce(Admission admission, Asker asker, EventOutlet outlet, Action<Computation> produce, CancellationToken end)
    {
        Exception? fault = null;
        try
        {
            await admission.Run(Work.Run, asker, computation => RunLimits.Named(Work.Run, () => { produce(computation); return true; }), end);
        }
        catch (Exception exception)
        {
            fault = exception;
            throw;
        }
        finally
        {
            outlet.Close(fault);
        }
    }

    private static async IAsyncEnumerable<SseItem<byte[]>> Items(
        EventOutlet outlet, ExceptionProblems problems, TimeProvider time, CancellationToken stopping, [EnumeratorCancellation] CancellationToken left)
    {
        while (true)
        {
            var next = Next(outlet, left);
            while (!await ComesInTime(next, time, left))
                yield return new SseItem<byte[]>("{}"u8.ToArray(), "heartbeat");

            var (item, fault) = await next;
            if (item is not null) yield return new SseItem<byte[]>(item.Data, item.Name) { EventId = item.Id };
            // A service that stops says nothing: the client comes back with its last id, and another instance goes on.
            else if (fault is null || stopping.IsCancellationRequested) yield break;
            else
            {
                yield return new SseItem<byte[]>(JsonSerializer.SerializeToUtf8Bytes(problems.ProblemOf(fault), AnswerJson.Options), "error");
                yield break;
            }
        }
    }

    // The clock that loses is stopped, so that a quick stream does not leave one behind for each of its events.
    private static async Task<bool> ComesInTime(Task next, TimeProvider time, CancellationToken left)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(left);
        var first = await Task.WhenAny(next, Task.Delay(HeartbeatAfter, time, enough.Token));
        await enough.CancelAsync();
        return first == next;
    }

    private static async Task<(StreamEvent? Item, Exception? Fault)> Next(EventOutlet outlet, CancellationToken left)
    {
        try
        {
            return await outlet.Events.WaitToReadAsync(left) && outlet.Events.TryRead(out var item) ? (item, null) : (null, null);
        }
        catch (Exception fault) when (!left.IsCancellationRequested)
        {
            return (null, fault);
        }
    }

    private static long LastSeen(HttpRequest request)
    {
        const string name = "Last-Event-ID";
        if (!request.Headers.TryGetValue(name, out var given)) return -1;
        return long.TryParse(given.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : throw Refuse.Fields(ProblemTypes.Shape, new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { [name] = ["The header takes the id of an event of this stream, a whole number."] });
    }
}
