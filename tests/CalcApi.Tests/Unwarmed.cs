using CalcApi.Health;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Hosting;

namespace CalcApi.Tests;

/// <summary>Services of single tests, which nobody asks but the test.</summary>
internal static class Unwarmed
{
    /// <summary>Leaves the warm-up out, whose questions would be counted among the test's own, and the wait for more of them at the end.</summary>
    public static IWebHostBuilder WithoutWarmUp(this IWebHostBuilder builder) => builder.UseSetting("Shutdown:DrainSeconds", "0").ConfigureTestServices(static services =>
    {
        var warmUp = services.Single(static each => each.ServiceType == typeof(IHostedService) && each.ImplementationFactory?.Method.ReturnType == typeof(WarmUp));
        services.Remove(warmUp);
    });
}
