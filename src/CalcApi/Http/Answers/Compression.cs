using System.IO.Compression;

namespace CalcApi.Http.Answers;

/// <summary>Long answers for clients that take them compressed: numbers as text shrink to less than half.</summary>
internal static class Compression
{
    /// <summary>Bytes of the shortest answer that is worth it; a shorter one fits into a few packets as it is.</summary>
    public const int Worthwhile = 16_384;

    private const string Brotli = "br", Gzip = "gzip";

    // Quick: at the next higher quality an answer takes twice the time and is hardly shorter.
    private const int Quality = 1, Window = 20;

    /// <summary>The encoding for a client, or null for none that both sides know.</summary>
    public static string? For(HttpRequest request)
    {
        if (request.Headers.AcceptEncoding.Count == 0) return null;
        string? found = null;
        foreach (var accepted in request.GetTypedHeaders().AcceptEncoding)
        {
            if (accepted.Quality is 0) continue;
            if (accepted.Value.Equals(Brotli, StringComparison.OrdinalIgnoreCase)) return Brotli;
            if (accepted.Value.Equals(Gzip, StringComparison.OrdinalIgnoreCase)) found = Gzip;
        }

        return found;
    }

    /// <summary>The bytes in an encoding.</summary>
    /// <param name="encoding">What <see cref="For"/> gave.</param>
    /// <param name="bytes">The answer.</param>
    public static ReadOnlyMemory<byte> Of(string encoding, ReadOnlyMemory<byte> bytes)
    {
        if (string.Equals(encoding, Brotli, StringComparison.Ordinal))
        {
            var packed = GC.AllocateUninitializedArray<byte>(BrotliEncoder.GetMaxCompressedLength(bytes.Length));
            return BrotliEncoder.TryCompress(bytes.Span, packed, out var written, Quality, Window)
                ? packed.AsMemory(0, written)
                : throw new InvalidOperationException("An answer does not fit into the room that it can take at most.");
        }

        var stream = new MemoryStream(bytes.Length / 2);
        using (var gzip = new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(bytes.Span);
        return stream.GetBuffer().AsMemory(0, (int)stream.Length);
    }
}
