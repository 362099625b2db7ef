using System.Text.Json;
using Xunit;

namespace CalcApi.Tests.Train;

/// <summary>What is measured of a loss of one's own: errors, where its text shows the prediction.</summary>
public sealed class OwnLossTests(Api service)
{
    private const string Rest = """ "optimizer": { "name": "sgd", "lr": 0.5 }, "steps": 30, "test": 0.25, "seed": 1 """;

    [Theory]
    [InlineData("logistic", "moons", "loss(w, b) = log_loss(sigmoid(X @ w + b), y)", """{ "w": [0, 0], "b": 0 }""")]
    [InlineData("logistic", "moons", "p = sigmoid(X @ w + b); loss(w, b) = bce(p, y)", """{ "w": [0, 0], "b": 0 }""")]
    [InlineData("logistic", "moons", "loss(w, b) = 0*sum(w.^2) + log_loss_with_logits(X @ w + b, y) - 0", """{ "w": [0, 0], "b": 0 }""")]
    [InlineData("softmax", "blobs", "loss(W, b) = cross_entropy(X @ W + b, Y)", """{ "W": [[0, 0, 0], [0, 0, 0]], "b": [0, 0, 0] }""")]
    [InlineData("softmax", "blobs", "loss(W, b) = cross_entropy(X @ W + b, y)", """{ "W": [[0, 0, 0], [0, 0, 0]], "b": [0, 0, 0] }""")]
    [InlineData("softmax", "blobs", "loss(W, b) = categorical_cross_entropy(softmax(X @ W + b), Y) + 0*norm(W)^2", """{ "W": [[0, 0, 0], [0, 0, 0]], "b": [0, 0, 0] }""")]
    [InlineData("linear", "parabola", "loss(w, b) = mse(X @ w + b, y)", """{ "w": [0], "b": 0 }""")]
    [InlineData("linear", "parabola", "loss(w, b) = mse(y, X @ w + b)", """{ "w": [0], "b": 0 }""")]
    [InlineData("linear", "parabola", "loss(w, b) = mean((X @ w + b - y)^2)", """{ "w": [0], "b": 0 }""")]
    [InlineData("linear", "parabola", "loss(w, b) = mean((y - (X @ w + b)).^2) + 0*sum(w.^2)", """{ "w": [0], "b": 0 }""")]
    public async Task Is_what_the_model_of_that_name_measures(string model, string data, string definition, string start)
    {
        var named = await service.Answer("train", $$"""{ "model": { "name": "{{model}}" }, "dataset": { "name": "{{data}}", "n": 60, "seed": 3 }, {{Rest}} }""");
        var own = await service.Answer("train", $$"""{ "model": { "definition": "{{definition}}", "start": {{start}} }, "dataset": { "name": "{{data}}", "n": 60, "seed": 3 }, {{Rest}} }""");
        foreach (var part in (ReadOnlySpan<string>)["train", "test"])
        {
            var (expected, actual) = (named.GetProperty("metrics").GetProperty(part), own.GetProperty("metrics").GetProperty(part));
            Assert.Equal(expected.EnumerateObject().Select(static column => column.Name), actual.EnumerateObject().Select(static column => column.Name), StringComparer.Ordinal);
            foreach (var column in expected.EnumerateObject()) Answers.Close(column.Value.Numbers(), actual.Numbers(column.Name), 1e-9);
        }

        Assert.Equal(named.TryGetProperty("confusion", out var confusion), own.TryGetProperty("confusion", out var same));
        if (confusion.ValueKind != JsonValueKind.Undefined) Assert.Equal(confusion.GetRawText(), same.GetRawText());
        Assert.DoesNotContain("left-out", own.NoteCodes(), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Whole_numbers_in_a_column_are_classes_of_a_loss_of_classes()
    {
        var answer = await service.Answer("train", """{ "model": { "definition": "loss(a, b) = log_loss(sigmoid(a*hours + b), passed)", "start": { "a": 0, "b": 1 } }, "dataset": { "columns": { "hours": [1, 2, 3, 4], "passed": [0, 0, 0, 1] } }, "optimizer": { "name": "sgd", "lr": 0.1 }, "steps": 0 }""");
        // All are taken for class 1.
        Assert.Equal([75], answer.GetProperty("metrics").GetProperty("train").Numbers("errorPercent"));
        Assert.Equal("""{"classes":["0","1"],"train":[[0,3],[0,1]]}""", answer.GetProperty("confusion").GetRawText());
    }

    [Theory]
    [InlineData("2*mse(a*hours + b, passed)")]
    [InlineData("0.1*a^2 + mse(a*hours + b, passed)/2")]
    public async Task Numbers_before_it_change_nothing(string definition)
    {
        var answer = await service.Answer("train", $$"""{ "model": { "definition": "{{definition}}", "start": { "a": 1, "b": 0 } }, "dataset": { "columns": { "hours": [1, 2], "passed": [4, 6] } }, "optimizer": { "name": "sgd", "lr": 0.1 }, "steps": 0 }""");
        Answers.Close([Math.Sqrt(12.5)], answer.GetProperty("metrics").GetProperty("train").Numbers("rootMeanSquare"));
    }

    [Theory]
    [InlineData("mean(abs(passed - (a*hours + b)))", "0, 0, 0, 1")]
    [InlineData("mean((passed - (a*hours + b))^4)", "0, 0, 0, 1")]
    [InlineData("sum((passed - (a*hours + b))^2)", "0, 0, 0, 1")]
    [InlineData("log_loss(sigmoid(a*hours + b), passed)", "0, 0.3, 0, 1")]
    [InlineData("log_loss(sigmoid(a*hours + b), passed) + mse(a*hours + b, passed)", "0, 0, 0, 1")]
    [InlineData("hinge(a*hours + b, 2*passed - 1)", "0, 0, 0, 1")]
    [InlineData("mse(a*hours*passed + b, passed)", "0, 0, 0, 1")]
    public async Task Is_the_loss_alone_elsewhere_and_a_note_says_why(string definition, string targets)
    {
        var answer = await service.Answer("train", $$"""{ "model": { "definition": "{{definition}}", "start": { "a": 0.1, "b": 0 } }, "dataset": { "columns": { "hours": [1, 2, 3, 4], "passed": [{{targets}}] } }, "optimizer": { "name": "sgd", "lr": 0.1 }, "steps": 1 }""");
        Assert.Equal(["loss"], answer.GetProperty("metrics").GetProperty("train").EnumerateObject().Select(static column => column.Name), StringComparer.Ordinal);
        Assert.Contains(answer.GetProperty("notes").EnumerateArray(), static note => note.Text("message").StartsWith("The metrics are the loss alone, since", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_loss_may_be_written_in_another_notation()
    {
        const string Data = """ "dataset": { "name": "line", "n": 9, "noise": 0 }, "optimizer": { "name": "sgd", "lr": 0.1 }, "steps": 4 """;
        var text = await service.Answer("train", $$"""{ "model": { "definition": "loss(m, b) = mean((m*x + b - y).^2)", "start": { "m": 0, "b": 0 } }, {{Data}} }""");
        var python = await service.Answer("train", $$"""{ "model": { "definition": "lambda m, b: np.mean((m*x + b - y)**2)", "start": { "m": 0, "b": 0 } }, "format": "python", {{Data}} }""");
        Assert.Equal(text.GetProperty("weights").GetRawText(), python.GetProperty("weights").GetRawText());
        Assert.Contains("format", (await service.Ask("train", $$"""{ "model": { "definition": "m^2", "start": { "m": 0 } }, "format": "fortran", {{Data}} }""")).Fields, StringComparer.Ordinal);
    }
}
