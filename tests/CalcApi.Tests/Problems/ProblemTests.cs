using System.Net;
using System.Text.Json;
using CalcApi.Http.Problems;
using Xunit;

namespace CalcApi.Tests.Problems;

/// <summary>What every refusal looks like, wherever it comes from.</summary>
public sealed class ProblemTests(Api service)
{
    [Theory]
    [InlineData("GET", "/nothing/here", 404, "not-found")]
    [InlineData("POST", "/api/v1/nothing", 404, "not-found")]
    [InlineData("GET", "/api/v1/problems/nothing", 404, "not-found")]
    [InlineData("GET", "/api/v1/problems/..%2F..%2Fetc%2Fpasswd", 404, "not-found")]
    [InlineData("GET", "/api/v1/descent", 405, "method")]
    [InlineData("PUT", "/api/v1/evaluate", 405, "method")]
    [InlineData("DELETE", "/api/v1/limits", 405, "method")]
    [InlineData("POST", "/health/live", 405, "method")]
    public async Task Names_what_is_not_there(string method, string address, int status, string type) =>
        (await service.Client.Send(new(method), address)).IsProblem(status, type);

    [Fact]
    public async Task Explains_every_type_at_its_address()
    {
        foreach (var type in ProblemTypes.All)
        {
            var reply = await service.Client.Send(HttpMethod.Get, type.Address);
            Assert.Equal(HttpStatusCode.OK, reply.Status);
            Assert.Equal(type.Title, reply.Json.GetProperty("title").GetString());
            Assert.Equal(type.Repair, reply.Json.GetProperty("repair").GetString());
        }
    }

    [Fact]
    public async Task Points_at_the_characters_it_cannot_read()
    {
        var reply = await service.Ask("parse", """{ "function": "1 + sinn(x)" }""");
        var problem = reply.IsProblem(422, "formula").Json;
        Assert.Equal((4, 8), (problem.GetProperty("position").GetProperty("start").GetInt32(), problem.GetProperty("position").GetProperty("end").GetInt32()));
        Assert.Contains("sin", problem.GetProperty("hint").GetString(), StringComparison.Ordinal);
        Assert.Equal("function", Assert.Single(reply.Fields));
    }

    [Theory]
    [InlineData("derivative/numeric", """{ "function": "x", "point": 1, "method": "complex_step" }""", "method", "not supported")]
    [InlineData("descent", """{ "function": "x^2", "start": 1, "steps": 1, "optimizer": { "name": "adafactor" } }""", "optimizer.name", "adam")]
    [InlineData("descent", """{ "function": "x^2", "start": 1, "steps": 1, "optimizer": { "name": "adam", "schedule": { "name": "cyclic" } } }""", "optimizer.schedule.name", "one_cycle")]
    public async Task Says_what_this_version_does_not_do(string route, string body, string field, string words)
    {
        var reply = (await service.Ask(route, body)).IsProblem(422, "not-supported");
        Assert.Contains(field, reply.Fields, StringComparer.Ordinal);
        Assert.Contains(words, reply.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("derivative", """{ "function": "x^2", "steps": false, "verify": false }""")]
    [InlineData("slope", """{ "function": "x^2", "from": 1, "to": 2, "steps": false }""")]
    public async Task Accepts_false_for_what_it_does_not_do(string route, string body) => await service.Answer(route, body);

    [Fact]
    public async Task Cuts_a_clients_own_words_short()
    {
        var reply = await service.Ask("evaluate", JsonSerializer.Serialize(new Dictionary<string, object>(StringComparer.Ordinal) { ["function"] = "x", [new string('a', 100_000) + "\u001b[31m"] = 1 }));
        Assert.True(reply.IsProblem(400, "shape").Text.Length < 2000);
    }
}
