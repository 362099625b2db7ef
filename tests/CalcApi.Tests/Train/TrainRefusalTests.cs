using System.Text.Json;
using Xunit;

namespace CalcApi.Tests.Train;

/// <summary>What cannot be trained is refused, and the refusal points at the field.</summary>
public sealed class TrainRefusalTests(Api service)
{
    private const string Moons = """{ "name": "moons", "n": 20 }""";

    /// <summary>A member of the request, what it is instead, and the refusal.</summary>
    public static TheoryData<string, string, int, string, string> Members => new()
    {
        { "model", """{ }""", 400, "shape", "model" },
        { "model", """{ "name": "linear", "definition": "mse(X @ w, y)" }""", 400, "shape", "model" },
        { "model", """{ "name": "perceptron" }""", 422, "value", "model.name" },
        { "model", """{ "name": "linear", "layers": [3] }""", 400, "shape", "model.layers" },
        { "model", """{ "name": "linear", "activation": "tanh" }""", 400, "shape", "model.activation" },
        { "model", """{ "name": "mlp" }""", 400, "shape", "model.layers" },
        { "model", """{ "name": "mlp", "layers": [] }""", 400, "shape", "model.layers" },
        { "model", """{ "name": "mlp", "layers": [4, 0] }""", 422, "value", "model.layers[1]" },
        { "model", """{ "name": "mlp", "layers": [4, 2.5] }""", 400, "shape", "model.layers[1]" },
        { "model", """{ "name": "mlp", "layers": [4], "activation": "floor" }""", 422, "value", "model.activation" },
        { "model", """{ "name": "mlp", "layers": [4, 4], "activations": ["tanh"] }""", 400, "shape", "model.activations" },
        { "model", """{ "name": "mlp", "layers": [4, 4], "activations": ["tanh", "x"] }""", 422, "value", "model.activations[1]" },
        { "model", """{ "name": "mlp", "layers": [4], "activations": ["tanh"], "activation": "relu" }""", 400, "shape", "model.activations" },
        { "model", """{ "name": "linear", "start": { "w": [0] } }""", 400, "shape", "model.start" },
        { "model", """{ "definition": "loss(w) = mse(X @ w, y)" }""", 400, "shape", "model.start" },
        { "model", """{ "definition": "loss(w) = mse(X @ w, y", "start": { "w": [0] } }""", 422, "formula", "model.definition" },
        { "model", """{ "definition": "loss(w) = X @ w - y", "start": { "w": [0] } }""", 422, "value", "model.definition" },
        { "model", """{ "definition": "loss(w) = w^2", "start": { "w": 0 } }""", 422, "value", "model.definition" },
        { "model", """{ "definition": "loss(w) = k*mse(X @ w, y)", "start": { "w": [0] } }""", 422, "value", "model.definition" },
        { "model", """{ "definition": "loss(w) = mse(X @ w, y)", "start": { "w": [0], "v": 1 } }""", 422, "value", "model.start" },
        { "model", """{ "definition": "loss(w, b) = mse(X @ w + b, y)", "start": { "w": [0] } }""", 422, "value", "model.start" },
        { "model", """{ "definition": "loss(w) = mse(X @ w, y)", "start": { "w": [0, 1] } }""", 422, "formula", "model.definition" },
        { "model", """{ "definition": "loss(w) = mean(log(w*x))", "start": { "w": 0 } }""", 422, "value", "model.start" },
        { "dataset", """{ }""", 400, "shape", "dataset" },
        { "dataset", """{ "name": "line", "csv": "1,2" }""", 400, "shape", "dataset" },
        { "dataset", """{ "name": "iris" }""", 422, "value", "dataset.name" },
        { "dataset", """{ "name": "line", "n": 3 }""", 422, "value", "dataset.n" },
        { "dataset", """{ "name": "line", "n": 1e12 }""", 422, "limit", "dataset.n" },
        { "dataset", """{ "name": "line", "noise": -1 }""", 422, "value", "dataset.noise" },
        { "dataset", """{ "name": "line", "noise": 1e308 }""", 422, "value", "dataset.noise" },
        { "dataset", """{ "name": "advertising", "n": 10 }""", 422, "value", "dataset.n" },
        { "dataset", """{ "name": "line", "features": ["x"] }""", 400, "shape", "dataset.features" },
        { "dataset", """{ "name": "line", "header": true }""", 400, "shape", "dataset.header" },
        { "dataset", """{ "csv": "x,y\n1,2\n", "seed": 1 }""", 400, "shape", "dataset.seed" },
        { "dataset", """{ "csv": "x,y\n1,2\n", "separator": "|" }""", 422, "value", "dataset.separator" },
        { "dataset", """{ "csv": "" }""", 422, "value", "dataset.csv" },
        { "dataset", """{ "csv": "x,y\n1,2\n3\n" }""", 422, "value", "dataset.csv" },
        { "dataset", """{ "csv": "x,y\n1,one\n" }""", 422, "value", "dataset.csv" },
        { "dataset", """{ "csv": "x,y\n1,2\n", "target": "z" }""", 422, "value", "dataset.target" },
        { "dataset", """{ "csv": "x,y\n1,2\n", "features": ["z"] }""", 422, "value", "dataset.features[0]" },
        { "dataset", """{ "columns": { } }""", 422, "value", "dataset.columns" },
        { "dataset", """{ "columns": { "x": [], "y": [] } }""", 422, "value", "dataset.columns.x" },
        { "dataset", """{ "columns": { "x": [1, 2], "y": [1] } }""", 422, "value", "dataset.columns.y" },
        { "dataset", """{ "columns": { "x": [1, "2"], "y": [1, 2] } }""", 400, "shape", "dataset.columns.x[1]" },
        { "dataset", """{ "columns": { "x": [1, 1e999], "y": [1, 2] } }""", 422, "value", "dataset.columns.x[1]" },
        { "dataset", """{ "columns": { "x": [1, 2], "y": ["a", "b"] } }""", 422, "value", "dataset.columns" },
        { "dataset", """{ "columns": { "x": [1e200, 2], "y": [1, 1e200] } }""", 422, "value", "dataset" },
        { "loss", "\"mean\"", 422, "value", "loss" },
        { "loss", "\"error_rate\"", 422, "value", "loss" },
        { "loss", "\"cross_entropy\"", 422, "value", "loss" },
        { "optimizer", """{ "name": "magic" }""", 422, "not-supported", "optimizer.name" },
        { "optimizer", """{ "name": "sgd", "rate": 1 }""", 400, "shape", "optimizer.rate" },
        { "optimizer", """{ "name": "sgd", "lr": -1 }""", 422, "value", "optimizer.lr" },
        { "optimizer", """{ "name": "sgd", "dialect": "theano" }""", 422, "value", "optimizer.dialect" },
        { "optimizer", """{ "name": "sgd", "schedule": { "name": "lunar" } }""", 422, "not-supported", "optimizer.schedule.name" },
        { "steps", "-1", 422, "value", "steps" },
        { "steps", "1e12", 422, "limit", "steps" },
        { "batch", "0", 422, "value", "batch" },
        { "batch", "21", 422, "value", "batch" },
        { "test", "1", 422, "value", "test" },
        { "test", "-0.1", 422, "value", "test" },
        { "test", "0.99", 422, "value", "test" },
        { "initialization", "\"random\"", 422, "value", "initialization" },
        { "seed", "0.5", 400, "shape", "seed" },
        { "stop", """{ "gradient": -1 }""", 422, "value", "stop.gradient" },
        { "record", """{ "every": 0 }""", 422, "value", "record.every" },
        { "clip", """{ "norm": 0 }""", 422, "value", "clip.norm" },
        { "epochs", "3", 400, "shape", "epochs" },
    };

    [Theory, MemberData(nameof(Members))]
    public async Task Points_at(string member, string json, int status, string type, string field)
    {
        var reply = (await service.Ask("train", Lesson.With((member, json)))).IsProblem(status, type);

        Assert.Contains(field, reply.Fields, StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("""{ "name": "logistic" }""", """{ "name": "blobs", "n": 20 }""", null, "model.name")]
    [InlineData("""{ "name": "logistic" }""", """{ "columns": { "x": [1, 2], "y": [1, 1] } }""", null, "dataset.target")]
    [InlineData("""{ "name": "softmax" }""", """{ "columns": { "x": [1, 2], "y": ["a", "a"] } }""", null, "dataset.target")]
    [InlineData("""{ "name": "softmax" }""", """{ "columns": { "x": [1, 2], "y": [0.5, 1] } }""", null, "dataset.columns")]
    [InlineData("""{ "name": "logistic" }""", Moons, "\"cross_entropy\"", "loss")]
    [InlineData("""{ "name": "softmax" }""", Moons, "\"hinge\"", "loss")]
    [InlineData("""{ "definition": "loss(w) = mse(X @ w, y)", "start": { "w": [0, 0] } }""", Moons, "\"mse\"", "loss")]
    public async Task Model_data_and_loss_go_together(string model, string dataset, string? loss, string field)
    {
        var body = loss is null ? Lesson.With(("model", model), ("dataset", dataset)) : Lesson.With(("model", model), ("dataset", dataset), ("loss", loss));
        var reply = (await service.Ask("train", body)).IsProblem(422, "value");

        Assert.Contains(field, reply.Fields, StringComparer.Ordinal);
    }

    [Fact]
    public async Task Every_row_that_cannot_be_read_is_named()
    {
        var reply = (await service.Ask("train", Lesson.With(("dataset", JsonSerializer.Serialize(new { csv = "x,y\n1,2\nb,3\n4,\n" }))))).IsProblem(422, "value");

        Assert.Equal(
            ["Line 3, column 1 (x) is 'b', which is not a number.", "Line 4, column 2 (y) is empty; a number is expected."],
            reply.Json.GetProperty("errors").GetProperty("dataset.csv").EnumerateArray().Select(static each => each.GetString()), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_target_of_one_value_is_a_fair_regression()
    {
        var answer = await service.Answer("train", Lesson.With(("dataset", """{ "columns": { "x": [1, 2, 3], "y": [4, 4, 4] } }"""), ("steps", "200")));

        Answers.Close(4, answer.GetProperty("weights").Number("b"), 0.05);
    }
}
