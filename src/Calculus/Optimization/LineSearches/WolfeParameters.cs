namespace Calculus.Optimization.LineSearches;

/// <summary>The parameters of the search along a line.</summary>
internal static class WolfeParameters
{
    /// <summary>c₁ of the strong Wolfe conditions.</summary>
    public static Parameter C1 { get; } =
        new("c1", 1e-4, "The share of the decrease promised by the slope that a step has to bring. It must be below c2.") { Minimum = 0, Below = 0.5 };

    /// <summary>c₂ of the strong Wolfe conditions.</summary>
    /// <param name="initial">The default: near 1 where the rule knows the length of its steps, smaller where directions suffer from a loose search.</param>
    public static Parameter C2(double initial) =>
        new("c2", initial, "The share of the slope that may be left at the end of a step. The smaller it is, the more exact is the search.") { Minimum = 0, Below = 1 };

    /// <summary>Refuses conditions that no step need fulfil.</summary>
    /// <exception cref="DescentException">c₁ is not below c₂.</exception>
    public static Settings Checked(Settings settings) => settings.Number("c1") < settings.Number("c2")
        ? settings
        : throw new DescentException("optimizer.c1", $"'c1' must be below 'c2' in the optimizer '{settings.Name}': otherwise no step need fulfil both conditions.");

    /// <summary>Refuses more coordinates than a matrix of them may have.</summary>
    /// <param name="settings">The optimizer's parameters.</param>
    /// <param name="dimension">The number of coordinates.</param>
    /// <param name="most">The most that are allowed.</param>
    /// <param name="why">What makes the matrix large.</param>
    /// <exception cref="DescentException">There are more.</exception>
    public static void CheckDimension(Settings settings, int dimension, int most, string why)
    {
        if (dimension > most)
            throw new DescentException("optimizer.name", $"The optimizer '{settings.Name}' {why}, so it takes at most {most} coordinates; this function has {dimension}. 'lbfgs' and 'conjugate_gradient' need no matrix.");
    }
}
