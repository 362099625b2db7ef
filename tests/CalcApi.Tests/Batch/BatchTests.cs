using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc.Testing;
using Xunit;

namespace CalcApi.Tests.Batch;

/// <summary>Several questions in one request: each is answered as by its own route.</summary>
public sealed class BatchTests(Api service)
{
    private static readonly (string Route, string Body)[] s_questions =
    [
        ("evaluate", """{"function":"x^2","point":3}"""),
        ("derivative/limit", """{"function":"x^2 + x","point":3}"""),
        ("gradient", """{"function":"p = sigmoid(X @ w); loss(w) = log_loss(p, y)","data":{"X":[[1,2],[3,4]],"y":[0,1]},"point":{"w":[0,0]},"steps":true}"""),
        ("derivative", """{"function":"tanh(2x"}"""),
        ("evaluate", """{"function":"1/x","point":0}"""),
        ("evaluate", """{"function":"x","pint":0}"""),
        ("derivative", """{"function":"x^2","order":100}"""),
        ("parse", """{"function":"\\frac{1}{2} x^2","format":"latex"}"""),
        ("sample", """{"function":"sin(x)","window":{"x":[0,1]},"resolution":10}"""),
        ("slope", """{"points":[[1,4],[3,12]]}"""),
    ];

    [Fact]
    public async Task Each_question_is_answered_as_by_its_own_route()
    {
        var answers = (await service.Answer("batch", Of(s_questions))).GetProperty("answers").EnumerateArray().ToList();
        Assert.Equal(s_questions.Length, answers.Count);
        foreach (var ((route, body), answer) in s_questions.Zip(answers))
        {
            var alone = await service.Ask(route, body);
            Assert.Equal((int)alone.Status, answer.GetProperty("status").GetInt32());
            Assert.Equal(alone.Text, answer.GetProperty("body").GetRawText());
        }
    }

    [Theory]
    [InlineData("descent", 422, "not-supported")]
    [InlineData("train", 422, "not-supported")]
    [InlineData("batch", 404, "not-found")]
    [InlineData("../evaluate", 404, "not-found")]
    [InlineData("limits", 404, "not-found")]
    [InlineData("", 404, "not-found")]
    public async Task A_route_that_is_no_quick_question_is_refused_by_itself(string route, int status, string type)
    {
        var answers = (await service.Answer("batch", Of((route, "{}"), s_questions[0]))).GetProperty("answers");
        var problem = answers[0].GetProperty("body");
        Assert.Equal((status, status), (answers[0].GetProperty("status").GetInt32(), problem.GetProperty("status").GetInt32()));
        Assert.EndsWith(type, problem.Text("type"), StringComparison.Ordinal);
        Assert.True(problem.GetProperty("errors").TryGetProperty("route", out _));
        Assert.Equal(9, answers[1].GetProperty("body").Number("value"));
    }

    [Theory]
    [InlineData("""{}""", "shape", "requests")]
    [InlineData("""{ "requests": [] }""", "value", "requests")]
    [InlineData("""{ "requests": {} }""", "shape", "requests")]
    [InlineData("""{ "requests": [{ "route": "evaluate" }] }""", "shape", "requests[0].body")]
    [InlineData("""{ "requests": [{ "body": {} }] }""", "shape", "requests[0].route")]
    [InlineData("""{ "requests": [{ "route": 1, "body": {} }] }""", "shape", "requests[0].route")]
    [InlineData("""{ "requests": [{ "route": "evaluate", "body": {}, "id": 1 }] }""", "shape", "requests[0].id")]
    public async Task What_is_no_batch_is_refused_whole(string body, string type, string field)
    {
        var reply = await service.Ask("batch", body);
        Assert.Equal(type, reply.Type);
        Assert.Contains(field, reply.Fields, StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("1")]
    [InlineData("null")]
    [InlineData("\"x\"")]
    public async Task A_body_that_is_no_object_is_refused_by_itself(string body)
    {
        var answers = (await service.Answer("batch", Of(("evaluate", body), s_questions[0]))).GetProperty("answers");
        Assert.Equal(400, answers[0].GetProperty("status").GetInt32());
        Assert.Equal(200, answers[1].GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task Every_question_has_all_of_a_budget_and_what_one_spends_no_other_lacks()
    {
        // A quarter of what a question may spend, forty times.
        var dear = ("evaluate", """{"function":"sum(i = 1..50000000, x)","point":1}""");
        var alone = await service.Ask(dear.Item1, dear.Item2);
        var answers = (await service.Answer("batch", Of([.. Enumerable.Repeat(dear, 40)]))).GetProperty("answers").EnumerateArray();
        Assert.All(answers, answer => Assert.Equal(alone.Text, answer.GetProperty("body").GetRawText()));
    }

    [Fact]
    public async Task A_body_may_be_as_deep_in_a_batch_as_alone()
    {
        var deep = ("evaluate", """{"function":"x","point":""" + new string('[', 15) + "1" + new string(']', 15) + "}");
        var answer = (await service.Answer("batch", Of(deep))).GetProperty("answers")[0];
        Assert.Equal((await service.Ask(deep.Item1, deep.Item2)).Text, answer.GetProperty("body").GetRawText());
        (await service.Ask("batch", Of(("evaluate", """{"function":"x","point":""" + new string('[', 16) + "1" + new string(']', 16) + "}")))).IsProblem(400, "json");
    }

    [Fact]
    public async Task Answers_that_do_not_fit_together_are_refused_one_by_one()
    {
        using var small = Service(("Limits:AnswerBytes", "3500"));
        using var client = small.CreateClient();
        var longOne = ("evaluate", $$"""{"function":"x/3","points":[{{string.Join(',', Enumerable.Range(1, 150))}}]}""");
        var reply = await client.Ask("batch", Of(longOne, longOne, s_questions[0]));
        var answers = reply.Json.GetProperty("answers");
        Assert.Equal([200, 422, 200], answers.EnumerateArray().Select(static answer => answer.GetProperty("status").GetInt32()));
        Assert.Equal("answerBytes", answers[1].GetProperty("body").Text("limit"));
    }

    [Fact]
    public async Task Counts_as_many_requests_of_its_address_as_it_has_questions()
    {
        using var counted = Service(("RateLimit:Loopback", "true"), ("Limits:AddressBurst", "10"), ("Limits:AddressRequestsPerSecond", "1"));
        using var client = counted.CreateClient();
        var seven = Of([.. Enumerable.Repeat(s_questions[0], 7)]);
        Assert.Equal(HttpStatusCode.OK, (await client.Ask("batch", seven)).Status);
        var refused = (await client.Ask("batch", seven)).IsProblem(429, "too-many-requests");
        Assert.NotNull(refused.Headers.RetryAfter);
        // It took nothing but its own place.
        Assert.Equal(HttpStatusCode.OK, (await client.Ask("evaluate", s_questions[0].Body)).Status);
    }

    [Fact]
    public async Task A_batch_that_is_longer_than_an_address_may_send_at_once_takes_all_of_that()
    {
        using var counted = Service(("RateLimit:Loopback", "true"), ("Limits:AddressBurst", "5"), ("Limits:AddressRequestsPerSecond", "1"));
        using var client = counted.CreateClient();
        Assert.Equal(HttpStatusCode.OK, (await client.Ask("batch", Of([.. Enumerable.Repeat(s_questions[0], 100)]))).Status);
        (await client.Ask("evaluate", s_questions[0].Body)).IsProblem(429, "too-many-requests");
    }

    private static string Of(params (string Route, string Body)[] questions) =>
        $$"""{ "requests": [{{string.Join(',', questions.Select(static question => $$"""{ "route": {{JsonSerializer.Serialize(question.Route)}}, "body": {{question.Body}} }"""))}}] }""";

    // Over a connection: what comes from within the process has no address to be counted for.
    private static WebApplicationFactory<Program> Service(params (string Name, string Value)[] settings)
    {
        var service = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            host.WithoutWarmUp().UseSetting("Logging:LogLevel:Default", "Warning");
            foreach (var (name, value) in settings) host.UseSetting(name, value);
        });
        service.UseKestrel(static options => options.Listen(IPAddress.Loopback, 0));
        service.StartServer();
        return service;
    }
}
