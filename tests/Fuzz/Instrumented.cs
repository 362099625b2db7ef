using Fuzz.Targets;

namespace Fuzz;

/// <summary>Makes assemblies count their branches.</summary>
internal static class Instrumented
{
    /// <summary>Rewrites the product's assemblies in a folder, those parts that a target is about: a map of all branches would be crowded.</summary>
    public static void Make(string folder, Target target)
    {
        foreach (var assembly in (string[])["Calculus.dll", "CalcApi.dll"])
        {
            try
            {
                SharpFuzz.Fuzzer.Instrument(Path.Combine(folder, assembly), name => target.IsAbout(name), SharpFuzz.Options.Value);
            }
            catch (SharpFuzz.InstrumentationException) when (target.Parts.All(part => !part.StartsWith(Path.GetFileNameWithoutExtension(assembly), StringComparison.Ordinal)))
            {
                // Nothing of this assembly belongs to the target.
            }
        }
    }
}
