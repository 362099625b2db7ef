using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using CalcApi.Tests.Architecture;
using Xunit;

namespace CalcApi.Tests.Http.Extremes;

/// <summary>No definition that is accepted takes the machine: what it costs is counted, and grows no faster than its answer.</summary>
public sealed class LongDefinitionTests(Api service)
{
    private const int Fewest = 200;

    [Fact]
    [Trait("Length", "long")]
    public async Task Every_long_definition_is_answered_or_refused_by_what_it_costs()
    {
        var questions = LongDefinitions.Questions().ToList();
        Assert.True(questions.Count >= 2 * Fewest, $"{questions.Count} questions");
        var (failures, slow) = (new ConcurrentBag<string>(), new ConcurrentBag<(double Seconds, string What)>());
        await Parallel.ForEachAsync(questions, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (question, _) =>
        {
            var clock = Stopwatch.StartNew();
            var reply = await service.Ask(question.Route, question.Body);
            slow.Add((clock.Elapsed.TotalSeconds, $"{question.What}: {(int)reply.Status}"));
            // Only a limit that counts may refuse: no clock.
            if ((int)reply.Status is not (200 or 422) || reply.Text.Contains("quickSeconds", StringComparison.Ordinal)) failures.Add($"{question.What} gave {(int)reply.Status}: {(reply.Text.Length > 200 ? reply.Text[..200] : reply.Text)}");
        });

        foreach (var (seconds, what) in slow.OrderByDescending(static each => each.Seconds).Take(5)) TestContext.Current.SendDiagnosticMessage("{0:F2} s: {1}", seconds, what);
        Violations.None(failures);
    }

    // Twice the length may cost a little more than twice the memory, since tables grow in leaps; four times would be a square.
    [Theory]
    [InlineData("/", "x")]
    [InlineData("*", "x")]
    [InlineData("+", "x")]
    [InlineData("-", "x")]
    [InlineData("/", "(x + 1)")]
    [InlineData("+", "1/(x + k)")]
    [InlineData("+", "sin(k*x)")]
    [InlineData("*", "x^k")]
    public void Twice_the_links_cost_no_more_than_three_times_the_memory(string sign, string link)
    {
        var (once, twice) = (Bytes(200), Bytes(400));
        Assert.True(twice <= (3 * once) + (1 << 20), $"{once} bytes, then {twice}");

        long Bytes(int links)
        {
            var text = string.Join(sign, Enumerable.Range(1, links).Select(k => link.Replace("k", k.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)));
            var before = GC.GetAllocatedBytesForCurrentThread();
            var study = Calculus.Study.Of(text, Calculus.Binding.BindingContext.Empty, new Calculus.Budgets.Budget(new Calculus.Budgets.Limits()));
            var derivative = study.Derivative("x");
            study.Print(derivative);
            study.Verify(derivative, []);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Theory]
    [InlineData("evaluate", """{ "function": "sum(X @ X @ X)", "data": { "X": ROWS } }""", 200)]
    [InlineData("gradient", """{ "function": "MANY" }""", 422)]
    public async Task Memory_is_counted(string route, string question, int status)
    {
        var rows = JsonSerializer.Serialize(Enumerable.Range(0, 60).Select(static i => Enumerable.Range(0, 60).Select(j => i + j)));
        var many = string.Join("/", Enumerable.Range(0, 1_000).Select(static k => $"v{k}"));
        var reply = await service.Ask(route, question.Replace("ROWS", rows, StringComparison.Ordinal).Replace("MANY", many, StringComparison.Ordinal));
        Assert.Equal(status, (int)reply.Status);
        if (status == 422) Assert.Equal("allocatedBytes", reply.Json.Text("limit"));
    }
}
