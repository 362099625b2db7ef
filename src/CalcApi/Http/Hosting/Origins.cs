namespace CalcApi.Http.Hosting;

/// <summary>
/// Which other sites' pages may read answers in a browser: those that <c>Cors:Origins:0</c>, <c>Cors:Origins:1</c>, … name, such as
/// https://notebook.example; none by default. No cookies or other credentials are involved.
/// </summary>
internal static class Origins
{
    /// <summary>Reads the origins.</summary>
    /// <exception cref="InvalidOperationException">A setting is not an origin.</exception>
    public static IServiceCollection AddOrigins(this IServiceCollection services, IConfiguration configuration)
    {
        string[] origins = [.. configuration.GetSection("Cors:Origins").GetChildren().Select(static entry => IsOrigin(entry.Value)
            ? entry.Value!
            : throw new InvalidOperationException($"The setting {entry.Path} is not an origin, such as https://notebook.example."))];
        return services.AddCors(options => options.AddDefaultPolicy(policy => policy
            .WithOrigins(origins).WithMethods(HttpMethods.Get, HttpMethods.Post).WithHeaders("Content-Type", "If-None-Match", "Last-Event-ID")
            .WithExposedHeaders("ETag", "Retry-After").SetPreflightMaxAge(TimeSpan.FromHours(1))));
    }

    private static bool IsOrigin(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var origin) && origin.Scheme is ("http" or "https")
        && string.Equals(origin.GetLeftPart(UriPartial.Authority), text, StringComparison.Ordinal);
}
