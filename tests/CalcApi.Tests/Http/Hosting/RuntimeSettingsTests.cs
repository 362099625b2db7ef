using System.Text.Json;
using Xunit;

namespace CalcApi.Tests.Http.Hosting;

/// <summary>What the runtime is told when the service starts, as it stands beside the program that is published.</summary>
public sealed class RuntimeSettingsTests
{
    /// <summary>
    /// With profiles of running code the compiler leaves calls within kernels that are marked to be written in one piece: a net of tanh over a grid
    /// took ten times as long. Loops that wait for a second compilation made the dearest cold question take five times as long.
    /// </summary>
    [Theory]
    [InlineData("CalcApi", "System.Runtime.TieredPGO")]
    [InlineData("CalcApi", "System.Runtime.TieredCompilation.QuickJitForLoops")]
    [InlineData("CalcApi.Tests", "System.Runtime.TieredPGO")]
    public void Kernels_are_compiled_in_one_piece(string program, string setting)
    {
        using var settings = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, $"{program}.runtimeconfig.json")));

        var given = settings.RootElement.GetProperty("runtimeOptions").GetProperty("configProperties").GetProperty(setting);

        Assert.Equal(JsonValueKind.False, given.ValueKind);
    }
}
