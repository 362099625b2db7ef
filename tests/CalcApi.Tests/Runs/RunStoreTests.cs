using CalcRuns;
using CalcRuns.Cluster;
using CalcRuns.Grains;
using CalcRuns.Stores;
using Orleans.Storage;
using Xunit;

namespace CalcApi.Tests.Runs;

/// <summary>What every store of runs does.</summary>
public abstract class RunStoreTests : IAsyncLifetime
{
    private static readonly DateTimeOffset s_noon = new(2026, 11, 30, 12, 0, 0, TimeSpan.Zero);

    private protected OrleansGrainStorageSerializer Serializer { get; } = StateSerializer.New();

    public virtual ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>Opens the store, again where it was open before.</summary>
    private protected abstract IRunStore Open();

    /// <summary>Closes it.</summary>
    private protected abstract void Close(IRunStore store);

    [Fact]
    public async Task A_state_comes_back_to_the_last_bit()
    {
        var written = State();
        written.State!.State = [0, 255, 7];
        foreach (var value in (double[])[-0.0, double.NaN, double.PositiveInfinity, 5e-324, 0.1]) written.State!.Tell(new() { Id = 0, Status = RunStatus.Running, Share = value, Reached = [new("value", value)] });
        var store = Open();
        await store.WriteStateAsync("run", Grain("one"), written);
        Close(store);

        var again = Open();
        var read = State();
        await again.ReadStateAsync("run", Grain("one"), read);

        Assert.Equal((true, written.ETag), (read.RecordExists, read.ETag));
        Assert.Equal(written.State!.State, read.State!.State);
        Assert.Equal(written.State!.Events.Select(static told => BitConverter.DoubleToInt64Bits(told.Share!.Value)), read.State!.Events.Select(static told => BitConverter.DoubleToInt64Bits(told.Reached[0].Value)));
        Assert.Equal([1, 2, 3, 4, 5], read.State!.Events.Select(static told => told.Id));
    }

    [Fact]
    public async Task Whoever_did_not_see_the_last_state_cannot_write()
    {
        var store = Open();
        var (first, second, stranger) = (State(), State(), State());
        await store.WriteStateAsync("run", Grain("one"), first);
        await store.ReadStateAsync("run", Grain("one"), second);
        await store.WriteStateAsync("run", Grain("one"), second);

        await Assert.ThrowsAsync<InconsistentStateException>(() => store.WriteStateAsync("run", Grain("one"), first));
        await Assert.ThrowsAsync<InconsistentStateException>(() => store.WriteStateAsync("run", Grain("one"), stranger));
        await Assert.ThrowsAsync<InconsistentStateException>(() => store.ClearStateAsync("run", Grain("one"), first));
        await store.WriteStateAsync("run", Grain("one"), second);
        await store.WriteStateAsync("order", Grain("one"), stranger);
        await store.WriteStateAsync("run", Grain("two"), State());
        await store.ClearStateAsync("run", Grain("one"), second);
        await store.ReadStateAsync("run", Grain("one"), first);
        Assert.False(first.RecordExists);
    }

    [Fact]
    public async Task Many_writers_at_once_all_get_their_turn()
    {
        var store = Open();
        var states = Enumerable.Range(0, 300).Select(static each => State()).ToList();
        for (var round = 0; round < 3; round++) await Task.WhenAll(states.Select((state, each) => store.WriteStateAsync("run", Grain($"{each}"), state)));

        foreach (var (state, each) in states.Select(static (state, each) => (state, each)))
        {
            var read = State();
            await store.ReadStateAsync("run", Grain($"{each}"), read);
            Assert.Equal(state.ETag, read.ETag);
        }

        // Of those that write the same state at the same time one succeeds.
        var rivals = await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ =>
        {
            var rival = State();
            rival.ETag = states[0].ETag;
            try
            {
                await store.WriteStateAsync("run", Grain("0"), rival);
                return true;
            }
            catch (InconsistentStateException)
            {
                return false;
            }
        }));
        Assert.Single(rivals, static won => won);
    }

    [Fact]
    public async Task There_is_room_for_so_many_of_an_owner_and_so_many_in_all()
    {
        var store = Open();
        Assert.Equal(Acceptance.Begun, await store.Enter("a", "one", 2, 3));
        Assert.Equal(Acceptance.Begun, await store.Enter("b", "one", 2, 3));
        Assert.Equal(Acceptance.TooManyOfOwner, await store.Enter("c", "one", 2, 3));
        Assert.Equal(Acceptance.Begun, await store.Enter("b", "one", 2, 3));
        Assert.Equal(Acceptance.Begun, await store.Enter("d", "two", 2, 3));
        Assert.Equal(Acceptance.TooMany, await store.Enter("e", "two", 2, 3));
        Assert.Equal(["a", "b", "d"], await store.Open(), StringComparer.Ordinal);

        await store.Leave("a", s_noon);
        await store.Leave("b", null);
        Assert.Equal(Acceptance.Begun, await store.Enter("e", "two", 2, 3));
        Assert.Equal(["d", "e"], await store.Open(), StringComparer.Ordinal);
    }

    [Fact]
    public async Task What_was_kept_long_enough_is_found_and_forgotten()
    {
        var store = Open();
        await store.WriteStateAsync("run", Grain("a"), State());
        await store.Leave("a", s_noon);
        await store.Leave("b", s_noon.AddHours(2));

        Assert.Empty(await store.EndedBefore(s_noon));
        Assert.Equal(["a"], await store.EndedBefore(s_noon.AddHours(1)), StringComparer.Ordinal);
        await store.Forget("a");
        Assert.Empty(await store.EndedBefore(s_noon.AddHours(1)));
        var read = State();
        await store.ReadStateAsync("run", Grain("a"), read);
        Assert.False(read.RecordExists);
    }

    [Fact]
    public async Task Its_secret_stays()
    {
        var store = Open();
        var secret = await store.Secret();
        Assert.Equal(secret, await store.Secret());
        Close(store);

        Assert.Equal(secret, await Open().Secret());
        Assert.Equal(32, secret.Length);
    }

    [Fact]
    public async Task Whoever_was_away_does_not_take_a_new_run_of_the_same_name_for_its_own()
    {
        var store = Open();
        var (old, next) = (State(), State());
        await store.WriteStateAsync("run", Grain("one"), old);
        await store.Forget("one");
        await store.WriteStateAsync("run", Grain("one"), next);

        await Assert.ThrowsAsync<InconsistentStateException>(() => store.WriteStateAsync("run", Grain("one"), old));
    }

    [Fact]
    public async Task A_machine_knows_at_least_what_it_told_itself() =>
        Assert.Equal(new SiloLoad(3, 2), (await Open().Exchange("S127.0.0.1:1:1", new(3, 2)))["S127.0.0.1:1:1"]);

    private protected static GrainId Grain(string id) => GrainId.Create("run", id);

    private protected static GrainState<RunState> State() => new(new RunState());
}
