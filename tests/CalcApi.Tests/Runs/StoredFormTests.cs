using CalcRuns;
using CalcRuns.Grains;
using CalcRuns.Stores;
using Orleans.Storage;
using Xunit;

namespace CalcApi.Tests.Runs;

/// <summary>What is read back is what was written, or is said not to be.</summary>
public sealed class StoredFormTests
{
    public static TheoryData<Exception> Told =>
    [
        new StoreAwayException(new IOException("away")), new StoreAwayException(new StackExchange.Redis.RedisConnectionException(StackExchange.Redis.ConnectionFailureType.SocketClosed, "away")),
        new InconsistentStateException("elsewhere", "1", "2"),
    ];

    // Whoever asks a run on another machine has to know it for what it is, or would take it for a mistake of the service.
    [Theory]
    [MemberData(nameof(Told), DisableDiscoveryEnumeration = true)]
    public void What_a_machine_says_of_its_store_others_understand(Exception told)
    {
        var serializer = StateSerializer.Plain();
        var heard = serializer.Deserialize<Exception>(serializer.SerializeToArray(told));

        Assert.Equal((told.GetType(), told.Message), (heard?.GetType(), heard?.Message));
    }

    [Fact]
    public void Whatever_is_damaged_is_not_taken_for_a_state()
    {
        var serializer = StateSerializer.New();
        var state = new RunState { State = [1, 2, 3] };
        state.Tell(new() { Id = 0, Status = RunStatus.Running, Share = 0.5, Reached = [new("step", 7)] });
        var stored = StoredForm.Write(serializer, state);
        Exception? FaultOf(byte[] bytes) => StoredForm.Read<RunState>(serializer, bytes).Fault;

        Assert.Null(FaultOf(stored));
        Assert.Equal(state.Latest.Reached, StoredForm.Read<RunState>(serializer, stored).Latest.Reached);
        for (var bit = 0; bit < 8 * stored.Length; bit++)
        {
            byte[] damaged = [.. stored];
            damaged[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.NotNull(FaultOf(damaged));
        }

        for (var length = 0; length < stored.Length; length++) Assert.NotNull(FaultOf(stored[..length]));
        Assert.NotNull(FaultOf([.. stored, 0]));
        Assert.Contains("number 2", FaultOf([2, .. stored[1..]])!.Message, StringComparison.Ordinal);
        // What tells why it cannot be read is not written itself.
        Assert.Null(FaultOf(StoredForm.Write(serializer, new RunState { Fault = new FormatException() })));
        // Whoever cannot tell that it is not readable is told.
        Assert.Throws<FormatException>(() => StoredForm.Read<object>(serializer, []));
    }
}
