using System.Net;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CalcApi.Http.Answers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CalcApi.Tests.Http.OpenApi;

/// <summary>The document is the contract: it is complete, and what it says is true.</summary>
public sealed class OpenApiTests(Api service)
{
    private const string Address = "/swagger/v1/swagger.json";

    [Fact]
    public async Task Is_openapi_3_1()
    {
        var document = (await service.Client.Send(HttpMethod.Get, Address)).Json;
        Assert.StartsWith("3.1", document.GetProperty("openapi").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_the_approved_one() =>
        Approval.Check((await service.Client.Send(HttpMethod.Get, Address)).Text + "\n", "openapi.approved.json");

    [Fact]
    public async Task Every_group_of_routes_is_described_and_no_other()
    {
        var document = (await service.Client.Send(HttpMethod.Get, Address)).Json;
        var groups = document.GetProperty("paths").EnumerateObject().SelectMany(static path => path.Value.EnumerateObject())
            .Where(static operation => operation.Value.TryGetProperty("tags", out _)).SelectMany(static operation => operation.Value.GetProperty("tags").EnumerateArray()).Select(static tag => tag.GetString()!);
        Assert.Equal(groups.ToHashSet(StringComparer.Ordinal).Order(StringComparer.Ordinal), document.GetProperty("tags").EnumerateArray().Select(static tag => tag.GetProperty("name").GetString()!).Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Has_every_route_and_no_other()
    {
        var document = (await service.Client.Send(HttpMethod.Get, Address)).Json;
        var described = document.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(operation => $"{operation.Name.ToUpperInvariant()} {path.Name}"));
        var mapped = service.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => (Path: "/" + endpoint.RoutePattern.RawText!.Trim('/'), Methods: endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []))
            .Where(endpoint => endpoint.Path.StartsWith("/api/", StringComparison.Ordinal) || endpoint.Path.StartsWith("/health/", StringComparison.Ordinal))
            .SelectMany(endpoint => endpoint.Methods.Select(method => $"{method} {endpoint.Path}"));
        Assert.Equal(
            string.Join('\n', mapped.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)),
            string.Join('\n', described.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task Describes_every_route_and_every_field_in_a_sentence()
    {
        var document = (await service.Client.Send(HttpMethod.Get, Address)).Json;
        var silent = new List<string>();
        foreach (var path in document.GetProperty("paths").EnumerateObject())
            foreach (var operation in path.Value.EnumerateObject())
                if (!IsSentence(operation.Value, "summary"))
                    silent.Add(path.Name);
        foreach (var schema in document.GetProperty("components").GetProperty("schemas").EnumerateObject())
        {
            if (!IsSentence(schema.Value, "description")) silent.Add(schema.Name);
            if (!schema.Value.TryGetProperty("properties", out var fields)) continue;
            silent.AddRange(fields.EnumerateObject().Where(field => !IsSentence(field.Value, "description")).Select(field => $"{schema.Name}.{field.Name}"));
        }

        Assert.Empty(silent);
    }

    [Fact]
    public async Task Every_question_has_an_example_and_every_example_runs()
    {
        var document = (await service.Client.Send(HttpMethod.Get, Address)).Json;
        var failures = new List<string>();
        foreach (var path in document.GetProperty("paths").EnumerateObject().Where(path => path.Value.TryGetProperty("post", out _)))
        {
            var examples = path.Value.GetProperty("post").GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("examples");
            Assert.NotEmpty(examples.EnumerateObject());
            foreach (var example in examples.EnumerateObject())
            {
                var reply = await service.Ask(path.Name["/api/v1/".Length..], example.Value.GetProperty("value").GetRawText());
                if (reply.Status is not (HttpStatusCode.OK or HttpStatusCode.Accepted)) failures.Add($"{path.Name} {example.Name}: {reply.Text}");
            }
        }

        Assert.Empty(failures);
    }

    /// <summary>Where an answer is right and differs, answers.received.json beside this test becomes src/CalcApi/Http/OpenApi/answers.json.</summary>
    [Fact]
    public async Task The_answer_to_the_first_example_of_a_route_is_shown_where_it_is_short()
    {
        const int longest = 8_000;
        var document = (await service.Client.Send(HttpMethod.Get, Address)).Json;
        var (answers, differences) = (new JsonObject(), new List<string>());
        foreach (var path in document.GetProperty("paths").EnumerateObject().Where(static path => IsAnswered(path.Value, "200")))
        {
            var post = path.Value.GetProperty("post");
            if (!post.GetProperty("responses").GetProperty("200").GetProperty("content").TryGetProperty("application/json", out var content)) continue;
            var question = post.GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("examples").GetProperty("example1").GetProperty("value").GetRawText();
            var reply = await service.Ask(path.Name["/api/v1/".Length..], question);
            if (reply.Text.Length <= longest) answers[path.Name] = JsonNode.Parse(reply.Text);
            var shown = content.TryGetProperty("examples", out var examples) ? examples.GetProperty("example1").GetProperty("value") : (JsonElement?)null;
            if (shown is null != reply.Text.Length > longest || (shown is { } known && !Alike(known, reply.Json))) differences.Add(path.Name);
        }

        if (differences.Count > 0) await File.WriteAllTextAsync(Path.Combine(Path.GetDirectoryName(Here())!, "answers.received.json"), answers.ToJsonString(new(AnswerJson.Options) { WriteIndented = true, NewLine = "\n" }) + "\n", TestContext.Current.CancellationToken);
        Architecture.Violations.None(differences);
        Assert.True(answers.Count >= 15);
    }

    private static string Here([CallerFilePath] string path = "") => path;

    private static bool Alike(JsonElement known, JsonElement answer) => (known.ValueKind, answer.ValueKind) switch
    {
        (JsonValueKind.Object, JsonValueKind.Object) => known.EnumerateObject().Select(static each => each.Name).SequenceEqual(answer.EnumerateObject().Select(static each => each.Name), StringComparer.Ordinal)
            && known.EnumerateObject().All(each => Alike(each.Value, answer.GetProperty(each.Name))),
        (JsonValueKind.Array, JsonValueKind.Array) => known.GetArrayLength() == answer.GetArrayLength() && known.EnumerateArray().Zip(answer.EnumerateArray(), Alike).All(static each => each),
        (JsonValueKind.Number, JsonValueKind.Number) => Math.Abs(known.GetDouble() - answer.GetDouble()) <= 1e-9 * Math.Max(1, Math.Abs(known.GetDouble())),
        _ => JsonElement.DeepEquals(known, answer),
    };

    [Fact]
    public async Task An_answer_has_every_field_that_the_document_promises()
    {
        var document = (await service.Client.Send(HttpMethod.Get, Address)).Json;
        var missing = new List<string>();
        foreach (var path in document.GetProperty("paths").EnumerateObject().Where(path => path.Value.TryGetProperty("post", out _)))
        {
            var post = path.Value.GetProperty("post");
            var content = post.GetProperty("responses").GetProperty(IsAnswered(path.Value, "200") ? "200" : "202").GetProperty("content");
            if (content.TryGetProperty("text/event-stream", out _)) continue;
            var schema = Follow(document, content.GetProperty("application/json").GetProperty("schema"));
            foreach (var example in post.GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("examples").EnumerateObject())
            {
                var answer = (await service.Ask(path.Name["/api/v1/".Length..], example.Value.GetProperty("value").GetRawText())).Json;
                missing.AddRange(schema.GetProperty("required").EnumerateArray().Select(name => name.GetString()!)
                    .Where(name => !answer.TryGetProperty(name, out _)).Select(name => $"{path.Name}: {name}"));
                missing.AddRange(answer.EnumerateObject().Where(member => !schema.GetProperty("properties").TryGetProperty(member.Name, out _))
                    .Select(member => $"{path.Name}: {member.Name} is not described"));
            }
        }

        Assert.Empty(missing);
    }

    [Fact]
    public async Task The_events_of_a_stream_have_the_fields_that_the_document_promises()
    {
        var document = (await service.Client.Send(HttpMethod.Get, Address)).Json;
        var missing = new List<string>();
        foreach (var path in document.GetProperty("paths").EnumerateObject().Where(static path => IsAnswered(path.Value, "200")))
        {
            var post = path.Value.GetProperty("post");
            if (!post.GetProperty("responses").GetProperty("200").GetProperty("content").TryGetProperty("text/event-stream", out var content)) continue;
            var kinds = Follow(document, content.GetProperty("schema")).GetProperty("properties");
            foreach (var example in post.GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("examples").EnumerateObject())
            {
                var text = (await service.Ask(path.Name["/api/v1/".Length..], example.Value.GetProperty("value").GetRawText())).Text;
                var seen = new HashSet<string>(StringComparer.Ordinal);
                await foreach (var item in SseParser.Create(new MemoryStream(Encoding.UTF8.GetBytes(text))).EnumerateAsync(TestContext.Current.CancellationToken))
                {
                    seen.Add(item.EventType);
                    var data = JsonDocument.Parse(item.Data).RootElement;
                    missing.AddRange(Follow(document, kinds.GetProperty(item.EventType)).GetProperty("required").EnumerateArray()
                        .Select(static name => name.GetString()!).Where(name => !data.TryGetProperty(name, out _)).Select(name => $"{path.Name}: {item.EventType}.{name}"));
                }

                missing.AddRange(kinds.EnumerateObject().Where(kind => !seen.Contains(kind.Name)).Select(kind => $"{path.Name}: no event {kind.Name}"));
            }
        }

        Assert.Empty(missing);
    }

    [Theory]
    [InlineData("kinks\"")]
    [InlineData("complex_step")]
    public async Task Keeps_silent_about_what_this_version_does_not_do(string word)
    {
        var text = (await service.Client.Send(HttpMethod.Get, Address)).Json;
        var requests = text.GetProperty("components").GetProperty("schemas").EnumerateObject()
            .Where(schema => schema.Name.EndsWith("Request", StringComparison.Ordinal))
            .Select(schema => schema.Value.GetRawText());
        Assert.DoesNotContain(requests, schema => schema.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task The_page_to_explore_it_is_there() =>
        Assert.Equal(HttpStatusCode.OK, (await service.Client.Send(HttpMethod.Get, "/swagger/index.html")).Status);

    // What begins a run is answered by 202, and by another id each time.
    private static bool IsAnswered(JsonElement path, string status) => path.TryGetProperty("post", out var post) && post.GetProperty("responses").TryGetProperty(status, out _);

    private static bool IsSentence(JsonElement element, string member) =>
        element.TryGetProperty(member, out var text) && text.GetString() is { Length: > 8 };

    private static JsonElement Follow(JsonElement document, JsonElement schema)
    {
        // What has a description of its own stands in a list of one.
        if (schema.TryGetProperty("allOf", out var all)) schema = all[0];
        var name = schema.GetProperty("$ref").GetString()!.Split('/')[^1];
        return document.GetProperty("components").GetProperty("schemas").GetProperty(name);
    }
}
