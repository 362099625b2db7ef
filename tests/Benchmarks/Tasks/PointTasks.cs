using Calculus;

namespace Benchmarks.Tasks;

/// <summary>Value and gradient at one point: of a function that is used again and again, and from its text.</summary>
internal static class PointTasks
{
    /// <summary>Measures all of them.</summary>
    public static IEnumerable<Figure> Run()
    {
        foreach (var (name, text) in Definitions.OfTwo.Take(2)) yield return Hot(name + "-2", Definitions.Study(text), 2);
        foreach (var (name, text, length) in Definitions.OfVector) yield return Hot(name, Definitions.Study(text, length), length);
        foreach (var (name, text) in Definitions.OfTwo) yield return First(name + "-2", () => Definitions.Study(text), 2);
        foreach (var (name, text, length) in Definitions.OfVector) yield return First(name, () => Definitions.Study(text, length), length);
    }

    private static Figure Hot(string name, Study study, int length)
    {
        var (objective, point, gradient) = (study.Objective(), Definitions.Point(length), new double[length]);
        return Figure.Of($"e1 {name}", "value and gradient", Clock.Nanoseconds(() => objective.ValueAndGradient(point, gradient)), "ns");
    }

    private static Figure First(string name, Func<Study> read, int length)
    {
        var (point, gradient) = (Definitions.Point(length), new double[length]);
        return Figure.Of($"first {name}", "text to value and gradient", Clock.Nanoseconds(() => read().Objective().ValueAndGradient(point, gradient)) / 1_000, "us");
    }
}
