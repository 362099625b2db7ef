using System.Globalization;

namespace Calculus.Learning.Tables;

/// <summary>Collects what is wrong with a table, so that one answer names it; of very many faults the first.</summary>
/// <param name="field">Where the table stands in the question.</param>
internal sealed class Faults(string field)
{
    private const int Most = 20;

    private readonly List<string> _messages = [];
    private int _count;

    /// <summary>Writes a fault down.</summary>
    public void Add(string message)
    {
        if (_count++ < Most) _messages.Add(message);
    }

    /// <summary>Ends the reading where something is wrong.</summary>
    /// <exception cref="LearningException">Something is.</exception>
    public void ThrowIfAny()
    {
        if (_count == 0) return;
        if (_count > Most) _messages.Add(string.Create(CultureInfo.InvariantCulture, $"There are {_count - Most} more faults of this kind."));
        throw new LearningException(field, _messages);
    }
}
