using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using CalcApi.Http.Problems;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace CalcApi.Http.Requests;

/// <summary>Reads a body as one JSON value, strictly: UTF-8, no comments, no trailing commas, no member twice, limited depth and length.</summary>
public static class JsonBody
{
    // Bytes that are set aside before they have come; of a longer body only those that came.
    private const int Known = 65_536;

    // How the reader begins to say that it goes too deep.
    private const string TooDeep = "The maximum configured depth";

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads the whole body.</summary>
    /// <param name="request">The request.</param>
    /// <param name="limits">How long and how deep the body may be.</param>
    /// <param name="around">How much deeper the body may be, where it has whole questions in it.</param>
    /// <returns>The document; the caller disposes it.</returns>
    /// <exception cref="RefusalException">The body is not plain JSON in UTF-8, or longer than the limit.</exception>
    public static async Task<JsonDocument> Read(HttpRequest request, ServiceLimits limits, int around = 0) => Parse(await ReadBytes(request, limits), limits.JsonDepth + around);

    /// <summary>Reads the bytes of a whole body.</summary>
    /// <param name="request">The request.</param>
    /// <param name="limits">How long the body may be.</param>
    /// <exception cref="RefusalException">The body does not say that it is JSON, or it is longer than the limit.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadBytes(HttpRequest request, ServiceLimits limits)
    {
        CheckMediaType(request);
        var takesData = request.HttpContext.GetEndpoint()?.Metadata.GetMetadata<TakesDataAttribute>() is not null;
        var (limit, maximum) = takesData ? ("dataBodyBytes", limits.DataBodyBytes) : ("bodyBytes", limits.BodyBytes);
        if (takesData && request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } server) server.MaxRequestBodySize = maximum;
        return await ReadBytes(request, limit, maximum);
    }

    /// <summary>Reads bytes as one JSON value; a byte-order mark is accepted.</summary>
    /// <exception cref="RefusalException">The bytes are not JSON.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> body, int depth)
    {
        if (body.Span.StartsWith(ByteOrderMark)) body = body[ByteOrderMark.Length..];
        if (body.IsEmpty) throw new RefusalException(new(ProblemTypes.Json, "The body is empty."));
        if (!Utf8.IsValid(body.Span)) throw new RefusalException(new(ProblemTypes.Json, "The body is not UTF-8."));

        try
        {
            CheckTokens(body.Span, depth);
            return JsonDocument.Parse(body, new() { MaxDepth = depth, AllowDuplicateProperties = false });
        }
        catch (JsonException malformed)
        {
            throw new RefusalException(malformed.Message.StartsWith(TooDeep, StringComparison.Ordinal)
                ? Malformed(body.Span, malformed) with { Limit = "jsonDepth", Maximum = depth }
                : Malformed(body.Span, malformed));
        }
    }

    private static void CheckMediaType(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase))
            throw Unacceptable("The content type must be application/json.");
        foreach (var parameter in type.Parameters)
            if (parameter.Name.Equals("charset", StringComparison.OrdinalIgnoreCase) && !HeaderUtilities.RemoveQuotes(parameter.Value).Equals("utf-8", StringComparison.OrdinalIgnoreCase))
                throw Unacceptable("The charset must be utf-8.");
        foreach (var encoding in request.Headers.ContentEncoding)
            if (!string.IsNullOrEmpty(encoding) && !string.Equals(encoding, "identity", StringComparison.OrdinalIgnoreCase))
                throw Unacceptable("The body must not be compressed: no Content-Encoding is supported.");
    }

    private static async Task<ReadOnlyMemory<byte>> ReadBytes(HttpRequest request, string limit, int maximum)
    {
        if (request.ContentLength > maximum) throw TooLarge(limit, maximum, request.ContentLength);
        if (request.ContentLength is <= Known and var length) return await ReadKnown(request, (int)length);

        var bytes = new MemoryStream((int)(request.ContentLength ?? 0));
        var chunk = new byte[8192];
        int count;
        while ((count = await ReadChunk(request, chunk)) > 0)
        {
            if (bytes.Length + count > maximum) throw TooLarge(limit, maximum, asked: null);
            bytes.Write(chunk, 0, count);
        }

        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }

    // The server sees to it that there are as many as were announced.
    private static async Task<ReadOnlyMemory<byte>> ReadKnown(HttpRequest request, int length)
    {
        var (bytes, read) = (new byte[length], 0);
        while (read < length)
        {
            var count = await ReadChunk(request, bytes.AsMemory(read));
            if (count == 0) break;
            read += count;
        }

        return bytes.AsMemory(0, read);
    }

    // The server ends a body whose client has left: nothing else has to give up the read. It reports some chunk sizes that it cannot read as faults of its own.
    private static async Task<int> ReadChunk(HttpRequest request, Memory<byte> chunk)
    {
        try
        {
            return await request.Body.ReadAsync(chunk, CancellationToken.None);
        }
        catch (BadHttpRequestException)
        {
            EndRead(request.BodyReader);
            throw;
        }
        catch (IOException)
        {
            throw new RefusalException(new(ProblemTypes.BadRequest, "The body cannot be read to its end: it breaks the rules of HTTP."));
        }
    }

    // The server takes a read that failed, because the client left, for one that is still under way, and reports that as a fault when it looks for the rest.
    private static void EndRead(PipeReader reader)
    {
        try
        {
            reader.AdvanceTo(default);
        }
        catch (Exception none) when (none is InvalidOperationException or ArgumentOutOfRangeException)
        {
            // There was no read, or nothing had come of it. Either way none is under way now.
        }
    }

    // The document decodes text lazily: half a surrogate pair would be noticed only where a string is used.
    private static void CheckTokens(ReadOnlySpan<byte> body, int depth)
    {
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = depth });
        while (reader.Read())
        {
            if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName) || !reader.ValueIsEscaped) continue;
            try
            {
                reader.GetString();
            }
            catch (InvalidOperationException)
            {
                var (line, column) = Place(body, (int)reader.TokenStartIndex);
                throw new RefusalException(new(ProblemTypes.Json, $"Line {line}, column {column}: a string contains half of a surrogate pair.")
                {
                    Line = line,
                    Column = column,
                });
            }
        }
    }

    private static Problem Malformed(ReadOnlySpan<byte> body, JsonException malformed)
    {
        var reason = Reason(malformed.Message);
        if (malformed is not { LineNumber: { } before, BytePositionInLine: { } bytes }) return new(ProblemTypes.Json, reason);

        var lineStart = 0;
        for (var line = 0L; line < before; line++) lineStart += body[lineStart..].IndexOf((byte)'\n') + 1;
        var (number, column) = Place(body, Math.Min(body.Length, lineStart + (int)bytes));
        if (HasCommaBefore(body, Math.Min(body.Length, lineStart + (int)bytes)))
            reason = $"A comma stands before '{(char)body[lineStart + (int)bytes]}'. JSON has no comma behind the last entry: leave it out.";
        else if (IsBehindBackslash(body, lineStart + (int)bytes))
            reason = $"The backslash before '{(char)body[lineStart + (int)bytes]}' means nothing in JSON. In a text of JSON each backslash is written twice.";
        return new(ProblemTypes.Json, $"Line {number}, column {column}: {reason}") { Line = number, Column = column };
    }

    // [1, 2,] and {"x": 1,}
    private static bool HasCommaBefore(ReadOnlySpan<byte> body, int offset)
    {
        if (offset >= body.Length || body[offset] is not ((byte)']' or (byte)'}')) return false;
        return body[..offset].TrimEnd(" \t\r\n"u8).EndsWith(","u8);
    }

    // "\sin x", where LaTeX is copied as it stands.
    private static bool IsBehindBackslash(ReadOnlySpan<byte> body, int offset) => offset > 0 && offset < body.Length && body[offset - 1] == '\\' && char.IsAsciiLetter((char)body[offset]);

    // The reader's own sentence without the position that it appends, which counts from 0 and in bytes.
    private static string Reason(string message)
    {
        foreach (var tail in (string[])[" Path:", " LineNumber:"])
            if (message.IndexOf(tail, StringComparison.Ordinal) is var at and > 0)
                message = message[..at];
        return message;
    }

    private static (int Line, int Column) Place(ReadOnlySpan<byte> body, int offset)
    {
        var before = body[..offset];
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        return (before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[lineStart..]) + 1);
    }

    private static RefusalException Unacceptable(string detail) => new(new(ProblemTypes.MediaType, detail));

    private static RefusalException TooLarge(string limit, int maximum, long? asked) =>
        new(new(ProblemTypes.BodyTooLarge, $"The body has more than {maximum} bytes.")
        {
            Limit = limit,
            Maximum = maximum,
            Value = asked,
        });
}
