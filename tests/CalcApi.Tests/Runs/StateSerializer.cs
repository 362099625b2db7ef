using CalcRuns.Grains;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using Orleans.Storage;

namespace CalcApi.Tests.Runs;

/// <summary>How states become bytes in a store.</summary>
internal static class StateSerializer
{
    /// <summary>Makes one.</summary>
    public static OrleansGrainStorageSerializer New() => new(Plain());

    /// <summary>Makes what writes what machines tell one another.</summary>
    public static Serializer Plain() =>
        new ServiceCollection().AddSerializer(static builder => builder.AddAssembly(typeof(RunState).Assembly)).BuildServiceProvider().GetRequiredService<Serializer>();
}
