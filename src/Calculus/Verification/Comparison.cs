namespace Calculus.Verification;

/// <summary>The outcome of comparing two numbers.</summary>
internal enum Finding
{
    /// <summary>They are equal, and a lost factor would have shown.</summary>
    Agree,

    /// <summary>Rounding leaves too few digits to tell.</summary>
    Unclear,

    /// <summary>The computation of the other number leaves the range of doubles, so that it shows nothing.</summary>
    OutOfRange,

    /// <summary>They differ by more than rounding explains.</summary>
    Differ,
}

/// <summary>Two numbers that should be equal.</summary>
/// <param name="Finding">Whether they are.</param>
/// <param name="Symbolic">The formula's.</param>
/// <param name="Expected">The other.</param>
/// <param name="Relative">Their difference, relative to what they are measured by.</param>
internal readonly record struct Compared(Finding Finding, double Symbolic, double Expected, double Relative);

/// <summary>A point with everything that was computed there.</summary>
/// <param name="Point">The coordinates.</param>
/// <param name="Branch">The same for points on the same sides of all seams; null where the point lies on a seam.</param>
/// <param name="Numbers">The function as written, then the formulas.</param>
/// <param name="Value">The size of the function.</param>
/// <param name="Automatic">The automatic derivatives; empty where they were left out.</param>
internal sealed record Site(double[] Point, ulong? Branch, double[] Numbers, double Value, double[] Automatic)
{
    /// <summary>|f|/|x|, with 1 for a smaller x: how large a slope is to be expected.</summary>
    public double MeanSlope => Value / Math.Max(1, Point.Max(Math.Abs));
}

/// <summary>A rung of a ladder to be compared with the slopes of the rung below it, along a direction.</summary>
/// <param name="Rung">The rung.</param>
/// <param name="Direction">How far each coordinate of the ladder moves.</param>
/// <param name="First">The place of its first number in the list of all that is compared with slopes.</param>
internal sealed record Course(int Rung, double[] Direction, int First);

/// <summary>
/// The values of formulas at a point, compared with those of automatic differentiation and with measured slopes. Two numbers
/// that are practically equal need nothing more; otherwise it is first found out how far rounding may have moved each.
/// Of many entries, those that are small next to the largest are rounded like it, as sums of many terms are, and are measured by it.
/// </summary>
/// <param name="ladder">What is compared.</param>
/// <param name="slopes">Measures slopes.</param>
internal sealed class Comparison(Ladder ladder, Slopes slopes)
{
    /// <summary>Fewer entries are each measured by themselves.</summary>
    public const int Many = 8;

    // A factor of 1.001 in a hundredth of the whole is seen.
    private const double Telling = 1e-5;

    private const double SameNumber = 1e-9, SameSlope = 1e-7;

    // The rounding of sums of many terms, relative to the largest.
    private const double OfTheLargest = 1e-12;

    // Errors are estimates: a difference of at most this many of them does not count.
    private const double ErrorFactor = 20;

    // How far a zero may be off, relative to |f|/|x|.
    private const double ZeroNumber = 1e-9, ZeroSlope = 1e-7;

    private const double UnitRoundoff = 1.1102230246251565e-16;

    private readonly Rounding _written = new(ladder.Written), _formulas = new(ladder.Formulas);
    private readonly Rounding? _automatic = ladder.Automatic is { } automatic ? new(automatic) : null;

    /// <summary>The largest automatic derivative where there are many, otherwise 0.</summary>
    public static double LargestOf(Site site) => site.Automatic.Length <= Many ? 0 : site.Automatic.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();

    /// <summary>Compares an entry of the top rung with its automatic derivative.</summary>
    /// <param name="site">Where.</param>
    /// <param name="entry">Which entry.</param>
    /// <param name="largest">As <see cref="LargestOf"/> says.</param>
    public Compared WithAutomatic(Site site, int entry, double largest)
    {
        var (place, other) = (ladder.Place(ladder.Top, entry), ladder.AutomaticPlace(entry));
        var (symbolic, expected) = (site.Numbers[place], site.Automatic[other]);
        if (Math.Abs(symbolic - expected) <= (SameNumber * Math.Max(Math.Abs(symbolic), Math.Abs(expected))) + (OfTheLargest * largest))
            return Of(Finding.Agree, symbolic, expected, largest);
        if (!double.IsFinite(expected) || _automatic!.At(site.Point) is not { } noise) return Of(Finding.OutOfRange, symbolic, expected, largest);
        if (_formulas.At(site.Point) is not { } ofFormulas) return Of(Finding.Unclear, symbolic, expected, largest);
        return double.IsNaN(symbolic)
            ? Of(Finding.Differ, symbolic, expected, largest)
            : Judge(site, symbolic, expected, ErrorFactor * (ofFormulas[place - ladder.Written.Outputs.Count] + noise[other]), (SameNumber, ZeroNumber), largest);
    }

    /// <summary>Compares a rung with the slopes of the one below, entry by entry of the latter.</summary>
    /// <param name="site">Where.</param>
    /// <param name="course">In which direction.</param>
    public Compared[] WithSlopes(Site site, Course course)
    {
        var count = ladder.Count(course.Rung - 1);
        var (sums, masses, places) = (new double[count], new double[count], new int[count]);
        for (var entry = 0; entry < count; entry++)
        {
            places[entry] = ladder.Place(course.Rung - 1, entry);
            (sums[entry], masses[entry]) = Sum(course, site.Numbers, entry);
        }

        // Where several coordinates move at once, none of the steps is exact.
        var inexact = Slopes.AloneIn(course.Direction) is null ? UnitRoundoff : 0;
        var largest = count <= Many ? 0 : masses.Max();
        var measured = slopes.Along(site.Point, course.Direction, places, isLong: false, entry => inexact * masses[entry]);
        var found = new Compared[count];
        for (var entry = 0; entry < count; entry++)
            found[entry] = Judge(site, sums[entry], measured[entry].Value, ErrorFactor * measured[entry].Error, (SameSlope, ZeroSlope), largest);
        if (Array.TrueForAll(found, static compared => compared.Finding is Finding.Agree)) return found;

        if (_written.At(site.Point) is not { } noise || _formulas.At(site.Point) is not { } ofFormulas)
            return Array.ConvertAll(found, static compared => compared.Finding is Finding.Agree ? compared : compared with { Finding = Finding.Unclear });
        double[] all = [.. noise, .. ofFormulas];
        measured = slopes.Along(site.Point, course.Direction, places, isLong: true, entry => all[places[entry]] + (inexact * masses[entry]));
        for (var entry = 0; entry < count; entry++)
        {
            if (found[entry].Finding is not Finding.Agree)
                found[entry] = Judge(site, sums[entry], measured[entry].Value, ErrorFactor * (measured[entry].Error + Sum(course, all, entry).Mass), (SameSlope, ZeroSlope), largest);
        }

        return found;
    }

    private (double Sum, double Mass) Sum(Course course, double[] numbers, int entry)
    {
        double sum = 0, mass = 0;
        for (var c = 0; c < course.Direction.Length; c++)
        {
            if (course.Direction[c] == 0) continue;
            var term = course.Direction[c] * numbers[ladder.Place(course.Rung, (entry * course.Direction.Length) + c)];
            (sum, mass) = (sum + term, mass + Math.Abs(term));
        }

        return (sum, mass);
    }

    private static Compared Judge(Site site, double symbolic, double expected, double uncertain, (double Same, double Zero) tolerance, double largest)
    {
        var (difference, size) = (Math.Abs(symbolic - expected), Math.Max(Math.Abs(symbolic), Math.Abs(expected)));
        if (!double.IsFinite(difference) || !double.IsFinite(uncertain)) return Of(Finding.Unclear, symbolic, expected, largest);
        if (difference > uncertain + (tolerance.Same * size))
            return Of(uncertain <= Telling * size ? Finding.Differ : Finding.Unclear, symbolic, expected, largest);
        if (uncertain <= Telling * Math.Max(size, largest)) return Of(Finding.Agree, symbolic, expected, largest);
        return symbolic == 0 && uncertain <= tolerance.Zero * site.MeanSlope
            ? new Compared(Finding.Agree, symbolic, expected, difference / site.MeanSlope)
            : symbolic == 0 && expected == 0 && site.Value == 0 ? new Compared(Finding.Agree, 0, 0, 0)
            : Of(Finding.Unclear, symbolic, expected, largest);
    }

    private static Compared Of(Finding finding, double symbolic, double expected, double largest)
    {
        var (difference, size) = (Math.Abs(symbolic - expected), Math.Max(largest, Math.Max(Math.Abs(symbolic), Math.Abs(expected))));
        return new(finding, symbolic, expected, difference == 0 ? 0 : double.IsFinite(difference) ? difference / size : 1);
    }
}
