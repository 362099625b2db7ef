using Calculus.Checkpoints;

namespace Calculus.Optimization.LeastSquares;

/// <summary>
/// The method of Levenberg (1944) and Marquardt (1963) in the scale of J. Moré (<em>The Levenberg–Marquardt algorithm: implementation and
/// theory</em>, 1978): D has the largest lengths that the columns of J have had. The damping μ follows the ratio of gain and promise
/// (K. Madsen, H. B. Nielsen, O. Tingleff, <em>Methods for non-linear least squares problems</em>, 2004, algorithm 3.16).
/// </summary>
internal sealed class LevenbergMarquardt : OptimizerDefinition
{
    /// <inheritdoc/>
    public override string Name => "levenberg_marquardt";

    /// <inheritdoc/>
    public override string Title => "Levenberg–Marquardt";

    /// <inheritdoc/>
    public override string Sentence => "For sums of squares: a Gauss–Newton step that is shortened, and turned towards the gradient, until the function really falls. A function whose value is a vector is the list of residuals.";

    /// <inheritdoc/>
    public override Source Source { get; } = new("K. Levenberg", 1944, "A method for the solution of certain non-linear problems in least squares. Quarterly of Applied Mathematics 2");

    /// <inheritdoc/>
    public override string Latex =>
        @"x_{t}=x_{t-1}-\left(J^{\top}J+\mu_{t}D^{2}\right)^{-1}J^{\top}r(x_{t-1}),\quad f=\sum_{i}r_{i}^{2},\quad J_{ij}=\frac{\partial r_{i}}{\partial x_{j}}(x_{t-1})";

    /// <inheritdoc/>
    public override IReadOnlyList<Parameter> Parameters { get; } =
        [new("damping", 1e-3, "The damping of the first step. The larger it is, the shorter is the step.") { Minimum = 1e-15 }];

    /// <inheritdoc/>
    public override double? DefaultGradientTolerance => 1e-8;

    /// <inheritdoc/>
    public override bool AllowsBox => false;

    /// <inheritdoc/>
    public override bool TakesSumOfSquares => true;

    /// <inheritdoc/>
    protected override Optimizer Start(Settings settings, int dimension)
    {
        LineSearches.WolfeParameters.CheckDimension(settings, dimension, Jacobian.MostCoordinates, "factorises the Jacobian in each step");
        return new Rule(settings, dimension);
    }

    private sealed class Rule(Settings settings, int dimension) : Optimizer(settings)
    {
        // With each refusal the damping grows by a factor that doubles: this is far beyond what any step survives.
        private const int MostTrials = 60;

        private readonly double[] _scale = new double[dimension];
        private readonly double[] _damping = [settings.Number("damping")];
        private readonly double[] _point = new double[dimension];
        private readonly double[] _gradient = new double[dimension];
        private double _growth = 2;
        private double _smallestGradient = double.PositiveInfinity;

        public override double? StabilityFactor => null;

        public override bool ComparesValues => true;

        public override bool TakesSumOfSquares => true;

        /// <summary>The damping with which the next step is tried, and the scale of the coordinates.</summary>
        public override IReadOnlyList<InternalState> Internals => [new("mu", _damping), new("D", _scale)];

        internal override void Exchange(Snapshot snapshot)
        {
            base.Exchange(snapshot);
            snapshot.Numbers(_scale);
            snapshot.Numbers(_damping);
            (_growth, _smallestGradient) = (snapshot.Number(_growth), snapshot.Number(_smallestGradient));
        }

        public override void Advance(Iterate at)
        {
            if (Jacobian.At(at) is not { } linear)
            {
                at.GiveUp("The Jacobian of the residuals has no finite value here.");
                return;
            }

            for (var j = 0; j < _scale.Length; j++) _scale[j] = Math.Max(_scale[j], linear.ColumnNorms[j]);
            var scale = _scale.Select(static length => length > 0 ? length : 1).ToArray();
            var wasFinite = false;
            for (var n = 0; n < MostTrials; n++)
            {
                var step = linear.Damped(_damping[0], scale);
                for (var i = 0; i < step.Length; i++) _point[i] = at.Point[i] + step[i];
                if (_point.AsSpan().SequenceEqual(at.Point)) break;

                var value = Vectors.AreFinite(_point) ? at.Evaluate(_point, _gradient) : double.NaN;
                var isFinite = double.IsFinite(value) && Vectors.AreFinite(_gradient);
                wasFinite |= isFinite;
                if (isFinite && Gain(at, value, Promise(linear, step, scale)) is { } gain)
                {
                    Relax(gain);
                    _point.CopyTo(at.Next);
                    at.Accept(value, _gradient);
                    return;
                }

                _damping[0] = Math.Min(_damping[0] * _growth, 1e300);
                _growth *= 2;
            }

            at.GiveUp(wasFinite || Vectors.Norm(at.Gradient) == 0
                ? "No lower point can be told apart from rounding."
                : "The function has no finite value around the point, however short the step.");
        }

        // f minus the linear model's value: ‖J h‖² + 2μ‖D h‖² (Moré, equation 4.4).
        private double Promise(Linearization linear, double[] step, double[] scale)
        {
            var along = linear.LengthAlong(step);
            var scaled = Vectors.Norm([.. step.Select((entry, i) => entry * scale[i])]);
            return (along * along) + (2 * _damping[0] * scaled * scaled);
        }

        // What the step brings over what it promised, where it is to be taken; null where it is not. Where rounding hides the gain the
        // step is taken as long as the gradient becomes shorter.
        private double? Gain(Iterate at, double value, double promise)
        {
            var noise = LineSearches.StrongWolfe.NoiseOf(at.Value);
            var fall = at.Value - value;
            var size = Vectors.Norm(_gradient);
            if (promise <= 100 * noise)
            {
                var isShorter = fall >= -noise && size < 0.9 * Math.Min(_smallestGradient, Vectors.Norm(at.Gradient));
                if (!isShorter && !(fall > 0)) return null;
                _smallestGradient = Math.Min(_smallestGradient, size);
                return 1;
            }

            return fall > 1e-4 * promise ? fall / promise : null;
        }

        private void Relax(double gain)
        {
            var rise = (2 * Math.Min(gain, 1.5)) - 1;
            _damping[0] = Math.Max(_damping[0] * Math.Max(1.0 / 3, 1 - (rise * rise * rise)), 1e-15);
            _growth = 2;
        }
    }
}
