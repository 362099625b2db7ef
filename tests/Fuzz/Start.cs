using System.Diagnostics;
using System.Globalization;
using Fuzz.Targets;

namespace Fuzz;

/// <summary>
/// Strange inputs, bred by the branches that they take. The library's code is copied beside this program and made to count its branches;
/// the copy runs as a process of its own, so that one that dies leaves behind what it died of.
/// </summary>
internal static class Start
{
    private const int MostDeaths = 10;

    private static int Main(string[] words)
    {
        var options = Options.Of(words);
        if (options is null)
        {
            Console.Error.WriteLine($"usage: TARGET [--seconds N] [--seed N] [--corpus FOLDER] [--one FILE]\ntargets: {string.Join(' ', Target.All.Select(static target => target.Name))}");
            return 2;
        }

        return Coverage.IsCounted ? new Session(options).Run() : OfCopy(options, words);
    }

    // The copy, begun again whenever it dies, until the time is up.
    private static int OfCopy(Options options, string[] words)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"fuzz-{Environment.ProcessId}");
        try
        {
            Copy(AppContext.BaseDirectory, folder);
            Instrumented.Make(folder, options.Target);
            var (spent, died) = (0.0, 0);
            while (died < MostDeaths && (spent < options.Seconds || options.One is not null))
            {
                var left = Math.Max(1, options.Seconds - (int)spent);
                var start = new ProcessStartInfo("dotnet", [Path.Combine(folder, "Fuzz.dll"), .. words, "--seconds", left.ToString(CultureInfo.InvariantCulture), "--seed", (options.Seed + died).ToString(CultureInfo.InvariantCulture)])
                {
                    UseShellExecute = false,
                    WorkingDirectory = Environment.CurrentDirectory,
                };
                start.Environment[Coverage.Mark] = "1";
                start.Environment["ASPNETCORE_TEST_CONTENTROOT_CALCAPI"] = Path.Combine(Vocabulary.Root(), "src", "CalcApi");
                using var process = Process.Start(start)!;
                spent += Ended(process);
                if (process.ExitCode is 0 or 1) return process.ExitCode == 1 || died > 0 ? 1 : 0;
                died++;
                var input = options.Running;
                var kept = Path.Combine(options.Findings, string.Create(CultureInfo.InvariantCulture, $"{options.Target.Name}-died-{options.Seed + died}"));
                if (File.Exists(input)) File.Copy(input, kept, overwrite: true);
                Console.WriteLine($"DIED with {process.ExitCode}; the input is {kept}");
                if (options.One is not null) return 1;
            }

            return died > 0 ? 1 : 0;
        }
        finally
        {
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        }
    }

    // Waits for its end, and tells the seconds of processor time that it took: once it has ended, nobody can.
    private static double Ended(Process process)
    {
        var spent = TimeSpan.Zero;
        while (!process.WaitForExit(1_000))
        {
            process.Refresh();
            if (!process.HasExited) spent = process.TotalProcessorTime;
        }

        return spent.TotalSeconds;
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var place = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            File.Copy(file, place);
        }
    }
}
