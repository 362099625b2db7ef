namespace CalcRuns.Cluster;

/// <summary>Sees machines come and go.</summary>
internal sealed class Watch : ISiloStatusListener, IDisposable
{
    private readonly ISiloStatusOracle _silos;
    private TaskCompletionSource _change = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Begins to look.</summary>
    /// <param name="silos">Who knows.</param>
    public Watch(ISiloStatusOracle silos)
    {
        _silos = silos;
        silos.SubscribeToSiloStatusEvents(this);
    }

    /// <summary>Done once one has come or gone since the last <see cref="Look"/>.</summary>
    public Task Change => Volatile.Read(ref _change).Task;

    /// <summary>The machines that there are, in an order that all agree on.</summary>
    public IReadOnlyList<SiloAddress> Look()
    {
        Volatile.Write(ref _change, new(TaskCreationOptions.RunContinuationsAsynchronously));
        return [.. _silos.GetApproximateSiloStatuses(onlyActive: true).Keys.Order()];
    }

    /// <inheritdoc/>
    public void SiloStatusChangeNotification(SiloAddress updatedSilo, SiloStatus status)
    {
        if (status is SiloStatus.Active or SiloStatus.Dead) Volatile.Read(ref _change).TrySetResult();
    }

    /// <inheritdoc/>
    public void Dispose() => _silos.UnSubscribeFromSiloStatusEvents(this);
}
