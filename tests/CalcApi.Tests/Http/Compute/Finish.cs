namespace CalcApi.Tests.Http.Compute;

/// <summary>What work waits for. It comes at the end of a test at the latest, so that a test that fails ends too.</summary>
internal sealed class Finish : ManualResetEventSlim
{
    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        Set();
        base.Dispose(disposing);
    }
}
