using System.Net;
using Xunit;

namespace CalcApi.Tests.Descent;

/// <summary>Optimizers that find their own step lengths, and those for sums of squares, over HTTP.</summary>
public sealed class OwnStepLengthTests(Api service)
{
    private const string Valley = """{ "function": "(1 - x)^2 + 100(y - x^2)^2", "start": { "x": -1.2, "y": 1 }, "optimizer": { "name": "NAME" }, "steps": 2000 STOP }""";

    [Theory]
    [InlineData("newton")]
    [InlineData("bfgs")]
    [InlineData("lbfgs")]
    [InlineData("conjugate_gradient")]
    [InlineData("gauss_newton")]
    [InlineData("levenberg_marquardt")]
    public async Task Stops_at_a_small_gradient_unless_the_request_says_otherwise(string name)
    {
        var answer = await service.Answer("descent", Asked(name, ""));
        Assert.Equal("converged", answer.GetProperty("stop").GetProperty("reason").GetString());
        Assert.Equal("The gradient's norm is at most 1E-08.", answer.GetProperty("stop").GetProperty("message").GetString());
        Answers.Close([1, 1], answer.GetProperty("best").Numbers("point"), 1e-7);
        Assert.All(answer.Numbers("learningRate"), static length => Assert.True(length > 0));
        Assert.Equal(1, answer.Numbers("learningRate")[0]);
        Assert.False(answer.GetProperty("diagnosis").TryGetProperty("suggestedRate", out _));

        var loose = await service.Answer("descent", Asked(name, """, "stop": { "gradient": 1 }"""));
        Assert.True(loose.GetProperty("stop").GetProperty("step").GetInt32() <= answer.GetProperty("stop").GetProperty("step").GetInt32());
    }

    [Theory]
    [InlineData("newton", "", "\"lr\": 0.1", "optimizer.lr", "The optimizer 'newton' has no parameter 'lr'; it has c1, c2, maximize.")]
    [InlineData("lbfgs", "", "\"history_size\": 0.5", "optimizer.history_size", "'history_size' of the optimizer 'lbfgs' must be a whole number of at least 1 and below 101, but is 0.5.")]
    [InlineData("bfgs", "", "\"c1\": 0.3, \"c2\": 0.2", "optimizer.c1", "'c1' must be below 'c2' in the optimizer 'bfgs': otherwise no step need fulfil both conditions.")]
    [InlineData("bfgs", "\"box\": { \"x\": [0, 1] },", "\"c1\": 0.1", "box", "The optimizer 'bfgs' chooses its step lengths for a function without bounds; take one that moves by the gradient, such as sgd or adam.")]
    [InlineData("newton", "\"clip\": { \"norm\": 1 },", "\"c1\": 0.1", "clip", "The optimizer 'newton' compares values with what the gradient promises, so that the gradient must not be shortened.")]
    public async Task Refuses_what_does_not_go_with_it(string name, string beside, string parameters, string field, string said)
    {
        var reply = (await service.Ask("descent", $$"""{ "function": "x^2", "start": 3, {{beside}} "optimizer": { "name": "{{name}}", {{parameters}} }, "steps": 1 }""")).IsProblem(422, "value");
        Assert.Equal(said, reply.Json.GetProperty("errors").GetProperty(field)[0].GetString());
    }

    [Theory]
    [InlineData("levenberg_marquardt")]
    [InlineData("gauss_newton")]
    public async Task Says_which_functions_it_takes(string name)
    {
        var reply = (await service.Ask("descent", $$"""{ "function": "(x - 1)^2 + sin(y)", "start": { "x": 3, "y": 1 }, "optimizer": { "name": "{{name}}" }, "steps": 1 }""")).IsProblem(422, "value");
        Assert.Equal(
            "This optimizer takes sums of squares: sum(r.^2), mean(r.^2), mse(a, b), norm(r)^2, squares added with positive factors, or a vector of residuals, whose squares it adds. Here 'sin(y)' is none of them.",
            reply.Json.GetProperty("errors").GetProperty("optimizer.name")[0].GetString());
    }

    [Fact]
    public async Task A_vector_is_taken_for_residuals_by_these_alone()
    {
        const string body = """{ "function": "f(a, b) = y - a*exp(b*t)", "data": { "t": [0, 1, 2, 3], "y": [2, 1, 0.5, 0.25] }, "start": { "a": 1, "b": 0 }, "optimizer": { "name": "NAME" }, "steps": 100 }""";
        var answer = await service.Answer("descent", body.Replace("NAME", "levenberg_marquardt", StringComparison.Ordinal));
        Answers.Close([2, -Math.Log(2)], answer.GetProperty("best").Numbers("point"), 1e-6);
        Assert.Equal(1 + 0 + 0.25 + 0.5625, answer.Numbers("value")[0], 1e-12);
        (await service.Ask("descent", body.Replace("NAME", "bfgs", StringComparison.Ordinal))).IsProblem(422, "not-supported");
    }

    [Fact]
    public async Task Races_and_maps_take_them_too()
    {
        var race = await service.Answer("descent/compare", """{ "function": "(1 - x)^2 + 100(y - x^2)^2", "starts": [{ "x": -1.2, "y": 1 }], "optimizers": [{ "name": "levenberg_marquardt" }, { "name": "bfgs" }, { "name": "adam" }], "evaluations": 200 }""");
        Assert.Equal("levenberg_marquardt bfgs adam", string.Join(' ', race.GetProperty("runs").EnumerateArray().Select(static run => run.GetProperty("optimizer").GetString())));
        Assert.Equal(2, race.GetProperty("ranking").EnumerateArray().Last().GetProperty("optimizer").GetInt32());

        var refused = (await service.Ask("descent/compare", """{ "function": "x^2 + sin(x)", "starts": [1], "optimizers": [{ "name": "bfgs" }, { "name": "gauss_newton" }], "steps": 5 }""")).IsProblem(422, "value");
        Assert.Contains("optimizers[1].name", refused.Fields, StringComparer.Ordinal);

        var map = await service.Answer("descent/map", """{ "function": "(x^2 + y - 11)^2 + (x + y^2 - 7)^2", "axes": [{ "coordinate": "x", "from": -5, "to": 5, "resolution": 4 }, { "coordinate": "y", "from": -5, "to": 5, "resolution": 4 }], "optimizer": { "name": "levenberg_marquardt" }, "steps": 200 }""");
        Assert.All(map.GetProperty("ends").EnumerateArray(), static end => Assert.True(end.GetProperty("value").GetDouble() < 200));
        Assert.Contains(map.GetProperty("ends").EnumerateArray(), static end => end.GetProperty("value").GetDouble() < 1e-12);
    }

    [Fact]
    public async Task The_catalogue_tells_what_they_take_and_when_they_stop()
    {
        var entries = (await service.Client.Send(HttpMethod.Get, "/api/v1/catalog/optimizers")).Json.GetProperty("optimizers").EnumerateArray().ToList();
        string Told(string name, string member) => entries.Single(entry => entry.GetProperty("name").ValueEquals(name)).TryGetProperty(member, out var told) ? told.GetRawText() : "missing";
        Assert.Equal("1e-08 false false", $"{Told("bfgs", "gradientTolerance").ToLowerInvariant()} {Told("bfgs", "takesBox")} {Told("bfgs", "takesSumOfSquares")}");
        Assert.Equal("missing true false", $"{Told("adam", "gradientTolerance")} {Told("adam", "takesBox")} {Told("adam", "takesSumOfSquares")}");
        Assert.Equal("true", Told("levenberg_marquardt", "takesSumOfSquares"));
    }

    [Fact]
    public async Task Every_test_problem_has_a_request_that_runs_to_a_known_minimum()
    {
        var problems = (await service.Client.Send(HttpMethod.Get, "/api/v1/catalog/examples")).Json.GetProperty("problems").EnumerateArray().ToList();
        Assert.Equal(Enumerable.Range(1, 35), problems.Select(static problem => problem.GetProperty("number").GetInt32()));
        foreach (var problem in problems)
        {
            var name = problem.GetProperty("name").GetString();
            Assert.EndsWith(".", problem.GetProperty("sentence").GetString(), StringComparison.Ordinal);
            Assert.NotEmpty(problem.GetProperty("latex").GetString()!);
            Assert.True(problem.GetProperty("latex").GetString()!.Length < 4000, name);
            var reply = await service.Ask("descent", problem.GetProperty("request").GetProperty("body").GetRawText());
            Assert.True(reply.Status == HttpStatusCode.OK, $"{name}: {reply.Text}");
            var values = reply.Json.Numbers("value");
            Assert.Equal(1, values[0] / problem.GetProperty("valueAtStart").GetDouble(), 1e-12);
            Assert.True(problem.Numbers("knownValues").Any(known => Math.Abs(values[^1] - known) <= (known == 0 ? 1e-11 : 1e-8 * known)), $"{name}: {values[^1]}");
        }
    }

    private static string Asked(string name, string stop) => Valley.Replace("NAME", name, StringComparison.Ordinal).Replace("STOP", stop, StringComparison.Ordinal);
}
