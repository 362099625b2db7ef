namespace Calculus.GradientCheck;

/// <summary>One component of a gradient in numbers: what is claimed and what is right, at the point asked for and, for a formula, at points around it.</summary>
/// <param name="Gradient">The gradient in question.</param>
/// <param name="Place">Which component, among <see cref="CheckedGradient.Variables"/>.</param>
/// <param name="Claimed">What is claimed: one number for a claim that is a number, one for each point for a formula.</param>
public sealed record Component(CheckedGradient Gradient, int Place, double[] Claimed)
{
    /// <summary>
    /// Of a vector or a matrix: the directions along which claim and derivative are compared, one for each of <see cref="Claimed"/>, as
    /// entries in order. All numbers are then sums of entries times those of the direction.
    /// </summary>
    public double[][]? Directions { get; init; }

    /// <summary>Of a square matrix: the right values with rows and columns exchanged.</summary>
    public double[]? Transposed { get; init; }

    /// <summary>How far rounding of its entries may move each of <see cref="Claimed"/>, absolutely.</summary>
    public double[]? Slack { get; init; }

    /// <summary>The place of the variable among a point's coordinates; of an array, that of its first entry.</summary>
    public int Coordinate => Gradient.Offsets is { } offsets ? offsets[Place] : Place;

    /// <summary>The variable.</summary>
    public string Variable => Gradient.Variables[Place];

    /// <summary>The right values, one for each of <see cref="Claimed"/>.</summary>
    public double[] Exact => Gradient.Exact[Place][..Claimed.Length];

    /// <summary>Whether a formula is claimed, which is compared at several points.</summary>
    public bool IsFormula => Claimed.Length > 1;

    /// <summary>The right values, each changed.</summary>
    public double[] Changed(Func<double, double> change) => Array.ConvertAll(Exact, x => change(x));
}

/// <summary>A gradient that is checked, in numbers.</summary>
/// <param name="Variables">The function's variables.</param>
/// <param name="Points">The point asked for, and points around it; each has one coordinate for each variable.</param>
/// <param name="Values">The function at each point.</param>
/// <param name="Exact">For each variable the derivative at each point.</param>
/// <param name="Claims">For each variable what is claimed at the point asked for; NaN where nothing is.</param>
/// <param name="Traits">What the definition has that mistakes hang on.</param>
/// <param name="Value">The function at any point.</param>
/// <param name="Slope">The derivative by the variable at a place, at any point.</param>
public sealed record CheckedGradient(
    IReadOnlyList<string> Variables,
    IReadOnlyList<double[]> Points,
    double[] Values,
    double[][] Exact,
    double[] Claims,
    DefinitionTraits Traits,
    Func<double[], double> Value,
    Func<int, double[], double> Slope)
{
    /// <summary>Where variables are vectors and matrices: the place of the first coordinate of each.</summary>
    public int[]? Offsets { get; init; }

    /// <summary>Where variables are vectors and matrices: the gradient's length at each point.</summary>
    public double[]? Lengths { get; init; }

    /// <summary>Every claim with its right value at the point asked for.</summary>
    public IEnumerable<(double Claimed, double Exact)> Pairs =>
        Claims.Select((claimed, i) => (claimed, Exact[i][0])).Where(static pair => !double.IsNaN(pair.claimed));
}

/// <summary>What a definition has that mistakes hang on.</summary>
/// <param name="Terms">How many terms its sums have: a mean is such a sum divided by their number.</param>
/// <param name="Factors">Whole numbers that stand in it as factors, divisors or exponents.</param>
/// <param name="HasAngles">Whether it has trigonometric functions.</param>
public sealed record DefinitionTraits(IReadOnlyList<int> Terms, IReadOnlyList<int> Factors, bool HasAngles);
