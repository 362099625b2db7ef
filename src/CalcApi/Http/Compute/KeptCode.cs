using System.Diagnostics.Metrics;
using Calculus.Budgets;
using Microsoft.Extensions.Caching.Memory;

namespace CalcApi.Http.Compute;

/// <summary>
/// Code that is kept from one question to the next: whoever moves a slider asks for the same function with another coefficient, again and again.
/// The setting <c>Code:KeptBytes</c> says how many bytes it may take.
/// </summary>
internal sealed class KeptCode : ICodeStore, IDisposable
{
    private readonly MemoryCache? _code;
    private readonly Counter<long> _count;

    /// <summary>Makes room.</summary>
    /// <exception cref="InvalidOperationException">The setting is not a number of bytes.</exception>
    public KeptCode(IConfiguration configuration, IMeterFactory meters)
    {
        _code = KeptBytes.Room(configuration, "Code");
        _count = meters.Create("CalcApi").CreateCounter<long>("calcapi.kept.code", "{program}", "Programs that run often, by whether their structure was met before.");
    }

    /// <inheritdoc/>
    public object? Find(object structure)
    {
        object? code = null;
        var found = _code?.TryGetValue(structure, out code) is true;
        _count.Add(1, new KeyValuePair<string, object?>("met", found));
        return code;
    }

    /// <inheritdoc/>
    public void Keep(object structure, object code, long bytes) => _code?.Set(structure, code, new MemoryCacheEntryOptions { Size = bytes });

    /// <inheritdoc/>
    public void Dispose() => _code?.Dispose();
}
