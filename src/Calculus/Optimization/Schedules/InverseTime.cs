namespace Calculus.Optimization.Schedules;

/// <summary>The rate of Keras's <c>InverseTimeDecay</c>, whose parameters it has; PyTorch has no such schedule.</summary>
internal sealed class InverseTime : ScheduleDefinition
{
    /// <inheritdoc/>
    public override string Name => "inverse_time";

    /// <inheritdoc/>
    public override string Title => "Inverse time decay";

    /// <inheritdoc/>
    public override string Sentence => "Divides the rate by a number that grows with the steps done.";

    /// <inheritdoc/>
    public override Source Source { get; } = new("H. Robbins and S. Monro", 1951, "A stochastic approximation method. Annals of Mathematical Statistics 22");

    /// <inheritdoc/>
    public override string Latex => @"\gamma_{t}=\frac{\gamma}{1+\kappa\,t/n}";

    /// <inheritdoc/>
    public override IReadOnlyList<Parameter> Parameters { get; } =
    [
        new("decay_rate", 1.0, "By how much the divisor grows in 'decay_steps' steps.") { Minimum = 0 },
        new("decay_steps", 100.0, "The number of steps in which it does.") { Above = 0 },
        new("staircase", false, "Lets the divisor grow only after each 'decay_steps' steps. Without it the divisor grows at each."),
    ];

    /// <inheritdoc/>
    protected override Schedule Start(Settings settings, bool maximize) => new Shape(settings);

    private sealed class Shape(Settings settings) : Schedule
    {
        private readonly double _growth = settings.Number("decay_rate");
        private readonly double _count = settings.Number("decay_steps");
        private readonly bool _isStaircase = settings.Flag("staircase");

        public override double Rate(double initial, int step, int steps, double value)
        {
            var done = step / _count;
            return initial / (1 + (_growth * (_isStaircase ? Math.Floor(done) : done)));
        }
    }
}
