using Orleans.Placement;
using Orleans.Runtime.Placement;

namespace CalcRuns.Cluster;

/// <summary>A run begins where there is the least to do.</summary>
[Serializable, GenerateSerializer, Immutable, Alias("CalcRuns.RunPlacement")]
internal sealed class RunPlacement : PlacementStrategy;

/// <summary>Says so of a grain.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class RunPlacementAttribute() : PlacementAttribute(new RunPlacement());

/// <summary>Finds that machine.</summary>
/// <param name="loads">What there is to do on each.</param>
internal sealed class RunPlacementDirector(Loads loads) : IPlacementDirector
{
    /// <inheritdoc/>
    public Task<SiloAddress> OnAddActivation(PlacementStrategy strategy, PlacementTarget target, IPlacementContext context)
    {
        var silos = context.GetCompatibleSilos(target);
        if (IPlacementDirector.GetPlacementHint(target.RequestContextData, silos) is { } wanted) return Task.FromResult(wanted);
        return Task.FromResult(silos[loads.Lightest([.. silos.Select(static silo => silo.ToParsableString())])]);
    }
}
