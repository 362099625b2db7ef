namespace Calculus.Optimization.Diagnoses;

/// <summary>What F does along a ray, as long as it does not rise.</summary>
/// <param name="Drop">How far it falls before it first rises; 0 where it does not.</param>
/// <param name="Distance">Where it is lowest.</param>
/// <param name="Rises">It rises in the end.</param>
/// <param name="IsUnbounded">It falls at every distance tried, and ever faster or at least by as much for each power of ten.</param>
internal sealed record Ray(double Drop, double Distance, bool Rises, bool IsUnbounded)
{
    private const double Nearest = 1e-6;
    private const double Farthest = 1e30;

    // Beyond a thousand times the point's size every power of ten is enough.
    private const double Doubled = 1e3;

    // A value so low is no value on the way to a bottom.
    private const double Abyss = -1e60;

    /// <summary>Walks from a point, with steps that grow.</summary>
    /// <param name="survey">F.</param>
    /// <param name="x">The point.</param>
    /// <param name="here">F there.</param>
    /// <param name="direction">A unit vector.</param>
    public static Ray From(Survey survey, double[] x, double here, double[] direction)
    {
        var size = 1 + Vectors.Norm(x);
        var noise = 16 * Findings.Spacing(here);
        var (lowest, distance, isFalling) = (here, 0.0, true);
        var (decade, drops) = (here, new List<double>());
        for (var t = Nearest * size; t <= Farthest * size; t *= t < Doubled * size ? 2 : 10)
        {
            var value = survey.Value(survey.Along(x, direction, t));
            if (!(value <= lowest + noise)) return new(here - lowest, distance, !double.IsNaN(value), lowest < Abyss && double.IsNaN(value));
            isFalling &= value < lowest;
            if (value < lowest) (lowest, distance) = (value, t);
            if (value < Abyss) return new(here - lowest, distance, false, isFalling);
            if (t <= Doubled * size) decade = value;
            else (decade, _) = (value, Add(drops, decade - value));
            if (!isFalling && t > Doubled * size) break;
        }

        var keepsPace = isFalling && drops.Zip(drops.Skip(1)).All(static pair => pair.Second >= 0.99 * pair.First);
        return new(here - lowest, distance, false, keepsPace);

        static bool Add(List<double> list, double drop)
        {
            list.Add(drop);
            return true;
        }
    }
}
