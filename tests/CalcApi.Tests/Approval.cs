using System.Runtime.CompilerServices;
using Xunit;

namespace CalcApi.Tests;

/// <summary>What people look at is kept in a file next to its test, so that a change shows in the diff.</summary>
internal static class Approval
{
    /// <summary>Compares a text with the approved file; where they differ, the received one is written next to it for a person to look at.</summary>
    public static void Check(string received, string approvedName, [CallerFilePath] string test = "")
    {
        var folder = Path.GetDirectoryName(test)!;
        var approved = Path.Combine(folder, approvedName);
        var place = approved.Replace(".approved.", ".received.", StringComparison.Ordinal);
        received = received.ReplaceLineEndings("\n");
        if (File.Exists(approved) && string.Equals(File.ReadAllText(approved), received, StringComparison.Ordinal))
        {
            File.Delete(place);
            return;
        }

        File.WriteAllText(place, received);
        Assert.Fail($"{approvedName} differs from what was received. Look at {place}; where it is right, it becomes the approved file.");
    }
}
