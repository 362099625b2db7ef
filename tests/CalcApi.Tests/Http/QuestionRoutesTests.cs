using System.Net;
using System.Text;
using CalcApi.Http;
using CalcApi.Http.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc.Testing;
using Xunit;

namespace CalcApi.Tests.Http;

public sealed class QuestionRoutesTests
{
    [Fact]
    public async Task A_request_without_a_validator_ends_the_start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddQuestions(builder.Configuration);
        await using var app = builder.Build();
        Assert.Throws<InvalidOperationException>(() => app.MapQuestion<Unvalidated, string>("/x", (_, _) => ""));
    }

    [Fact]
    public async Task An_answer_is_whole_or_not_at_all()
    {
        using var service = new WebApplicationFactory<Program>().WithWebHostBuilder(host => host.WithoutWarmUp()
            .UseSetting("Logging:LogLevel:Default", "Warning")
            .UseSetting("Limits:AnswerBytes", "5000"));
        using var client = service.CreateClient();
        var points = string.Join(',', Enumerable.Range(0, 1000));
        var reply = (await client.Ask("evaluate", $$"""{ "function": "x^2", "points": [{{points}}] }""")).IsProblem(422, "limit");
        Assert.Equal("answerBytes", reply.Json.GetProperty("limit").GetString());
        Assert.Equal(HttpStatusCode.OK, (await client.Ask("evaluate", """{ "function": "x^2", "points": [1, 2] }""")).Status);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_real_server_refuses_a_body_that_is_too_long(bool isChunked)
    {
        using var service = new WebApplicationFactory<Program>().WithWebHostBuilder(host => host.WithoutWarmUp().UseSetting("Logging:LogLevel:Default", "Warning"));
        service.UseKestrel(static options => options.Listen(IPAddress.Loopback, 0));
        service.StartServer();
        using var client = service.CreateClient();
        using var body = new StringContent("""{ "function": "x", "point": 1 }""" + new string(' ', 1_100_000), Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/evaluate") { Content = body };
        request.Headers.TransferEncodingChunked = isChunked;
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.False(response.Headers.Contains("Server"));
    }

    private sealed record Unvalidated;
}
