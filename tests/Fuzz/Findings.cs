using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Fuzz;

/// <summary>What broke, once for each kind of fault.</summary>
internal sealed partial class Findings(Options options)
{
    private const int Frames = 3;

    private readonly Dictionary<string, string> _shortest = new(StringComparer.Ordinal);

    /// <summary>How many kinds of fault there were.</summary>
    public int Count => _shortest.Count;

    /// <summary>Writes a fault down, if it is of a new kind or its input is shorter than the one that is known.</summary>
    public void Add(string input, string fault)
    {
        var kind = KindOf(fault);
        if (_shortest.TryGetValue(kind, out var known) && known.Length <= input.Length) return;
        if (known is null) Console.WriteLine($"FOUND {fault}\n  by {input}");
        _shortest[kind] = input;
        var number = _shortest.Keys.ToList().IndexOf(kind);
        var file = Path.Combine(options.Findings, string.Create(CultureInfo.InvariantCulture, $"{options.Target.Name}-{options.Seed}-{number}"));
        File.WriteAllText(file, input, Encoding.Unicode);
        File.WriteAllText(file + ".why", fault);
    }

    // The exception's type and where it was thrown; of a fault without a stack what stands before its first colon.
    private static string KindOf(string fault)
    {
        var frames = Frame().Matches(fault).Take(Frames).Select(static match => match.Groups["method"].Value).ToList();
        return frames.Count == 0 ? fault.Split(':')[0] : $"{fault.Split(':')[0]} {string.Join(' ', frames)}";
    }

    [GeneratedRegex(@"^\s+at (?<method>[^(]+)\(", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Frame();
}
