namespace Calculus.Optimization.Schedules;

/// <summary>The rate of <c>torch.optim.lr_scheduler.OneCycleLR</c> with <c>cycle_momentum=False</c>: the momentum stays. Where PyTorch ends with an error, past the last step of the cycle, the last rate stays.</summary>
internal sealed class OneCycle : ScheduleDefinition
{
    /// <inheritdoc/>
    public override string Name => "one_cycle";

    /// <inheritdoc/>
    public override string Title => "One cycle";

    /// <inheritdoc/>
    public override string Sentence => "Raises the rate to its highest, and then lowers it far below where it began.";

    /// <inheritdoc/>
    public override Source Source { get; } = new("L. N. Smith and N. Topin", 2019, "Super-convergence: Very fast training of neural networks using large learning rates. Artificial Intelligence and Machine Learning for Multi-Domain Operations Applications");

    /// <inheritdoc/>
    public override string Latex => @"\gamma_{t}=\gamma_{b}+\tfrac{1}{2}(\gamma_{a}-\gamma_{b})(1+\cos\pi s_{t}),\quad \gamma_{\max}/d\to\gamma_{\max}\to\gamma_{\max}/(de)";

    /// <inheritdoc/>
    public override IReadOnlyList<Parameter> Parameters { get; } =
    [
        new("max_lr", 0.0, "The highest rate, or 0 for the optimizer's own.") { Minimum = 0 },
        new("total_steps", 0.0, "The number of steps of the cycle, or 0 for all that are asked for.") { Minimum = 0, IsWhole = true },
        new("pct_start", 0.3, "The part of the cycle in which the rate rises.") { Minimum = 0, Maximum = 1 },
        new("anneal_strategy", "cos", "Whether the rate follows half a wave of the cosine or a line.") { Words = ["cos", "linear"] },
        new("div_factor", 25.0, "The highest rate over the first.") { Above = 0 },
        new("final_div_factor", 1e4, "The first rate over the last.") { Above = 0 },
        new("three_phase", false, "Comes down to the first rate as it rose, and from there to the last. Without it the rate comes down in one."),
    ];

    /// <inheritdoc/>
    protected override Schedule Start(Settings settings, bool maximize) => new Shape(settings);

    private sealed class Shape(Settings settings) : Schedule
    {
        private readonly double _highest = settings.Number("max_lr");
        private readonly double _total = settings.Number("total_steps");
        private readonly double _start = settings.Number("pct_start");
        private readonly bool _isLinear = settings.Word("anneal_strategy") is "linear";
        private readonly double _divisor = settings.Number("div_factor");
        private readonly double _lastDivisor = settings.Number("final_div_factor");
        private readonly bool _hasThreePhases = settings.Flag("three_phase");

        public override double Rate(double initial, int step, int steps, double value)
        {
            var total = Math.Max(1, _total > 0 ? _total : steps);
            var highest = _highest > 0 ? _highest : initial;
            var first = highest / _divisor;
            var top = (_start * total) - 1;
            if (step <= top) return Between(first, highest, 0, top, step);

            var back = (2 * _start * total) - 2;
            if (!_hasThreePhases) return Between(highest, first / _lastDivisor, top, total - 1, step);
            return step <= back ? Between(highest, first, top, back, step) : Between(first, first / _lastDivisor, back, total - 1, step);
        }

        // Past the end the last rate stays.
        private double Between(double from, double to, double begin, double end, double step)
        {
            var part = end > begin ? Math.Min(1, (step - begin) / (end - begin)) : 1;
            return _isLinear ? ((to - from) * part) + from : Cosine.Anneal(from, to, part);
        }
    }
}
