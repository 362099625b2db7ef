using System.Text.Json;
using System.Threading.Channels;
using CalcApi.Http.Answers;

namespace CalcApi.Http.Streams;

/// <summary>An event on its way to a client.</summary>
/// <param name="Name">What kind it is, such as <c>step</c>.</param>
/// <param name="Id">Where the stream stands after it, so that a client can ask for what follows; null where it says nothing of that.</param>
/// <param name="Data">What it says, as JSON.</param>
internal sealed record StreamEvent(string Name, string? Id, byte[] Data);

/// <summary>
/// What a computation sends its events through: at most twenty a second, and none while the client is slow to read. Until the next is due the
/// computation gathers what there is to say.
/// </summary>
/// <param name="time">The clock.</param>
/// <param name="after">The last id that the client has seen; −1 where it has seen none.</param>
/// <param name="end">Cancelled when nobody reads any more.</param>
public sealed class EventOutlet(TimeProvider time, long after, CancellationToken end)
{
    private const int MostWaiting = 4;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly Channel<StreamEvent> _events = Channel.CreateBounded<StreamEvent>(new BoundedChannelOptions(MostWaiting) { SingleReader = true, SingleWriter = true });
    private long? _last;

    /// <summary>The last id that the client has seen; −1 where it has seen none. What it has seen is not sent again.</summary>
    public long After => after;

    /// <summary>True when the next event may be sent; the first may at once, so that a client knows early that the work has begun.</summary>
    public bool IsDue => (_last is not { } last || time.GetElapsedTime(last) >= Pause) && _events.Reader.Count < MostWaiting;

    /// <summary>The events, for the one who writes them to the client.</summary>
    internal ChannelReader<StreamEvent> Events => _events.Reader;

    /// <summary>Sends an event; waits where the client is slow.</summary>
    /// <typeparam name="TData">The type of what it says.</typeparam>
    /// <param name="name">What kind it is.</param>
    /// <param name="id">Where the stream stands after it; null where it says nothing of that.</param>
    /// <param name="data">What it says.</param>
    /// <exception cref="OperationCanceledException">Nobody reads any more.</exception>
    public void Send<TData>(string name, long? id, TData data)
    {
        var written = new StreamEvent(name, id?.ToString(System.Globalization.CultureInfo.InvariantCulture), JsonSerializer.SerializeToUtf8Bytes(data, AnswerJson.Options));
        SpinWait wait = default;
        while (!_events.Writer.TryWrite(written))
        {
            end.ThrowIfCancellationRequested();
            wait.SpinOnce();
        }

        _last = time.GetTimestamp();
    }

    /// <summary>Says that there is nothing more to come.</summary>
    /// <param name="fault">What went wrong; null where nothing did.</param>
    internal void Close(Exception? fault) => _events.Writer.TryComplete(fault);
}
