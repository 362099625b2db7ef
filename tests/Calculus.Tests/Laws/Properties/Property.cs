using System.Globalization;
using CsCheck;
using Xunit;

namespace Calculus.Tests.Laws.Properties;

/// <summary>Laws over generated values: the same on every run, and shrunk to the smallest that breaks them.</summary>
internal static class Property
{
    private const int Shrinks = 20_000;
    private const uint Stream = 7;

    /// <summary>How many values each law is tried with; more where <c>PROPERTY_RUNS</c> says so.</summary>
    private static int Runs(int usual) => int.TryParse(Environment.GetEnvironmentVariable("PROPERTY_RUNS"), CultureInfo.InvariantCulture, out var more) ? more : usual;

    /// <summary>Tries a law.</summary>
    /// <param name="values">What it is about.</param>
    /// <param name="law">Null where the law holds, else what is wrong.</param>
    /// <param name="usual">How many values are tried.</param>
    public static void Holds<T>(Gen<T> values, Func<T, string?> law, int usual = 200)
    {
        for (var i = 1UL; i <= (ulong)Runs(usual); i++)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            var seed = new PCG(Stream, i).ToString();
            string? fault = null;
            try
            {
                values.Sample(Check, seed: seed, iter: 1, threads: 1);
            }
            catch (CsCheckException) when (fault is not null)
            {
                // Found: now the smallest one.
                values.Sample(Check, seed: seed, iter: Shrinks, threads: 1, print: value => $"{value}: {law(value)}");
            }

            void Check(T value) => Assert.True((fault = law(value)) is null, fault);
        }
    }
}
