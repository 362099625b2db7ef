using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Hosting;

namespace CalcApi.Tests;

/// <summary>Services of single tests, which nobody asks but the test.</summary>
internal static class Unwarmed
{
    /// <summary>Leaves the warm-up out: its questions would be counted among the test's own.</summary>
    public static IWebHostBuilder WithoutWarmUp(this IWebHostBuilder builder) => builder.ConfigureTestServices(static services =>
    {
        var warmUp = services.Single(static each => each.ServiceType == typeof(IHostedService) && each.ImplementationFactory is not null);
        services.Remove(warmUp);
    });
}
