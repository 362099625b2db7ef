using Calculus.Optimization;
using Calculus.Optimization.FirstOrder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CalcApi.Tests.Descent;

/// <summary>One class more, and the service runs it, checks its parameters, lists it and documents it.</summary>
public sealed class OneMoreOptimizerTests : IAsyncDisposable
{
    private readonly Service _service = new();

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task Runs_in_a_descent()
    {
        var reply = await Descend("""{ "name": "sign_descent", "lr": 0.5, "shrinks": [0.5, 1] }""");
        Answers.Close([3, 2.5, 2.25], reply.Json.GetProperty("points").Numbers("x"));
        Assert.Equal("sign_descent", reply.Json.GetProperty("optimizer").GetString());
    }

    [Theory]
    [InlineData("""{ "name": "sign_descent", "shrinks": 0.5 }""", 400, "shape", "optimizer.shrinks", "An array is expected, not a number.")]
    [InlineData("""{ "name": "sign_descent", "shrinks": [0.5, 2] }""", 422, "value", "optimizer.shrinks", "'shrinks' of the optimizer 'sign_descent' must be 2 numbers, each of at least 0 and below 1.5, but is [0.5, 2].")]
    [InlineData("""{ "name": "sign_descent", "eps": 1 }""", 422, "value", "optimizer.eps", "The optimizer 'sign_descent' has no parameter 'eps'; it has lr, shrinks.")]
    [InlineData("""{ "name": "sgd", "shrinks": [0.5, 1] }""", 422, "value", "optimizer.shrinks", "The optimizer 'sgd' has no parameter 'shrinks'; it has lr, momentum, dampening, nesterov, weight_decay, maximize.")]
    public async Task Has_its_parameters_checked(string optimizer, int status, string type, string field, string said)
    {
        var reply = (await Descend(optimizer)).IsProblem(status, type);
        Assert.Equal(said, reply.Json.GetProperty("errors").GetProperty(field)[0].GetString());
    }

    [Fact]
    public async Task Is_among_the_members_that_a_refusal_lists()
    {
        var reply = (await Descend("""{ "name": "sign_descent", "shrink": 1 }""")).IsProblem(400, "shape");
        var members = new Optimizers([.. Optimizers.Own.All, new SignDescent()]).Parameters.Select(static parameter => parameter.Name);
        Assert.Contains("shrinks", members, StringComparer.Ordinal);
        Assert.Equal($"This route has no member 'shrink'; it takes name, dialect, schedule, {string.Join(", ", members)}.", reply.Json.GetProperty("errors").GetProperty("optimizer.shrink")[0].GetString());
    }

    [Fact]
    public async Task Stands_in_the_catalogue_with_a_request_that_runs()
    {
        using var client = _service.CreateClient();
        var list = (await client.Send(HttpMethod.Get, "/api/v1/catalog/optimizers")).Json.GetProperty("optimizers").EnumerateArray().ToList();
        var entry = list.Single(static each => each.GetProperty("name").ValueEquals("sign_descent"));
        Assert.Equal("Sign descent", entry.GetProperty("title").GetString());
        Assert.Equal("A test (1999). A made-up optimizer.", entry.GetProperty("source").GetString());
        var answer = await client.Ask("descent", entry.GetProperty("request").GetProperty("body").GetRawText());
        Assert.Equal(System.Net.HttpStatusCode.OK, answer.Status);
    }

    [Fact]
    public async Task Stands_in_the_document()
    {
        using var client = _service.CreateClient();
        var schema = (await client.Send(HttpMethod.Get, "/swagger/v1/swagger.json")).Json
            .GetProperty("components").GetProperty("schemas").GetProperty("OptimizerRequest").GetProperty("properties");
        Assert.Matches("Also .*sign_descent", schema.GetProperty("name").GetProperty("description").GetString());
        Assert.Equal("Of sign_descent: what a step keeps of the last one's length; by default 0.9 and 1.", schema.GetProperty("shrinks").GetProperty("description").GetString());
        Assert.Equal("array", schema.GetProperty("shrinks").GetProperty("type").GetString());
    }

    private async Task<Reply> Descend(string optimizer)
    {
        using var client = _service.CreateClient();
        return await client.Ask("descent", $$"""{ "function": "x^2", "start": 3, "optimizer": {{optimizer}}, "steps": 2 }""");
    }

    private sealed class Service : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder) => builder.WithoutWarmUp()
            .UseSetting("Logging:LogLevel:Default", "Warning")
            .ConfigureTestServices(static services => services.AddSingleton(new Optimizers([.. Optimizers.Own.All, new SignDescent()])));
    }

    /// <summary>A made-up optimizer: each coordinate moves by a length of its own, which shrinks.</summary>
    private sealed class SignDescent : OptimizerDefinition
    {
        public override string Name => "sign_descent";

        public override string Title => "Sign descent";

        public override string Sentence => "Steps by the sign of each slope.";

        public override Source Source { get; } = new("A test", 1999, "A made-up optimizer");

        public override string Latex => @"x_{t}=x_{t-1}-\gamma\operatorname{sign}g_{t}";

        public override IReadOnlyList<Parameter> Parameters { get; } =
        [
            new("lr", 0.1, "The learning rate.") { Minimum = 0 },
            new("shrinks", new[] { 0.9, 1 }, "What a step keeps of the last one's length. The first is for odd steps.") { Minimum = 0, Below = 1.5 },
        ];

        protected override Optimizer Start(Settings settings, int dimension) => new Rule(settings);

        private sealed class Rule(Settings settings) : FirstOrderOptimizer(settings)
        {
            private readonly double[] _shrinks = [settings.Number("shrinks", 0), settings.Number("shrinks", 1)];
            private double _length = settings.Number("lr");
            private int _step;

            public override double? StabilityFactor => null;

            public override void Step(Span<double> point, ReadOnlySpan<double> gradient)
            {
                for (var i = 0; i < point.Length; i++) point[i] -= _length * Math.Sign(Slope(gradient[i], point[i]));
                _length *= _shrinks[_step++ % 2];
            }
        }
    }
}
