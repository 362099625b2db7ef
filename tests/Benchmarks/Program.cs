using System.Diagnostics;
using System.Globalization;
using Benchmarks;

// What verification costs: the same questions with it and without it, turn by turn in one run.
// dotnet run -c Release --project tests/Benchmarks [-- http://127.0.0.1:5000 for a running service as well]
const int rounds = 15;
Console.WriteLine("the library alone: read, differentiate, simplify, print");
foreach (var question in Question.All)
    Report(question.Name, Compare(verify => question.AskLibrary(verify), question.Repetitions));

if (args is not [var address]) return;
Console.WriteLine("whole requests, as the client sees them");
using var client = new HttpClient { BaseAddress = new Uri(address) };
foreach (var question in Question.All)
    Report(question.Name, Compare(verify => question.AskService(client, verify), question.Repetitions));

static void Report(string name, (double Off, double On) each) =>
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-28} off {each.Off,9:F1} us   on {each.On,9:F1} us   ratio {each.On / each.Off:F2}"));

// The least of several rounds: whatever else the machine does can only add to it.
static (double Off, double On) Compare(Action<bool> ask, int repetitions)
{
    var (off, on) = (double.PositiveInfinity, double.PositiveInfinity);
    for (var round = 0; round < rounds; round++)
    {
        off = Math.Min(off, Time(() => ask(false), repetitions));
        on = Math.Min(on, Time(() => ask(true), repetitions));
    }

    return (off, on);
}

static double Time(Action ask, int repetitions)
{
    var start = Stopwatch.GetTimestamp();
    for (var i = 0; i < repetitions; i++) ask();
    return Stopwatch.GetElapsedTime(start).TotalMicroseconds / repetitions;
}
