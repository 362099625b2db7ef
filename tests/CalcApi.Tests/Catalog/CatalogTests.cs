using System.Net;
using System.Text.Json;
using Calculus.Functions;
using Xunit;

namespace CalcApi.Tests.Catalog;

public sealed class CatalogTests(Api service)
{
    [Theory]
    [InlineData("functions")]
    [InlineData("examples")]
    [InlineData("optimizers")]
    [InlineData("schedules")]
    [InlineData("losses")]
    [InlineData("datasets")]
    public async Task Every_entry_has_a_request_that_runs(string list)
    {
        var failures = new List<string>();
        foreach (var entry in await Entries(list))
        {
            var request = entry.GetProperty("request");
            var route = request.GetProperty("route").GetString()!["/api/v1/".Length..];
            var reply = await service.Ask(route, request.GetProperty("body").GetRawText());
            if (reply.Status != HttpStatusCode.OK) failures.Add($"{entry.GetProperty("name")}: {reply.Text}");
            Assert.NotEmpty(entry.GetProperty("latex").GetString()!);
            Assert.EndsWith(".", entry.GetProperty("sentence").GetString(), StringComparison.Ordinal);
        }

        Assert.Empty(failures);
    }

    [Fact]
    public async Task Every_function_of_arrays_has_a_request_whose_gradient_is_verified()
    {
        var failures = new List<string>();
        var list = (await service.Client.Send(HttpMethod.Get, "/api/v1/catalog/functions")).Json.GetProperty("arrayFunctions").EnumerateArray().ToList();
        Assert.True(list.Count > 35);
        foreach (var entry in list)
        {
            Assert.EndsWith(".", entry.GetProperty("sentence").GetString(), StringComparison.Ordinal);
            Assert.NotEmpty(entry.GetProperty("latex").GetString()!);
            var reply = await service.Ask("gradient", entry.GetProperty("request").GetProperty("body").GetRawText());
            if (reply.Status != HttpStatusCode.OK || reply.Text.Contains("\"verified\":false", StringComparison.Ordinal)) failures.Add($"{entry.GetProperty("name")}: {reply.Text}");
        }

        Assert.Empty(failures);
    }

    [Fact]
    public async Task Every_rule_is_used_by_the_steps_of_its_request()
    {
        var (failures, ids) = (new List<string>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var entry in await Entries("rules"))
        {
            var (rule, request) = (entry.GetProperty("rule").GetString()!, entry.GetProperty("request"));
            Assert.True(ids.Add(rule), rule);
            Assert.EndsWith(".", entry.GetProperty("sentence").GetString(), StringComparison.Ordinal);
            var reply = await service.Ask(request.GetProperty("route").GetString()!["/api/v1/".Length..], request.GetProperty("body").GetRawText());
            if (reply.Status != HttpStatusCode.OK || !reply.Text.Contains($"\"rule\":\"{rule}\"", StringComparison.Ordinal)) failures.Add($"{rule}: {reply.Text}");
        }

        Assert.Empty(failures);
    }

    [Fact]
    public async Task Has_every_function_that_can_be_called()
    {
        var names = (await Entries("functions")).Select(entry => entry.GetProperty("name").GetString()!).ToHashSet(StringComparer.Ordinal);
        Assert.All(Catalogue.All, function => Assert.Contains(function.Name, names));
    }

    [Theory]
    [InlineData("tanh", "derivatives", """[{"variable":"x","text":"1 - tanh(x)^2","latex":"1 - \\tanh^{2}\\left(x\\right)"}]""")]
    [InlineData("acoth", "derivatives", """[{"variable":"x","text":"1/(1 - x^2)","latex":"\\frac{1}{1 - x^{2}}"}]""")]
    [InlineData("sec", "derivatives", """[{"variable":"x","text":"sec(x)*tan(x)","latex":"\\sec\\left(x\\right) \\tan\\left(x\\right)"}]""")]
    [InlineData("tanh", "inverse", "\"atanh\"")]
    [InlineData("tanh", "kinks", "[]")]
    [InlineData("relu", "kinks", """[{"at":0,"left":0,"right":1,"value":0}]""")]
    [InlineData("floor", "kinks", """[{"at":0,"left":0,"right":0,"value":0,"period":1}]""")]
    [InlineData("leaky_relu", "parameters", """[{"name":"x"},{"name":"slope","default":"0.01"}]""")]
    [InlineData("leaky_relu", "formula", "\"leaky_relu(x, slope)\"")]
    [InlineData("asec", "domain", "\"(−∞, −1] ∪ [1, ∞)\"")]
    [InlineData("gamma", "domain", "\"(−∞, ∞) without 0, −1, −2, …\"")]
    [InlineData("asin", "range", "\"[−π/2, π/2]\"")]
    [InlineData("softplus", "range", "\"(0, ∞)\"")]
    public async Task Shows_what_is_known_of_a_function(string name, string member, string expected)
    {
        var entry = (await Entries("functions")).Single(entry => entry.GetProperty("name").ValueEquals(name));
        Assert.Equal(expected, entry.GetProperty(member).GetRawText());
    }

    [Theory]
    [InlineData("gradient_descent", "title", "\"Gradient descent\"")]
    [InlineData("gradient_descent", "sameAs", "\"sgd\"")]
    [InlineData("gradient_descent", "latex", "\"x_{t}=x_{t-1}-\\\\gamma\\\\nabla f(x_{t-1})\"")]
    [InlineData("sgd", "title", "\"SGD\"")]
    [InlineData("momentum", "source", "\"B. T. Polyak (1964). Some methods of speeding up the convergence of iteration methods. USSR Computational Mathematics and Mathematical Physics 4.\"")]
    public async Task Shows_what_is_known_of_an_optimizer(string name, string member, string expected)
    {
        var entry = (await Entries("optimizers")).Single(entry => entry.GetProperty("name").ValueEquals(name));
        Assert.Equal(expected, entry.GetProperty(member).GetRawText());
    }

    [Theory]
    [InlineData("rprop", "etas", "[0.5,1.2]", "2 numbers, each above 0")]
    [InlineData("adadelta", "rho", "0.9", "a number of at least 0 and at most 1")]
    [InlineData("momentum", "lr", "0.001", "a number of at least 0")]
    [InlineData("momentum", "momentum", "0.9", "a number of at least 0")]
    [InlineData("adam", "betas", "[0.9,0.999]", "2 numbers, each of at least 0 and below 1")]
    [InlineData("adam", "eps", "1e-8", "a number of at least 0")]
    [InlineData("adam", "amsgrad", "false", "true or false")]
    public async Task Shows_what_an_optimizer_can_be_given(string name, string parameter, string usual, string range)
    {
        var entry = (await Entries("optimizers")).Single(entry => entry.GetProperty("name").ValueEquals(name));
        var found = entry.GetProperty("parameters").EnumerateArray().Single(each => each.GetProperty("name").ValueEquals(parameter));
        Assert.Equal(usual, found.GetProperty("default").GetRawText());
        Assert.Equal(range, found.GetProperty("range").GetString());
        Assert.EndsWith(".", found.GetProperty("sentence").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_how_each_dialect_differs_with_a_request_that_runs()
    {
        var (failures, count) = (new List<string>(), 0);
        foreach (var entry in await Entries("optimizers"))
        {
            foreach (var dialect in entry.GetProperty("dialects").EnumerateArray())
            {
                count++;
                Assert.True(dialect.GetProperty("name").GetString() is "keras" or "optax");
                Assert.NotEmpty(dialect.GetProperty("latex").GetString()!);
                Assert.NotEmpty(dialect.GetProperty("differs").EnumerateArray());
                Assert.All(dialect.GetProperty("differs").EnumerateArray(), static sentence => Assert.EndsWith(".", sentence.GetString(), StringComparison.Ordinal));
                var body = dialect.GetProperty("request").GetProperty("body");
                Assert.Equal(dialect.GetProperty("parameters").GetArrayLength() + 2, body.GetProperty("optimizer").EnumerateObject().Count());
                var reply = await service.Ask("descent", body.GetRawText());
                if (reply.Status != HttpStatusCode.OK) failures.Add($"{entry.GetProperty("name")} {dialect.GetProperty("name")}: {reply.Text}");
            }
        }

        Assert.Empty(failures);
        Assert.True(count > 20);
    }

    [Fact]
    public async Task Shows_the_words_that_a_schedule_takes()
    {
        var entry = (await Entries("schedules")).Single(static entry => entry.GetProperty("name").ValueEquals("one_cycle"));
        var strategy = entry.GetProperty("parameters").EnumerateArray().Single(static each => each.GetProperty("name").ValueEquals("anneal_strategy"));
        Assert.Equal(("cos", "\"cos\" or \"linear\""), (strategy.GetProperty("default").GetString(), strategy.GetProperty("range").GetString()));
        Assert.Equal("cos", entry.GetProperty("request").GetProperty("body").GetProperty("optimizer").GetProperty("schedule").GetProperty("anneal_strategy").GetString());
    }

    [Fact]
    public async Task Shows_every_optimizer_the_oldest_first_and_runs_each_with_its_defaults()
    {
        var entries = await Entries("optimizers");
        string[] known = ["gradient_descent", "sgd", "momentum", "nesterov", "adam"];
        Assert.Equal(known, entries.Select(static entry => entry.GetProperty("name").GetString()!).Where(name => known.Contains(name, StringComparer.Ordinal)), StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            var settings = entry.GetProperty("request").GetProperty("body").GetProperty("optimizer");
            Assert.Equal(entry.GetProperty("parameters").GetArrayLength() + 1, settings.EnumerateObject().Count());
        }
    }

    [Fact]
    public async Task Every_derivative_is_the_one_that_the_service_gives()
    {
        foreach (var entry in await Entries("functions"))
        {
            foreach (var derivative in entry.GetProperty("derivatives").EnumerateArray())
            {
                var variable = derivative.GetProperty("variable").GetString();
                var body = JsonSerializer.Serialize(new { function = entry.GetProperty("formula").GetString(), variable });
                var answer = await service.Answer("derivative", body);
                Assert.Equal(derivative.GetProperty("text").GetString(), answer.GetProperty("derivative").GetProperty("text").GetString());
            }
        }
    }

    [Fact]
    public async Task Shows_curves_and_surfaces_with_a_window()
    {
        var examples = await Entries("examples");
        Assert.True(examples.Count >= 40);
        var ideas = examples.Select(static example => example.GetProperty("idea").GetString()).ToList();
        Assert.Equal(ideas.Distinct(StringComparer.Ordinal).Count(), ideas.Where((idea, i) => i == 0 || !string.Equals(idea, ideas[i - 1], StringComparison.Ordinal)).Count());
        Assert.Equal(examples.Count, examples.Select(static example => example.GetProperty("name").GetString()).Distinct(StringComparer.Ordinal).Count());
        Assert.All(examples, static example => Assert.Contains(
            example.GetProperty("chapter").GetString(), (string[])["slope", "derivative", "chain-rule", "gradient", "direction", "descent"], StringComparer.Ordinal));
        foreach (var example in examples)
        {
            var window = example.GetProperty("window");
            Assert.Equal(example.GetProperty("kind").GetString() switch { "curve" => 1, "surface" => 2, _ => 0 }, window.EnumerateObject().Count());
            if (window.EnumerateObject().Any() is false) continue;
            var body = example.GetProperty("request").GetProperty("body");
            var data = body.TryGetProperty("data", out var given) ? given.GetRawText() : "{}";
            var parsed = await service.Answer("parse", $$"""{ "function": {{JsonSerializer.Serialize(example.GetProperty("function").GetString())}}, "data": {{data}} }""");
            foreach (var axis in window.EnumerateObject())
                Assert.Contains(parsed.GetProperty("variables").EnumerateArray(), variable => variable.GetProperty("name").ValueEquals(axis.Name));
        }
    }

    private async Task<List<JsonElement>> Entries(string list) =>
        [.. (await service.Client.Send(HttpMethod.Get, $"/api/v1/catalog/{list}")).Json.GetProperty(list).EnumerateArray()];
}
