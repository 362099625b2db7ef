namespace Calculus.Optimization.Schedules;

/// <summary>The rate of <c>torch.optim.lr_scheduler.CosineAnnealingLR</c>. Beyond <c>T_max</c> it rises again, as there.</summary>
internal sealed class Cosine : ScheduleDefinition
{
    /// <inheritdoc/>
    public override string Name => "cosine";

    /// <inheritdoc/>
    public override string Title => "Cosine annealing";

    /// <inheritdoc/>
    public override string Sentence => "Lowers the rate along half a wave of the cosine: slowly, then fast, then slowly.";

    /// <inheritdoc/>
    public override Source Source { get; } = new("I. Loshchilov and F. Hutter", 2017, "SGDR: Stochastic gradient descent with warm restarts. International Conference on Learning Representations");

    /// <inheritdoc/>
    public override string Latex => @"\gamma_{t}=\gamma_{\min}+\tfrac{1}{2}(\gamma-\gamma_{\min})\left(1+\cos\frac{\pi t}{T_{\max}}\right)";

    /// <inheritdoc/>
    public override IReadOnlyList<Parameter> Parameters { get; } =
    [
        new("T_max", 0.0, "The number of steps from the highest rate to the lowest, or 0 for all that are asked for.") { Minimum = 0, IsWhole = true },
        new("eta_min", 0.0, "The lowest rate.") { Minimum = 0 },
    ];

    /// <inheritdoc/>
    protected override Schedule Start(Settings settings, bool maximize) => new Shape(settings);

    /// <summary>The rate on the half wave.</summary>
    /// <param name="from">The highest rate.</param>
    /// <param name="to">The lowest rate.</param>
    /// <param name="part">The part of the half wave that is done.</param>
    internal static double Anneal(double from, double to, double part) => to + ((from - to) / 2 * (1 + PortableMath.CosineOfHalfTurns(part)));

    private sealed class Shape(Settings settings) : Schedule
    {
        private readonly double _count = settings.Number("T_max");
        private readonly double _lowest = settings.Number("eta_min");

        public override double Rate(double initial, int step, int steps, double value) =>
            Anneal(initial, _lowest, step / Math.Max(1, _count > 0 ? _count : steps));
    }
}
