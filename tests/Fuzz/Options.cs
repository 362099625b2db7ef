using System.Globalization;
using Fuzz.Targets;

namespace Fuzz;

/// <summary>What was asked for.</summary>
/// <param name="Target">What is fed.</param>
internal sealed record Options(Target Target)
{
    /// <summary>For how long, in seconds of processor time.</summary>
    public int Seconds { get; private init; } = 60;

    /// <summary>Where chance begins.</summary>
    public int Seed { get; private init; } = 1;

    /// <summary>Where inputs that took a new branch are kept, and taken up again.</summary>
    public string Corpus { get; private init; } = Path.Combine(Path.GetTempPath(), "calcapi-fuzz", Target.Name);

    /// <summary>A file whose text alone is tried.</summary>
    public string? One { get; private init; }

    /// <summary>Where inputs that broke something are kept.</summary>
    public string Findings => Corpus + "-findings";

    /// <summary>The input that runs now.</summary>
    public string Running => Corpus + "-running";

    /// <summary>Reads the command line; null where it is misused.</summary>
    public static Options? Of(IReadOnlyList<string> words)
    {
        if (words.Count % 2 == 0 || Target.All.FirstOrDefault(target => string.Equals(target.Name, words[0], StringComparison.Ordinal)) is not { } target) return null;
        var options = new Options(target);
        for (var i = 1; i < words.Count; i += 2)
        {
            var value = words[i + 1];
            switch (words[i])
            {
                case "--seconds" when int.TryParse(value, CultureInfo.InvariantCulture, out var seconds): options = options with { Seconds = seconds }; break;
                case "--seed" when int.TryParse(value, CultureInfo.InvariantCulture, out var seed): options = options with { Seed = seed }; break;
                case "--corpus": options = options with { Corpus = Path.GetFullPath(value) }; break;
                case "--one": options = options with { One = Path.GetFullPath(value) }; break;
                default: return null;
            }
        }

        Directory.CreateDirectory(options.Corpus);
        Directory.CreateDirectory(options.Findings);
        return options;
    }
}
