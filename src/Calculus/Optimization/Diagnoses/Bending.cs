namespace Calculus.Optimization.Diagnoses;

/// <summary>How F bends where a descent ended.</summary>
/// <param name="Spectrum">λmin and λmax; null where they are not known.</param>
internal sealed record Bending(Spectrum? Spectrum)
{
    /// <summary>
    /// True where F is a quadratic as far as the point where its gradient would vanish along −∇F: the gradient there is
    /// what the Hessian predicts, to a fifth.
    /// </summary>
    public bool QuadraticHolds { get; private init; }

    /// <summary>How far a quadratic falls on its way to where its gradient vanishes along −∇F; infinite where it does not rise again.</summary>
    public double Fall { get; private init; } = double.PositiveInfinity;

    /// <summary>The distance to a point nearby where the slope has vanished but for a tenth, as a Newton step finds it; null where there is none.</summary>
    public double? StationaryDistance { get; private init; }

    /// <summary>How F changes nearby; null where it was not probed, since the gradient is not 0.</summary>
    public Surroundings? Around { get; private init; }

    /// <summary>The Hessian alone.</summary>
    /// <param name="survey">F.</param>
    /// <param name="end">The point.</param>
    public static Bending At(Survey survey, EndPoint end) =>
        new(Spectrum.At(survey, end.Point, end.Gradient, [.. Enumerable.Range(0, end.Gradient.Length).Except(end.Held)]));

    /// <summary>Looks around, and whether the Hessian foretells the gradients nearby.</summary>
    /// <inheritdoc cref="At"/>
    public Bending Probed(Survey survey, EndPoint end)
    {
        var norm = Vectors.Norm(end.Gradient);
        if (norm == 0) return this with { Around = Surroundings.Of(survey, end.Point, end.Value) };

        // Along the unit gradient, since the squares of a tiny one would vanish.
        var direction = end.Gradient.Select(entry => entry / norm).ToArray();
        var turned = end.Masked(survey.Product(end.Point, direction));
        var rayleigh = Vectors.Dot(direction, turned);
        if (!double.IsFinite(rayleigh)) return this;
        var step = -norm / rayleigh;
        return this with
        {
            QuadraticHolds = rayleigh != 0 && Foretells(direction, step, [.. end.Gradient.Select((entry, i) => entry + (step * turned[i]))], 0.2 * norm),
            Fall = rayleigh > 0 ? -step * norm / 2 : double.PositiveInfinity,
            StationaryDistance = Spectrum?.Newton is { } newton && Foretells(newton, 1, new double[newton.Length], 0.1 * norm) ? Vectors.Norm(newton) : null,
        };

        bool Foretells(double[] along, double length, double[] foretold, double within)
        {
            var there = end.Point.Select((coordinate, i) => coordinate + (length * along[i])).ToArray();
            return Vectors.AreFinite(there) && Vectors.Distance(end.Masked(survey.Gradient(there)), foretold) <= within;
        }
    }
}
