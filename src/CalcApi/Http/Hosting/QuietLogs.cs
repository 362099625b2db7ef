using Microsoft.Extensions.Configuration.Memory;

namespace CalcApi.Http.Hosting;

/// <summary>What the log says where nobody sets it.</summary>
internal static class QuietLogs
{
    /// <summary>
    /// No line for a request, which the framework would write four of, nor for what a client does wrong; faults, and where the service listens. Any setting of
    /// <c>Logging:LogLevel</c> comes after this one.
    /// </summary>
    public static void UseQuietLogs(this IConfigurationBuilder configuration) => configuration.Sources.Insert(0, new MemoryConfigurationSource
    {
        InitialData =
        [
            new("Logging:LogLevel:Microsoft.AspNetCore", nameof(LogLevel.Warning)),
            // It warns of ranges that a client asks for and a file does not have.
            new("Logging:LogLevel:Microsoft.AspNetCore.StaticAssets", nameof(LogLevel.Error)),
            // It would repeat what a client wrote; mistakes of the service are told by the service.
            new("Logging:LogLevel:ModelContextProtocol", nameof(LogLevel.None)),
        ],
    });
}
