using Calculus.Numerics;
using Calculus.Optimization;
using Calculus.Optimization.Diagnoses;
using MathNet.Numerics.LinearAlgebra;

namespace Calculus.Tests.Optimization;

/// <summary>What each verdict claims, looked for in the same descent continued ten times as long and in the function itself, by means of its own.</summary>
internal sealed class VerdictClaims(DrawnDescent drawn, Trajectory judged)
{
    private const int Tail = 32;

    private readonly IObjective _objective = drawn.Objective();
    private readonly Trajectory _long = drawn.Run(times: 10);

    private double[] End => [.. judged.Points.Select(static column => column[^1])];

    private double EndValue => judged.Value[^1];

    private double Lowest => _long.Value.Where(double.IsFinite).Min();

    // Of the further steps alone: a lower point that the descent passed before its end says nothing of where it goes.
    private double LowestLater => _long.Value.Skip(judged.Step.Length).Where(double.IsFinite).DefaultIfEmpty(EndValue).Min();

    private double Fallen => judged.Value[0] - EndValue;

    private double Noise => 1e-12 * (1 + Math.Abs(EndValue));

    /// <summary>Why the claim does not hold; null where it does.</summary>
    public string? Broken() => judged.Diagnosis!.Verdict switch
    {
        Verdicts.Converged => LowestLater >= EndValue - ((1e-5 * Math.Max(0, Fallen)) + Noise) ? null : Say($"falls on to {LowestLater} from {EndValue}"),
        Verdicts.Rounding => LowestLater >= EndValue - Noise ? null : Say($"falls on to {LowestLater} from {EndValue}"),
        Verdicts.Slow => FallsOn ? null : Say($"does not fall on: {Lowest} after {judged.Best.Value}"),
        Verdicts.Diverging => FallsWithoutEnd ? Say($"falls without end") : HasRunAway ? null : Say($"ends at {_long.Value[^1]}"),
        Verdicts.Unbounded => IsUnbounded() && Lowest < judged.Value.Where(double.IsFinite).Min() + Noise ? null : Say("is bounded"),
        Verdicts.Oscillating => KeepsSwinging ? null : Say($"swings no longer: steps of {Swing(_long)} after {Swing(judged)}"),
        Verdicts.Kink => Kinked(),
        Verdicts.Plateau when judged.GradientNorm[^1] == 0 => Around().Any(value => value < EndValue) ? null : Say("is no level spot on a slope"),
        Verdicts.Plateau => _long.GradientNorm.Skip(judged.Stop.Step).Max() <= 1e-4 * (1 + Math.Abs(EndValue)) ? null : Say("has slope"),
        Verdicts.Saddle => SmallestCurvature() < 0 ? null : Say($"the least curvature is {SmallestCurvature()}"),
        Verdicts.Flat => Probes().All(value => value == EndValue) ? null : Say("is not constant"),
        var other => Say($"unknown verdict {other}"),
    };

    private bool FallsWithoutEnd => _long.Value.Any(static value => value < -1e30);

    // What stopped can't be carried on: it has run away where it stands higher than it began.
    private bool HasRunAway => _long.Stop.Reason is StopReasons.Diverged || _long.Value[^1] > EndValue || (judged.Stop.Reason is StopReasons.Stationary && Fallen < 0);

    private static string Say(FormattableString text) => FormattableString.Invariant(text);

    private static string Say(string text) => text;

    private bool FallsOn => LowestLater < EndValue - (1e-7 * Math.Max(0, Fallen)) ||
        (LowestLater < EndValue - Noise && LiesAbove) ||
        (judged.Diagnosis!.Evidence.Suggestion is { } better && better.Value < judged.Best.Value);

    // Some point near by is lower by much more than the steps bring: what creeps along a valley is on its way.
    private bool LiesAbove => new[] { 0.1, 1 }.Any(share => Enumerable.Range(0, End.Length).Any(i => new[] { share, -share }.Any(t =>
        _objective.Value(End.Select((x, j) => j == i ? x + (t * (1 + Math.Abs(x))) : x).ToArray()) < EndValue - (1e-6 * Math.Max(0, Fallen)))));

    private bool KeepsSwinging
    {
        get
        {
            // Two things are said of what does not fall: that it swings, and that it comes no lower.
            if (judged.Diagnosis!.Explanation.Contains("is not on its way down", StringComparison.Ordinal)) return LowestLater >= EndValue - ((1e-5 * Math.Max(0, Fallen)) + Noise);
            var lasts = Swing(_long) >= 5e-3 * Swing(judged);
            var shrinks = judged.Diagnosis!.Explanation.Contains("each step multiplies the gradient by", StringComparison.Ordinal);
            return shrinks ? _long.GradientNorm[^1] <= judged.GradientNorm[^1] * 1.001 : lasts;
        }
    }

    private string? Kinked()
    {
        var kink = judged.Diagnosis!.Evidence.Kink!;
        if (!(kink.Before < 0 && kink.After > 0)) return "no jump of the slope";
        // A rule without a rate is held there: it comes hardly lower.
        if (!drawn.HasRate) return Lowest >= EndValue - ((1e-3 * Math.Max(0, Fallen)) + Noise) ? null : Say($"falls on to {Lowest} from {EndValue}");
        var (ratio, smaller) = (Swing(_long) / Swing(judged), Swing(drawn.Run(times: 10, share: 0.1)) / Swing(_long));
        if (ratio is < 0.1 or > 10) return Say($"the swings change by {ratio}");
        // Of Rprop the rate is the first step's length alone, and nothing is said of another one.
        if (drawn.Optimizer is "rprop") return null;
        return smaller is < 1e-3 or > 0.4 ? Say($"at a tenth of the rate the swings are {smaller} times as long") : null;
    }

    private static double Swing(Trajectory path)
    {
        var last = path.Step.Length - 1;
        var from = Math.Max(0, last - Tail);
        if (last == 0) return 0;
        return Enumerable.Range(from, last - from).Average(i => Math.Sqrt(path.Points.Sum(column => (column[i + 1] - column[i]) * (column[i + 1] - column[i]))));
    }

    // Along an axis, along the slope or along the last step, the function falls at ever larger distances, and not ever less.
    private bool IsUnbounded()
    {
        var n = End.Length;
        var from = End.All(double.IsFinite) ? End : [.. judged.Best.Point];
        var gradient = new double[n];
        var here = _objective.ValueAndGradient(from, gradient);
        if (here < -1e30 || FallsWithoutEnd) return true;
        List<double[]> ways = [[.. gradient.Select(static g => -g)]];
        for (var i = 0; i < n; i++)
        {
            foreach (var sign in (double[])[1, -1]) ways.Add([.. Enumerable.Range(0, n).Select(j => j == i ? sign : 0)]);
        }

        // Beside the axes, where the function curves downwards.
        var bends = HessianAt(from).Evd(Symmetricity.Symmetric);
        foreach (var sign in (double[])[1, -1]) ways.Add([.. bends.EigenVectors.Column(0).Select(entry => sign * entry)]);

        if (judged.Step.Length > 1) ways.Add([.. judged.Points.Select(static column => column[^1] - column[^2])]);
        return ways.Exists(way =>
        {
            var norm = Math.Sqrt(way.Sum(static each => each * each));
            if (norm == 0) return false;
            double[] values = [.. new[] { 1e3, 1e4, 1e5, 1e6, 1e7, 1e8 }.Select(t => _objective.Value(from.Select((x, i) => x + (t * way[i] / norm)).ToArray()))];
            var drops = values.Zip(values.Skip(1), static (a, b) => a - b).ToArray();
            return values[0] < here && drops.All(static drop => drop > 0 || double.IsNaN(drop)) && (double.IsNegativeInfinity(values[^1]) || drops[^1] >= 0.95 * drops[0]);
        });
    }

    private double SmallestCurvature() => SymmetricSpectrum.EigenvaluesOf(HessianAt(End))[0];

    private Matrix<double> HessianAt(double[] end)
    {
        var n = end.Length;
        var hessian = Matrix<double>.Build.Dense(n, n);
        for (var j = 0; j < n; j++)
        {
            const double h = 1e-5;
            double[] up = [.. end], down = [.. end], above = new double[n], below = new double[n];
            up[j] += h;
            down[j] -= h;
            _objective.ValueAndGradient(up, above);
            _objective.ValueAndGradient(down, below);
            for (var i = 0; i < n; i++) hessian[i, j] = (above[i] - below[i]) / (2 * h);
        }

        return (hessian + hessian.Transpose()) / 2;
    }

    // In sixteen directions; of one variable, to both sides.
    private IEnumerable<double> Around() =>
        from size in new[] { 1e-3, 3e-3, 1e-2, 3e-2, 1e-1 }
        from turn in Enumerable.Range(0, 16)
        let angle = Math.PI * turn / 8
        select _objective.Value(End.Select((x, i) => x + (size * (1 + Math.Abs(x)) * (i == 0 ? Math.Cos(angle) : Math.Sin(angle)))).ToArray());

    private IEnumerable<double> Probes()
    {
        for (var i = 0; i < End.Length; i++)
        {
            foreach (var h in (double[])[1e-3, -1e-3])
            {
                var there = End;
                there[i] += h;
                yield return _objective.Value(there);
            }
        }
    }
}
