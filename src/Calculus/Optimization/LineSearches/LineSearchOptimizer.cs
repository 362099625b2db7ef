using Calculus.Checkpoints;

namespace Calculus.Optimization.LineSearches;

/// <summary>
/// A rule that chooses a direction and then searches along it (J. Nocedal and S. Wright, <em>Numerical Optimization</em>, 2006,
/// chapter 3). It works on F, which is f, or -f where it climbs.
/// </summary>
/// <param name="settings">The optimizer's parameters, checked; <c>c1</c> and <c>c2</c> among them.</param>
/// <param name="dimension">The number of coordinates.</param>
internal abstract class LineSearchOptimizer(Settings settings, int dimension) : Optimizer(settings)
{
    // Steps without a visible gain after which there is none to be had.
    private const int MostIdleSteps = 20;

    // How many times as long as the step before the first trial of the next may be.
    private const double MostGrowth = 10;

    private readonly StrongWolfe _search = new(settings.Number("c1"), settings.Number("c2"), dimension);
    private readonly double[] _gradient = new double[dimension];
    private readonly double[] _direction = new double[dimension];
    private readonly double[] _previousPoint = new double[dimension];
    private readonly double[] _previousGradient = new double[dimension];
    private double _lowest = double.PositiveInfinity;
    private double _smallestGradient = double.PositiveInfinity;
    private int _idle;
    private bool _hasRestarted;

    /// <inheritdoc/>
    public sealed override double? StabilityFactor => null;

    /// <inheritdoc/>
    public sealed override bool ComparesValues => true;

    /// <summary>The search direction of the step just made, and what else the rule remembers.</summary>
    public override IReadOnlyList<InternalState> Internals => [new("p", _direction)];

    /// <summary>1, or -1 where the rule climbs: F is this times f.</summary>
    protected double Sign { get; } = settings.Flag("maximize") ? -1 : 1;

    /// <summary>The step that came before, with its promise; null at first and after a restart.</summary>
    protected (double Length, double Slope)? Last { get; private set; }

    /// <inheritdoc/>
    public sealed override void Advance(Iterate at)
    {
        for (var i = 0; i < dimension; i++) _gradient[i] = Sign * at.Gradient[i];
        if (Last is not null) LearnFrom(at);
        var restarts = IsIdle(Sign * at.Value);
        if (restarts && _hasRestarted)
        {
            at.GiveUp("Neither the rule's own steps nor one along the gradient bring a gain that can be told apart from rounding.");
            return;
        }

        var size = Vectors.Norm(_gradient);
        if (size == 0)
        {
            at.GiveUp("The gradient is 0, so that no direction leads on.");
            return;
        }

        _hasRestarted |= restarts;
        Choose(at, _gradient, _direction);
        var slope = Vectors.Dot(_gradient, _direction);
        var isOwn = slope < 0 && !restarts && Vectors.AreFinite(_direction);
        var first = FirstLength(slope, size);
        if (!(first > 0) || !double.IsFinite(first)) first = ShortFirst(size);
        var failure = isOwn ? _search.Search(at, Sign, _direction, slope, first) : null;
        if (!isOwn || (failure is not null && !(IsSteepest() && first == ShortFirst(size))))
        {
            // Against the gradient there is always a way down, if there is one at all.
            Forget();
            Last = null;
            for (var i = 0; i < dimension; i++) _direction[i] = -_gradient[i];
            slope = -size * size;
            failure = slope < 0 && double.IsFinite(slope)
                ? _search.Search(at, Sign, _direction, slope, ShortFirst(size))
                : "The gradient is too small or too large for its square to be a double.";
        }

        if (failure is not null)
        {
            at.GiveUp(failure);
            return;
        }

        at.Point.CopyTo(_previousPoint);
        _gradient.CopyTo(_previousGradient, 0);
        (Last, LearningRate) = ((_search.Found.Length, slope), _search.Found.Length);
        _search.Point.CopyTo(at.Next);
        at.Accept(Sign * _search.Found.Value, _search.Gradient);
    }

    /// <inheritdoc/>
    internal override void Exchange(Snapshot snapshot)
    {
        base.Exchange(snapshot);
        snapshot.Numbers(_direction);
        snapshot.Numbers(_previousPoint);
        snapshot.Numbers(_previousGradient);
        (_lowest, _smallestGradient) = (snapshot.Number(_lowest), snapshot.Number(_smallestGradient));
        (_idle, _hasRestarted) = (snapshot.Count(_idle), snapshot.Flag(_hasRestarted));
        Last = snapshot.Flag(Last is not null) ? (snapshot.Number(Last?.Length ?? 0), snapshot.Number(Last?.Slope ?? 0)) : null;
    }

    /// <summary>Chooses the direction in which to search.</summary>
    /// <param name="at">Where the descent stands.</param>
    /// <param name="gradient">∇F there.</param>
    /// <param name="direction">Receives the direction; one along which F does not fall is replaced by -∇F.</param>
    protected abstract void Choose(Iterate at, ReadOnlySpan<double> gradient, Span<double> direction);

    /// <summary>Learns from the step just made; called before the next direction is chosen.</summary>
    /// <param name="step">s: the point minus the one before.</param>
    /// <param name="change">y: ∇F minus the one before.</param>
    protected virtual void Learn(ReadOnlySpan<double> step, ReadOnlySpan<double> change)
    {
    }

    /// <summary>Forgets what was learned, where a direction led nowhere.</summary>
    protected virtual void Forget()
    {
    }

    /// <summary>The length with which the search begins: 1 where the rule knows the scale of its directions.</summary>
    /// <param name="slope">φ′(0).</param>
    /// <param name="gradientNorm">‖∇F‖.</param>
    protected virtual double FirstLength(double slope, double gradientNorm) => 1;

    /// <summary>
    /// The length at which as much decrease is promised as by the step before (Nocedal and Wright, section 3.5), but at most ten times the length before: where
    /// the slope all but vanishes, the promise of a whole step would lead out of the valley. Null at first and after a restart.
    /// </summary>
    /// <param name="slope">φ′(0).</param>
    protected double? AsBefore(double slope) => Last is { } last ? last.Length * Math.Min(last.Slope / slope, MostGrowth) : null;

    /// <summary>Along -∇F: no further than 1.</summary>
    /// <param name="gradientNorm">‖∇F‖.</param>
    protected static double ShortFirst(double gradientNorm) => Math.Min(1, 1 / gradientNorm);

    private void LearnFrom(Iterate at)
    {
        for (var i = 0; i < dimension; i++)
        {
            _previousPoint[i] = at.Point[i] - _previousPoint[i];
            _previousGradient[i] = _gradient[i] - _previousGradient[i];
        }

        Learn(_previousPoint, _previousGradient);
    }

    // A gain is a lower value, or a gradient shorter by a tenth where values no longer differ.
    private bool IsIdle(double value)
    {
        var size = Vectors.Norm(_gradient);
        var gains = value < _lowest - StrongWolfe.NoiseOf(value) || size < 0.9 * _smallestGradient;
        (_lowest, _smallestGradient) = (Math.Min(_lowest, value), Math.Min(_smallestGradient, size));
        (_idle, _hasRestarted) = gains ? (0, false) : (_idle + 1, _hasRestarted);
        return _idle > MostIdleSteps;
    }

    private bool IsSteepest()
    {
        for (var i = 0; i < dimension; i++)
        {
            if (_direction[i] != -_gradient[i]) return false;
        }

        return true;
    }
}
