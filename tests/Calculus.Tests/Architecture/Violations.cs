using Xunit;

namespace Calculus.Tests.Architecture;

/// <summary>What broke a rule, one on each line and in full: a shortened list leads nobody to the right place.</summary>
internal static class Violations
{
    /// <summary>Fails with every violation there is.</summary>
    public static void None(IEnumerable<string> violations)
    {
        var lines = violations.Order(StringComparer.Ordinal).ToList();
        Assert.True(lines.Count == 0, string.Join('\n', lines));
    }
}
