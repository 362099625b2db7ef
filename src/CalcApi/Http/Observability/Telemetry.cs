using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace CalcApi.Http.Observability;

/// <summary>
/// What an operator sees: metrics at <c>/metrics</c> in Prometheus' form, and traces and metrics by OTLP where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> names a
/// collector. Names of routes are in it, and nothing that a user wrote.
/// </summary>
internal static class Telemetry
{
    private const string Address = "/metrics";

    /// <summary>Registers meters and traces.</summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        var telemetry = services.AddOpenTelemetry()
            .ConfigureResource(static resource => resource.AddService("calcapi"))
            .WithMetrics(static metrics => metrics
                .AddMeter("CalcApi", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime")
                .AddView("calcapi.compute.duration", Seconds).AddView("calcapi.wait.duration", Seconds)
                .AddView("calcapi.budget.share", Shares)
                .AddPrometheusExporter());
        if (!string.IsNullOrEmpty(configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
            telemetry.WithTracing(static traces => traces.AddSource("Microsoft.AspNetCore")).UseOtlpExporter();
        return services;
    }

    /// <summary>Serves the metrics; at the port <c>Metrics:Port</c> alone where that is set, so that the public need not see them.</summary>
    public static IApplicationBuilder UseTelemetry(this WebApplication app)
    {
        var port = app.Configuration.GetValue<int?>("Metrics:Port");
        return app.UseOpenTelemetryPrometheusScrapingEndpoint(http =>
            http.Request.Path.Equals(Address, StringComparison.Ordinal) && (port is null || http.Connection.LocalPort == port));
    }

    private static ExplicitBucketHistogramConfiguration Shares { get; } = new() { Boundaries = [0.001, 0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 1] };

    // From a tenth of a millisecond to ten seconds, five to a decade.
    private static ExplicitBucketHistogramConfiguration Seconds { get; } = new()
    {
        Boundaries = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60],
    };
}
