namespace Calculus.Optimization.Schedules;

/// <summary>The rate of <c>torch.optim.lr_scheduler.StepLR</c>, which has no usual <c>step_size</c>.</summary>
internal sealed class StepDecay : ScheduleDefinition
{
    /// <inheritdoc/>
    public override string Name => "step";

    /// <inheritdoc/>
    public override string Title => "Step decay";

    /// <inheritdoc/>
    public override string Sentence => "Multiplies the rate by a factor after every so many steps.";

    /// <inheritdoc/>
    public override Source Source { get; } = new("K. He and others", 2016, "Deep residual learning for image recognition. IEEE Conference on Computer Vision and Pattern Recognition");

    /// <inheritdoc/>
    public override string Latex => @"\gamma_{t}=\gamma\,\kappa^{\lfloor t/n\rfloor}";

    /// <inheritdoc/>
    public override IReadOnlyList<Parameter> Parameters { get; } =
    [
        new("step_size", 100.0, "After how many steps the rate falls.") { Minimum = 1, IsWhole = true },
        new("gamma", 0.1, "What the rate is multiplied by.") { Minimum = 0 },
    ];

    /// <inheritdoc/>
    protected override Schedule Start(Settings settings, bool maximize) => new Shape(settings);

    private sealed class Shape(Settings settings) : Schedule
    {
        private readonly double _size = settings.Number("step_size");
        private readonly double _gamma = settings.Number("gamma");

        public override double Rate(double initial, int step, int steps, double value) =>
            initial * PortableMath.Power(_gamma, (long)Math.Floor(step / _size));
    }
}
