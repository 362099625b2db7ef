using CalcRuns.Stores;
using Xunit;

namespace CalcApi.Tests.Runs;

/// <summary>The store of one machine.</summary>
public sealed class SqliteStoreTests : RunStoreTests
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("store");
    private SqliteStore? _open;

    public override async ValueTask DisposeAsync()
    {
        _open?.Dispose();
        _folder.Delete(recursive: true);
        await base.DisposeAsync();
    }

    [Fact]
    public void Its_folder_is_its_own()
    {
        Open();
        Assert.Throws<IOException>(() => new SqliteStore(_folder.FullName, Serializer));
    }

    [Fact]
    public async Task A_store_that_is_closed_is_away()
    {
        var store = Open();
        var state = State();
        await store.WriteStateAsync("run", Grain("one"), state);
        Close(store);

        await Assert.ThrowsAsync<StoreAwayException>(() => store.WriteStateAsync("run", Grain("one"), state));
    }

    private protected override IRunStore Open() => _open = new SqliteStore(_folder.FullName, Serializer);

    private protected override void Close(IRunStore store) => ((SqliteStore)store).Dispose();
}
