using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.Logging.Console;

namespace CalcApi.Http.Observability;

/// <summary>One line for a request where <c>Logging:Requests</c> is true. It names the route, never what a user wrote.</summary>
internal static partial class RequestLog
{
    /// <summary>Writes the log as <c>Logging:Console:FormatterName</c> says, such as <c>json</c>; the host by itself takes its own form whatever is set.</summary>
    public static IServiceCollection AddLogForm(this IServiceCollection services, IConfiguration configuration) => services
        .PostConfigure<ConsoleLoggerOptions>(options => options.FormatterName = configuration["Logging:Console:FormatterName"] ?? options.FormatterName);

    /// <summary>Writes the lines.</summary>
    public static IApplicationBuilder UseRequestLog(this WebApplication app)
    {
        if (!app.Configuration.GetValue("Logging:Requests", defaultValue: false)) return app;
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("CalcApi.Requests");
        return app.Use(next => async http =>
        {
            var start = Stopwatch.GetTimestamp();
            try
            {
                await next(http);
            }
            finally
            {
                // Who handles an exception takes the route off the request.
                var route = ((http.GetEndpoint() ?? http.Features.Get<IExceptionHandlerFeature>()?.Endpoint) as RouteEndpoint)?.RoutePattern.RawText ?? "none";
                LogRequest(log, Method(http.Request.Method), route, http.Response.StatusCode, Math.Round(Stopwatch.GetElapsedTime(start).TotalMilliseconds, 3), http.Response.ContentLength);
            }
        });
    }

    // A method is a word that the client chooses.
    private static string Method(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsPost(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method) ? method : "other";

    [LoggerMessage(LogLevel.Information, "{Method} {Route} {Status} {Milliseconds} ms {Bytes} bytes")]
    private static partial void LogRequest(ILogger log, string method, string route, int status, double milliseconds, long? bytes);
}
