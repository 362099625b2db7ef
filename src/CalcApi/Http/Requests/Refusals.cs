using System.Globalization;
using CalcApi.Http.Problems;
using Calculus.Budgets;

namespace CalcApi.Http.Requests;

/// <summary>Collects what is wrong with a request while it is read, so that one answer names everything.</summary>
public sealed class Refusals
{
    // A body with a million wrong numbers does not need a million messages.
    private const int Most = 20;

    private readonly Dictionary<string, double> _beyond = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, IReadOnlyList<string>>> _byType = new(StringComparer.Ordinal);

    /// <summary>The value at the path does not have the shape that the route takes.</summary>
    public void Shape(string path, string message) => Add(ProblemTypes.Shape, path, message);

    /// <summary>The value at the path has the right shape but no meaning.</summary>
    public void Value(string path, string message) => Add(ProblemTypes.Value, path, message);

    /// <summary>The whole number at the path is beyond 32 bits: it exceeds its limit, or has no meaning where there is none.</summary>
    public void Beyond(string path, double number)
    {
        if (_beyond.Count < Most) _beyond[path] = number;
    }

    /// <summary>Ends the request if a whole number was beyond 32 bits: by the limit that the validator found exceeded there, or else as a value.</summary>
    /// <param name="exceeded">The limits that the request exceeds, by the path where each does.</param>
    /// <exception cref="RefusalException">There is such a number.</exception>
    public void ThrowIfBeyond(IEnumerable<(string Path, LimitException Limit)> exceeded)
    {
        foreach (var (path, limit) in exceeded)
        {
            if (_beyond.Keys.FirstOrDefault(place => IsWithin(place, path)) is not { } place) continue;
            var asked = _beyond[place];
            var message = string.Create(CultureInfo.InvariantCulture, $"At most {limit.Maximum} is allowed, but {asked} was asked for.");
            throw Refuse.Limit(place, new LimitException(limit.Limit, limit.Maximum, message, asked < long.MaxValue ? (long)asked : null));
        }

        foreach (var place in _beyond.Keys) Value(place, FormattableString.Invariant($"The number must lie between {int.MinValue} and {int.MaxValue}."));
        ThrowIfAny();
    }

    private static bool IsWithin(string place, string path) =>
        place.StartsWith(path, StringComparison.Ordinal) && (place.Length == path.Length || place[path.Length] is '.' or '[');

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
