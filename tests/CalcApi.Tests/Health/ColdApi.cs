using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace CalcApi.Tests.Health;

/// <summary>A service that is not warmed up: it stays as cold as it started.</summary>
internal sealed class ColdApi : WebApplicationFactory<Program>
{
    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder.WithoutWarmUp().UseSetting("Logging:LogLevel:Default", "Warning");
}
