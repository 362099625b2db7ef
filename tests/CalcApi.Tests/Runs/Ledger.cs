using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json;

namespace CalcApi.Tests.Runs;

/// <summary>
/// A client that asks for runs whatever becomes of the services, follows them to their end, and keeps book of what was acknowledged: any service will do,
/// and what one does not answer another is asked.
/// </summary>
/// <param name="cluster">The services.</param>
/// <param name="give">Ends it.</param>
internal sealed class Ledger(Cluster cluster, CancellationToken give)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5), s_again = TimeSpan.FromMilliseconds(200);

    private readonly ConcurrentDictionary<string, string> _ids = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _faults = new();
    private readonly ConcurrentDictionary<object, string> _waiting = new();
    private int _turn, _over, _events, _resumed, _late;

    /// <summary>The id of each run that was acknowledged, by its key.</summary>
    public IReadOnlyDictionary<string, string> Ids => _ids;

    /// <summary>What should never be seen.</summary>
    public IReadOnlyCollection<string> Faults => _faults;

    /// <summary>How many runs have come to their end.</summary>
    public int Over => Volatile.Read(ref _over);

    /// <summary>How many events were told, how often a stream was taken up again, and how often a run was over of which a service did not know yet.</summary>
    public (int Events, int Resumed, int Late) Told => (Volatile.Read(ref _events), Volatile.Read(ref _resumed), Volatile.Read(ref _late));

    /// <summary>Begins a run, follows it to its end, and compares what came of it.</summary>
    /// <param name="key">What it is called.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="request">The request.</param>
    /// <param name="expected">What comes of it.</param>
    public async Task Run(string key, string kind, string request, string expected)
    {
        var id = await Begun(key, kind, request);
        await Follow(id);
        Interlocked.Increment(ref _over);
        var (status, result) = await Ask(client => Send(client, HttpMethod.Get, $"runs/{id}/result", null, null), Seen);
        if (!string.Equals(result, expected, StringComparison.Ordinal))
        {
            // Where they begin to differ.
            var place = Math.Max(0, result.Zip(expected).TakeWhile(static pair => pair.First == pair.Second).Count() - 40);
            _faults.Enqueue($"{key} {kind} gave {(int)status} {Short(result[place..])}, not {Short(expected[place..])}");
        }

        // Asked for again it is the same.
        if (!string.Equals(await Begun(key, kind, request), id, StringComparison.Ordinal)) _faults.Enqueue($"{key} was begun twice");
    }

    // A service that was stopped does not know at once what has become of a run elsewhere: it says that the run goes on, and is asked again.
    private bool Seen(HttpStatusCode status)
    {
        if (status is HttpStatusCode.Conflict) Interlocked.Increment(ref _late);
        return status is HttpStatusCode.OK or HttpStatusCode.UnprocessableEntity or HttpStatusCode.BadRequest;
    }

    private async Task<string> Begun(string key, string kind, string request)
    {
        var body = $$"""{ "kind": "{{kind}}", "request": {{request}} }""";
        var (_, text) = await Ask(client => Send(client, HttpMethod.Post, "runs", key, body), static status => status == HttpStatusCode.Accepted, mayConflict: false);
        using var answer = JsonDocument.Parse(text);
        var id = answer.RootElement.GetProperty("id").GetString()!;
        if (!string.Equals(_ids.GetOrAdd(key, id), id, StringComparison.Ordinal)) _faults.Enqueue($"{key} has two ids");
        return id;
    }

    private async Task Follow(string id)
    {
        var (last, reached) = (0L, 0.0);
        for (var connections = 0; ; connections++)
        {
            if (connections > 0) Interlocked.Increment(ref _resumed);
            try
            {
                if (cluster[Next()] is { } service)
                {
                    using var message = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/runs/{id}/events");
                    if (last > 0) message.Headers.Add("Last-Event-ID", last.ToString(CultureInfo.InvariantCulture));
                    using var late = CancellationTokenSource.CreateLinkedTokenSource(give);
                    late.CancelAfter(s_patience);
                    using var response = await service.Client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, late.Token);
                    if (response.StatusCode == HttpStatusCode.NotFound) _faults.Enqueue($"{id} is not found");
                    if (response.IsSuccessStatusCode)
                    {
                        await using var stream = await response.Content.ReadAsStreamAsync(late.Token);
                        await foreach (var item in SseParser.Create(stream).EnumerateAsync(late.Token))
                        {
                            late.CancelAfter(s_patience);
                            if (item.EventType is "heartbeat") continue;
                            var number = long.Parse(item.EventId!, CultureInfo.InvariantCulture);
                            if (number != last + 1) _faults.Enqueue($"{id} told {number} after {last}");
                            last = number;
                            using var told = JsonDocument.Parse(item.Data);
                            var share = told.RootElement.TryGetProperty("progress", out var progress) ? progress.GetDouble() : reached;
                            if (share < reached) _faults.Enqueue($"{id} went back from {reached} to {share}");
                            reached = share;
                            Interlocked.Increment(ref _events);
                            if (item.EventType is "end") return;
                        }
                    }
                }
            }
            catch (Exception away) when (away is HttpRequestException or IOException or OperationCanceledException or ObjectDisposedException)
            {
                give.ThrowIfCancellationRequested();
            }

            await Task.Delay(s_again, give);
        }
    }

    /// <summary>What was answered last to those who still wait.</summary>
    public IEnumerable<string> Waiting => _waiting.Values;

    private async Task<(HttpStatusCode Status, string Text)> Ask(Func<HttpClient, Task<(HttpStatusCode Status, string Text)>> ask, Func<HttpStatusCode, bool> isAnswer, bool mayConflict = true)
    {
        var me = new object();
        while (true)
        {
            try
            {
                var which = Next();
                if (cluster[which] is { } service)
                {
                    var reply = await ask(service.Client);
                    if (!isAnswer(reply.Status)) _waiting[me] = _waiting.GetValueOrDefault(me) + $" {which}: {(int)reply.Status}";
                    else _waiting.TryRemove(me, out _);
                    if (isAnswer(reply.Status)) return reply;
                    // Whoever is in trouble says so; anything else would be wrong.
                    if (reply.Status is not HttpStatusCode.ServiceUnavailable && !(mayConflict && reply.Status is HttpStatusCode.Conflict)) _faults.Enqueue($"{(int)reply.Status} {Short(reply.Text)}");
                }
            }
            catch (Exception away) when (away is HttpRequestException or IOException or OperationCanceledException or ObjectDisposedException)
            {
                give.ThrowIfCancellationRequested();
            }

            await Task.Delay(s_again, give);
        }
    }

    private async Task<(HttpStatusCode Status, string Text)> Send(HttpClient client, HttpMethod method, string path, string? key, string? body)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(give);
        late.CancelAfter(s_patience);
        using var message = new HttpRequestMessage(method, $"/api/v1/{path}");
        if (key is not null) message.Headers.Add("Idempotency-Key", key);
        if (body is not null) message.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await client.SendAsync(message, late.Token);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(late.Token));
    }

    private int Next() => (int)((uint)Interlocked.Increment(ref _turn) % (uint)cluster.Count);

    private static string Short(string text) => text.Length <= 120 ? text : text[..120] + "…";
}
