namespace Calculus.Optimization;

/// <summary>How long a descent goes on, and what of it is kept.</summary>
/// <param name="Steps">The most updates, at least 0.</param>
public sealed record DescentOptions(int Steps)
{
    /// <summary>When to stop early. By default never.</summary>
    public StopTolerances Stop { get; init; } = new();

    /// <summary>What is kept. By default each of the first 20,000 points.</summary>
    public RecordOptions Record { get; init; } = new();

    /// <summary>How the rate changes from step to step; null where it stays.</summary>
    public Schedule? Schedule { get; init; }

    /// <summary>How gradients are shortened before the optimizer sees them; null where they are not.</summary>
    public GradientClip? Clip { get; init; }

    /// <summary>Bounds on the coordinates; null where there are none.</summary>
    public Box? Box { get; init; }

    /// <summary>The most evaluations of the function with its gradient, the start included; null where only steps count.</summary>
    public long? Evaluations { get; init; }

    /// <summary>Whether the descent is judged when it is over. Whoever runs thousands of descents turns it off.</summary>
    public bool Diagnose { get; init; } = true;
}

/// <summary>A descent has converged as soon as one of these is met; those that are null are not tested.</summary>
/// <param name="Gradient">On ‖∇f‖, tested from the start on.</param>
/// <param name="Value">On the change of f in one step.</param>
/// <param name="Step">On the length of one step.</param>
public sealed record StopTolerances(double? Gradient = null, double? Value = null, double? Step = null);

/// <summary>What of a descent is kept; it never changes what is computed. The start and the last point are always kept.</summary>
/// <param name="Every">Keeps the steps that are multiples of this, at least 1.</param>
/// <param name="Limit">The most points kept before the last one, at least 1.</param>
/// <param name="Internals">Keeps what the optimizer remembers too.</param>
public sealed record RecordOptions(int Every = 1, int Limit = 20_000, bool Internals = false);
