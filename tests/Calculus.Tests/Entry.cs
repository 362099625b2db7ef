using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace Calculus.Tests;

/// <summary>
/// Where the tests begin. A tool that runs them again for each of a thousand mutants asks for all; TESTED names those that it is to have, in words of the platform,
/// such as "--filter-namespace Calculus.Tests.Syntax".
/// </summary>
internal static class Entry
{
    public static Task<int> Main(string[] args)
    {
        if (!args.Contains("--server", StringComparer.Ordinal) && !args.Contains("--internal-msbuild-node", StringComparer.Ordinal)) return ConsoleRunner.Run(args);
        var tested = Environment.GetEnvironmentVariable("TESTED") ?? "";
        return TestPlatformTestFramework.RunAsync([.. args, .. tested.Split(' ', StringSplitOptions.RemoveEmptyEntries)], SelfRegisteredExtensions.AddSelfRegisteredExtensions);
    }
}
