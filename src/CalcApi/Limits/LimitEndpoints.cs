using System.ComponentModel;
using System.Reflection;
using System.Text.Json;
using CalcApi.Http;
using CalcApi.Http.Answers;

namespace CalcApi.Limits;

/// <summary>Every limit with its number.</summary>
internal static class LimitEndpoints
{
    /// <summary>Maps <c>limits</c>.</summary>
    public static void MapLimits(this IEndpointRouteBuilder routes)
    {
        var limits = routes.ServiceProvider.GetRequiredService<ServiceLimits>();
        routes.MapFixed("/limits", () => List(limits))
            .WithTags("Service").WithName("Limits")
            .WithSummary("Every limit with its number")
            .WithDescription("A request that exceeds one is refused with its name, its number and what was asked for.");
    }

    private static LimitsAnswer List(ServiceLimits limits) => new(
    [
        .. from limit in ServiceLimitsSettings.All(limits)
           select new LimitAnswer(JsonNamingPolicy.CamelCase.ConvertName(limit.Property.Name), limit.Number, MeaningOf(limit.Property)),
    ]);

    private static string MeaningOf(PropertyInfo limit) =>
        limit.GetCustomAttribute<DescriptionAttribute>()?.Description ?? LibraryLimitMeanings.Of(limit.Name);
}

/// <summary>The limits of this service.</summary>
/// <param name="Limits">All of them.</param>
public sealed record LimitsAnswer(IReadOnlyList<LimitAnswer> Limits);

/// <summary>One limit.</summary>
/// <param name="Name">The name that a refusal gives in <c>limit</c>.</param>
/// <param name="Maximum">The most that is allowed.</param>
/// <param name="Meaning">What is counted.</param>
public sealed record LimitAnswer(string Name, long Maximum, string Meaning);
