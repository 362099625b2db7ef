namespace CalcApi.Http.Hosting;

/// <summary>Files whose names carry a hash of what is in them never change: a browser may keep them.</summary>
public static class HashedFiles
{
    /// <summary>Says so with each of them. They stand in a folder of their own, which only the published service has.</summary>
    public static IApplicationBuilder UseHashedFiles(this IApplicationBuilder app) => app.Use(static (http, next) =>
    {
        if (http.Request.Path.StartsWithSegments("/page", StringComparison.Ordinal))
            http.Response.OnStarting(static state =>
            {
                var response = (HttpResponse)state;
                if (response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status304NotModified) response.Headers.CacheControl = "public, max-age=31536000, immutable";
                return Task.CompletedTask;
            }, http.Response);
        return next(http);
    });
}
