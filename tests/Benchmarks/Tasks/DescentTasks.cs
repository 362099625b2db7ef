using Calculus.Budgets;
using Calculus.Optimization;

namespace Benchmarks.Tasks;

/// <summary>Descents on Rosenbrock's function with every step recorded.</summary>
internal static class DescentTasks
{
    private const int Steps = 10_000;

    /// <summary>Measures all of them.</summary>
    public static IEnumerable<Figure> Run()
    {
        foreach (var (name, rate) in ((string, double)[])[("gradient_descent", 1e-4), ("momentum", 1e-4), ("adam", 1e-2)])
        {
            var objective = Definitions.Study(Definitions.OfTwo[0].Text).Objective();
            var nanoseconds = Clock.Nanoseconds(() =>
            {
                var rule = Optimizers.Own.Named(name).Start(new Dictionary<string, ParameterValue>(StringComparer.Ordinal) { ["lr"] = rate }, 2);
                Descent.Run(objective, [-1.5, 2], rule, new DescentOptions(Steps) { Diagnose = false }, new Budget(Definitions.Plenty));
            });
            yield return Figure.Of($"d1 {name}", "recorded step", nanoseconds / Steps, "ns");
        }
    }
}
