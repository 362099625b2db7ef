using CalcApi.Http.Problems;

namespace CalcApi.Http.Hosting;

/// <summary>Tells browsers what the page may load, which is only what this service itself serves.</summary>
public static class SecurityHeaders
{
    private const string Page =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; font-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    // Swagger UI writes style attributes from its script; it runs no scripts other than its own files.
    private const string Swagger =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self'; img-src 'self' data:; font-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Adds the headers to every answer, refusals included.</summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        // An exception clears the headers set so far; these are set last.
        http.Response.OnStarting(static state =>
        {
            Set((HttpContext)state);
            return Task.CompletedTask;
        }, http);
        return next(http);
    });

    /// <summary>Sets them, once the status and the content type are known.</summary>
    internal static void Set(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = http.Request.Path.StartsWithSegments("/swagger", StringComparison.OrdinalIgnoreCase) ? Swagger : Page;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        // Other sites read answers where the operator names them, and embed nothing.
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        // What holds for a moment is kept by nobody.
        var isRefusal = http.Response.StatusCode >= 400 || http.Response.ContentType?.StartsWith(ProblemWriter.ContentType, StringComparison.Ordinal) == true;
        if (headers.CacheControl.Count == 0 && (isRefusal || http.Request.Path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase)))
            headers.CacheControl = "no-store";
    }
}
