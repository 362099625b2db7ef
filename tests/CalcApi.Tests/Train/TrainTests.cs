using System.Globalization;
using System.Text.Json;
using Calculus.Budgets;
using Calculus.Learning.DataSets;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Xunit;
using LibraryLimits = Calculus.Budgets.Limits;

namespace CalcApi.Tests.Train;

/// <summary>Models that learn from data, asked over HTTP.</summary>
public sealed class TrainTests(Api service)
{
    [Fact]
    public async Task The_line_through_four_markets_is_told_step_by_step()
    {
        var answer = await service.Answer("train", """{ "model": { "name": "linear" }, "dataset": { "name": "advertising" }, "optimizer": { "name": "gradient_descent", "lr": 0.0001 }, "steps": 3 }""");

        Assert.Equal("loss(w, b) = mse(X @ w + b, y)", answer.Text("definition"));
        Assert.Equal(["X' @ (X @ w + b - y)/2", "sum(X @ w + b - y)/2"], answer.GetProperty("formulas").GetProperty("gradient").EnumerateArray().Select(static each => each.Formula("derivative")), StringComparer.Ordinal);
        Assert.True(answer.GetProperty("formulas").GetProperty("verification").GetProperty("verified").GetBoolean());

        var trajectory = answer.GetProperty("trajectory");
        Answers.Close([318.4275, 149.95655423137197, 76.45724007766272, 44.391477571952315], trajectory.Numbers("value"));
        Answers.Close([318.4275, 149.95655423137197, 76.45724007766272, 44.391477571952315], answer.GetProperty("metrics").GetProperty("train").Numbers("loss"));
        Answers.Close([0.2985940398095978], answer.GetProperty("weights").Numbers("w"));
        Answers.Close(0.00728071843046966, answer.GetProperty("weights").Number("b"));

        var first = answer.GetProperty("adjustments")[0];
        Assert.Equal(3, answer.GetProperty("adjustments").GetArrayLength());
        Answers.Close([-1424.06], first.GetProperty("gradient").Numbers("w"));
        Answers.Close(-34.65, first.GetProperty("gradient").Number("b"));
        Answers.Close([0.142406], first.GetProperty("change").Numbers("w"));
        Answers.Close(0.003465, first.GetProperty("change").Number("b"));

        var nodes = answer.GetProperty("firstStep").GetProperty("nodes").EnumerateArray().ToDictionary(static node => node.Text("id"), StringComparer.Ordinal);
        Answers.Close([-1424.06], nodes["w"].Numbers("adjoint"));
        Answers.Close(318.4275, nodes[answer.GetProperty("firstStep").Text("output")].Number("value"));
        Assert.Equal("zeros", answer.Text("initialization"));
    }

    // The line of least squares by the normal equations: radio 37.8, 39.3, 45.9, 41.3; sales 22.1, 10.4, 18.3, 18.5.
    [Theory]
    [InlineData("levenberg_marquardt")]
    [InlineData("gauss_newton")]
    [InlineData("newton")]
    [InlineData("bfgs")]
    public async Task Rules_that_find_their_own_step_lengths_go_to_the_best_line(string optimizer)
    {
        var answer = await service.Answer("train", $$"""{ "model": { "name": "linear" }, "dataset": { "name": "advertising" }, "optimizer": { "name": "{{optimizer}}" }, "steps": 200 }""");
        double[] x = [37.8, 39.3, 45.9, 41.3], y = [22.1, 10.4, 18.3, 18.5];
        var (mx, my) = (x.Average(), y.Average());
        var slope = x.Zip(y, (a, b) => (a - mx) * (b - my)).Sum() / x.Sum(a => (a - mx) * (a - mx));
        Answers.Close([slope], answer.GetProperty("weights").Numbers("w"), 1e-6);
        Answers.Close(my - (slope * mx), answer.GetProperty("weights").Number("b"), 1e-6);
        Assert.Equal("converged", answer.GetProperty("trajectory").GetProperty("stop").Text("reason"));
    }

    [Fact]
    public async Task A_definition_of_ones_own_calls_columns_by_their_names()
    {
        var answer = await service.Answer("train", """{ "model": { "definition": "cost(m, b) = mse(m*radio + b, sales)", "start": { "m": 0, "b": 0 } }, "dataset": { "name": "advertising" }, "optimizer": { "name": "gradient_descent", "lr": 0.0001 }, "steps": 3 }""");

        Answers.Close(44.391477571952315, answer.GetProperty("trajectory").Numbers("value")[^1]);
        Assert.False(answer.TryGetProperty("prediction", out _));
        Assert.Equal(["radio", "sales"], answer.GetProperty("examples").GetProperty("names").EnumerateArray().Select(static name => name.GetString()), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Without_a_signature_the_weights_are_those_with_first_values()
    {
        var answer = await service.Answer("train", """{ "model": { "definition": "mean((y - (m*x + b))^2)", "start": { "m": 0, "b": 0 } }, "dataset": { "columns": { "x": [1, 2, 3, 4], "y": [3, 5, 7, 9] } }, "optimizer": { "name": "adam", "lr": 0.3 }, "steps": 400, "batch": 2 }""");

        Answers.Close(2, answer.GetProperty("weights").Number("m"), 0.02);
        Answers.Close(1, answer.GetProperty("weights").Number("b"), 0.06);
    }

    [Theory]
    [InlineData("moons", 0.1, 200, 0.98)]
    [InlineData("spirals", 0.1, 500, 0.95)]
    public async Task A_small_network_with_Adam_separates_what_no_line_does(string data, double noise, int steps, double accuracy)
    {
        var answer = await service.Answer("train", string.Create(CultureInfo.InvariantCulture, $$"""
            { "model": { "name": "mlp", "layers": [16, 16] }, "dataset": { "name": "{{data}}", "n": 1000, "noise": {{noise}}, "seed": 5 }, "seed": 2, "test": 0.2,
              "optimizer": { "name": "adam", "lr": 0.05 }, "steps": {{steps}}, "record": { "every": 50 } }
            """));

        Assert.InRange(answer.GetProperty("metrics").GetProperty("test").Numbers("accuracy")[^1], accuracy, 1);
        Assert.Equal((800, 200), (answer.GetProperty("examples").GetProperty("train").GetInt32(), answer.GetProperty("examples").GetProperty("test").GetInt32()));
        Assert.Equal(200, answer.GetProperty("confusion").GetProperty("test").EnumerateArray().Sum(static row => row.Numbers().Sum()));
        Assert.NotEqual(JsonValueKind.False, answer.GetProperty("formulas").GetProperty("verification").GetProperty("verified").ValueKind);
    }

    [Theory]
    [InlineData("mlp", """, "layers": [6, 4], "activations": ["relu", "tanh"]""", "moons", true)]
    [InlineData("logistic", "", "moons", false)]
    [InlineData("softmax", "", "blobs", true)]
    [InlineData("mlp", """, "layers": [5]""", "blobs", false)]
    public async Task The_prediction_is_a_question_that_chooses_the_same_classes(string model, string members, string data, bool standardize)
    {
        var table = NamedDataSets.Find(data)!.Make(90, 0.3, 4, new Budget(new LibraryLimits()));
        var examples = Calculus.Learning.Examples.Of(table, null, null, areClasses: true);
        var columns = JsonSerializer.Serialize(new
        {
            a = Enumerable.Range(0, 90).Select(i => 10 + (5 * examples.Inputs[2 * i])),
            b = Enumerable.Range(0, 90).Select(i => examples.Inputs[(2 * i) + 1]),
            kind = examples.Targets.Select(static label => label + 3),
        });
        var answer = await service.Answer("train", $$"""
            { "model": { "name": "{{model}}"{{members}} }, "dataset": { "columns": {{columns}} }{{(data is "moons" && model is "mlp" ? ", \"loss\": \"log_loss_with_logits\"" : "")}}{{(data is "blobs" && model is "mlp" ? ", \"loss\": \"cross_entropy\"" : "")}},
              "standardize": {{(standardize ? "true" : "false")}}, "optimizer": { "name": "adam", "lr": 0.05 }, "steps": 60, "record": { "every": 60 } }
            """);

        Assert.Equal(examples.Classes.Select(static name => (int.Parse(name, CultureInfo.InvariantCulture) + 3).ToString(CultureInfo.InvariantCulture)), answer.GetProperty("examples").GetProperty("classes").EnumerateArray().Select(static each => each.GetString()), StringComparer.Ordinal);
        var prediction = answer.GetProperty("prediction");
        var points = JsonSerializer.Serialize(Enumerable.Range(0, 90).Select(i => new { x1 = 10 + (5 * examples.Inputs[2 * i]), x2 = examples.Inputs[(2 * i) + 1] }));
        var values = (await service.Answer("evaluate", $$"""{ "function": {{JsonSerializer.Serialize(prediction.Text("definition"))}}, "data": {{prediction.GetProperty("data")}}, "points": {{points}} }""")).GetProperty("values");
        var chosen = values.EnumerateArray().Select(static value => value.ValueKind == JsonValueKind.Array
            ? Array.IndexOf(value.Numbers(), value.Numbers().Max())
            : value.Number() > 0.5 ? 1 : 0).ToArray();
        var right = chosen.Where((label, i) => label == (int)examples.Targets[i]).Count();

        Answers.Close(right / 90.0, answer.GetProperty("metrics").GetProperty("train").Numbers("accuracy")[^1]);
        Assert.Equal(100.0 * (90 - right) / 90, answer.GetProperty("metrics").GetProperty("train").Numbers("errorPercent")[^1]);
        Assert.InRange(right, 60, 90);
        if (!prediction.TryGetProperty("ofClass", out var ofClass)) return;
        var sum = 0.0;
        foreach (var each in ofClass.EnumerateArray())
            sum += (await service.Answer("evaluate", $$"""{ "function": {{JsonSerializer.Serialize(each.Text("definition"))}}, "data": {{prediction.GetProperty("data")}}, "point": { "x1": 9, "x2": 0.5 } }""")).Number("value");
        Answers.Close(1, sum);
    }

    [Fact]
    public async Task Five_thousand_rows_of_text_with_twenty_features_train_softmax_regression()
    {
        var body = Lesson.With(("model", """{ "name": "softmax" }"""), ("dataset", JsonSerializer.Serialize(new { csv = Lesson.Csv(5_000) })), ("standardize", "true"), ("test", "0.1"), ("steps", "150"), ("batch", "100"), ("record", """{ "every": 50 }"""));
        var answer = await service.Answer("train", body);

        var losses = answer.GetProperty("metrics").GetProperty("train").Numbers("loss");
        Assert.Equal(["blue", "green", "red"], answer.GetProperty("examples").GetProperty("classes").EnumerateArray().Select(static each => each.GetString()), StringComparer.Ordinal);
        Assert.Equal(20, answer.GetProperty("standardization").GetArrayLength());
        Answers.Close(Math.Log(3), losses[0], 1e-9);
        Assert.InRange(losses[^1], 0, 0.5);
        Assert.InRange(answer.GetProperty("metrics").GetProperty("test").Numbers("accuracy")[^1], 0.9, 1);
        Assert.Equal("""{"size":100,"stepsOfEpoch":45,"leftOut":0}""", answer.GetProperty("batches").GetRawText());
    }

    [Fact]
    public async Task How_a_text_was_read_is_told()
    {
        var answer = await service.Answer("train", Lesson.With(
            ("model", """{ "name": "logistic" }"""),
            ("dataset", """{ "csv": "\ufeffx;kind\n\n1,5;yes\n2,5;no\n\n3,5;no\n" }""")));

        Assert.Equal("""{"separator":";","decimal":",","header":true,"blankLines":2}""", answer.GetProperty("examples").GetProperty("reading").GetRawText());
        Assert.Equal(["no", "yes"], answer.GetProperty("examples").GetProperty("classes").EnumerateArray().Select(static each => each.GetString()), StringComparer.Ordinal);
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_training_and_another_seed_another()
    {
        static string Body(int seed) => Lesson.With(
            ("model", """{ "name": "mlp", "layers": [5] }"""), ("dataset", """{ "name": "circles", "n": 50 }"""), ("batch", "8"), ("test", "0.2"), ("steps", "30"), ("seed", seed.ToString(CultureInfo.InvariantCulture)));
        var answers = await Task.WhenAll(service.Ask("train", Body(1)), service.Ask("train", Body(1)), service.Ask("train", Body(2)));

        Assert.Equal(answers[0].Text, answers[1].Text);
        Assert.NotEqual(answers[0].Json.GetProperty("weights").GetRawText(), answers[2].Json.GetProperty("weights").GetRawText(), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("1e308")]
    [InlineData("1e200")]
    [InlineData("50")]
    public async Task A_rate_that_is_far_too_large_is_answered_with_the_path_until_it_diverged(string rate)
    {
        var answer = await service.Answer("train", Lesson.With(("optimizer", $$"""{ "name": "sgd", "lr": {{rate}} }"""), ("steps", "1000")));

        Assert.Equal("diverged", answer.GetProperty("trajectory").GetProperty("stop").Text("reason"));
        Assert.Equal(answer.GetProperty("trajectory").GetProperty("step").GetRawText(), answer.GetProperty("metrics").GetProperty("step").GetRawText());
    }

    [Fact]
    public async Task Of_many_weights_few_steps_are_kept_evenly_and_the_last()
    {
        var answer = await service.Answer("train", Lesson.With(("model", """{ "name": "mlp", "layers": [64, 64] }"""), ("dataset", """{ "name": "line", "n": 4 }"""), ("steps", "301"), ("optimizer", """{ "name": "adam", "lr": 0.001 }"""), ("verify", "false")));

        var steps = answer.GetProperty("trajectory").Numbers("step");
        var every = answer.GetProperty("recorded").GetInt32();
        Assert.InRange(every, 2, 10);
        Assert.Equal(Enumerable.Range(0, (300 / every) + 1).Select(i => (double)(i * every)).Append(301).Distinct(), steps);
        Assert.Equal(steps, answer.GetProperty("metrics").Numbers("step"));
        Assert.True(steps.Length * (64 * 67) <= 600_000);
        Assert.InRange(answer.GetProperty("adjustments").GetArrayLength(), 1, 10);
    }

    [Fact]
    public async Task Internals_have_the_gradient_at_each_kept_step()
    {
        var answer = await service.Answer("train", Lesson.With(("optimizer", """{ "name": "adam", "lr": 0.1 }"""), ("record", """{ "every": 2, "internals": true }""")));

        var gradients = answer.GetProperty("gradient").GetProperty("w").EnumerateArray().Select(static each => each.Numbers()[0]).ToArray();
        Assert.Equal([0, 2, 4, 5], answer.GetProperty("trajectory").Numbers("step"));
        Assert.Equal(4, gradients.Length);
        Assert.Equal(answer.GetProperty("adjustments")[2].GetProperty("gradient").Numbers("w")[0], gradients[1]);
        Assert.True(answer.GetProperty("trajectory").TryGetProperty("internals", out _));
    }

    [Fact]
    public async Task A_training_whose_budget_is_spent_tells_how_well_it_did()
    {
        await using var frugal = new Frugal();
        var body = Lesson.With(("model", """{ "name": "mlp", "layers": [16] }"""), ("dataset", """{ "name": "moons", "n": 400 }"""), ("steps", "1000000"), ("record", """{ "every": 100000 }"""), ("verify", "false"));
        var reply = await frugal.CreateClient().Ask("train", body);

        Assert.True(reply.Status == System.Net.HttpStatusCode.OK, reply.Text);
        Assert.Equal("budget", reply.Json.GetProperty("trajectory").GetProperty("stop").Text("reason"));
        Assert.Equal(reply.Json.GetProperty("trajectory").GetProperty("step").GetRawText(), reply.Json.GetProperty("metrics").GetProperty("step").GetRawText());
        Assert.True(reply.Json.TryGetProperty("confusion", out _));
    }

    private sealed class Frugal : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder) => builder.WithoutWarmUp()
            .UseSetting("Logging:LogLevel:Default", "Warning").UseSetting("Limits:RunSeconds", "600").UseSetting("Limits:RunOperations", "100000000");
    }
}
