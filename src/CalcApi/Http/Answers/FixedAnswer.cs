using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace CalcApi.Http.Answers;

/// <summary>An answer that never changes while the service runs: its bytes are made once, and a client that has them is told so.</summary>
internal sealed class FixedAnswer
{
    private static readonly string[] s_encodings = ["br", "gzip"];

    private readonly string _contentType;
    private readonly Lazy<Bytes> _bytes;

    /// <summary>An answer that is made when it is first asked for.</summary>
    /// <param name="contentType">What kind of content it is.</param>
    /// <param name="make">Makes it.</param>
    public FixedAnswer(string contentType, Func<ReadOnlyMemory<byte>> make) => (_contentType, _bytes) = (contentType, new(() => Bytes.Of(make())));

    /// <summary>An answer as JSON.</summary>
    public static FixedAnswer Json<TAnswer>(Func<TAnswer> make) => new("application/json; charset=utf-8", () =>
    {
        using var written = AnswerWriter.Write(make(), int.MaxValue);
        return written.Written.ToArray();
    });

    /// <summary>Sends it, or says that the client has it.</summary>
    public async Task Send(HttpContext http)
    {
        var (tag, plain, packed) = _bytes.Value;
        EntityTags.Name(http.Response, tag);
        http.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        if (EntityTags.IsKnown(http.Request, tag))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        var bytes = plain;
        if (Compression.For(http.Request) is { } encoding && packed.TryGetValue(encoding, out var shorter))
        {
            bytes = shorter;
            http.Response.Headers.ContentEncoding = encoding;
        }

        http.Response.ContentType = _contentType;
        http.Response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(http.Request.Method)) await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
    }

    private sealed record Bytes(EntityTagHeaderValue Tag, ReadOnlyMemory<byte> Plain, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Packed)
    {
        public static Bytes Of(ReadOnlyMemory<byte> plain) => new(
            EntityTags.Of("", SHA256.HashData(plain.Span)),
            plain,
            plain.Length < Compression.Worthwhile
                ? new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal)
                : s_encodings.ToDictionary(static encoding => encoding, encoding => Compression.Of(encoding, plain), StringComparer.Ordinal));
    }
}

/// <summary>Maps answers that never change.</summary>
internal static class FixedAnswers
{
    /// <summary>A GET that is always answered alike.</summary>
    /// <param name="routes">The group it belongs to.</param>
    /// <param name="pattern">The address within the group.</param>
    /// <param name="make">Makes the answer when it is first asked for.</param>
    public static RouteHandlerBuilder MapFixed<TAnswer>(this IEndpointRouteBuilder routes, string pattern, Func<TAnswer> make)
    {
        var answer = FixedAnswer.Json(make);
        return routes.MapGet(pattern, (Delegate)answer.Send)
            .Produces<TAnswer>().Produces(StatusCodes.Status304NotModified).Refuses(StatusCodes.Status429TooManyRequests);
    }
}
