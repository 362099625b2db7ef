using System.Collections.Immutable;

namespace Calculus.Verification;

/// <summary>
/// The values of formulas at a point beside those of automatic differentiation and beside measured slopes. Two numbers
/// that are as good as equal need no more; where they are not, how far rounding may have moved each is found out first.
/// </summary>
/// <param name="written">The function as written.</param>
/// <param name="formulas">The formulas.</param>
/// <param name="automatic">The automatic derivatives, if there are any.</param>
/// <param name="seams">Where branches change.</param>
internal sealed class Comparison(Numbers written, Numbers formulas, Numbers? automatic, Seams seams)
{
    // A factor of 1.001 in a hundredth of the whole shows.
    private const double Telling = 1e-5;

    private const double SameNumber = 1e-9, SameSlope = 1e-7;

    // Errors are estimates: what lies within so many of them is no difference.
    private const double ErrorFactor = 20;

    // What a zero may be off by, relative to |f|/|x|.
    private const double ZeroNumber = 1e-9, ZeroSlope = 1e-7;

    private const double UnitRoundoff = 1.1102230246251565e-16;

    private readonly Slopes _slopes = new(written, formulas, seams);

    /// <summary>A formula beside its automatic derivative.</summary>
    /// <param name="site">Where.</param>
    /// <param name="formula">Which formula.</param>
    /// <param name="place">Which automatic derivative.</param>
    public Compared WithAutomatic(Site site, int formula, int place)
    {
        var (symbolic, expected) = (site.Formulas[formula], site.Automatic[place]);
        if (IsSame(symbolic, expected, SameNumber)) return Compared.Of(Finding.Agree, symbolic, expected);
        if (!double.IsFinite(expected) || formulas.Noise(site.Point) is not { } noise || automatic!.Noise(site.Point) is not { } other)
            return Compared.Of(Finding.Unclear, symbolic, expected);
        return double.IsNaN(symbolic)
            ? Compared.Of(Finding.Differ, symbolic, expected)
            : Judge(site, symbolic, expected, ErrorFactor * (noise[formula] + other[place]), SameNumber, ZeroNumber);
    }

    /// <summary>Sums of formulas beside slopes along a line.</summary>
    /// <param name="site">Where.</param>
    /// <param name="course">In which direction, and what is compared.</param>
    public Compared[] WithSlopes(Site site, Course course)
    {
        var (line, pairs) = (new Line(site.Point, course.Direction), course.Pairs);
        var ofFormulas = pairs.Max(static pair => pair.SlopeOf);
        var quick = _slopes.Along(line, ofFormulas, isLong: false, [Rounding(site, line, pairs)]);
        var found = new Compared[pairs.Length];
        for (var i = 0; i < found.Length; i++)
        {
            var (symbolic, slope) = (pairs[i].Sum(site.Formulas), quick[pairs[i].SlopeOf]);
            found[i] = Judge(site, symbolic, slope.Value, ErrorFactor * slope.Error, SameSlope, ZeroSlope);
        }

        return Array.TrueForAll(found, static compared => compared.Finding is Finding.Agree) ? found : Carefully(site, line, pairs, found);
    }

    private Compared[] Carefully(Site site, Line line, ImmutableArray<Pair> pairs, Compared[] found)
    {
        var (noise, ofEach) = (written.Noise(site.Point), formulas.Noise(site.Point));
        var slopes = noise is null || ofEach is null ? null
            : _slopes.Along(line, pairs.Max(static pair => pair.SlopeOf), isLong: true, [noise[0] + Rounding(site, line, pairs), .. ofEach]);
        for (var i = 0; i < found.Length; i++)
        {
            if (found[i].Finding is Finding.Agree) continue;
            found[i] = slopes is null
                ? found[i] with { Finding = Finding.Unclear }
                : Judge(site, found[i].Symbolic, slopes[pairs[i].SlopeOf].Value, ErrorFactor * (slopes[pairs[i].SlopeOf].Error + pairs[i].Mass(ofEach!)), SameSlope, ZeroSlope);
        }

        return found;
    }

    // Where several coordinates move at once, none of them moves exactly.
    private static double Rounding(Site site, Line line, ImmutableArray<Pair> pairs) =>
        line.MovesOne ? 0 : pairs[0].Mass(site.Formulas) * UnitRoundoff;

    private static bool IsSame(double a, double b, double tolerance) => Math.Abs(a - b) <= tolerance * Math.Max(Math.Abs(a), Math.Abs(b));

    private static Compared Judge(Site site, double symbolic, double expected, double uncertain, double same, double zero)
    {
        var (difference, size) = (Math.Abs(symbolic - expected), Math.Max(Math.Abs(symbolic), Math.Abs(expected)));
        if (!double.IsFinite(difference) || !double.IsFinite(uncertain)) return Compared.Of(Finding.Unclear, symbolic, expected);
        if (difference > uncertain + (same * size))
            return Compared.Of(uncertain <= Telling * size ? Finding.Differ : Finding.Unclear, symbolic, expected);
        if (uncertain <= Telling * size) return Compared.Of(Finding.Agree, symbolic, expected);
        return symbolic == 0 && uncertain <= zero * site.MeanSlope
            ? new Compared(Finding.Agree, symbolic, expected, difference / site.MeanSlope)
            : symbolic == 0 && expected == 0 && site.Value == 0 ? new Compared(Finding.Agree, 0, 0, 0)
            : Compared.Of(Finding.Unclear, symbolic, expected);
    }
}
