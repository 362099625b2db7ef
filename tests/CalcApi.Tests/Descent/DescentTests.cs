using Xunit;

namespace CalcApi.Tests.Descent;

public sealed class DescentTests(Api service)
{
    // The paths follow from the update rules by hand; the longer ones from the same rules in Python's doubles.
    [Theory]
    [InlineData("x^2", "3", """{ "name": "gradient_descent", "lr": 0.1 }""", new double[] { 3, 2.4, 1.92, 1.536 })]
    [InlineData("x^2", "-1", """{ "name": "sgd", "lr": 0.25 }""", new double[] { -1, -0.5, -0.25, -0.125 })]
    [InlineData("3x", "1", """{ "name": "gradient_descent", "lr": 0.5 }""", new double[] { 1, -0.5, -2, -3.5 })]
    [InlineData("(x - 2)^2/2", "0", """{ "name": "gradient_descent", "lr": 0.5 }""", new double[] { 0, 1, 1.5, 1.75 })]
    [InlineData("x^2", "4", """{ "name": "momentum", "lr": 0.1, "momentum": 0.5 }""", new double[] { 4, 3.2, 2.16, 1.208 })]
    [InlineData("x^2", "4", """{ "name": "nesterov", "lr": 0.1, "momentum": 0.5 }""", new double[] { 4, 2.8, 1.76, 0.992 })]
    [InlineData("x^2", "1", """{ "name": "adam", "lr": 0.1, "eps": 0 }""", new double[] { 1, 0.9 })]
    [InlineData("-x^2", "3", """{ "name": "sgd", "lr": 0.1, "maximize": true }""", new double[] { 3, 2.4, 1.92, 1.536 })]
    public async Task Goes_where_the_rule_says(string function, string start, string optimizer, double[] path)
    {
        var answer = await service.Answer("descent", $$"""{ "function": "{{function}}", "start": {{start}}, "optimizer": {{optimizer}}, "steps": {{path.Length - 1}} }""");
        Answers.Close(path, answer.GetProperty("points").Numbers("x"), 1e-14);
        Assert.Equal(Enumerable.Range(0, path.Length), answer.GetProperty("step").EnumerateArray().Select(step => step.GetInt32()));
        Assert.Equal("steps", answer.GetProperty("stop").GetProperty("reason").GetString());
    }

    [Fact]
    public async Task Carries_every_column()
    {
        var answer = await service.Answer("descent", """{ "function": "x^2 + 2y^2", "start": { "x": 1, "y": 1 }, "optimizer": { "name": "gradient_descent", "lr": 0.1 }, "steps": 2 }""");
        Answers.Close([1, 0.8, 0.64], answer.GetProperty("points").Numbers("x"));
        Answers.Close([1, 0.6, 0.36], answer.GetProperty("points").Numbers("y"));
        Answers.Close([3, 1.36, 0.6688], answer.Numbers("value"));
        Answers.Close([Math.Sqrt(20), Math.Sqrt(8.32), Math.Sqrt(3.712)], answer.Numbers("gradientNorm"));
        Answers.Close([0.1, 0.1, 0.1], answer.Numbers("learningRate"));
        Assert.Equal(2, answer.GetProperty("best").GetProperty("step").GetInt32());
        Answers.Close([0.64, 0.36], answer.GetProperty("best").Numbers("point"));
        Assert.Equal("x y", string.Join(' ', answer.GetProperty("variables").EnumerateArray().Select(name => name.GetString())));
        Assert.Equal(3, answer.GetProperty("evaluations").GetInt64());
        Assert.NotEmpty(answer.GetProperty("diagnosis").GetProperty("explanation").GetString()!);
    }

    [Theory]
    [InlineData("x^2", "0.1", "converged", "\"stop\": { \"gradient\": 0.001 },")]
    [InlineData("x^2", "0.1", "converged", "\"stop\": { \"step\": 0.001 },")]
    [InlineData("x^2", "0.1", "converged", "\"stop\": { \"value\": 0.001 },")]
    [InlineData("x^2", "1.5", "diverged", "")]
    [InlineData("x^2", "0.5", "stationary", "")]
    [InlineData("x^2", "0.1", "steps", "")]
    public async Task Says_why_it_stopped(string function, string rate, string reason, string stop)
    {
        var steps = string.Equals(reason, "steps", StringComparison.Ordinal) ? 10 : 5000;
        var answer = await service.Answer("descent", $$"""{ "function": "{{function}}", "start": 3, {{stop}} "optimizer": { "name": "gradient_descent", "lr": {{rate}} }, "steps": {{steps}} }""");
        Assert.Equal(reason, answer.GetProperty("stop").GetProperty("reason").GetString());
    }

    [Fact]
    public async Task Keeps_what_is_asked_for_and_the_last_step()
    {
        var answer = await service.Answer("descent", """{ "function": "x^2", "start": 3, "optimizer": { "name": "gradient_descent", "lr": 0.01 }, "steps": 25, "record": { "every": 10, "limit": 2 } }""");
        Assert.Equal([0, 10, 25], answer.GetProperty("step").EnumerateArray().Select(step => step.GetInt32()));
    }

    [Theory]
    [InlineData("""{ "function": "x^2", "start": 3, "steps": 1 }""", 400, "shape", "optimizer")]
    [InlineData("""{ "function": "x^2", "start": 3, "optimizer": "adam", "steps": 1 }""", 400, "shape", "optimizer")]
    [InlineData("""{ "function": "x^2", "start": 3, "optimizer": {}, "steps": 1 }""", 400, "shape", "optimizer.name")]
    [InlineData("""{ "function": "x^2", "start": 3, "optimizer": { "name": "sgd", "rate": 1 }, "steps": 1 }""", 400, "shape", "optimizer.rate")]
    [InlineData("""{ "function": "x^2", "start": 3, "optimizer": { "name": "sgd", "lr": "0.1" }, "steps": 1 }""", 400, "shape", "optimizer.lr")]
    [InlineData("""{ "function": "x^2", "start": 3, "optimizer": { "name": "sgd", "rate": null }, "steps": -1 }""", 400, "shape", "optimizer.rate")]
    [InlineData("""{ "function": "x^2", "start": 3, "optimizer": { "name": "sgd", "nesterov": 1 }, "steps": 1 }""", 400, "shape", "optimizer.nesterov")]
    [InlineData("""{ "function": "x^2", "start": 3, "optimizer": { "name": "adam", "betas": 0.9 }, "steps": 1 }""", 400, "shape", "optimizer.betas")]
    [InlineData("""{ "function": "x^2", "start": 3, "optimizer": { "name": "adam", "betas": [0.9, "a"] }, "steps": 1 }""", 400, "shape", "optimizer.betas[1]")]
    [InlineData("""{ "function": "x^2", "start": 3, "optimizer": { "name": "adam", "lr": 1e999 }, "steps": 1 }""", 422, "value", "optimizer.lr")]
    [InlineData("""{ "function": "x^2", "start": 3, "optimizer": { "name": "sgd" } }""", 400, "shape", "steps")]
    [InlineData("""{ "function": "x^2", "start": 3, "optimizer": { "name": "sgd", "lr": -1 }, "steps": 1 }""", 422, "value", "optimizer.lr")]
    [InlineData("""{ "function": "x^2", "start": 3, "optimizer": { "name": "sgd", "betas": [0.9, 0.99] }, "steps": 1 }""", 422, "value", "optimizer.betas")]
    [InlineData("""{ "function": "x^2", "start": 3, "optimizer": { "name": "adam", "betas": [0.9] }, "steps": 1 }""", 422, "value", "optimizer.betas")]
    [InlineData("""{ "function": "x^2", "start": 3, "optimizer": { "name": "adam", "betas": [0.9, 1] }, "steps": 1 }""", 422, "value", "optimizer.betas")]
    [InlineData("""{ "function": "x^2", "start": 3, "optimizer": { "name": "sgd" }, "steps": -1 }""", 422, "value", "steps")]
    [InlineData("""{ "function": "x^2", "start": 3, "optimizer": { "name": "sgd" }, "steps": 1, "record": { "every": 0 } }""", 422, "value", "record.every")]
    [InlineData("""{ "function": "x^2", "start": 3, "optimizer": { "name": "sgd" }, "steps": 1, "stop": { "gradient": -1 } }""", 422, "value", "stop.gradient")]
    [InlineData("""{ "function": "log(x)", "start": -3, "optimizer": { "name": "sgd" }, "steps": 1 }""", 422, "value", "start")]
    [InlineData("""{ "function": "x*y", "start": 3, "optimizer": { "name": "sgd" }, "steps": 1 }""", 422, "value", "start")]
    [InlineData("""{ "function": "5", "start": {}, "optimizer": { "name": "sgd" }, "steps": 1 }""", 422, "value", "function")]
    public async Task Refuses_a_descent_that_cannot_begin(string body, int status, string type, string field) =>
        Assert.Contains(field, (await service.Ask("descent", body)).IsProblem(status, type).Fields, StringComparer.Ordinal);

    [Theory]
    [InlineData("""{ "name": "sgd", "rate": 1 }""", "optimizer.rate", "This route has no member 'rate'; it takes name, dialect, schedule, ")]
    [InlineData("""{ "name": "sgd", "lr": "0.1" }""", "optimizer.lr", "A number is expected, not a text.")]
    [InlineData("""{ "name": "sgd", "nesterov": 1 }""", "optimizer.nesterov", "true or false is expected, not a number.")]
    [InlineData("""{ "name": "adam", "betas": 0.9 }""", "optimizer.betas", "An array is expected, not a number.")]
    [InlineData("""{ "name": "sgd", "betas": [0.9, 0.99] }""", "optimizer.betas", "The optimizer 'sgd' has no parameter 'betas'; it has lr, momentum, dampening, nesterov, weight_decay, maximize.")]
    [InlineData("""{ "name": "adam", "eps": -1e-8 }""", "optimizer.eps", "'eps' of the optimizer 'adam' must be a number of at least 0, but is -1e-8.")]
    public async Task Says_what_is_wrong_with_a_parameter(string optimizer, string field, string said)
    {
        var reply = await service.Ask("descent", $$"""{ "function": "x^2", "start": 3, "optimizer": {{optimizer}}, "steps": 1 }""");
        Assert.StartsWith(said, reply.Json.GetProperty("errors").GetProperty(field)[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_parameter_that_is_null_has_its_default()
    {
        var answer = await service.Answer("descent", """{ "function": "x^2", "start": 3, "optimizer": { "name": "adam", "lr": null, "betas": null, "amsgrad": null }, "steps": 1 }""");
        Answers.Close([0.001, 0.001], answer.Numbers("learningRate"));
    }

    [Theory]
    [InlineData("x^2", "3", """{ "name": "sgd", "lr": 0.25 }""", "\"box\": { \"x\": [1, 5] }", new double[] { 3, 1.5, 1, 1 })]
    [InlineData("x^2", "9", """{ "name": "sgd", "lr": 0.25 }""", "\"box\": { \"x\": [-5, 5] }", new double[] { 5, 2.5, 1.25, 0.625 })]
    [InlineData("x^2", "3", """{ "name": "sgd", "lr": 0.5, "maximize": true }""", "\"box\": { \"x\": [-5, 5] }", new double[] { 3, 5, 5 })]
    [InlineData("x^2", "3", """{ "name": "sgd", "lr": 0.5 }""", "\"clip\": { \"value\": 2 }", new double[] { 3, 2, 1, 0 })]
    [InlineData("x^2", "-3", """{ "name": "sgd", "lr": 0.5 }""", "\"clip\": { \"norm\": 2 }", new double[] { -3, -2.0000001666666387, -1.0000004166665902 })]
    public async Task Stays_in_its_box_and_clips_gradients(string function, string start, string optimizer, string extra, double[] path)
    {
        var answer = await service.Answer("descent", $$"""{ "function": "{{function}}", "start": {{start}}, {{extra}}, "optimizer": {{optimizer}}, "steps": {{path.Length - 1}} }""");
        var found = answer.GetProperty("points").Numbers("x");
        Answers.Close(path[..found.Length], found, 1e-12);
        Assert.True(found.Length == path.Length || path[found.Length] == path[^1]);
    }

    [Fact]
    public async Task Bounds_the_entries_of_a_vector_and_converges_at_the_border()
    {
        var answer = await service.Answer("descent", """{ "function": "f(w) = sum((w - [3, 3])^2)", "start": { "w": [0, 0] }, "optimizer": { "name": "sgd", "lr": 0.1 }, "steps": 500, "box": { "w": [-1, 2], "w[1]": [-1, 1] }, "stop": { "gradient": 1e-9 } }""");
        Assert.Equal("converged", answer.GetProperty("stop").GetProperty("reason").GetString());
        Answers.Close([1, 2], answer.GetProperty("best").GetProperty("point").Numbers("w"));
    }

    [Fact]
    public async Task Tells_what_the_optimizer_remembers()
    {
        var answer = await service.Answer("descent", """{ "function": "x^2 + y^2", "start": { "x": 1, "y": 2 }, "optimizer": { "name": "adam", "lr": 0.1 }, "steps": 2, "record": { "internals": true } }""");
        var m = answer.GetProperty("internals").GetProperty("m").EnumerateArray().Select(static row => row.EnumerateArray().Select(static each => each.GetDouble()).ToArray()).ToList();
        Assert.Equal(3, m.Count);
        Answers.Close([0, 0], m[0]);
        Answers.Close([0.2, 0.4], m[1], 1e-12);
        Answers.Close([(0.9 * 0.2) + (0.1 * 2 * 0.9), (0.9 * 0.4) + (0.1 * 2 * 1.9)], m[2], 1e-8);
    }

    [Theory]
    [InlineData("\"box\": { \"x\": [1] }", 400, "shape", "box.x")]
    [InlineData("\"box\": { \"x\": [2, 1] }", 422, "value", "box.x")]
    [InlineData("\"box\": { \"z\": [1, 2] }", 422, "value", "box.z")]
    [InlineData("\"clip\": { \"norm\": 0 }", 422, "value", "clip.norm")]
    [InlineData("\"clip\": { \"value\": -1 }", 422, "value", "clip.value")]
    public async Task Refuses_a_box_or_a_clip_without_meaning(string extra, int status, string type, string field) =>
        Assert.Contains(field, (await service.Ask("descent", $$"""{ "function": "x^2", "start": 3, "optimizer": { "name": "sgd" }, "steps": 1, {{extra}} }""")).IsProblem(status, type).Fields, StringComparer.Ordinal);
}
