namespace Calculus.Optimization.Schedules;

/// <summary>The rate of <c>LinearLR</c> for the first <c>warmup_steps</c> and then of <c>CosineAnnealingLR</c>, both of <c>torch.optim.lr_scheduler</c>, one after the other by its <c>SequentialLR</c>.</summary>
internal sealed class WarmupCosine : ScheduleDefinition
{
    /// <inheritdoc/>
    public override string Name => "warmup_cosine";

    /// <inheritdoc/>
    public override string Title => "Warm-up and cosine";

    /// <inheritdoc/>
    public override string Sentence => "Raises the rate along a line first, and then lowers it along half a wave of the cosine.";

    /// <inheritdoc/>
    public override Source Source { get; } = new("P. Goyal and others", 2017, "Accurate, large minibatch SGD: Training ImageNet in 1 hour. arXiv:1706.02677");

    /// <inheritdoc/>
    public override string Latex => @"\gamma_{t}=\begin{cases}\gamma\left(\kappa+(1-\kappa)\frac{t}{n}\right)&t<n\\\gamma_{\min}+\tfrac{1}{2}(\gamma-\gamma_{\min})\left(1+\cos\frac{\pi(t-n)}{T_{\max}}\right)&\text{else}\end{cases}";

    /// <inheritdoc/>
    public override IReadOnlyList<Parameter> Parameters { get; } =
    [
        new("warmup_steps", 10.0, "How many steps the rate rises.") { Minimum = 0, IsWhole = true },
        new("start_factor", 1.0 / 3, "The part of the rate that the first step takes.") { Above = 0, Maximum = 1 },
        new("T_max", 0.0, "The number of steps from the highest rate to the lowest, or 0 for all that are asked for but the rise.") { Minimum = 0, IsWhole = true },
        new("eta_min", 0.0, "The lowest rate.") { Minimum = 0 },
    ];

    /// <inheritdoc/>
    protected override Schedule Start(Settings settings, bool maximize) => new Shape(settings);

    private sealed class Shape(Settings settings) : Schedule
    {
        private readonly double _warmup = settings.Number("warmup_steps");
        private readonly double _factor = settings.Number("start_factor");
        private readonly double _count = settings.Number("T_max");
        private readonly double _lowest = settings.Number("eta_min");

        public override double Rate(double initial, int step, int steps, double value)
        {
            if (step < _warmup) return initial * (_factor + ((1 - _factor) * step / _warmup));
            return Cosine.Anneal(initial, _lowest, (step - _warmup) / Math.Max(1, _count > 0 ? _count : steps - _warmup));
        }
    }
}
