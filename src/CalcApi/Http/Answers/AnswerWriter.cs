using System.Text.Json;
using Microsoft.Net.Http.Headers;

namespace CalcApi.Http.Answers;

/// <summary>Writes answers whole, and sends them.</summary>
internal static class AnswerWriter
{
    private const string Json = "application/json; charset=utf-8";

    /// <summary>An answer as JSON, with a note where a number of it is not finite and nothing is said of that yet.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="mostBytes">How long it may be.</param>
    /// <returns>The bytes; the caller disposes them.</returns>
    /// <exception cref="Calculus.Budgets.LimitException">It would be longer.</exception>
    public static CappedBuffer Write<TAnswer>(TAnswer answer, int mostBytes)
    {
        var written = Plain(answer, mostBytes);
        if (answer is not Answer noted || NotFinite.NoteFor(noted, written.Written.Span) is not { } note) return written;
        written.Dispose();
        return Plain((TAnswer)(object)(noted with { Notes = [.. noted.Notes, note] }), mostBytes);
    }

    /// <summary>Sends an answer, compressed where that is worth it.</summary>
    /// <param name="http">Where to.</param>
    /// <param name="bytes">The answer as JSON.</param>
    /// <param name="tag">Its name, where it may be kept.</param>
    /// <param name="type">Its media type.</param>
    public static Task Send(HttpContext http, ReadOnlyMemory<byte> bytes, EntityTagHeaderValue? tag = null, string type = Json)
    {
        if (tag is not null) EntityTags.Name(http.Response, tag);
        if (bytes.Length >= Compression.Worthwhile)
        {
            http.Response.Headers.Vary = "Accept-Encoding";
            if (Compression.For(http.Request) is { } encoding)
            {
                bytes = Compression.Of(encoding, bytes);
                http.Response.Headers.ContentEncoding = encoding;
            }
        }

        http.Response.ContentType = type;
        http.Response.ContentLength = bytes.Length;
        return http.Response.Body.WriteAsync(bytes, http.RequestAborted).AsTask();
    }

    private static CappedBuffer Plain<TAnswer>(TAnswer answer, int mostBytes)
    {
        var buffer = new CappedBuffer(mostBytes);
        try
        {
            using var writer = new Utf8JsonWriter(buffer, new() { Encoder = AnswerJson.Options.Encoder, SkipValidation = true });
            JsonSerializer.Serialize(writer, answer, AnswerJson.Options);
            writer.Flush();
            return buffer;
        }
        catch
        {
            buffer.Dispose();
            throw;
        }
    }
}
