namespace Calculus.Optimization;

/// <summary>
/// Everything known about a schedule of the learning rate: its name, its parameters, its formula, its source, and how to start one. A class
/// that derives from this one and has a constructor without parameters is in <see cref="ScheduleList.Own"/>.
/// </summary>
public abstract class ScheduleDefinition
{
    /// <summary>The name in a request, such as <c>cosine</c>.</summary>
    public abstract string Name { get; }

    /// <summary>What people call it.</summary>
    public abstract string Title { get; }

    /// <summary>What it does, for people.</summary>
    public abstract string Sentence { get; }

    /// <summary>Where it was first described.</summary>
    public abstract Source Source { get; }

    /// <summary>The rate γₜ of the step after t steps, in LaTeX; γ is the optimizer's own rate and T the number of steps asked for.</summary>
    public abstract string Latex { get; }

    /// <summary>What can be set, with ranges and defaults.</summary>
    public abstract IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>Starts the schedule for an optimizer.</summary>
    /// <param name="given">Values by parameter name; what is missing takes its default.</param>
    /// <param name="optimizer">Whose rate it shapes.</param>
    /// <exception cref="DescentException">The optimizer has no rate to shape, a parameter is unknown, or its value is not allowed.</exception>
    public Schedule Start(IReadOnlyDictionary<string, ParameterValue> given, Optimizer optimizer)
    {
        var settings = Settings.Of(ParameterOwner.Schedule(Name), Parameters, given);
        return optimizer.AllowsSchedule
            ? Start(settings, optimizer.Maximize)
            : throw new DescentException("optimizer.schedule", $"The optimizer '{optimizer.Name}' finds the lengths of its steps by itself; a schedule would change nothing.");
    }

    /// <summary>Starts the schedule with checked settings.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="maximize">True where the descent climbs.</param>
    protected abstract Schedule Start(Settings settings, bool maximize);
}
