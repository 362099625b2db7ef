using System.Net;
using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json;
using Xunit;

namespace CalcApi.Tests.Train;

/// <summary>Trainings told while they go on.</summary>
public sealed class TrainStreamTests(Api service)
{
    private static readonly string s_body = Lesson.With(
        ("model", """{ "name": "mlp", "layers": [6] }"""), ("dataset", """{ "name": "moons", "n": 100 }"""), ("test", "0.2"), ("batch", "10"), ("steps", "1005"), ("record", """{ "every": 10 }"""));

    [Theory]
    [InlineData(null)]
    [InlineData("0")]
    [InlineData("400")]
    [InlineData("1000")]
    [InlineData("1005")]
    public async Task Steps_come_in_order_with_their_metrics_and_are_those_of_the_training(string? seen)
    {
        var plain = await service.Answer("train", s_body);
        var events = await Read(s_body, seen);
        var places = plain.GetProperty("trajectory").Numbers("step").Select(static (step, place) => (step, place))
            .Where(each => seen is null || each.step > int.Parse(seen, System.Globalization.CultureInfo.InvariantCulture)).Select(static each => each.place).ToList();
        double[] Told(Func<JsonElement, double[]> column) => [.. events.SkipLast(1).SelectMany(each => column(each.Data))];

        Assert.Equal("end", events[^1].Name);
        Assert.All(events.SkipLast(1), static each => Assert.Equal("step", each.Name));
        Assert.Equal(places.Select(place => plain.GetProperty("trajectory").Numbers("step")[place]), Told(static data => data.GetProperty("steps").Numbers("step")));
        Assert.Equal(places.Select(place => plain.GetProperty("trajectory").Numbers("value")[place]), Told(static data => data.GetProperty("steps").Numbers("value")));
        foreach (var examples in (ReadOnlySpan<string>)["train", "test"])
            Assert.Equal(places.Select(place => plain.GetProperty("metrics").GetProperty(examples).Numbers("accuracy")[place]), Told(data => data.GetProperty("metrics").GetProperty(examples).Numbers("accuracy")));
        foreach (var member in (ReadOnlySpan<string>)["weights", "formulas", "firstStep", "adjustments", "confusion", "prediction"])
            Assert.Equal(plain.GetProperty(member).GetRawText(), events[^1].Data.GetProperty(member).GetRawText());
        Assert.Equal([1005], events[^1].Data.GetProperty("trajectory").Numbers("step"));
    }

    [Fact]
    public async Task What_cannot_be_trained_is_refused_as_a_problem()
    {
        var reply = (await service.Ask("train/stream", Lesson.With(("dataset", """{ "csv": "x,y\n1,a\n" }""")))).IsProblem(422, "value");

        Assert.Contains("dataset.csv", reply.Fields, StringComparer.Ordinal);
    }

    private async Task<List<(string Name, JsonElement Data)>> Read(string body, string? seen)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/train/stream") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (seen is not null) request.Headers.Add("Last-Event-ID", seen);
        using var response = await service.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var events = new List<(string, JsonElement)>();
        await foreach (var item in SseParser.Create(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken)).EnumerateAsync(TestContext.Current.CancellationToken))
            events.Add((item.EventType, JsonDocument.Parse(item.Data).RootElement));
        return events;
    }
}
