using Calculus.Syntax;

namespace Calculus.Explanations;

/// <summary>Letters that a definition does not use, in an order of preference; then numbered ones.</summary>
/// <param name="definition">The definition.</param>
/// <param name="preferred">The letters, the best first.</param>
internal sealed class Letters(Definition definition, params IReadOnlyList<string> preferred)
{
    private readonly HashSet<string> _used = NamesIn(definition);
    private int _next;

    /// <summary>The next letter that is free.</summary>
    public string Next()
    {
        for (; ; _next++)
        {
            var letter = _next < preferred.Count ? preferred[_next] : FormattableString.Invariant($"{preferred[0]}{_next - preferred.Count + 1}");
            if (_used.Add(letter)) return letter;
        }
    }

    private static HashSet<string> NamesIn(Definition definition)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var statement in definition.Statements)
        {
            if (statement.Name is { } name) names.Add(name);
            foreach (var parameter in statement.Parameters ?? []) names.Add(parameter.Name);
            foreach (var node in statement.Nodes)
            {
                if (node.Text.Length > 0) names.Add(node.Text);
            }
        }

        return names;
    }
}
