using System.Globalization;
using System.Security.Cryptography;
using CalcRuns.Cluster;
using Orleans.Storage;
using StackExchange.Redis;

namespace CalcRuns.Stores;

/// <summary>
/// Runs in Redis, for all processes of a cluster. Whatever changes more than one value is one script, and all keys lie together. What is acknowledged is on
/// the disk where Redis is told to synchronise at each write.
/// </summary>
/// <param name="connection">The connection; whoever made it ends it.</param>
/// <param name="name">The name of the cluster.</param>
/// <param name="serializer">How states become bytes.</param>
internal sealed class RedisStore(IConnectionMultiplexer connection, string name, IGrainStorageSerializer serializer) : IRunStore
{
    // A machine that has told nothing for so long is not reckoned with.
    private const int FreshSeconds = 5;

    private readonly RedisKey _open = $"{{{name}}}:open", _owners = $"{{{name}}}:open:owners", _counts = $"{{{name}}}:owners", _ended = $"{{{name}}}:ended";
    private readonly RedisKey _order = $"{{{name}}}:order", _tags = $"{{{name}}}:tags", _secret = $"{{{name}}}:secret", _loads = $"{{{name}}}:loads";

    private IDatabase Database => connection.GetDatabase();

    /// <inheritdoc/>
    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var key = StateKey.Of(stateName, grainId);
        var found = await Do(database => database.HashGetAsync(KeyOf(key.Run), [key.State, TagOf(key.State)]));
        grainState.RecordExists = !found[0].IsNull;
        grainState.ETag = found[1];
        grainState.State = found[0].IsNull ? Activator.CreateInstance<T>() : StoredForm.Read<T>(serializer, (byte[])found[0]!);
    }

    /// <inheritdoc/>
    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var (key, data) = (StateKey.Of(stateName, grainId), StoredForm.Write(serializer, grainState.State));
        var tag = await Do(database => database.ScriptEvaluateAsync(Scripts.Write, [KeyOf(key.Run), _tags], [key.State, grainState.ETag ?? "", data]));
        if (tag.IsNull) throw Conflict(grainState.ETag);
        (grainState.RecordExists, grainState.ETag) = (true, ((long)tag).ToString(CultureInfo.InvariantCulture));
    }

    /// <inheritdoc/>
    public async Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var (key, known) = (StateKey.Of(stateName, grainId), grainState.ETag);
        var count = (int)await Do(database => database.ScriptEvaluateAsync(Scripts.Clear, [KeyOf(key.Run)], [key.State, known ?? ""]));
        if (count == 0 && known is not null) throw Conflict(known);
        (grainState.RecordExists, grainState.ETag, grainState.State) = (false, null, Activator.CreateInstance<T>());
    }

    /// <inheritdoc/>
    public async Task<Acceptance> Enter(string id, string owner, int mostOfOwner, int most) =>
        (int)await Do(database => database.ScriptEvaluateAsync(Scripts.Enter, [_open, _owners, _counts, _order], [id, owner, mostOfOwner, most])) switch
        {
            0 => Acceptance.Begun,
            1 => Acceptance.TooManyOfOwner,
            _ => Acceptance.TooMany,
        };

    /// <inheritdoc/>
    public Task Leave(string id, DateTimeOffset? ended) =>
        Do(database => database.ScriptEvaluateAsync(Scripts.Leave, [_open, _owners, _counts, _ended, KeyOf(id)], [id, ended is { } at ? at.ToUnixTimeMilliseconds() : "", StateKey.OfTiles]));

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> Open() => Texts(await Do(database => database.SortedSetRangeByRankAsync(_open)));

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> EndedBefore(DateTimeOffset moment) =>
        Texts(await Do(database => database.SortedSetRangeByScoreAsync(_ended, stop: moment.ToUnixTimeMilliseconds(), exclude: Exclude.Stop)));

    /// <inheritdoc/>
    public Task Forget(string id) => Do(async database =>
    {
        // First what it is, then that it was: cut short in between, it is found and forgotten again.
        await database.KeyDeleteAsync(KeyOf(id));
        return await database.SortedSetRemoveAsync(_ended, id);
    });

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, SiloLoad>> Exchange(string silo, SiloLoad mine)
    {
        var told = (RedisResult[])(await Do(database => database.ScriptEvaluateAsync(Scripts.Exchange, [_loads], [silo, string.Create(CultureInfo.InvariantCulture, $"{mine.Runs} {mine.Slots}"), FreshSeconds])))!;
        var loads = new Dictionary<string, SiloLoad>(StringComparer.Ordinal);
        foreach (var pair in told.Chunk(2))
        {
            var numbers = ((string)pair[1]!).Split(' ');
            loads[(string)pair[0]!] = new(int.Parse(numbers[0], CultureInfo.InvariantCulture), int.Parse(numbers[1], CultureInfo.InvariantCulture));
        }

        return loads;
    }

    /// <inheritdoc/>
    public Task<byte[]> Secret() => Do(async database =>
    {
        await database.StringSetAsync(_secret, RandomNumberGenerator.GetBytes(32), when: When.NotExists);
        return (byte[])(await database.StringGetAsync(_secret))!;
    });

    /// <summary>Whether what Redis acknowledges survives its end; null where it does not tell.</summary>
    public async Task<bool?> IsSynchronised()
    {
        try
        {
            var told = (RedisResult[])(await Database.ExecuteAsync("CONFIG", "GET", "append*"))!;
            var settings = told.Chunk(2).ToDictionary(static pair => (string)pair[0]!, static pair => (string)pair[1]!, StringComparer.Ordinal);
            return settings["appendonly"] is "yes" && settings["appendfsync"] is "always";
        }
        catch (RedisServerException)
        {
            return null;
        }
    }

    private static InconsistentStateException Conflict(string? known) => new("Another state was written in between.", "", known ?? "");

    private static string TagOf(string state) => state + ":tag";

    private static List<string> Texts(RedisValue[] values) => [.. values.Select(static value => (string)value!)];

    private RedisKey KeyOf(string id) => $"{{{name}}}:run:{id}";

    private async Task<T> Do<T>(Func<IDatabase, Task<T>> work)
    {
        try
        {
            return await work(Database);
        }
        catch (Exception fault) when (IsAway(fault))
        {
            throw new StoreAwayException(fault);
        }
    }

    // A server that starts, is full or has gone may come back; a command that is wrong stays so.
    private static bool IsAway(Exception fault) => fault switch
    {
        RedisServerException server => !server.Message.StartsWith("WRONGTYPE", StringComparison.Ordinal) && !server.Message.Contains("user_script", StringComparison.Ordinal),
        _ => fault is RedisException or TimeoutException or ObjectDisposedException,
    };
}
