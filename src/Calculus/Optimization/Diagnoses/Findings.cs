using Calculus.Budgets;

namespace Calculus.Optimization.Diagnoses;

/// <summary>Everything that the rules of the diagnosis ask about a descent.</summary>
internal sealed class Findings
{
    private readonly Survey _survey;
    private readonly Allowance _allowance;

    // Where a run diverged or got worse, the curvature at its end says nothing about the rate that would have worked.
    public Findings(DescentCase descent, Allowance allowance)
    {
        (Case, _allowance) = (descent, allowance);
        _survey = new(descent.Path.Landscape, descent.Objective, allowance);
        var path = descent.Path;
        IsLost = IsStop(StopReasons.Diverged) || (path.EndValue > path.StartValue && path.EndGradientNorm > path.StartGradientNorm);
        At = IsLost ? descent.Best : descent.End;
        Value = path.Landscape.Value(At.Point, At.Value);
        Gradient = new double[At.Point.Length];
        path.Landscape.FromGradient(At.Point, At.Gradient, Gradient);
        Held = [.. Enumerable.Range(0, Gradient.Length).Where(i => path.Landscape.IsHeld(i, At.Point, Gradient))];
        foreach (var i in Held) Gradient[i] = 0;
    }

    /// <summary>The descent.</summary>
    public DescentCase Case { get; }

    public PathSummary Path => Case.Path;

    public Optimizer Optimizer => Case.Optimizer;

    public Stop Stop => Case.Stop;

    /// <summary>True where the run diverged or got worse, so that its best point is looked at instead of its last.</summary>
    public bool IsLost { get; }

    /// <summary>Where the function is looked at.</summary>
    public Waypoint At { get; }

    /// <summary>F there.</summary>
    public double Value { get; }

    /// <summary>∇F there, 0 for the coordinates that the box holds.</summary>
    public double[] Gradient { get; }

    /// <summary>The coordinates that lie on a bound of the box which −∇F would cross.</summary>
    public int[] Held { get; }

    /// <summary>λmin and λmax there; null where they are not known.</summary>
    public Spectrum? Spectrum { get; private set; }

    /// <summary>
    /// True where F is a quadratic as far as the point where its gradient would vanish along −∇F: the gradient there is
    /// what the Hessian predicts, to a fifth.
    /// </summary>
    public bool QuadraticHolds { get; private set; }

    /// <summary>The distance to a point nearby where the slope has vanished but for a tenth, as a Newton step finds it; null where there is none.</summary>
    public double? StationaryDistance { get; private set; }

    /// <summary>How F changes nearby; null where it was not probed, since the gradient is not 0.</summary>
    public Surroundings? Around { get; private set; }

    /// <summary>How far F falls along the rays that were walked, each until it first rises; null where none was.</summary>
    public double? Drop { get; private set; }

    /// <summary>True where all these rays rise in the end.</summary>
    public bool RisesAllAround { get; private set; }

    /// <summary>True where F falls without bound along −∇F or along the last steps.</summary>
    public bool IsUnbounded { get; private set; }

    /// <summary>What the descent does when it is carried on; null where it was not.</summary>
    public Sequel? Sequel { get; private set; }

    /// <summary>The kink that the last steps cross; null where none was found.</summary>
    public Kink? Kink { get; private set; }

    /// <summary>What the batches say; null where there are none.</summary>
    public BatchNoise? Noise { get; private set; }

    /// <summary>The coordinates without slope along the whole path, by which F is level at the end too.</summary>
    public int[] Dead { get; private set; } = [];

    public double GradientNorm => IsLost ? Path.EndGradientNorm : Vectors.Norm(Gradient);

    /// <summary>The size against which a distance is small.</summary>
    public double Size => 1 + Vectors.Norm(At.Point);

    /// <summary>How much F has fallen.</summary>
    public double Fallen => Path.StartValue - Path.EndValue;

    /// <summary>How much further F falls when the descent is carried on.</summary>
    public double Gain => Sequel is null ? 0 : Path.EndValue - Sequel.Path.LowestValue;

    /// <summary>The factor of ‖∇F‖ for one step, averaged over the window.</summary>
    public double? GradientFactor
    {
        get
        {
            if (Path.Window.Count == 0) return null;
            var before = Path.Window.First().GradientBefore;
            return before > 0 && double.IsFinite(before) ? Math.Pow(Path.EndGradientNorm / before, 1.0 / Path.Window.Count) : null;
        }
    }

    /// <summary>True where the swings shrink by <see cref="GradientFactor"/>, and go on shrinking when the descent is carried on.</summary>
    public bool Shrinks
    {
        get
        {
            if (GradientFactor is not { } each || !(each < 0.999_999)) return false;
            return Sequel is not { } sequel || Math.Log(sequel.Path.MeanLength / Path.MeanLength) <= 0.5 * sequel.Steps * Math.Log(each);
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

    /// <summary>What remains to be gained nearby: by the quadratic, and by what the walks have found; infinite where nothing is known.</summary>
    public double Remaining => Spectrum is { Largest: > 0 } spectrum && Drop is { } drop ? Math.Max(spectrum.Decrement, drop) : double.PositiveInfinity;

    /// <summary>The gap between F and the next double.</summary>
    public static double Spacing(double value) => Math.BitIncrement(Math.Abs(value)) - Math.Abs(value);

    /// <summary>True where the descent ended for this reason.</summary>
    public bool IsStop(string reason) => string.Equals(Stop.Reason, reason, StringComparison.Ordinal);

    /// <summary>What people call a coordinate.</summary>
    public string NameOf(int coordinate) => Case.Objective is INamedCoordinates named ? named.NameOf(coordinate) : FormattableString.Invariant($"coordinate {coordinate + 1}");

    /// <summary>Looks at the function and carries the descent on, as far as the allowance goes: what can't be paid is not known.</summary>
    public void Measure(Extras extras)
    {
        (string Part, Func<bool> Look)[] looks =
        [
            ("the curvature at the end", MeasureCurvature), ("the walks around the end", WalkAbout), ("the further steps", GoOn),
            ("the look for kinks", LookForKinks), ("the look for units that are off", LookForDeadCoordinates),
        ];
        foreach (var (part, look) in looks)
        {
            try
            {
                extras.Contain(part, look, false);
            }
            catch (LimitException)
            {
                // The next look may be cheaper.
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private bool MeasureCurvature()
    {
        var free = Enumerable.Range(0, Gradient.Length).Except(Held).ToArray();
        var spectrum = Spectrum.At(_survey, At.Point, Gradient, free);
        var norm = Vectors.Norm(Gradient);
        if (norm == 0)
        {
            (Spectrum, Around) = (spectrum, Surroundings.Of(_survey, At.Point, Value));
            return true;
        }

        // Along the unit gradient, since the squares of a tiny one would vanish.
        var direction = Gradient.Select(entry => entry / norm).ToArray();
        var turned = Masked(_survey.Product(At.Point, direction));
        var rayleigh = Vectors.Dot(direction, turned);
        Spectrum = spectrum;
        if (!double.IsFinite(rayleigh)) return true;
        if (rayleigh != 0)
        {
            var step = -norm / rayleigh;
            QuadraticHolds = Foretells(direction, step, [.. Gradient.Select((entry, i) => entry + (step * turned[i]))], 0.2 * norm);
        }

        if (spectrum?.Newton is { } newton && Foretells(newton, 1, new double[newton.Length], 0.1 * norm)) StationaryDistance = Vectors.Norm(newton);
        return true;
    }

    private bool Foretells(double[] direction, double step, double[] foretold, double within)
    {
        var there = At.Point.Select((coordinate, i) => coordinate + (step * direction[i])).ToArray();
        return Vectors.AreFinite(there) && Vectors.Distance(Masked(_survey.Gradient(there)), foretold) <= within;
    }

    private double[] Masked(double[] v)
    {
        foreach (var i in Held) v[i] = 0;
        return v;
    }

    private bool WalkAbout()
    {
        if (Case.IsBatched) return false;
        double[] downhill = [.. Gradient.Select(static entry => -entry)];
        double[]?[] ways = [.. Unit(downhill, Path.Net()), Around?.Lower];
        var walks = ways.OfType<double[]>().Select(way => Ray.From(_survey, At.Point, Value, way)).ToList();
        IsUnbounded = walks.Exists(static walk => walk.IsUnbounded);
        if (Spectrum is { } spectrum)
            walks.AddRange(new[] { spectrum.Downward, [.. spectrum.Downward.Select(static entry => -entry)] }.Select(way => Ray.From(_survey, At.Point, Value, way)));

        (Drop, RisesAllAround) = (walks.Select(static walk => walk.Drop).DefaultIfEmpty(0).Max(), walks.TrueForAll(static walk => walk.Rises));
        return true;
    }

    // Each direction, and without its small entries: on the way down along some axes, others are still settling.
    private static IEnumerable<double[]> Unit(params double[][] directions)
    {
        foreach (var direction in directions)
        {
            var largest = direction.Max(Math.Abs);
            foreach (var small in (double[])[0, 0.1])
            {
                double[] kept = [.. direction.Select(entry => Math.Abs(entry) < small * largest ? 0 : entry)];
                var norm = Vectors.Norm(kept);
                if (norm > 0 && double.IsFinite(norm)) yield return [.. kept.Select(entry => entry / norm)];
                if (Array.TrueForAll(direction, entry => Math.Abs(entry) >= 0.1 * largest)) break;
            }
        }
    }

    private bool GoOn()
    {
        if (Case.CarryOn is { } carryOn)
        {
            var steps = Sequel.Length(Path.Steps, _allowance.Left / 2 / Case.StepCost);
            var keep = _allowance.Left / 3;
            if (steps > 0) Sequel = carryOn(steps, () => _allowance.Left > keep);
        }

        if (Case.Objective is IBatchedObjective batched) Noise = BatchNoise.Of(batched, this, _survey);
        return true;
    }

    // The last steps back from the end; where there was no step left, a step downhill.
    private bool LookForKinks()
    {
        const int most = 8;
        if (Case.IsBatched || IsLost) return false;
        var to = At.Point;
        var moves = Path.Window.Reverse().Take(most).Select(static step => step.Move).ToList();
        if (moves.Count == 0 || IsStop(StopReasons.Stationary)) moves.Insert(0, [.. Gradient.Select(static entry => entry)]);
        foreach (var move in moves)
        {
            double[] from = [.. to.Zip(move, static (end, step) => end - step)];
            Kink ??= Kink.Between(_survey, from, to);
            if (Kink is not null) return true;
            to = from;
        }

        return true;
    }

    private bool LookForDeadCoordinates()
    {
        const int most = 16;
        if (Case.IsBatched || IsLost) return false;
        Dead = [.. Path.Silent.Take(most).Where(i => Surroundings.IsLevelAlong(_survey, At.Point, Value, i))];
        return true;
    }
}
