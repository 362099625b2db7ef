namespace Calculus.Optimization;

/// <summary>An objective that may have become so quick that paying for each point would cost as much as the point.</summary>
internal interface IQuickObjective : IObjective
{
    /// <summary>True once it is.</summary>
    bool IsQuick { get; }

    /// <summary>How many points can still be paid for, where <see cref="IObjective.Dimension"/> operations are paid besides for each.</summary>
    long Affordable { get; }

    /// <summary>f(x) and its gradient, to be paid for afterwards; only where <see cref="IsQuick"/>.</summary>
    /// <param name="x">The coordinates.</param>
    /// <param name="gradient">Receives ∇f(x).</param>
    double ValueAndGradientOnCredit(ReadOnlySpan<double> x, Span<double> gradient);

    /// <summary>Pays for so many points.</summary>
    /// <param name="points">How many.</param>
    void Pay(long points);
}
