namespace Calculus.Tests.Verification;

/// <summary>Points that lie on seams of many functions: zeros, ties, whole numbers and halves.</summary>
internal static class SeamPoints
{
    /// <summary>No point at first, then two at a time.</summary>
    public static IEnumerable<double[][]> Of(Study study)
    {
        var count = study.Layout.Count;
        yield return [];
        yield return [Alike(0), Alike(1)];
        yield return [Alike(2), [.. Enumerable.Range(0, count).Select(static i => i % 3 - 1.0)]];
        yield return [Alike(-1), [.. Enumerable.Range(0, count).Select(static i => i % 2 / 2.0)]];

        double[] Alike(double number) => [.. Enumerable.Repeat(number, count)];
    }
}
