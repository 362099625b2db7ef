using Calculus.Expressions;

namespace Calculus.GradientCheck;

/// <summary>One component of a gradient in numbers: what is claimed and what is right, at the point asked for and, for a formula, at points around it.</summary>
/// <param name="Gradient">The gradient in question.</param>
/// <param name="Place">The place of the variable among the function's.</param>
/// <param name="Comparisons">At least one.</param>
internal sealed record Component(CheckedGradient Gradient, int Place, IReadOnlyList<Comparison> Comparisons)
{
    /// <summary>The variable.</summary>
    public string Variable => Gradient.Variables[Place];

    /// <summary>The first of the variable's coordinates.</summary>
    public int Coordinate => Gradient.Layout.Offset(Place);

    /// <summary>Whether the derivative is one number.</summary>
    public bool IsNumber => Gradient.Layout.Length(Place) == 1;

    /// <summary>Whether several numbers are compared, so that hardly any mistake but the one that was made leads to all of them.</summary>
    public bool HasSeveral => Comparisons.Count > 1;

    /// <summary>What is claimed.</summary>
    public double[] Claimed => Each(static comparison => comparison.Claimed);

    /// <summary>What is right.</summary>
    public double[] Exact => Each(comparison => comparison.Gradient[Place]);

    /// <summary>A number for each comparison.</summary>
    public double[] Each(Func<Comparison, double> number) => [.. Comparisons.Select(number)];

    /// <summary>The right values, each changed.</summary>
    public double[] Changed(Func<double, double> change) => Array.ConvertAll(Exact, x => change(x));
}

/// <summary>A gradient that is checked.</summary>
/// <param name="Variables">The function's variables.</param>
/// <param name="Layout">How the coordinates of a point lie.</param>
/// <param name="Claims">Every claim with its right value, at the point asked for and along one direction.</param>
/// <param name="Entries">How many entries are claimed.</param>
/// <param name="Traits">The properties of the definition that mistakes depend on.</param>
/// <param name="Value">The function at any point.</param>
/// <param name="Slope">The derivative by the variable at a place, a number, at any point.</param>
internal sealed record CheckedGradient(
    IReadOnlyList<string> Variables,
    Layout Layout,
    IReadOnlyList<(double Claimed, double Exact)> Claims,
    int Entries,
    DefinitionTraits Traits,
    Func<double[], double> Value,
    Func<int, double[], double> Slope);
