using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Numerics;
using Calculus.Programs;
using Calculus.Verification;

namespace Calculus.CodeExport;

/// <summary>Points at which code can be compared with our numbers: in the domain, and where rounding barely affects the digits.</summary>
internal static class CodePoints
{
    private const int Enough = 3;
    private const int MostBranches = 6;
    private const int Perturbations = 3;

    // A thousandth of what the code's own comparison allows; a tenth at points that were asked for.
    private const double LargestNoise = 1e-12, LargestNoiseAsked = 1e-10;

    private const int MostConstants = 12;

    /// <summary>Points at which all numbers exist: first one for each branch that is met, then as many as are enough.</summary>
    /// <param name="question">The question; its own points come first. On a seam nothing is compared: there a derivative is a convention.</param>
    /// <param name="budget">Pays for the numbers.</param>
    public static IReadOnlyList<(double[] Point, double[] Numbers)> Of(CodeQuestion question, Budget budget)
    {
        string[] names = [.. question.Variables.Select(static symbol => symbol.Name)];
        Expression[] outputs = [question.Function, .. question.Derivatives];
        var program = Lowering.Compile([.. outputs, .. Branches(question.Function)], question.Variables, question.Data, names, budget);
        var found = new List<Site>();
        foreach (var point in question.Points)
        {
            if (SiteAt(program, outputs.Length, point, LargestNoiseAsked, budget) is { } site) found.Add(site);
        }

        double[] constants = [.. Constants(question).Concat(question.Data.Values).Where(static value => value != 0).Distinct().Take(MostConstants)];
        var candidates = new Candidates(question.Variables.Count, constants, new Chance(Chance.SeedOf(question.Definition)));
        for (var width = 0; width < Candidates.Widths && found.Count < Enough; width++)
        {
            var usable = new List<Site>();
            foreach (var point in candidates.At(width))
            {
                if (SiteAt(program, outputs.Length, point, LargestNoise, budget) is { } site) usable.Add(site);
            }

            // Moderate numbers first: near 0 a comparison says little.
            var branches = usable.OrderByDescending(static site => site.Numbers.Count(static number => Math.Abs(number) is > 1e-3 and < 1e6)).GroupBy(static site => site.Branch, StringComparer.Ordinal)
                .SelectMany(static branch => branch.Select(static (site, turn) => (site, turn))).OrderBy(static pair => pair.turn).ToList();
            var wanted = Math.Max(Enough - found.Count, Math.Min(MostBranches, branches.Count(static pair => pair.turn == 0)));
            found.AddRange(branches.Take(wanted).Select(static pair => pair.site));
            if (question.Variables.Count == 0 && found.Count > 0) return [(found[0].Point, found[0].Numbers)];
        }

        return [.. found.Select(static site => (site.Point, site.Numbers))];
    }

    private sealed record Site(double[] Point, double[] Numbers, string Branch);

    private static Site? SiteAt(Program program, int count, double[] point, double largestNoise, Budget budget)
    {
        var values = new double[program.Outputs];
        program.Evaluate(point, values, budget);
        var numbers = values[..count];
        var seams = values[count..];
        if (!Array.TrueForAll(numbers, double.IsFinite) || (Array.Exists(seams, static seam => seam == 0) && count > 1)) return null;
        var perturbed = new double[values.Length];
        for (var run = 1; run <= Perturbations; run++)
        {
            if (!program.TryPerturb(point, (ulong)run, perturbed, budget)) return null;
            for (var i = 0; i < numbers.Length; i++)
            {
                if (!(Math.Abs(perturbed[i] - numbers[i]) <= largestNoise * Math.Max(1e-3, Math.Abs(numbers[i])))) return null;
            }
        }

        return new Site(point, numbers, string.Concat(seams.Select(static seam => seam > 0 ? '+' : '-')));
    }

    // Expressions that change sign at the edge of a branch.
    private static IEnumerable<Expression> Branches(Expression function) =>
        Reachable.From(function).OfType<Call>().SelectMany(call => call.Function.Seams(function.Graph, call.Arguments)).Distinct();

    private static IEnumerable<double> Constants(CodeQuestion question) => Reachable.From(question.Function).SelectMany(static node => node switch
    {
        Number number => [number.Value],
        Sum sum => sum.Terms.Select(static term => term.Coefficient).Append(sum.Constant),
        Product product => [product.Coefficient],
        _ => Enumerable.Empty<Rational>(),
    }).Select(static number => number.ToDouble());
}
