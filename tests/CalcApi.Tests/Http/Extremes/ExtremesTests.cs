using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using CalcApi.Tests.Architecture;
using Xunit;

namespace CalcApi.Tests.Http.Extremes;

/// <summary>Whatever is asked at whatever point: never an error of the service, and every number is finite or said not to be.</summary>
public sealed class ExtremesTests(Api service)
{
    private const int Seeds = 24, QuestionsOfASeed = 500, AtOnce = 4;

    // Enough of the questions must have an answer for the law to say something.
    private const double LeastAnswered = 0.7;

    [Fact]
    [Trait("Length", "long")]
    public async Task No_question_at_an_extreme_point_is_the_services_mistake()
    {
        var catalogue = (await service.Client.Send(HttpMethod.Get, "/api/v1/catalog/functions")).Json;
        string[] calls = [.. catalogue.GetProperty("arrayFunctions").EnumerateArray().Select(static each => each.GetProperty("example").GetString()!)];
        var failures = new ConcurrentBag<string>();
        var answered = 0;
        await Parallel.ForAsync(1, Seeds + 1, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (seed, _) =>
        {
            var questions = new Questions(seed, calls);
            for (var i = 0; i < QuestionsOfASeed; i++)
            {
                var (route, body) = questions.Next();
                var reply = await service.Ask(route, body);
                if (reply.Status == HttpStatusCode.OK) Interlocked.Increment(ref answered);
                if (Failure(reply) is { } failure) failures.Add($"seed {seed}: {route} {body} {failure}");
            }
        });

        TestContext.Current.SendDiagnosticMessage("{0} of {1} were answered", answered, Seeds * QuestionsOfASeed);
        Violations.None(failures);
        Assert.InRange(answered, LeastAnswered * Seeds * QuestionsOfASeed, Seeds * QuestionsOfASeed);
    }

    private static string? Failure(Reply reply)
    {
        if ((int)reply.Status is >= 400 and < 500) return string.Equals(reply.ContentType, "application/problem+json", StringComparison.Ordinal) ? null : "was refused without a problem";
        if (reply.Status != HttpStatusCode.OK) return $"gave {(int)reply.Status}";
        var notes = reply.Json.NoteCodes();
        return NotFinite(reply.Json) is { } member && !notes.Any(static code => code is "outside-domain" or "not-differentiable" or "not-finite")
            ? $"has a number in {member} that is not finite, without a word"
            : null;
    }

    // A line of an explanation that could be checked at no point says so by its residual.
    private static string? NotFinite(JsonElement json)
    {
        var open = new Stack<(string Member, JsonElement Value)>([("", json)]);
        while (open.TryPop(out var next))
        {
            if (next.Value.ValueKind == JsonValueKind.Object) foreach (var each in next.Value.EnumerateObject()) open.Push((each.Name, each.Value));
            else if (next.Value.ValueKind == JsonValueKind.Array) foreach (var each in next.Value.EnumerateArray()) open.Push((next.Member, each));
            else if (next.Value.ValueKind == JsonValueKind.String && next.Member is not "residual" && next.Value.GetString() is "NaN" or "Infinity" or "-Infinity") return next.Member;
        }

        return null;
    }
}
