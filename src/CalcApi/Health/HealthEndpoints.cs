using CalcApi.Http.Compute;
using CalcApi.Http.Hosting;
using CalcApi.Http.Problems;

namespace CalcApi.Health;

/// <summary>Whether the service runs, and whether it takes more work.</summary>
internal static class HealthEndpoints
{
    /// <summary>Registers what readiness waits for.</summary>
    public static IServiceCollection AddHealth(this IServiceCollection services) => services
        .AddSingleton<OwnDoor>()
        .AddSingleton<WarmUp>()
        .AddHostedService(static provider => provider.GetRequiredService<WarmUp>());

    /// <summary>Maps <c>/health</c>.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/health").WithTags("Health");

        group.MapGet("/live", () => new HealthAnswer("live"))
            .WithName("Live").WithSummary("The process runs").WithDescription("For whoever restarts it where it does not.").Produces<HealthAnswer>();

        group.MapGet("/ready", Ready)
            .WithName("Ready").WithSummary("The service takes more work").WithDescription("For whoever sends it requests.")
            .Produces<HealthAnswer>().Produces<Problem>(StatusCodes.Status503ServiceUnavailable, "application/problem+json");
    }

    private static HealthAnswer Ready(Admission admission, WarmUp warmUp, Draining draining) => warmUp.IsDone && admission.HasRoom && !draining.Began
        ? new("ready")
        : throw new RefusalException(new(ProblemTypes.Busy, ProblemTypes.Busy.Meaning) { RetryAfterMilliseconds = 1000 });
}

/// <summary>How the service is.</summary>
/// <param name="Status">live or ready.</param>
public sealed record HealthAnswer(string Status);
