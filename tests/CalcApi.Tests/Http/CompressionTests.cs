using System.IO.Compression;
using System.Text;
using Xunit;

namespace CalcApi.Tests.Http;

/// <summary>Long answers come compressed to clients that take that, and are the same answers.</summary>
public sealed class CompressionTests(Api api)
{
    private const string Long = """{ "function": "f(x) = sin(x)*exp(-x^2) + x/7", "window": { "x": [-3, 3] }, "resolution": 2000 }""";

    [Theory]
    [InlineData("gzip, deflate, br", "br")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("gzip;q=0.5, br;q=0.1", "br")]
    [InlineData("identity", null)]
    [InlineData("br;q=0", null)]
    [InlineData(null, null)]
    public async Task A_long_answer_comes_as_the_client_takes_it(string? accepted, string? encoding)
    {
        var plain = await Ask(Long, null);
        using var reply = await Send(Long, accepted);
        var bytes = await reply.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal(encoding, reply.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal("Accept-Encoding", Assert.Single(reply.Headers.Vary), StringComparer.Ordinal);
        Assert.Equal(bytes.Length, reply.Content.Headers.ContentLength);
        Assert.Equal(plain, Unpacked(bytes, encoding), StringComparer.Ordinal);
        if (encoding is not null) Assert.InRange(bytes.Length, 1, plain.Length * 6 / 10);
    }

    [Fact]
    public async Task A_short_answer_comes_as_it_is()
    {
        using var reply = await Send("""{ "function": "x^2", "window": { "x": [0, 1] }, "resolution": 8 }""", "gzip, br");
        Assert.Empty(reply.Content.Headers.ContentEncoding);
        Assert.Empty(reply.Headers.Vary);
    }

    private async Task<string> Ask(string body, string? accepted)
    {
        using var reply = await Send(body, accepted);
        return await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private async Task<HttpResponseMessage> Send(string body, string? accepted)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/sample") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (accepted is not null) request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        var reply = await api.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.True(reply.IsSuccessStatusCode, await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return reply;
    }

    private static string Unpacked(byte[] bytes, string? encoding)
    {
        using var packed = new MemoryStream(bytes);
        using Stream stream = encoding switch
        {
            "br" => new BrotliStream(packed, CompressionMode.Decompress),
            "gzip" => new GZipStream(packed, CompressionMode.Decompress),
            _ => packed,
        };
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
