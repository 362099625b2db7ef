using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Xunit;

namespace CalcApi.Tests.Http;

/// <summary>Bodies that JSON libraries read in more than one way, or that stock binders let through.</summary>
public sealed class StrictJsonTests(Api service)
{
    private const string Good = """{ "function": "x^2", "point": 3 }""";

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("{")]
    [InlineData("{]")]
    [InlineData("not json")]
    [InlineData("""{ "function": "x", }""")]
    [InlineData("""{ "function": "x" } {}""")]
    [InlineData("""{ "function": "x" /* why */ }""")]
    [InlineData("""{ "function": "x" // why""")]
    [InlineData("""{ 'function': 'x' }""")]
    [InlineData("""{ "function": "x", "point": NaN }""")]
    [InlineData("""{ "function": "x", "point": Infinity }""")]
    [InlineData("""{ "function": "x", "point": 01 }""")]
    [InlineData("""{ "function": "x", "point": .5 }""")]
    [InlineData("""{ "function": "x", "point": +1 }""")]
    [InlineData("""{ "function": "x", "point": 0x10 }""")]
    [InlineData("""{ "function": "x", "point": 1,5 }""")]
    [InlineData("{ \"function\": \"x\u0001\" }")]
    [InlineData("{ \"function\": \"x\ny\" }")]
    [InlineData("""{ "function": "\ud800" }""")]
    [InlineData("""{ "\udc00": 1 }""")]
    [InlineData("""{ "function": "x", "function": "y" }""")]
    [InlineData("""{ "function": "x", "point": { "x": 1, "x": 2 } }""")]
    [InlineData("""{ "function": "x", "point": { "x": 1, "\u0078": 2 } }""")]
    public async Task Refuses_what_is_not_json(string body) =>
        (await service.Ask("evaluate", body)).IsProblem(400, "json");

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("3")]
    [InlineData("\"x^2\"")]
    [InlineData("true")]
    [InlineData("{}")]
    [InlineData("""{ "point": 3 }""", "function")]
    [InlineData("""{ "function": null, "point": 3 }""", "function")]
    [InlineData("""{ "function": 3 }""", "function")]
    [InlineData("""{ "function": ["x"] }""", "function")]
    [InlineData("""{ "Function": "x", "function": "x", "point": 3 }""", "Function")]
    [InlineData("""{ "function": "x", "pt": 3 }""", "pt")]
    [InlineData("""{ "function": "x", "point": "3" }""", "point")]
    [InlineData("""{ "function": "x", "point": { "x": "NaN" } }""", "point.x")]
    [InlineData("""{ "function": "x", "point": { "x": "Infinity" } }""", "point.x")]
    [InlineData("""{ "function": "x", "point": { "x": null } }""", "point.x")]
    [InlineData("""{ "function": "x", "point": { "x": true } }""", "point.x")]
    [InlineData("""{ "function": "x", "point": { "x": { "y": 1 } } }""", "point.x")]
    [InlineData("""{ "function": "x", "point": { "x": [1, "2"] } }""", "point.x[1]")]
    [InlineData("""{ "function": "x", "point": { "x": [[1], [1, 2]] } }""", "point.x[1]")]
    [InlineData("""{ "function": "x", "points": 3 }""", "points")]
    [InlineData("""{ "function": "x", "points": [3, "4"] }""", "points[1]")]
    [InlineData("""{ "function": "x", "points": [3, null] }""", "points[1]")]
    [InlineData("""{ "function": "x", "point": 3, "points": [3] }""", "points")]
    [InlineData("""{ "function": "x", "data": [] }""", "data")]
    public async Task Refuses_what_has_another_shape(string body, params string[] fields)
    {
        var reply = (await service.Ask("evaluate", body)).IsProblem(400, "shape");
        foreach (var field in fields) Assert.Contains(field, reply.Fields, StringComparer.Ordinal);
    }

    [Fact]
    public async Task Names_every_wrong_member_at_once()
    {
        var reply = await service.Ask("derivative", """{ "order": "two", "variable": 1, "pointt": 3 }""");
        Assert.Equal("function order pointt variable", string.Join(' ', reply.IsProblem(400, "shape").Fields.Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("""{ "function": "x", "point": { "x": 1e999 } }""", "point.x")]
    [InlineData("""{ "function": "x", "point": -1e999 }""", "point")]
    [InlineData("""{ "function": "x", "points": [1, 2e308] }""", "points[1]")]
    [InlineData("""{ "function": "x + a", "data": { "a": 1e400 }, "point": 1 }""", "data.a")]
    public async Task Refuses_a_number_without_a_double(string body, string field) =>
        Assert.Contains(field, (await service.Ask("evaluate", body)).IsProblem(422, "value").Fields, StringComparer.Ordinal);

    [Fact]
    public async Task Refuses_a_number_of_five_thousand_digits_only_when_it_is_too_large()
    {
        var digits = new string('9', 5000);
        (await service.Ask("evaluate", $$"""{ "function": "x", "point": {{digits}} }""")).IsProblem(422, "value");
        var small = await service.Answer("evaluate", $$"""{ "function": "x", "point": 0.{{digits}} }""");
        Assert.Equal(1, small.GetProperty("value").GetDouble());
    }

    [Theory]
    [InlineData("""{ "function": "\sin x" }""", "The backslash before 's' means nothing in JSON. In a text of JSON each backslash is written twice.")]
    [InlineData("""{ "function": "x \cdot x" }""", "The backslash before 'c' means nothing in JSON. In a text of JSON each backslash is written twice.")]
    [InlineData("""{ "function": "x", "point": [3,] }""", "A comma stands before ']'. JSON has no comma behind the last entry: leave it out.")]
    [InlineData("""{ "function": "x", "point": { "x": 3, } }""", "A comma stands before '}'. JSON has no comma behind the last entry: leave it out.")]
    [InlineData("""{ "function": "x", }""", "A comma stands before '}'. JSON has no comma behind the last entry: leave it out.")]
    public async Task Says_what_is_no_json(string body, string reason)
    {
        var problem = (await service.Ask("evaluate", body)).Json;
        Assert.EndsWith(": " + reason, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "function": "x*\theta^2", "point": 1 }""", @"write \\theta in JSON")]
    [InlineData("""{ "function": "\tau x", "point": 1 }""", @"write \\tau in JSON")]
    [InlineData("""{ "function": "2 \times x", "point": 1 }""", @"write \\times in JSON")]
    [InlineData("""{ "function": "x + \rho", "point": 1 }""", @"write \\rho in JSON")]
    [InlineData("""{ "function": "\nabla f", "point": 1 }""", @"write \\nabla in JSON")]
    [InlineData("""{ "function": "\frac{x}{2}", "point": 1 }""", @"of \frac JSON makes this character: write \\frac there")]
    [InlineData("""{ "function": "\beta x", "point": 1 }""", @"of \beta JSON makes this character: write \\beta there")]
    public async Task Says_what_json_makes_of_a_single_backslash(string body, string hint)
    {
        var problem = (await service.Ask("evaluate", body)).Json;
        Assert.Equal(hint, problem.GetProperty("hint").GetString(), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("""{ "function": "x", "point": 3, }""", 1, 32)]
    [InlineData("{\n  \"function\": \"x\",\n  \"point\" 3\n}", 3, 11)]
    [InlineData("{\n  \"funçtion\": x\n}", 2, 15)]
    public async Task Says_where_the_json_breaks(string body, int line, int column)
    {
        var problem = (await service.Ask("evaluate", body)).IsProblem(400, "json").Json;
        Assert.Equal((line, column), (problem.GetProperty("line").GetInt32(), problem.GetProperty("column").GetInt32()));
        Assert.StartsWith($"Line {line}, column {column}: ", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("BytePositionInLine", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(16, false)]
    [InlineData(17, true)]
    [InlineData(100, true)]
    [InlineData(100_000, true)]
    public async Task Limits_the_depth_of_json(int depth, bool isTooDeep)
    {
        var body = string.Concat("""{ "function": "x", "point": """, new string('[', depth - 1), "1", new string(']', depth - 1), "}");
        (await service.Ask("evaluate", body)).IsProblem(400, isTooDeep ? "json" : "shape");
    }

    [Fact]
    public async Task Accepts_a_byte_order_mark()
    {
        using var content = Bytes([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Good)]);
        var reply = await service.Client.Send(HttpMethod.Post, "/api/v1/evaluate", content);
        Assert.Equal(HttpStatusCode.OK, reply.Status);
    }

    [Fact]
    public async Task Refuses_bytes_that_are_not_utf8()
    {
        using var latin = Bytes([.. Encoding.Latin1.GetBytes("""{ "function": "é" }""")]);
        (await service.Client.Send(HttpMethod.Post, "/api/v1/evaluate", latin)).IsProblem(400, "json");
        using var wide = Bytes([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Good)]);
        (await service.Client.Send(HttpMethod.Post, "/api/v1/evaluate", wide)).IsProblem(400, "json");
    }

    [Theory]
    [InlineData("application/json; charset=klingon")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/json; charset=utf-8; charset=utf-16")]
    [InlineData("application/json; charset=")]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/xml")]
    [InlineData("application/json;;;")]
    [InlineData("nonsense")]
    [InlineData(null)]
    public async Task Takes_no_other_content_type(string? contentType)
    {
        using var content = Bytes(Encoding.UTF8.GetBytes(Good));
        content.Headers.Remove("Content-Type");
        if (contentType is not null) content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        (await service.Client.Send(HttpMethod.Post, "/api/v1/evaluate", content)).IsProblem(415, "media-type");
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/json; charset=\"UTF-8\"")]
    [InlineData("APPLICATION/JSON")]
    public async Task Takes_json_in_utf8(string contentType)
    {
        using var content = Bytes(Encoding.UTF8.GetBytes(Good));
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        Assert.Equal(HttpStatusCode.OK, (await service.Client.Send(HttpMethod.Post, "/api/v1/evaluate", content)).Status);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("identity, gzip")]
    public async Task Takes_no_compressed_body(string encoding)
    {
        using var content = Bytes(Encoding.UTF8.GetBytes(Good));
        content.Headers.TryAddWithoutValidation("Content-Encoding", encoding);
        (await service.Client.Send(HttpMethod.Post, "/api/v1/evaluate", content)).IsProblem(415, "media-type");
    }

    [Theory]
    [InlineData("""{ "function": "x", "variable": null, "order": null, "point": null, "points": null, "data": null }""")]
    [InlineData("""{ "function": "x", "order": 2.0 }""")]
    [InlineData("""{ "function": "x", "order": 2e0 }""")]
    public async Task Takes_what_clients_write_for_the_same_thing(string body) => await service.Answer("derivative", body);

    [Theory]
    [InlineData("1.5", 400)]
    [InlineData("\"2\"", 400)]
    [InlineData("1e300", 422)]
    [InlineData("2147483648", 422)]
    public async Task Checks_a_whole_number_before_it_narrows_it(string order, int status)
    {
        var reply = await service.Ask("derivative", $$"""{ "function": "x", "order": {{order}} }""");
        Assert.Contains("order", reply.IsProblem(status, status == 400 ? "shape" : "limit").Fields, StringComparer.Ordinal);
    }

    private static ByteArrayContent Bytes(byte[] bytes)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }
}
