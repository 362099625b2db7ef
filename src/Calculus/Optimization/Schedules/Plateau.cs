using Calculus.Checkpoints;

namespace Calculus.Optimization.Schedules;

/// <summary>The rate of <c>torch.optim.lr_scheduler.ReduceLROnPlateau</c>, told the function's value before each step; its <c>mode</c> is <c>max</c> where the optimizer climbs.</summary>
internal sealed class Plateau : ScheduleDefinition
{
    /// <inheritdoc/>
    public override string Name => "plateau";

    /// <inheritdoc/>
    public override string Title => "Reduce on plateau";

    /// <inheritdoc/>
    public override string Sentence => "Lowers the rate when the value has not got better for some steps.";

    /// <inheritdoc/>
    public override Source Source { get; } = new("A. Krizhevsky, I. Sutskever and G. Hinton", 2012, "ImageNet classification with deep convolutional neural networks. Advances in Neural Information Processing Systems 25");

    /// <inheritdoc/>
    public override string Latex => @"\gamma_{t}=\begin{cases}\max(\kappa\gamma_{t-1},\gamma_{\min})&\text{if the last }p+1\text{ values were no better than the best before them}\\\gamma_{t-1}&\text{else}\end{cases}";

    /// <inheritdoc/>
    public override IReadOnlyList<Parameter> Parameters { get; } =
    [
        new("factor", 0.1, "What the rate is multiplied by.") { Minimum = 0, Below = 1 },
        new("patience", 10.0, "How many values in a row may be no better before the rate falls.") { Minimum = 0, IsWhole = true },
        new("threshold", 1e-4, "By how much a value has to be better to count.") { Minimum = 0 },
        new("threshold_mode", "rel", "Whether 'threshold' is a part of the best value or a difference to it.") { Words = ["rel", "abs"] },
        new("cooldown", 0.0, "How many values are not counted after the rate has fallen.") { Minimum = 0, IsWhole = true },
        new("min_lr", 0.0, "The lowest rate.") { Minimum = 0 },
        new("eps", 1e-8, "A fall that is no larger than this is left out.") { Minimum = 0 },
    ];

    /// <inheritdoc/>
    protected override Schedule Start(Settings settings, bool maximize) => new Shape(settings, maximize);

    private sealed class Shape(Settings settings, bool maximize) : Schedule
    {
        private readonly double _factor = settings.Number("factor");
        private readonly double _patience = settings.Number("patience");
        private readonly double _threshold = settings.Number("threshold");
        private readonly bool _isRelative = settings.Word("threshold_mode") is "rel";
        private readonly double _cooldown = settings.Number("cooldown");
        private readonly double _lowest = settings.Number("min_lr");
        private readonly double _eps = settings.Number("eps");
        private double _rate;
        private double _best = maximize ? double.NegativeInfinity : double.PositiveInfinity;
        private double _worse;
        private double _cooling;

        public override double Rate(double initial, int step, int steps, double value)
        {
            if (step == 0) _rate = initial;
            if (IsBetter(value)) (_best, _worse) = (value, 0);
            else _worse++;

            if (_cooling > 0) (_cooling, _worse) = (_cooling - 1, 0);
            if (_worse <= _patience) return _rate;

            var lower = Math.Max(_rate * _factor, _lowest);
            if (_rate - lower > _eps) _rate = lower;
            (_cooling, _worse) = (_cooldown, 0);
            return _rate;
        }

        internal override void Exchange(Snapshot snapshot)
        {
            ArgumentNullException.ThrowIfNull(snapshot);
            (_rate, _best) = (snapshot.Number(_rate), snapshot.Number(_best));
            (_worse, _cooling) = (snapshot.Number(_worse), snapshot.Number(_cooling));
        }

        private bool IsBetter(double value)
        {
            if (!double.IsFinite(_best)) return maximize ? value > _best : value < _best;
            if (_isRelative) return maximize ? value > _best * (1 + _threshold) : value < _best * (1 - _threshold);
            return maximize ? value > _best + _threshold : value < _best - _threshold;
        }
    }
}
