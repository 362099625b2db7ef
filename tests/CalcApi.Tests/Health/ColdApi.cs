using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Hosting;

namespace CalcApi.Tests.Health;

/// <summary>A service that is not warmed up: it stays as cold as it started.</summary>
internal sealed class ColdApi : WebApplicationFactory<Program>
{
    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseSetting("Logging:LogLevel:Default", "Warning")
        .ConfigureTestServices(static services =>
        {
            var warmUp = services.Single(static each => each.ServiceType == typeof(IHostedService) && each.ImplementationFactory is not null);
            services.Remove(warmUp);
        });
}
