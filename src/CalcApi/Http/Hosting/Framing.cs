using CalcApi.Http.Problems;
using Microsoft.Extensions.Primitives;

namespace CalcApi.Http.Hosting;

/// <summary>
/// Refuses requests about whose end two readers may disagree: a proxy and this service would then disagree on where the next one begins, and one
/// client's words could become another's request (RFC 9112, section 6.1). The server refuses most of them itself; these it would read in one way of two.
/// </summary>
internal static class Framing
{
    // The server moves a length that stands beside chunks to this name.
    private const string LengthBesideChunks = "X-Content-Length";

    /// <summary>Refuses them, and ends their connection.</summary>
    public static IApplicationBuilder UseStrictFraming(this IApplicationBuilder app) => app.Use(static (http, next) =>
    {
        var coding = http.Request.Headers.TransferEncoding;
        if (coding.Count == 0 || IsPlain(http.Request, coding)) return next(http);
        http.Response.Headers.Connection = "close";
        return http.WriteProblem(new(ProblemTypes.BadRequest, ProblemTypes.BadRequest.Meaning));
    });

    private static bool IsPlain(HttpRequest request, StringValues coding) =>
        coding.Count == 1 && string.Equals(coding[0], "chunked", StringComparison.OrdinalIgnoreCase)
        && HttpProtocol.IsHttp11(request.Protocol) && !request.Headers.ContainsKey(LengthBesideChunks);
}
