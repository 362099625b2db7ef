using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using Xunit;

namespace CalcApi.Tests.Mcp;

/// <summary>The tools, asked by the protocol's own client.</summary>
public sealed class McpTests(Api service)
{
    private const string List = """{"jsonrpc":"2.0","id":1,"method":"tools/list"}""";

    [Fact]
    public async Task Lists_its_tools_with_an_example_in_every_parameter()
    {
        await using var client = await Connect();
        var tools = await client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal("chain_rule check_gradient code critical_points derivative descent gradient", string.Join(' ', tools.Select(static tool => tool.Name).Order(StringComparer.Ordinal)));
        foreach (var tool in tools)
        {
            Assert.StartsWith("Use this", tool.Description, StringComparison.Ordinal);
            Assert.True(tool.ProtocolTool.Annotations is { ReadOnlyHint: true, IdempotentHint: true, DestructiveHint: false });
            foreach (var parameter in tool.JsonSchema.GetProperty("properties").EnumerateObject())
            {
                Assert.NotEmpty(parameter.Value.GetProperty("examples").EnumerateArray());
                Assert.EndsWith(".", parameter.Value.Text("description"), StringComparison.Ordinal);
            }

            Assert.False(tool.ProtocolTool.OutputSchema!.Value.TryGetProperty("required", out _));
        }
    }

    [Theory]
    [InlineData("derivative", """{ "function": "x^2", "point": 3 }""", """{"derivative":"2*x","value":6,"functionValue":9,"tangent":"6*x - 9","verified":true}""")]
    [InlineData("derivative", """{ "function": "\\frac{1}{2} x^4", "order": 2 }""", """{"derivative":"6*x^2","verified":true}""")]
    [InlineData("check_gradient", """{ "function": "sin(x^2)", "claimed": "cos(x^2)", "point": 1 }""", "\"correct\":false")]
    [InlineData("gradient", """{ "function": "f(x, z) = 2z^3 x^2", "point": { "x": 1, "z": 2 } }""", """{"variable":"x","derivative":"4*z^3*x"}""")]
    [InlineData("gradient", """{ "function": "p = sigmoid(X @ w + b); loss(w, b) = log_loss(p, y)", "shapes": { "X": ["n", "d"], "w": ["d"], "y": ["n"] } }""", "X' @ (sigmoid(X @ w + b) - y)/n")]
    [InlineData("chain_rule", """{ "function": "h(b) = b^3; g(x) = x^2; f(x) = h(g(x))" }""", "\"derivative\":\"6*x^5\"")]
    [InlineData("descent", """{ "function": "x^2", "start": 3, "optimizer": { "name": "sgd", "lr": 0.1 }, "steps": 100 }""", "\"reason\":\"steps\"")]
    [InlineData("critical_points", """{ "function": "x^3 - 3x", "box": { "x": [-3, 3] } }""", "\"complete\":true")]
    [InlineData("code", """{ "function": "x^2", "language": "pytorch", "of": "gradient" }""", "import torch")]
    public async Task Answers_shortly_in_text_and_alike_in_structure(string tool, string arguments, string expected)
    {
        var result = await Call(tool, arguments);
        var text = Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text;
        Assert.NotEqual(true, result.IsError);
        Assert.Contains(expected, text, StringComparison.Ordinal);
        Assert.True(JsonElement.DeepEquals(JsonDocument.Parse(text).RootElement, result.StructuredContent!.Value));
        Assert.InRange(text.Length, 1, 4_000);
        Assert.DoesNotContain("latex", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gives_every_answer_that_the_readme_shows()
    {
        var rows = Architecture.Repository.Lines("README.md").SkipWhile(static line => !line.StartsWith("| tool |", StringComparison.Ordinal)).Skip(2).TakeWhile(static line => line.StartsWith('|')).ToList();
        Assert.Equal(7, rows.Count);
        foreach (var cells in rows.Select(static row => row.Split('`')))
        {
            var answer = JsonDocument.Parse(((TextContentBlock)(await Call(cells[1], cells[3])).Content[0]).Text).RootElement;
            Assert.All(JsonDocument.Parse(cells[5]).RootElement.EnumerateObject(), member => Assert.True(answer.TryGetProperty(member.Name, out var value) && JsonElement.DeepEquals(member.Value, value), $"{cells[1]}: {answer}"));
        }
    }

    [Theory]
    [InlineData("derivative", """{ "function": "tanh(2x" }""", "'(' is never closed.")]
    [InlineData("derivative", """{ "funktion": "x" }""", "funktion")]
    [InlineData("derivative", """{ "function": 3 }""", "A text is expected")]
    [InlineData("derivative", """{ "function": "x^2", "order": 21 }""", "derivativeOrder")]
    [InlineData("descent", """{ "function": "x^2", "start": 1, "optimizer": { "name": "adma" }, "steps": 3 }""", "optimizer.name")]
    [InlineData("gradient", """{}""", "The member 'function' is missing.")]
    public async Task A_refusal_reaches_the_assistant_in_full(string tool, string arguments, string expected)
    {
        var result = await Call(tool, arguments);
        Assert.True(result.IsError);
        var problem = JsonDocument.Parse(Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text).RootElement;
        Assert.Contains(expected, problem.GetRawText(), StringComparison.Ordinal);
        Assert.True(problem.GetProperty("errors").EnumerateObject().Any());
    }

    [Theory]
    [InlineData(null, "localhost", HttpStatusCode.OK)]
    [InlineData("http://localhost", "localhost", HttpStatusCode.OK)]
    [InlineData(null, "127.0.0.1:5080", HttpStatusCode.OK)]
    [InlineData(null, "calc.example", HttpStatusCode.OK)]
    [InlineData("https://calc.example", "calc.example", HttpStatusCode.OK)]
    [InlineData("https://elsewhere.example", "localhost", HttpStatusCode.Forbidden)]
    [InlineData("https://notebook.example", "localhost", HttpStatusCode.Forbidden)]
    [InlineData("null", "localhost", HttpStatusCode.Forbidden)]
    [InlineData("http://evil.example", "evil.example", HttpStatusCode.BadRequest)]
    [InlineData(null, "localhost.evil.example", HttpStatusCode.BadRequest)]
    public async Task Lets_nobody_in_by_a_browser_that_another_site_sent_here(string? origin, string host, HttpStatusCode status)
    {
        using var named = new WebApplicationFactory<Program>().WithWebHostBuilder(static builder => builder.WithoutWarmUp().UseSetting("Logging:LogLevel:Default", "Warning").UseSetting("Mcp:Hosts:0", "calc.example").UseSetting("Cors:Origins:0", "https://notebook.example"));
        using var client = named.CreateClient();
        using var reply = await Post(client, List, origin, host);
        Assert.Equal(status, reply.StatusCode);
        Assert.False(reply.Headers.Contains("Access-Control-Allow-Origin"));
        if (status is not HttpStatusCode.OK) Assert.Equal("application/problem+json", reply.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public void Gives_pages_of_other_sites_no_permission_whatever_the_others_give()
    {
        var routes = service.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(static route => route.RoutePattern.RawText!.TrimStart('/').StartsWith("mcp", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(routes);
        Assert.All(routes, static route => Assert.NotNull(route.Metadata.GetMetadata<IDisableCorsAttribute>()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\"}")]
    [InlineData("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"../code\",\"arguments\":{}}}")]
    [InlineData("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"derivative\",\"arguments\":[1]}}")]
    [InlineData("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"shutdown\"}")]
    public async Task Survives_what_is_no_call(string body)
    {
        using var reply = await Post(service.Client, body, null, null);
        Assert.True((int)reply.StatusCode < 500, $"{(int)reply.StatusCode}: {await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
        Assert.Equal(6, JsonDocument.Parse(((TextContentBlock)(await Call("derivative", """{ "function": "x^2", "point": 3 }""")).Content[0]).Text).RootElement.Number("value"));
    }

    private static async Task<HttpResponseMessage> Post(HttpClient client, string body, string? origin, string? host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/mcp") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        if (origin is not null) request.Headers.Add("Origin", origin);
        if (host is not null) request.Headers.Host = host;
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private Task<McpClient> Connect() => McpClient.CreateAsync(
        new HttpClientTransport(new() { Endpoint = new Uri(service.Client.BaseAddress!, "/mcp"), TransportMode = HttpTransportMode.StreamableHttp }, service.Client), cancellationToken: TestContext.Current.CancellationToken);

    private async Task<CallToolResult> Call(string tool, string arguments)
    {
        await using var client = await Connect();
        var given = JsonDocument.Parse(arguments).RootElement.EnumerateObject().ToDictionary(static each => each.Name, static each => (object?)each.Value, StringComparer.Ordinal);
        return await client.CallToolAsync(tool, given, cancellationToken: TestContext.Current.CancellationToken);
    }
}
