using Calculus.Optimization;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace CalcApi.Http.Trajectories;

/// <summary>What the routes of descents need from the host.</summary>
public static class TrajectoriesSetup
{
    /// <summary>Registers the optimizers and describes their parameters in the OpenAPI document.</summary>
    public static IServiceCollection AddTrajectories(this IServiceCollection services) => services
        .AddSingleton(Optimizers.Own)
        .PostConfigure<SwaggerGenOptions>(static options => options.SchemaFilter<OptimizerSchema>());
}
