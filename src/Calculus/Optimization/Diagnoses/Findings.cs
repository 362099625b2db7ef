using Calculus.Budgets;

namespace Calculus.Optimization.Diagnoses;

/// <summary>Everything that the rules of the diagnosis ask about a descent.</summary>
internal sealed class Findings
{
    private readonly Survey _survey;
    private readonly Allowance _allowance;
    private readonly EndPoint _end;
    private Bending? _bending;
    private Walks? _walks;

    /// <summary>Nothing but the path is known yet.</summary>
    /// <param name="descent">The descent.</param>
    /// <param name="allowance">What may be spent on looking.</param>
    public Findings(DescentCase descent, Allowance allowance)
    {
        (Case, _allowance, _end) = (descent, allowance, new EndPoint(descent));
        _survey = new(descent.Path.Landscape, descent.Objective, allowance);
    }

    /// <summary>The descent.</summary>
    public DescentCase Case { get; }

    public PathSummary Path => Case.Path;

    public Optimizer Optimizer => Case.Optimizer;

    public Stop Stop => Case.Stop;

    /// <inheritdoc cref="EndPoint.IsLost"/>
    public bool IsLost => _end.IsLost;

    /// <summary>Where the function is looked at.</summary>
    public Waypoint At => _end.At;

    /// <summary>F there.</summary>
    public double Value => _end.Value;

    /// <inheritdoc cref="EndPoint.Gradient"/>
    public double[] Gradient => _end.Gradient;

    /// <inheritdoc cref="EndPoint.Held"/>
    public int[] Held => _end.Held;

    /// <summary>The size against which a distance is small.</summary>
    public double Size => _end.Size;

    /// <summary>λmin and λmax there; null where they are not known.</summary>
    public Spectrum? Spectrum => _bending?.Spectrum;

    /// <inheritdoc cref="Bending.QuadraticHolds"/>
    public bool QuadraticHolds => _bending is { QuadraticHolds: true };

    /// <inheritdoc cref="Bending.StationaryDistance"/>
    public double? StationaryDistance => _bending?.StationaryDistance;

    /// <inheritdoc cref="Bending.Around"/>
    public Surroundings? Around => _bending?.Around;

    /// <summary>How far F falls along the rays that were walked, each until it first rises; null where none was.</summary>
    public double? Drop => _walks?.Drop;

    /// <summary>True where all these rays rise in the end.</summary>
    public bool RisesAllAround => _walks is { RiseAll: true };

    /// <inheritdoc cref="Walks.RiseDownhill"/>
    public bool RisesDownhill => _walks is { RiseDownhill: true };

    /// <inheritdoc cref="Walks.IsUnbounded"/>
    public bool IsUnbounded => _walks is { IsUnbounded: true };

    /// <summary>What the descent does when it is carried on; null where it was not.</summary>
    public Sequel? Sequel { get; private set; }

    /// <summary>The kink that the last steps cross; null where none was found.</summary>
    public Kink? Kink { get; private set; }

    /// <summary>How long the swings round the kink are at a tenth of the rate, beside those at this one; null where that was not tried.</summary>
    public double? ShareAtATenth { get; private set; }

    /// <summary>What the batches say; null where there are none.</summary>
    public BatchNoise? Noise { get; private set; }

    /// <summary>The coordinates without slope along the whole path, by which F is level at the end too.</summary>
    public int[] Dead { get; private set; } = [];

    public double GradientNorm => IsLost ? Path.EndGradientNorm : Vectors.Norm(Gradient);

    /// <summary>How much F has fallen.</summary>
    public double Fallen => Path.StartValue - Path.EndValue;

    /// <summary>How much further F falls when the descent is carried on.</summary>
    public double Gain => Sequel is null ? 0 : Path.EndValue - Sequel.Path.LowestValue;

    /// <summary>What counts as nothing gained: a millionth of what has been gained, or rounding.</summary>
    public double Trifle => Math.Max(1e-6 * Fallen, 64 * Spacing(Path.EndValue));

    /// <summary>True where the rule found no further step, or where the further steps are seen to gain nothing.</summary>
    public bool GainsNothing => !Case.IsBatched && !IsLost && Path.Window.Count > 0 &&
        (Sequel is null ? IsStop(StopReasons.Stationary) : !Sequel.HasDiverged && Sequel.Path.Window.Count > 0 && Gain <= Trifle);

    /// <summary>True where the further steps still come lower at their end, by however little.</summary>
    public bool Creeps => !IsLow && Sequel is { Stop: null } sequel && Gain > 64 * Spacing(Path.EndValue) && sequel.Path.EndValue <= sequel.Path.LowestValue;

    /// <summary>True where F falls no further along −∇F as a quadratic, nor anywhere around.</summary>
    public bool IsLow { get; private set; }

    /// <summary>How long the steps are when the descent is carried on, beside those before its end; null where it was not.</summary>
    public double? Persistence => Sequel is { Path.Window.Count: > 0 } sequel && Path.MeanLength > 0 ? sequel.Path.MeanLength / Path.MeanLength : null;

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
            return Sequel is not { } sequel || (sequel.Path.EndGradientNorm <= Path.EndGradientNorm && Math.Log(sequel.Path.MeanLength / Path.MeanLength) <= 0.5 * sequel.Steps * Math.Log(each));
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

    /// <summary>True where the rule finds the length of each step by itself, so that a long step says nothing of the next.</summary>
    public bool SearchesLengths => Optimizer.AtRate is null;

    /// <summary>True where the rule found no further step, or the gradient met a tolerance that means a point without slope.</summary>
    public bool HasArrived => IsStop(StopReasons.Stationary) || (IsStop(StopReasons.Converged) && Case.Options.Stop is { Gradient: <= 1e-8, Value: null, Step: null });

    /// <summary>True where the descent ended for this reason.</summary>
    public bool IsStop(string reason) => string.Equals(Stop.Reason, reason, StringComparison.Ordinal);

    /// <summary>What people call a coordinate.</summary>
    public string NameOf(int coordinate) => Case.Objective is INamedCoordinates named ? named.NameOf(coordinate) : FormattableString.Invariant($"coordinate {coordinate + 1}");

    /// <summary>Looks at the function and carries the descent on, as far as the allowance goes: what can't be paid is not known.</summary>
    public void Measure(Extras extras)
    {
        (string Part, Func<bool> Look)[] looks =
        [
            ("the curvature at the end", MeasureBending), ("the walks around the end", WalkAbout), ("the further steps", GoOn), ("the look around where it rests", LookAround),
            ("the look for kinks", LookForKinks), ("the swings at a tenth of the rate", SwingAtATenth),
            ("the look for units that are off", LookForDeadCoordinates),
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

    private bool MeasureBending()
    {
        _bending = Bending.At(_survey, _end);
        _bending = _bending.Probed(_survey, _end);
        return true;
    }

    private bool WalkAbout()
    {
        if (Case.IsBatched) return false;
        _walks = Walks.From(_survey, _end, Path.Net(), _bending);
        return true;
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

    // Where the floor of a valley is level, no curvature tells a bottom, but what lies around does.
    private bool LookAround()
    {
        if (!GainsNothing || Spectrum is not { Largest: > 0, IsIndefinite: false } spectrum) return false;
        var isNear = (QuadraticHolds && _bending!.Fall <= Trifle) || GradientNorm <= 1e-8 * spectrum.Largest * Size;
        // A slope that the steep direction hides: along the least curvature.
        var slope = Math.Abs(Vectors.Dot(Gradient, spectrum.Downward));
        var isLevel = slope * Size <= Trifle || (spectrum.Smallest > spectrum.Tolerance && slope / spectrum.Smallest * slope / 2 <= Trifle);
        IsLow = isNear && isLevel && Surroundings.Of(_survey, At.Point, Value, Trifle) is { Rises: true, Lower: null };
        return true;
    }

    private bool LookForKinks()
    {
        if (Case.IsBatched || IsLost) return false;
        Kink = KinkOnTheWay.Of(_survey, _end, Path, IsStop(StopReasons.Stationary), SearchesLengths);
        return true;
    }

    private bool SwingAtATenth()
    {
        if (Kink is not { Before: < 0, After: > 0 } || Sequel is not { Path.MeanLength: > 0 } sequel || Case.Options.Schedule is not null || !Optimizer.AllowsSchedule) return false;
        var steps = Path.Steps + sequel.Steps;
        if (steps > _allowance.Left / 2 / Case.StepCost || Trials.At(this, _allowance, 0.1 * Optimizer.InitialRate, steps) is not { Path: var path }) return false;
        ShareAtATenth = path.MeanLength / sequel.Path.MeanLength;
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
