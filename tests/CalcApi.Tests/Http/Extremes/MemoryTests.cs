using System.Diagnostics;
using Xunit;

namespace CalcApi.Tests.Http.Extremes;

/// <summary>The dearest questions neither fill the machine nor leave it full.</summary>
public sealed class MemoryTests
{
    private const long Most = 300L << 20, Kept = 64L << 20;

    // Of processor time, in a process that has only begun.
    private const double MostSeconds = 2.5;

    private static readonly TimeSpan s_rest = TimeSpan.FromSeconds(30);

    [Fact]
    [Trait("Length", "long")]
    public async Task The_service_stays_small_and_gives_back_what_dear_questions_needed()
    {
        // Runs take about 45 MiB of their own, asked for or not.
        await using var service = await OwnProcess.Start(null, "env", "Runs__Enabled=false");
        var before = service.Resident;

        var questions = Hostile.All().Select(static each => (each.Route, each.Body, What: each.Body.Length > 60 ? each.Body[..60] : each.Body)).Concat(LongDefinitions.Questions()).ToList();
        var (failures, slow) = (new List<string>(), new List<(double Seconds, string What)>());
        foreach (var (route, body, what) in questions)
        {
            var (spent, peak) = (service.ProcessorTime, service.Peak);
            var reply = await service.Client.Ask(route, body);
            if ((int)reply.Status >= 500) failures.Add($"{route} {what}: {(int)reply.Status}");
            var seconds = (service.ProcessorTime - spent).TotalSeconds;
            slow.Add((seconds, $"{what}: {(int)reply.Status}"));
            if (seconds > MostSeconds) failures.Add($"{route} {what} took {seconds} s of processor time");
            if (service.Peak > Most && peak <= Most) failures.Add($"{route} {what} took the process to {OwnProcess.Mebibytes(service.Peak)}");
        }

        foreach (var (time, what) in slow.OrderByDescending(static each => each.Seconds).Take(20)) TestContext.Current.SendDiagnosticMessage("{0:F2} s of processor time: {1}", time, what);
        TestContext.Current.SendDiagnosticMessage("{0} before, {1} at most, {2} after", OwnProcess.Mebibytes(before), OwnProcess.Mebibytes(service.Peak), OwnProcess.Mebibytes(service.Resident));
        Architecture.Violations.None(failures);

        var clock = Stopwatch.StartNew();
        while (service.Resident > before + Kept && clock.Elapsed < s_rest) await Task.Delay(500, TestContext.Current.CancellationToken);
        TestContext.Current.SendDiagnosticMessage("{0} after {1:F0} s of rest", OwnProcess.Mebibytes(service.Resident), clock.Elapsed.TotalSeconds);
        Assert.True(service.Resident <= before + Kept, $"{OwnProcess.Mebibytes(before)} before, {OwnProcess.Mebibytes(service.Resident)} after {s_rest.TotalSeconds} s of rest");
    }
}
