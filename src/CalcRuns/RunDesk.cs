using System.Security.Cryptography;
using System.Text;
using CalcRuns.Grains;
using CalcRuns.Stores;

namespace CalcRuns;

/// <summary>The runs, for those who ask: begun, looked at, followed and cancelled from any machine.</summary>
public sealed class RunDesk
{
    // Of the key that a client chose, and of a run's secret: so that neither tells the other.
    private const string OfKey = "key ", OfChange = "change ", OfOwner = "owner ";

    private const int IdBytes = 16;

    private static readonly TimeSpan s_soon = TimeSpan.FromMilliseconds(100), s_late = TimeSpan.FromSeconds(1);

    private readonly IGrainFactory _grains;
    private readonly byte[] _secret;
    private readonly TimeProvider _time;

    private RunDesk(IGrainFactory grains, byte[] secret, TimeProvider time) => (_grains, _secret, _time) = (grains, secret, time);

    /// <summary>Opens the runs of a store.</summary>
    internal static async Task<RunDesk> Of(IGrainFactory grains, IRunStore store, TimeProvider time) => new(grains, await store.Secret(), time);

    /// <summary>Begins a run.</summary>
    /// <param name="kind">The kind of work.</param>
    /// <param name="request">The request, as JSON.</param>
    /// <param name="key">What the client calls it, so that asking again begins no other; null where it is a new one each time.</param>
    /// <param name="address">Who asks.</param>
    /// <param name="most">How many runs the address may have open at the same time; null where it is not counted.</param>
    /// <exception cref="RunsAwayException">It cannot be said whether it was begun; asked again with the same key, none is begun twice.</exception>
    public async Task<Begun> Begin(string kind, ReadOnlyMemory<byte> request, string? key, string address, int? most)
    {
        var id = key is null ? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes)) : Hash(OfKey + key);
        var order = new RunOrder { Kind = kind, Request = request.ToArray(), Owner = Hash(OfOwner + address), MostOfOwner = most ?? int.MaxValue, Asked = _time.GetUtcNow() };
        return new(await Try(() => Of(id).Begin(order)), id, SecretOf(id));
    }

    /// <summary>How a run stands; null where there is none.</summary>
    /// <param name="id">The run.</param>
    public async Task<RunView?> Look(string id) => IsId(id) ? await Try(() => Of(id).Look()) : null;

    /// <summary>What came of a run; null where there is none, or it is not over, or was cancelled.</summary>
    /// <param name="id">The run.</param>
    public async Task<RunResult?> Result(string id) => IsId(id) ? await Try(() => Of(id).Result()) : null;

    /// <summary>The events after one, as soon as there are any; null where there is no such run.</summary>
    /// <param name="id">The run.</param>
    /// <param name="after">The last event that is known; 0 for none.</param>
    public async Task<RunNews?> NewsAfter(string id, long after) => IsId(id) ? await Try(() => Of(id).NewsAfter(after)) : null;

    /// <summary>Cancels a run that goes on, and forgets one that is over.</summary>
    /// <param name="id">The run.</param>
    /// <param name="secret">The secret that was given when it was begun.</param>
    /// <returns>False where there is no such run, or this is not its secret.</returns>
    public async Task<bool> Cancel(string id, string? secret)
    {
        if (!IsId(id) || secret is null || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(SecretOf(id)))) return false;
        if (await Look(id) is not { } seen) return false;
        return await Try(async () =>
        {
            await Of(id).Cancel(seen.Latest.IsLast);
            return true;
        });
    }

    // A machine may go while it is asked: another try finds the run elsewhere, and whatever is asked twice is done once.
    private async Task<T> Try<T>(Func<Task<T>> ask)
    {
        for (var wait = s_soon; ; wait *= 2)
        {
            try
            {
                return await ask();
            }
            catch (Exception away) when (IsAway(away))
            {
                if (wait > s_late || away is TimeoutException or StoreAwayException) throw new RunsAwayException(away);
                await Task.Delay(wait, _time);
            }
        }
    }

    private static bool IsAway(Exception fault) => fault is OrleansException or TimeoutException or ObjectDisposedException or OperationCanceledException or IOException;

    private static bool IsId(string id) => id.Length == 2 * IdBytes && id.All(char.IsAsciiHexDigitLower);

    private IRunGrain Of(string id) => _grains.GetGrain<IRunGrain>(id);

    private string SecretOf(string id) => Hash(OfChange + id);

    private string Hash(string text) => Convert.ToHexStringLower(HMACSHA256.HashData(_secret, Encoding.UTF8.GetBytes(text)).AsSpan(0, IdBytes));
}

/// <summary>What became of the wish to begin a run.</summary>
/// <param name="Acceptance">Whether it was begun.</param>
/// <param name="Id">Which run it is.</param>
/// <param name="Secret">What changes it.</param>
public sealed record Begun(Acceptance Acceptance, string Id, string Secret);

/// <summary>The runs cannot be reached at this moment.</summary>
/// <param name="cause">Why.</param>
public sealed class RunsAwayException(Exception cause) : Exception("The runs cannot be reached at this moment.", cause);
