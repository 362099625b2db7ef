using System.Runtime.CompilerServices;

namespace CalcApi.Tests;

/// <summary>The many services that tests start have no runs, unless a test is about them.</summary>
internal static class WithoutRuns
{
    [ModuleInitializer]
    internal static void Set() => Environment.SetEnvironmentVariable("Runs__Enabled", "false");
}
