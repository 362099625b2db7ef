using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Fuzz;

/// <summary>One process that feeds a target until its time is up: what takes a new branch is kept and changed again.</summary>
internal sealed class Session(Options options)
{
    // The stack of the thread that everything runs on: what recurses on its input dies.
    private const int StackBytes = 256 * 1024;

    private const int Interval = 30;

    // How many times what one input may take is no longer waited for.
    private const double Hangs = 20;

    private readonly Coverage _coverage = new();
    private readonly List<string> _corpus = [];
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly Findings _findings = new(options);
    private long _began;

    /// <summary>The exit code where an input did not end.</summary>
    public const int Hung = 3;

    /// <summary>Runs to the end; 1 where something was found.</summary>
    public int Run()
    {
        var thread = new Thread(Feed, StackBytes);
        thread.Start();
        while (!thread.Join(1_000))
        {
            // What never ends is found by whoever began this process, as if it had died of it.
            if ((Environment.CpuUsage.TotalTime - Began).TotalSeconds > Hangs * options.Target.MostSeconds) Environment.Exit(Hung);
        }

        return _findings.Count == 0 ? 0 : 1;
    }

    // The processor time at which the input began that runs now.
    private TimeSpan Began => TimeSpan.FromTicks(Volatile.Read(ref _began));

    private void Feed()
    {
        if (options.One is { } file)
        {
            Try(File.ReadAllText(file));
            return;
        }

        var (clock, begun, last, runs) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime, 0.0, 0L);
        var seeds = options.Target.Seeds().Concat(Directory.EnumerateFiles(options.Corpus).Order(StringComparer.Ordinal).Select(File.ReadAllText)).Distinct(StringComparer.Ordinal).ToList();
        foreach (var seed in seeds)
        {
            Keep(seed);
            runs++;
            if (Spent(begun) > options.Seconds) break;
        }

        if (_corpus.Count == 0) _corpus.AddRange(seeds);
        var breeder = new Breeder(new Random(options.Seed), options.Target.Words, _corpus);
        while (Spent(begun) < options.Seconds)
        {
            Keep(options.Target.Change(breeder));
            runs++;
            if (clock.Elapsed.TotalSeconds < last + Interval) continue;
            last = clock.Elapsed.TotalSeconds;
            Say(clock, runs);
        }

        Say(clock, runs);
    }

    // Processor time: on a busy machine the clock goes on while nothing is tried.
    private static double Spent(TimeSpan begun) => (Environment.CpuUsage.TotalTime - begun).TotalSeconds;

    private void Keep(string input)
    {
        if (!Try(input) || !_known.Add(input)) return;
        _corpus.Add(input);
        var name = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.Unicode.GetBytes(input)))[..16];
        File.WriteAllText(Path.Combine(options.Corpus, name), input, Encoding.Unicode);
    }

    // Whether the input took a new branch.
    private bool Try(string input)
    {
        File.WriteAllText(options.Running, input, Encoding.Unicode);
        _coverage.Begin();
        var before = Environment.CpuUsage.TotalTime;
        Volatile.Write(ref _began, before.Ticks);
        string? fault;
        try
        {
            fault = options.Target.Feed(input);
        }
        catch (Exception exception)
        {
            fault = exception.ToString();
        }

        var isNew = _coverage.IsNew();
        var spent = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        if (fault is null && spent > options.Target.MostSeconds) fault = string.Create(CultureInfo.InvariantCulture, $"took {spent:F1} s");
        if (fault is not null) _findings.Add(input, fault);
        return isNew && fault is null;
    }

    private void Say(Stopwatch clock, long runs) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{options.Target.Name}: {clock.Elapsed.TotalSeconds:F0} s, {Environment.CpuUsage.TotalTime.TotalSeconds:F0} s of processor, {runs} runs, {_corpus.Count} kept, {_coverage.Taken} branches, {_findings.Count} findings"));
}
