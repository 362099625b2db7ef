using System.Globalization;

namespace Benchmarks.Tasks;

/// <summary>What verification costs: the same questions with it and without it, turn by turn in one run.</summary>
internal static class Verification
{
    private const int Rounds = 15;

    /// <summary>Prints the comparison for the library, and for a service where the address of one is given.</summary>
    public static void Compare(string? address)
    {
        Console.WriteLine("the library alone: read, differentiate, simplify, print");
        foreach (var question in Question.All) Report(question.Name, Both(question.AskLibrary, question.Repetitions));
        if (address is null) return;
        Console.WriteLine("whole requests, as the client sees them");
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        foreach (var question in Question.All) Report(question.Name, Both(verify => question.AskService(client, verify), question.Repetitions));
    }

    private static void Report(string name, (double Off, double On) each) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-28} off {each.Off,9:F1} us   on {each.On,9:F1} us   ratio {each.On / each.Off:F2}"));

    // The least of several rounds: whatever else the machine does can only add to it.
    private static (double Off, double On) Both(Action<bool> ask, int repetitions)
    {
        var (off, on) = (double.PositiveInfinity, double.PositiveInfinity);
        for (var round = 0; round < Rounds; round++)
        {
            off = Math.Min(off, Clock.Microseconds(() => ask(false), repetitions));
            on = Math.Min(on, Clock.Microseconds(() => ask(true), repetitions));
        }

        return (off, on);
    }
}
