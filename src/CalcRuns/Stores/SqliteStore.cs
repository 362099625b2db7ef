using System.Globalization;
using System.Security.Cryptography;
using CalcRuns.Cluster;
using Microsoft.Data.Sqlite;
using Orleans.Storage;
using Sqlite = SQLitePCL.raw;

namespace CalcRuns.Stores;

/// <summary>
/// Runs in one file of SQLite, for one process. What is acknowledged is on the disk: the log is synchronised before any writer is told that it is done. Many
/// writers that come at the same time share one synchronisation.
/// </summary>
internal sealed class SqliteStore : IRunStore, IDisposable
{
    private const string Conflict = "Another state was written in between.";

    private readonly IGrainStorageSerializer _serializer;
    private readonly FileStream _lock;
    private readonly SqliteConnection _connection;
    private readonly CommitQueue _commits;

    /// <summary>Opens the store, or makes it.</summary>
    /// <param name="folder">Where it is; no other process may use it.</param>
    /// <param name="serializer">How states become bytes.</param>
    /// <exception cref="IOException">Another process uses the folder, or it cannot be written.</exception>
    /// <exception cref="SqliteException">The file is no store.</exception>
    public SqliteStore(string folder, IGrainStorageSerializer serializer)
    {
        _serializer = serializer;
        MakeFolder(folder);
        _lock = new FileStream(Path.Combine(folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        try
        {
            _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "runs.db"), Pooling = false }.ToString());
            _connection.Open();
            Execute("PRAGMA journal_mode = WAL");
            Execute("PRAGMA synchronous = FULL");
            Execute("""
                CREATE TABLE IF NOT EXISTS states(name TEXT NOT NULL, id TEXT NOT NULL, tag INTEGER NOT NULL, data BLOB NOT NULL, UNIQUE(id, name));
                CREATE TABLE IF NOT EXISTS open(id TEXT PRIMARY KEY, owner TEXT NOT NULL);
                CREATE INDEX IF NOT EXISTS open_of_owner ON open(owner);
                CREATE TABLE IF NOT EXISTS ended(id TEXT PRIMARY KEY, at INTEGER NOT NULL);
                CREATE INDEX IF NOT EXISTS ended_at ON ended(at);
                CREATE TABLE IF NOT EXISTS secret(one INTEGER PRIMARY KEY CHECK(one = 1), bytes BLOB NOT NULL);
                """);
            _commits = new CommitQueue(_connection);
        }
        catch
        {
            _connection?.Dispose();
            _lock.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var key = StateKey.Of(stateName, grainId);
        var found = await Do(sql =>
        {
            using var reader = sql.Command("SELECT tag, data FROM states WHERE id = $id AND name = $name", ("$id", key.Run), ("$name", key.State)).ExecuteReader();
            return reader.Read() ? ((long Tag, byte[] Data)?)(reader.GetInt64(0), reader.GetFieldValue<byte[]>(1)) : null;
        });
        grainState.RecordExists = found is not null;
        grainState.ETag = found is { } row ? Tag(row.Tag) : null;
        grainState.State = found is { } state ? StoredForm.Read<T>(_serializer, state.Data) : Activator.CreateInstance<T>();
    }

    /// <inheritdoc/>
    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        // No tag comes twice: whoever was away cannot take a new state for its own.
        var (key, data, known) = (StateKey.Of(stateName, grainId), StoredForm.Write(_serializer, grainState.State), grainState.ETag);
        var tag = await Do(sql => known is null
            ? sql.Command("INSERT INTO states(id, name, tag, data) VALUES($id, $name, abs(random() / 2), $data) ON CONFLICT DO NOTHING RETURNING tag", ("$id", key.Run), ("$name", key.State), ("$data", data)).ExecuteScalar()
            : sql.Command("UPDATE states SET data = $data, tag = tag + 1 WHERE id = $id AND name = $name AND tag = $tag RETURNING tag", ("$id", key.Run), ("$name", key.State), ("$data", data), ("$tag", Tag(known))).ExecuteScalar());
        if (tag is not long next) throw new InconsistentStateException(Conflict, "", known ?? "");
        (grainState.RecordExists, grainState.ETag) = (true, Tag(next));
    }

    /// <inheritdoc/>
    public async Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var (key, known) = (StateKey.Of(stateName, grainId), grainState.ETag);
        var count = await Do(sql => sql.Command("DELETE FROM states WHERE id = $id AND name = $name AND tag = $tag", ("$id", key.Run), ("$name", key.State), ("$tag", Tag(known ?? "0"))).ExecuteNonQuery());
        if (count == 0 && known is not null) throw new InconsistentStateException(Conflict, "", known);
        (grainState.RecordExists, grainState.ETag, grainState.State) = (false, null, Activator.CreateInstance<T>());
    }

    /// <inheritdoc/>
    public Task<Acceptance> Enter(string id, string owner, int mostOfOwner, int most) => Do(sql =>
    {
        if (sql.Number("SELECT count(*) FROM open WHERE id = $id", ("$id", id)) > 0) return Acceptance.Begun;
        if (sql.Number("SELECT count(*) FROM open WHERE owner = $owner", ("$owner", owner)) >= mostOfOwner) return Acceptance.TooManyOfOwner;
        if (sql.Number("SELECT count(*) FROM open") >= most) return Acceptance.TooMany;
        sql.Command("INSERT INTO open(id, owner) VALUES($id, $owner)", ("$id", id), ("$owner", owner)).ExecuteNonQuery();
        return Acceptance.Begun;
    });

    /// <inheritdoc/>
    public Task Leave(string id, DateTimeOffset? ended) => Do(sql =>
    {
        sql.Command("DELETE FROM open WHERE id = $id", ("$id", id)).ExecuteNonQuery();
        sql.Command("DELETE FROM states WHERE id = $id AND name GLOB $tiles", ("$id", id), ("$tiles", StateKey.OfTiles + "*")).ExecuteNonQuery();
        return ended is { } at ? sql.Command("INSERT OR REPLACE INTO ended(id, at) VALUES($id, $at)", ("$id", id), ("$at", at.ToUnixTimeMilliseconds())).ExecuteNonQuery() : 0;
    });

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> Open() => Do(static sql => sql.Texts("SELECT id FROM open ORDER BY rowid"));

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> EndedBefore(DateTimeOffset moment) =>
        Do(sql => sql.Texts("SELECT id FROM ended WHERE at < $at ORDER BY at", ("$at", moment.ToUnixTimeMilliseconds())));

    /// <inheritdoc/>
    public Task Forget(string id) => Do(sql =>
        sql.Command("DELETE FROM states WHERE id = $id", ("$id", id)).ExecuteNonQuery() + sql.Command("DELETE FROM ended WHERE id = $id", ("$id", id)).ExecuteNonQuery());

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, SiloLoad>> Exchange(string silo, SiloLoad mine) =>
        Task.FromResult<IReadOnlyDictionary<string, SiloLoad>>(new Dictionary<string, SiloLoad>(StringComparer.Ordinal) { [silo] = mine });

    /// <inheritdoc/>
    public Task<byte[]> Secret() => Do(static sql =>
    {
        sql.Command("INSERT INTO secret(one, bytes) VALUES(1, $bytes) ON CONFLICT DO NOTHING", ("$bytes", RandomNumberGenerator.GetBytes(32))).ExecuteNonQuery();
        return (byte[])sql.Command("SELECT bytes FROM secret").ExecuteScalar()!;
    });

    /// <inheritdoc/>
    public void Dispose()
    {
        _commits.Dispose();
        _connection.Dispose();
        _lock.Dispose();
    }

    // A disk that is full or gone may come back; a command that is wrong, or a state that is too large, stays so.
    private static bool IsAway(Exception fault) => fault switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode is not (Sqlite.SQLITE_ERROR or Sqlite.SQLITE_TOOBIG or Sqlite.SQLITE_CONSTRAINT or Sqlite.SQLITE_MISMATCH or Sqlite.SQLITE_MISUSE or Sqlite.SQLITE_RANGE),
        _ => fault is IOException or ObjectDisposedException,
    };

    private async Task<T> Do<T>(Func<Transaction, T> work)
    {
        try
        {
            return await _commits.Do(work);
        }
        catch (Exception fault) when (IsAway(fault))
        {
            throw new StoreAwayException(fault);
        }
    }

    private static string Tag(long tag) => tag.ToString(CultureInfo.InvariantCulture);

    private static long Tag(string tag) => long.Parse(tag, NumberStyles.None, CultureInfo.InvariantCulture);

    // What people ask is nobody else's business on this machine.
    private static void MakeFolder(string folder)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private void Execute(string text)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }
}
