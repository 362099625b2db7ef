using CalcApi.Http.Problems;

namespace CalcApi.Http.Requests;

/// <summary>Collects what is wrong with a request while it is read, so that one answer names everything.</summary>
public sealed class Refusals
{
    // A body with a million wrong numbers does not need a million messages.
    private const int Most = 20;

    private readonly Dictionary<string, Dictionary<string, IReadOnlyList<string>>> _byType = new(StringComparer.Ordinal);

    /// <summary>The value at the path does not have the shape that the route takes.</summary>
    public void Shape(string path, string message) => Add(ProblemTypes.Shape, path, message);

    /// <summary>The value at the path has the right shape but no meaning.</summary>
    public void Value(string path, string message) => Add(ProblemTypes.Value, path, message);

    /// <summary>This version does not support what is at the path.</summary>
    public void NotSupported(string path, string message) => Add(ProblemTypes.NotSupported, path, message);

    /// <summary>Ends the request if anything was refused. The shape comes first: while it is wrong, the meaning cannot be judged.</summary>
    /// <exception cref="RefusalException">Something was refused.</exception>
    public void ThrowIfAny()
    {
        foreach (var type in (ProblemType[])[ProblemTypes.Shape, ProblemTypes.NotSupported, ProblemTypes.Value])
            if (_byType.TryGetValue(type.Name, out var errors))
                throw Refuse.Fields(type, errors);
    }

    private void Add(ProblemType type, string path, string message)
    {
        if (!_byType.TryGetValue(type.Name, out var errors))
            _byType[type.Name] = errors = new(StringComparer.Ordinal);
        if (errors.Count < Most) errors[path] = errors.TryGetValue(path, out var before) ? [.. before, message] : [message];
    }
}
