namespace Calculus.Optimization.Schedules;

/// <summary>The rate of <c>torch.optim.lr_scheduler.ExponentialLR</c>, which has no usual <c>gamma</c>.</summary>
internal sealed class ExponentialDecay : ScheduleDefinition
{
    /// <inheritdoc/>
    public override string Name => "exponential";

    /// <inheritdoc/>
    public override string Title => "Exponential decay";

    /// <inheritdoc/>
    public override string Sentence => "Multiplies the rate by a factor after each step.";

    /// <inheritdoc/>
    public override Source Source { get; } = new("Z. Li and S. Arora", 2020, "An exponential learning rate schedule for deep learning. International Conference on Learning Representations");

    /// <inheritdoc/>
    public override string Latex => @"\gamma_{t}=\gamma\,\kappa^{t}";

    /// <inheritdoc/>
    public override IReadOnlyList<Parameter> Parameters { get; } =
    [
        new("gamma", 0.99, "What the rate is multiplied by.") { Minimum = 0 },
    ];

    /// <inheritdoc/>
    protected override Schedule Start(Settings settings, bool maximize) => new Shape(settings);

    private sealed class Shape(Settings settings) : Schedule
    {
        private readonly double _gamma = settings.Number("gamma");

        public override double Rate(double initial, int step, int steps, double value) => initial * PortableMath.Power(_gamma, (long)step);
    }
}
