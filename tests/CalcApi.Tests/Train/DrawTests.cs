using System.Globalization;
using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json;
using Xunit;

namespace CalcApi.Tests.Train;

/// <summary>What a training tells so that it can be drawn: the examples, what the model says at each kept step, and what each step did to the weights.</summary>
public sealed class DrawTests(Api service)
{
    private const string Window = """{ "window": { "x1": [-1, 2], "x2": [0, 1] }, "resolution": 3 }""";

    [Theory]
    [InlineData("""{ "name": "mlp", "layers": [4] }""", "moons", false)]
    [InlineData("""{ "name": "mlp", "layers": [4] }""", "moons", true)]
    [InlineData("""{ "name": "softmax" }""", "blobs", true)]
    [InlineData("""{ "name": "mlp", "layers": [3], "activation": "relu" }""", "blobs", false)]
    public async Task What_the_model_says_at_the_end_is_what_evaluate_says_of_it(string model, string data, bool standardize)
    {
        var answer = await service.Answer("train", $$"""{ "model": {{model}}, "dataset": { "name": "{{data}}", "n": 30 }, "standardize": {{(standardize ? "true" : "false")}}, "optimizer": { "name": "adam", "lr": 0.1 }, "steps": 7, "draw": {{Window}} }""");
        var drawn = answer.GetProperty("drawn").GetProperty("predictions")[7];
        var prediction = answer.GetProperty("prediction");
        foreach (var (place, x1, x2) in ((int Place, string X1, string X2)[])[(0, "-1", "0"), (2, "2", "0"), (3, "-1", "0.5"), (7, "0.5", "1")])
        {
            var value = (await service.Answer("evaluate", $$"""{ "function": "{{prediction.Text("definition")}}", "data": {{prediction.GetProperty("data").GetRawText()}}, "point": { "x1": {{x1}}, "x2": {{x2}} } }""")).GetProperty("value");
            double[] expected = value.ValueKind == JsonValueKind.Array ? value.Numbers() : [value.Number()];
            Answers.Close(expected, [.. drawn.EnumerateArray().Select(output => output.Numbers()[place])], 1e-6);
        }

        Assert.Equal([-1, 0.5, 2], answer.GetProperty("drawing").GetProperty("axes")[0].Numbers("values"));
        Assert.Equal(string.Equals(data, "moons", StringComparison.Ordinal), answer.GetProperty("drawing").TryGetProperty("boundary", out _));
    }

    [Theory]
    [InlineData("mean((m*x + b - y)^2)")]
    [InlineData("cost(m, b) = huber(y, m*x + b)")]
    public async Task A_line_of_ones_own_moves_with_its_weights(string definition)
    {
        var answer = await service.Answer("train", $$"""{ "model": { "definition": "{{definition}}", "start": { "m": 0, "b": 0 } }, "dataset": { "name": "line", "n": 9, "noise": 0 }, "optimizer": { "name": "sgd", "lr": 0.1 }, "steps": 4, "draw": { "resolution": 5 } }""");
        var (axis, points) = (answer.GetProperty("drawing").GetProperty("axes")[0].Numbers("values"), answer.GetProperty("trajectory").GetProperty("points"));
        for (var step = 0; step <= 4; step++)
        {
            var (slope, height) = (points.Numbers("m")[step], points.Numbers("b")[step]);
            Answers.Close([.. axis.Select(x => (slope * x) + height)], answer.GetProperty("drawn").GetProperty("predictions")[step][0].Numbers(), 1e-12);
        }

        // The examples lie within, and a tenth of their width is free on each side.
        Assert.Equal([-1.2, 1.2], [axis[0], axis[^1]]);
        Assert.Equal(9, answer.GetProperty("drawing").GetProperty("train").GetProperty("features").Numbers("x").Length);
    }

    [Fact]
    public async Task A_change_is_what_the_step_added_and_its_gradient_is_the_one_it_went_by()
    {
        var answer = await service.Answer("train", Lesson.With(("batch", "5"), ("draw", "{}")));
        var (drawn, points, first) = (answer.GetProperty("drawn"), answer.GetProperty("trajectory").GetProperty("points"), answer.GetProperty("adjustments"));
        Assert.Equal(0, drawn.GetProperty("change").Numbers("b")[0]);
        for (var step = 1; step <= 5; step++)
        {
            Assert.Equal(points.Numbers("b")[step] - points.Numbers("b")[step - 1], drawn.GetProperty("change").Numbers("b")[step]);
            Assert.Equal(first[step - 1].GetProperty("gradient").Number("b"), drawn.GetProperty("gradient").Numbers("b")[step]);
            // Plain descent at the rate 0.1.
            Answers.Close(-0.1 * drawn.GetProperty("gradient").Numbers("b")[step], drawn.GetProperty("change").Numbers("b")[step]);
        }
    }

    [Fact]
    public async Task A_stream_tells_what_the_answer_tells()
    {
        var body = Lesson.With(("model", """{ "name": "mlp", "layers": [3] }"""), ("dataset", """{ "name": "xor", "n": 40 }"""), ("test", "0.25"), ("steps", "60"), ("record", """{ "every": 7 }"""), ("draw", """{ "resolution": 4 }"""));
        var plain = await service.Answer("train", body);
        var events = await Read(body);

        Assert.Equal("start", events[0].Name);
        Assert.Null(events[0].Id);
        Assert.Equal(plain.GetProperty("drawing").GetRawText(), events[0].Data.GetProperty("drawing").GetRawText());
        Assert.Equal(7, events[0].Data.GetProperty("recorded").GetInt32());
        string[] Told(string member) => [.. events.Where(static each => string.Equals(each.Name, "step", StringComparison.Ordinal)).SelectMany(each => each.Data.GetProperty("drawn").GetProperty(member).EnumerateArray()).Select(static frame => frame.GetRawText())];
        Assert.Equal(plain.GetProperty("drawn").GetProperty("predictions").EnumerateArray().Select(static frame => frame.GetRawText()), Told("predictions"), StringComparer.Ordinal);
        Assert.Equal(10, Told("predictions").Length);
        Assert.False(events[^1].Data.TryGetProperty("drawn", out _));

        // Whoever comes back has read the start.
        Assert.Equal("step", (await Read(body, seen: 14))[0].Name);
    }

    [Fact]
    public async Task Examples_of_three_features_are_told_without_a_window()
    {
        var answer = await service.Answer("train", """{ "model": { "name": "linear" }, "dataset": { "columns": { "a": [1, 2, 3], "b": [1, 0, 1], "c": [2, 2, 1], "y": [1, 2, 3] } }, "optimizer": { "name": "sgd", "lr": 0.01 }, "steps": 2, "draw": {} }""");
        Assert.False(answer.GetProperty("drawing").TryGetProperty("axes", out _));
        Assert.False(answer.GetProperty("drawn").TryGetProperty("predictions", out _));
        Assert.Equal([1, 0, 1], answer.GetProperty("drawing").GetProperty("train").GetProperty("features").Numbers("b"));
    }

    [Fact]
    public async Task Steps_are_thinned_until_the_drawing_fits()
    {
        var answer = await service.Answer("train", Lesson.With(("steps", "3000"), ("dataset", """{ "name": "moons", "n": 20 }"""), ("model", """{ "name": "logistic" }"""), ("draw", """{ "resolution": 60 }""")));
        Assert.InRange(answer.GetProperty("metrics").Numbers("step").Length * 3600, 300_000, 600_000);
    }

    [Theory]
    [InlineData("""{ "window": { "z": [0, 1] } }""", 422, "value", "draw.window.z")]
    [InlineData("""{ "window": { "x": [0] } }""", 400, "shape", "draw.window.x")]
    [InlineData("""{ "window": { "x": [1, 1] } }""", 422, "value", "draw.window.x")]
    [InlineData("""{ "resolution": 1 }""", 422, "value", "draw.resolution")]
    [InlineData("""{ "resolution": 100000 }""", 422, "limit", "draw.resolution")]
    [InlineData("""{ "colour": 1 }""", 400, "shape", "draw.colour")]
    public async Task What_cannot_be_drawn_is_refused(string draw, int status, string type, string field)
    {
        var reply = (await service.Ask("train", Lesson.With(("draw", draw)))).IsProblem(status, type);
        Assert.Contains(field, reply.Fields, StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_drawing_of_too_many_numbers_is_refused()
    {
        var reply = (await service.Ask("train", Lesson.With(("steps", "5000"), ("record", """{ "every": 1 }"""), ("draw", """{ "resolution": 500 }""")))).IsProblem(422, "limit");
        Assert.Contains("draw", reply.Fields, StringComparer.Ordinal);
    }

    private async Task<List<(string Name, string? Id, JsonElement Data)>> Read(string body, int? seen = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/train/stream") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (seen is { } id) request.Headers.Add("Last-Event-ID", id.ToString(CultureInfo.InvariantCulture));
        using var response = await service.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        var events = new List<(string, string?, JsonElement)>();
        await foreach (var item in SseParser.Create(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken)).EnumerateAsync(TestContext.Current.CancellationToken))
            events.Add((item.EventType, string.IsNullOrEmpty(item.EventId) ? null : item.EventId, JsonDocument.Parse(item.Data).RootElement));
        return events;
    }
}
