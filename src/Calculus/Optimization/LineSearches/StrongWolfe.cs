namespace Calculus.Optimization.LineSearches;

/// <summary>
/// Finds a step along a line that fulfils the strong Wolfe conditions F(x + t d) ≤ F(x) + c₁ t φ′(0) and |φ′(t)| ≤ c₂ |φ′(0)|
/// (J. Nocedal and S. Wright, <em>Numerical Optimization</em>, 2006, algorithms 3.5 and 3.6), with cubic interpolation. Where the function
/// has no finite value the step is shortened. Where values differ by no more than their rounding the slopes decide, as in the
/// approximate Wolfe conditions (W. Hager and H. Zhang, <em>A new conjugate gradient method with guaranteed descent and an efficient line
/// search</em>, SIAM Journal on Optimization 16, 2005).
/// </summary>
/// <param name="c1">The share of the promised decrease that a step has to bring.</param>
/// <param name="c2">The share of the slope that may remain.</param>
/// <param name="dimension">The number of coordinates.</param>
internal sealed class StrongWolfe(double c1, double c2, int dimension)
{
    // Far more than any smooth function needs; at a kink or a barrier the bracket is then closed up to rounding.
    private const int MostTrials = 60;

    // How near to an end of the bracket the next trial may be, as a share of its width.
    private const double Margin = 0.05;

    private double[] _point = new double[dimension];
    private double[] _gradient = new double[dimension];
    private double[] _lowPoint = new double[dimension];
    private double[] _lowGradient = new double[dimension];

    // The shortest trial whose promised decrease even much rounding cannot hide; its length is infinite while there is none.
    private Trial _shortest;

    // Whether any trial had a finite value.
    private bool _anyFinite;

    /// <summary>The step that was found.</summary>
    public Trial Found { get; private set; }

    /// <summary>x + t d of the step that was found.</summary>
    public ReadOnlySpan<double> Point => _lowPoint;

    /// <summary>∇f there, of f itself also where it is climbed.</summary>
    public ReadOnlySpan<double> Gradient => _lowGradient;

    /// <summary>By how much values may differ through rounding alone.</summary>
    /// <param name="value">A value near them.</param>
    public static double NoiseOf(double value) => 1e-14 * Math.Abs(value);

    /// <summary>Searches.</summary>
    /// <param name="at">The point from which the line goes.</param>
    /// <param name="sign">-1 where f is climbed: F = -f; otherwise 1.</param>
    /// <param name="direction">d, along which F falls at first.</param>
    /// <param name="slope">φ′(0), below 0.</param>
    /// <param name="first">The length of the first trial.</param>
    /// <returns>Null where a step was found; otherwise why there is none, as a sentence.</returns>
    public string? Search(Iterate at, double sign, ReadOnlySpan<double> direction, double slope, double first)
    {
        var start = new Trial(0, sign * at.Value, slope);
        var noise = NoiseOf(start.Value);
        var (low, high) = (start, (Trial?)null);
        var (width, widthBefore) = (double.PositiveInfinity, double.PositiveInfinity);
        var length = first;
        var extensions = 0;
        (_shortest, _anyFinite) = (new Trial(double.PositiveInfinity, 0, 0), false);
        at.Point.CopyTo(_lowPoint);

        for (var n = 0; n < MostTrials; n++)
        {
            for (var i = 0; i < _point.Length; i++) _point[i] = at.Point[i] + (length * direction[i]);
            if (!(length > 0) || !double.IsFinite(length) || _point.AsSpan().SequenceEqual(_lowPoint)) break;

            var trial = Evaluate(at, sign, direction, length);
            Note(trial, slope, noise);
            var bound = start.Value + (c1 * length * slope);
            if (trial.IsFinite && Math.Abs(trial.Slope) <= -c2 * slope && (trial.Value <= bound || Math.Abs(trial.Value - start.Value) <= noise))
            {
                Take(trial);
                return null;
            }

            if (!trial.IsFinite || trial.Value > bound + noise || trial.Value > low.Value + noise || (trial.Value >= low.Value && trial.Slope >= 0))
            {
                high = trial;
            }
            else
            {
                var previous = low;
                low = trial;
                (_lowPoint, _point, _lowGradient, _gradient) = (_point, _lowPoint, _gradient, _lowGradient);
                if (high is null && trial.Slope < 0)
                {
                    length = Further(previous, low, ++extensions);
                    continue;
                }

                if (high is null || trial.Slope * (high.Value.Length - low.Length) >= 0) high = previous;
            }

            var now = Math.Abs(high.Value.Length - low.Length);
            length = now > 0.66 * widthBefore ? (low.Length + high.Value.Length) / 2 : Between(low, high.Value, noise);
            (widthBefore, width) = (width, now);
        }

        // No step fulfils both conditions that can be told apart; the lowest point found brings enough decrease.
        if (low.Length == 0) return WhyNot(slope, sign);
        Found = low;
        return null;
    }

    private Trial Evaluate(Iterate at, double sign, ReadOnlySpan<double> direction, double length)
    {
        var value = Vectors.AreFinite(_point) ? at.Evaluate(_point, _gradient) : double.NaN;
        return new(length, sign * value, double.IsFinite(value) && Vectors.AreFinite(_gradient) ? sign * Vectors.Dot(_gradient, direction) : double.NaN);
    }

    private void Take(Trial trial)
    {
        Found = trial;
        (_lowPoint, _point, _lowGradient, _gradient) = (_point, _lowPoint, _gradient, _lowGradient);
    }

    private void Note(Trial trial, double slope, double noise)
    {
        _anyFinite |= trial.IsFinite;
        if (trial.IsFinite && trial.Length < _shortest.Length && -slope * trial.Length > 1e6 * noise) _shortest = trial;
    }

    // Without a bracket: where the cubic is lowest, but between two and ten times as far. What goes on falling after several such
    // trials may have no lower bound, so the tenfold becomes a hundredfold, a thousandfold and so on.
    private static double Further(Trial before, Trial now, int extensions)
    {
        var step = now.Length - before.Length;
        if (extensions > 6) return now.Length * Math.Pow(10, extensions - 5);
        var there = Trial.CubicMinimum(before, now);
        return double.IsNaN(there) ? now.Length + (4 * step) : Math.Clamp(there, now.Length + step, now.Length + (9 * step));
    }

    // Within a bracket: nearer to the low end where the other one has no finite value, else where the cubic is lowest.
    private static double Between(Trial low, Trial high, double noise)
    {
        var width = high.Length - low.Length;
        if (!high.IsFinite) return low.Length + (0.3 * width);
        var there = Math.Abs(high.Value - low.Value) > noise || high.Slope * low.Slope >= 0 ? Trial.CubicMinimum(low, high) : Trial.SecantMinimum(low, high);
        var share = (there - low.Length) / width;
        return double.IsNaN(share) ? low.Length + (width / 2) : low.Length + (Math.Clamp(share, Margin, 1 - Margin) * width);
    }

    private string WhyNot(double slope, double sign)
    {
        var (better, falls) = sign > 0 ? ("lower", "fall") : ("higher", "rise");
        if (!_anyFinite) return "Along the search direction the function has no finite value, however short the step.";

        // Over a smooth function a short step rises because its slope has grown; at a kink the slope goes on as it began.
        return double.IsFinite(_shortest.Length) && Math.Abs(_shortest.Slope) <= 20 * -slope
            ? $"However short the step, the function does not {falls} as its gradient promises: at a kink or a jump the gradient does not describe it."
            : $"Along the search direction no {better} point can be told apart from rounding.";
    }
}
