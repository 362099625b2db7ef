namespace Calculus.Optimization.Schedules;

/// <summary>The rate of <c>torch.optim.lr_scheduler.ConstantLR</c>; there the factor is 1/3 where nothing is said, here it is 1, so that the rate stays.</summary>
internal sealed class Constant : ScheduleDefinition
{
    /// <inheritdoc/>
    public override string Name => "constant";

    /// <inheritdoc/>
    public override string Title => "Constant";

    /// <inheritdoc/>
    public override string Sentence => "Keeps the rate as it is, or begins with a part of it.";

    /// <inheritdoc/>
    public override Source Source { get; } = new("A. Cauchy", 1847, "Méthode générale pour la résolution des systèmes d'équations simultanées. Comptes rendus de l'Académie des sciences 25");

    /// <inheritdoc/>
    public override string Latex => @"\gamma_{t}=\gamma\cdot\begin{cases}\kappa&t<n\\1&\text{else}\end{cases}";

    /// <inheritdoc/>
    public override IReadOnlyList<Parameter> Parameters { get; } =
    [
        new("factor", 1.0, "The part of the rate that the first steps take.") { Minimum = 0, Maximum = 1 },
        new("total_iters", 5.0, "How many steps take that part.") { Minimum = 0, IsWhole = true },
    ];

    /// <inheritdoc/>
    protected override Schedule Start(Settings settings, bool maximize) => new Shape(settings);

    private sealed class Shape(Settings settings) : Schedule
    {
        private readonly double _factor = settings.Number("factor");
        private readonly double _count = settings.Number("total_iters");

        public override double Rate(double initial, int step, int steps, double value) => step < _count ? initial * _factor : initial;
    }
}
