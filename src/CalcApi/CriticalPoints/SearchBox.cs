using CalcApi.Http.Functions;
using CalcApi.Http.Problems;
using CalcApi.Http.Requests;
using Calculus;
using Calculus.Budgets;

namespace CalcApi.CriticalPoints;

/// <summary>The box of a request, a range for every coordinate.</summary>
/// <param name="From">The lower ends.</param>
/// <param name="To">The upper ends.</param>
internal sealed record SearchBox(double[] From, double[] To)
{
    /// <summary>Finds a range for every coordinate of a function.</summary>
    /// <param name="study">The function, as it was asked about.</param>
    /// <param name="box">The ranges by name.</param>
    /// <param name="most">How many coordinates there may be.</param>
    /// <exception cref="RefusalException">A name is unknown, a coordinate has no range, or there are more coordinates than may be.</exception>
    public static SearchBox Of(Study study, IReadOnlyDictionary<string, BoxSide> box, int most)
    {
        var (layout, count) = (study.Layout, study.Layout.Count);
        if (count == 0) throw Refuse.Value("function", "The function is constant: name its variable in a signature, such as f(x) = 5.");
        if (count > most) throw Refuse.Limit("function", new LimitException("criticalVariables", most, $"Critical points are searched for in at most {most} variables; this function has {count}.", count));
        var sides = Ranges.Of(study, box);
        var missing = Array.FindIndex(sides, static side => side is null);
        if (missing >= 0) throw Refuse.Value($"box.{layout.NameOf(missing)}", $"The variable {Quoted.Of(layout.NameOf(missing))} has no range: give its [from, to] in the box.");
        return new SearchBox(Array.ConvertAll(sides, static side => side!.Value.From), Array.ConvertAll(sides, static side => side!.Value.To));
    }
}
