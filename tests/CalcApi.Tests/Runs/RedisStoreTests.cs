using CalcRuns.Cluster;
using CalcRuns.Stores;
using StackExchange.Redis;
using Xunit;

namespace CalcApi.Tests.Runs;

/// <summary>The store of a cluster.</summary>
public sealed class RedisStoreTests : RunStoreTests
{
    private RedisServer _redis = null!;
    private ConnectionMultiplexer _connection = null!;

    public override async ValueTask InitializeAsync()
    {
        _redis = await RedisServer.Start();
        _connection = await ConnectionMultiplexer.ConnectAsync(Clustering.RedisOf(new() { Redis = _redis.Address, Name = "test" }));
    }

    public override async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync();
        await _redis.DisposeAsync();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task What_was_acknowledged_is_there_after_it_was_killed_and_while_it_is_away_it_says_so()
    {
        var store = (RedisStore)Open();
        Assert.True(await store.IsSynchronised());
        var (written, read) = (State(), State());
        written.State!.State = [1, 2, 3];
        await store.WriteStateAsync("run", Grain("one"), written);
        await store.Enter("one", "me", 1, 1);
        await _redis.Kill();
        await Assert.ThrowsAsync<StoreAwayException>(() => store.WriteStateAsync("run", Grain("one"), written));
        await Assert.ThrowsAsync<StoreAwayException>(store.Open);
        await _redis.Return();
        while (!_connection.IsConnected) await Task.Delay(20, TestContext.Current.CancellationToken);

        await store.ReadStateAsync("run", Grain("one"), read);
        Assert.Equal([1, 2, 3], read.State!.State);
        Assert.Equal(["one"], await store.Open(), StringComparer.Ordinal);
        await store.WriteStateAsync("run", Grain("one"), read);
    }

    [Fact]
    public async Task A_mistake_of_ours_is_no_store_that_is_away()
    {
        await _connection.GetDatabase().StringSetAsync("{test}:open", "no list");
        await Assert.ThrowsAsync<RedisServerException>(Open().Open);
        await Assert.ThrowsAsync<RedisServerException>(() => Open().Enter("one", "me", 1, 1));
    }

    [Fact]
    public async Task Clusters_of_other_names_have_other_runs()
    {
        await Open().Enter("one", "me", 1, 1);
        var other = new RedisStore(_connection, "other", Serializer);
        Assert.Empty(await other.Open());
        Assert.NotEqual(await Open().Secret(), await other.Secret());
    }

    private protected override IRunStore Open() => new RedisStore(_connection, "test", Serializer);

    private protected override void Close(IRunStore store)
    {
    }
}
