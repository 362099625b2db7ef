using System.Diagnostics;
using System.Globalization;
using Benchmarks.Tasks;

namespace Benchmarks;

/// <summary>This library and its peers in turns, so that whatever else the machine does meets all of them alike.</summary>
internal static class Comparison
{
    private const int Rounds = 3;

    /// <summary>Prints each task with its medians and the ratio of this library's to each peer's; above 1 is slower.</summary>
    public static void Print(string task)
    {
        var figures = new List<Figure>();
        for (var round = 0; round < Rounds; round++)
        {
            figures.AddRange(Quick.Run(task));
            foreach (var peer in Peer.All) figures.AddRange(peer.Run(task));
        }

        foreach (var group in figures.GroupBy(static figure => (figure.Task, figure.Metric, figure.Unit)))
        {
            if (group.FirstOrDefault(static figure => figure.Peer is Figure.Own) is not { } own) continue;
            var ours = MedianOf(Figure.Own);
            foreach (var peer in group.Select(static figure => figure.Peer).Distinct(StringComparer.Ordinal).Where(static peer => peer is not Figure.Own))
            {
                var theirs = MedianOf(peer);
                var ratio = own.Unit.Contains('/', StringComparison.Ordinal) ? theirs / ours : ours / theirs;
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{group.Key.Task,-24} {group.Key.Metric,-26} {ours,12:G4} {own.Unit,-6} {peer,-8} {theirs,12:G4}   ratio {ratio:G3}"));
            }

            double MedianOf(string peer) => Clock.Median([.. group.Where(figure => string.Equals(figure.Peer, peer, StringComparison.Ordinal)).Select(static figure => figure.Value)]);
        }
    }
}

/// <summary>A program that does the same tasks in another way.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Tasks">What its tasks begin with.</param>
/// <param name="Build">The command that builds it.</param>
/// <param name="Start">The command that runs it; it prints a line of JSON for each figure.</param>
internal sealed record Peer(string Name, string Tasks, string Build, string Start)
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Peers");

    private bool _isBuilt;
    private bool _isMissing;

    /// <summary>All of them; each computes on one core, as this library does.</summary>
    public static IReadOnlyList<Peer> All { get; } =
    [
        new("sympy", "s1", "python3 -c 'import sympy'", "python3 symbolic.py"),
        new("mathjs", "s1", "npm ci", "node symbolic.mjs"),
        new("c", "e1 e2 d1", "gcc -O3 -march=native -ffast-math -fdisable-tree-sincos -w -o numbers numbers.c -lm", "./numbers"),
        new("c", "t1 t2", "gcc -O3 -march=native -ffast-math -w -o models models.c -lopenblas -lm", "OPENBLAS_NUM_THREADS=1 ./models"),
        new("numpy", "t1 t2", "/usr/bin/python3 -c 'import numpy'", "OPENBLAS_NUM_THREADS=1 /usr/bin/python3 models.py"),
        new("pytorch", "t1 t2", "/usr/bin/python3 -c 'import torch'", "OMP_NUM_THREADS=1 /usr/bin/python3 automatic.py"),
    ];

    /// <summary>The figures of its tasks that begin so.</summary>
    public IEnumerable<Figure> Run(string task)
    {
        if (_isMissing || task.Length > 0 && !Tasks.Split(' ').Any(prefix => task.StartsWith(prefix, StringComparison.Ordinal) || prefix.StartsWith(task, StringComparison.Ordinal))) return [];
        if (!_isBuilt) SymbolicTasks.WriteFunctions(Path.Combine(Folder, "functions.txt"));
        if (!_isBuilt && Shell(Build) is null)
        {
            _isMissing = true;
            Console.Error.WriteLine($"{Name} is left out of {Tasks}: '{Build}' failed.");
        }

        _isBuilt = true;
        return _isMissing ? [] : [.. Run().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Figure.Read).Where(figure => figure.Task.StartsWith(task, StringComparison.Ordinal))];
    }

    private string Run() => Shell(Start) ?? throw new InvalidOperationException($"'{Start}' failed.");

    // What a command prints; null where it fails.
    private static string? Shell(string command)
    {
        using var process = Process.Start(new ProcessStartInfo("bash", ["-c", command])
        {
            WorkingDirectory = Folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
        })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : null;
    }
}
