using System.Text.Json;
using CalcApi.Http.Compute;

namespace CalcApi.Http.LongWork;

/// <summary>A question that can be asked for as a run.</summary>
/// <param name="Name">The kind of run.</param>
/// <param name="Check">Reads the request, as its own route does; refuses what it would refuse before any work.</param>
/// <param name="Answer">Computes the answer and writes it, byte for byte as its own route does.</param>
public sealed record RunKind(string Name, Action<JsonElement> Check, Func<JsonElement, Computation, byte[]> Answer);

/// <summary>All questions that can be asked for as runs. Each route adds its own where it is mapped.</summary>
public sealed class RunKinds
{
    private readonly SortedDictionary<string, RunKind> _kinds = new(StringComparer.Ordinal);

    /// <summary>Their names.</summary>
    public IReadOnlyCollection<string> Names => _kinds.Keys;

    /// <summary>Adds one.</summary>
    /// <param name="kind">The kind.</param>
    public void Add(RunKind kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        _kinds.Add(kind.Name, kind);
    }

    /// <summary>The kind of a name; null where there is none.</summary>
    /// <param name="name">The name.</param>
    public RunKind? Find(string name) => _kinds.GetValueOrDefault(name);
}
