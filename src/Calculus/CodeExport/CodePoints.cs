using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Programs;
using Calculus.Verification;

namespace Calculus.CodeExport;

/// <summary>Points at which code can be compared with our numbers: in the domain, and where rounding leaves the digits alone.</summary>
internal static class CodePoints
{
    private const int Enough = 3;
    private const int Perturbations = 3;

    // A thousandth of what the code's own comparison allows.
    private const double LargestNoise = 1e-12;

    private const int MostConstants = 12;

    /// <summary>Points with all numbers there.</summary>
    /// <param name="question">The question; its own points come first.</param>
    /// <param name="budget">Pays for the numbers.</param>
    public static IReadOnlyList<(double[] Point, double[] Numbers)> Of(CodeQuestion question, Budget budget)
    {
        string[] names = [.. question.Variables.Select(static symbol => symbol.Name)];
        var program = Lowering.Compile([question.Function, .. question.Derivatives], question.Variables, question.Data, names, budget);
        var found = new List<(double[], double[])>();
        foreach (var point in question.Points)
        {
            if (NumbersAt(program, point, double.PositiveInfinity, budget) is { } numbers) found.Add((point, numbers));
        }

        double[] constants = [.. Constants(question).Concat(question.Data.Values).Where(static value => value != 0).Distinct().Take(MostConstants)];
        var candidates = new Candidates(question.Variables.Count, constants, new Chance(Chance.SeedOf(question.Definition)));
        for (var width = 0; width < Candidates.Widths && found.Count < Enough; width++)
        {
            // Moderate numbers first: beside 0 a comparison says little.
            var usable = new List<(double[] Point, double[] Numbers)>();
            foreach (var point in candidates.At(width))
            {
                if (NumbersAt(program, point, LargestNoise, budget) is { } numbers) usable.Add((point, numbers));
            }

            found.AddRange(usable.OrderByDescending(static each => each.Numbers.Count(static number => Math.Abs(number) is > 1e-3 and < 1e6)).Take(Enough - found.Count));
            if (question.Variables.Count == 0 && found.Count > 0) return [found[0]];
        }

        return found;
    }

    private static double[]? NumbersAt(Program program, double[] point, double largestNoise, Budget budget)
    {
        var numbers = new double[program.Outputs];
        program.Evaluate(point, numbers, budget);
        if (!Array.TrueForAll(numbers, double.IsFinite)) return null;
        var perturbed = new double[numbers.Length];
        for (var run = 1; run <= Perturbations && double.IsFinite(largestNoise); run++)
        {
            if (!program.TryPerturb(point, (ulong)run, perturbed, budget)) return null;
            for (var i = 0; i < numbers.Length; i++)
            {
                if (!(Math.Abs(perturbed[i] - numbers[i]) <= largestNoise * Math.Max(1e-3, Math.Abs(numbers[i])))) return null;
            }
        }

        return numbers;
    }

    private static IEnumerable<double> Constants(CodeQuestion question) => Reachable.From(question.Function).SelectMany(static node => node switch
    {
        Number number => [number.Value],
        Sum sum => sum.Terms.Select(static term => term.Coefficient).Append(sum.Constant),
        Product product => [product.Coefficient],
        _ => Enumerable.Empty<Rational>(),
    }).Select(static number => number.ToDouble());
}
