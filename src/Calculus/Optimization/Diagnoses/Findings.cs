namespace Calculus.Optimization.Diagnoses;

/// <summary>Everything that the rules of the diagnosis ask about a descent.</summary>
/// <param name="path">The path.</param>
/// <param name="optimizer">The rule that took it.</param>
/// <param name="stop">Why it ended.</param>
/// <param name="at">Where the curvature is measured.</param>
internal sealed class Findings(PathSummary path, Optimizer optimizer, Stop stop, Waypoint at)
{
    public PathSummary Path { get; } = path;

    public Optimizer Optimizer { get; } = optimizer;

    public Stop Stop { get; } = stop;

    public Waypoint At { get; } = at;

    /// <summary>λmin and λmax at <see cref="At"/>; null where they are not known.</summary>
    public Spectrum? Spectrum { get; private set; }

    /// <summary>∇F·∇²F·∇F/‖∇F‖²: the curvature along the gradient.</summary>
    public double? Rayleigh { get; private set; }

    /// <summary>
    /// True where F is a quadratic as far as the point where its gradient would vanish along −∇F: the gradient there is
    /// what the Hessian predicts, to a fifth.
    /// </summary>
    public bool QuadraticHolds { get; private set; }

    /// <summary>How F changes nearby; null where it was not probed, since the gradient is not 0.</summary>
    public Surroundings? Around { get; private set; }

    public double GradientNorm => Path.EndGradientNorm;

    /// <summary>The size against which a distance is small.</summary>
    public double Size => 1 + Vectors.Norm(At.Point);

    /// <summary>The factor of ‖∇F‖ for one step, averaged over the window.</summary>
    public double? GradientFactor
    {
        get
        {
            if (Path.Window.Count == 0) return null;
            var before = Path.Window.First().GradientBefore;
            return before > 0 && double.IsFinite(before) ? Math.Pow(GradientNorm / before, 1.0 / Path.Window.Count) : null;
        }
    }

    public double? DecreaseRatio
    {
        get
        {
            if (Path.Window.Count == 0) return null;
            var last = Path.Window.Last();
            var noise = 16 * Spacing(last.ValueBefore);
            return last.Predicted > noise ? (last.ValueBefore - last.ValueAfter) / last.Predicted : null;
        }
    }

    public double? LargestStableRate =>
        Optimizer.StabilityFactor is { } factor && Spectrum is { } spectrum && spectrum.Largest > 0 ? factor / spectrum.Largest : null;

    /// <summary>How far a quadratic would still fall to its bottom; infinite where nothing says that there is one.</summary>
    public double RemainingDecrease
    {
        get
        {
            if (Spectrum is null || Spectrum.Smallest < -Spectrum.Tolerance) return double.PositiveInfinity;
            var curvature = Spectrum.Smallest > Spectrum.Tolerance ? Spectrum.Smallest : Rayleigh ?? 0;
            return curvature > 0 ? GradientNorm / curvature * GradientNorm / 2 : double.PositiveInfinity;
        }
    }

    /// <summary>The gap between F and the next double.</summary>
    public static double Spacing(double value) => Math.BitIncrement(Math.Abs(value)) - Math.Abs(value);

    /// <summary>Asks the objective for its curvature.</summary>
    /// <returns>True once that is done.</returns>
    public bool Measured()
    {
        Measure();
        return true;
    }

    private void Measure()
    {
        var landscape = Path.Landscape;
        Spectrum = Spectrum.At(landscape, At.Point);

        var gradient = new double[At.Point.Length];
        landscape.FromGradient(At.Point, At.Gradient, gradient);
        var norm = Vectors.Norm(gradient);
        if (norm == 0)
        {
            Around = Surroundings.Of(landscape, At.Point);
            return;
        }

        // Along the unit gradient, since the squares of a tiny one would vanish.
        var direction = gradient.Select(entry => entry / norm).ToArray();
        var turned = new double[direction.Length];
        landscape.HessianVectorProduct(At.Point, direction, turned);
        var rayleigh = Vectors.Dot(direction, turned);
        if (!double.IsFinite(rayleigh)) return;
        Rayleigh = rayleigh;
        if (rayleigh == 0) return;

        var step = -norm / rayleigh;
        var there = At.Point.Select((coordinate, i) => coordinate + (step * direction[i])).ToArray();
        if (!Vectors.AreFinite(there)) return;
        var found = new double[there.Length];
        landscape.Gradient(there, found);
        var foretold = gradient.Select((entry, i) => entry + (step * turned[i])).ToArray();
        QuadraticHolds = Vectors.Distance(found, foretold) <= 0.2 * norm;
    }

    /// <summary>Falls back on what the path itself shows when the budget ran out in the middle of measuring.</summary>
    public void ForgetMeasurements() => (Spectrum, Rayleigh, QuadraticHolds, Around) = (null, null, false, null);

    public Evidence ToEvidence() => new()
    {
        Curvature = Path.Curvature,
        HessianStep = Spectrum is null ? null : At.Step,
        LargestEigenvalue = Finite(Spectrum?.Largest),
        SmallestEigenvalue = Finite(Spectrum?.Smallest),
        ConditionNumber = Finite(Spectrum?.Condition),
        LargestStableRate = Finite(LargestStableRate),
        DecreaseRatio = Finite(DecreaseRatio),
        GradientFactor = Finite(GradientFactor),
    };

    // A quotient that overflows is evidence of nothing.
    private static double? Finite(double? value) => value is { } number && double.IsFinite(number) ? number : null;
}
