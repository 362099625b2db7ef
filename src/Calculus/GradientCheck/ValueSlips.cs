using System.Collections.Immutable;

namespace Calculus.GradientCheck;

/// <summary>Mistakes in what is done with the right derivative.</summary>
internal static class ValueSlips
{
    public static ImmutableArray<ValueSlip> All { get; } =
    [
        new("descent-direction", "The gradient points downhill", "The gradient points along the steepest ascent; every component has the other sign.", -1, DescentDirection),
        new("sign-flipped", "The sign is wrong", "The derivative has the other sign.", 0,
            static component => [new(component.Changed(static x => -x), $"The derivative by {component.Variable} has the other sign.")]) { IsNamedFirst = true },
        new("transposed", "Rows and columns are exchanged", "The derivative by a matrix has the shape of the matrix: entry i, j is the derivative by entry i, j.", 0,
            static component => component.Transposed is { } turned ? [new(turned, $"This is the transpose of the derivative by {component.Variable}.")] : []) { IsNamedFirst = true },
        new("components-permuted", "The components are in another order", "Each component belongs to its own variable.", -1, Permuted),
        new("unit-vector", "The gradient is divided by its length", "The gradient's length is the slope along it; a unit vector shows the direction alone.", -1, UnitVector),
        new("wrong-variable", "The derivative by another variable", "A partial derivative moves one variable and holds the others.", 0, WrongVariable),
        new("function-itself", "The function stands in place of its derivative", "The value of the function was given, not its slope.", 0,
            static component => component.Directions is not null ? [] : [new(component.Gradient.Values[..component.Claimed.Length], $"This is the function itself, not its derivative by {component.Variable}.")]),
        new("held-constant", "The variable is taken for a constant", "The derivative by a variable that moves is 0 only where the function is level.", 0,
            static component => [new(component.Changed(static _ => 0), $"The derivative is 0 only if {component.Variable} is held constant.")]),
        new("differentiated-twice", "The function is differentiated twice", "The second derivative was given in place of the first.", 1, Twice),
        new("term-count", "A sum is taken for a mean, or a mean for a sum", "A mean of n terms has 1/n of the derivative of their sum.", 1, TermCount),
        new("constant-factor", "A constant factor is wrong", "The derivative is right up to a constant factor.", 2, ConstantFactor),
        new("angle-in-degrees", "Degrees are taken for radians", "The derivatives of the trigonometric functions hold for radians; in degrees they have the factor pi/180.", 1, Degrees),
        new("constant-added", "A constant is added", "The derivative is right up to a constant that is added.", 2, ConstantAdded),
        new("other-point", "The derivative at another point", "The formula may be right; another number was put in.", 2, OtherPoint),
        new("rounded-too-far", "The number is rounded to too few digits", "The number agrees with the derivative in the digits it has, which are fewer than three.", 2, RoundedTooFar),
    ];

    private static IEnumerable<Guess> DescentDirection(Component component) =>
        component.Gradient.Pairs.Count() > 1 && component.Gradient.Pairs.All(static pair => SlipSearch.IsSame(pair.Claimed, -pair.Exact))
            ? [new(component.Changed(static x => -x), $"Every component has the other sign: this is the direction of steepest descent.")]
            : [];

    private static IEnumerable<Guess> UnitVector(Component component)
    {
        if (component.Gradient.Pairs.Count() < 2) return [];
        var lengths = component.Gradient.Lengths ?? Enumerable.Range(0, component.Claimed.Length).Select(k => Math.Sqrt(component.Gradient.Exact.Sum(column => column[k] * column[k]))).ToArray();
        return [new([.. component.Exact.Zip(lengths, static (x, length) => x / length)], $"The gradient is divided by its length.")];
    }

    private static IEnumerable<Guess> Permuted(Component component)
    {
        var gradient = component.Gradient;
        if (gradient.Pairs.Count() < Math.Max(2, gradient.Variables.Count)) return [];
        double[] claimed = [.. gradient.Claims.Order()], exact = [.. gradient.Exact.Select(static column => column[0]).Order()];
        if (!claimed.Zip(exact).All(static pair => SlipSearch.IsSame(pair.First, pair.Second))) return [];
        return WrongVariable(component);
    }

    private static IEnumerable<Guess> WrongVariable(Component component) => component.Gradient.Exact
        .Select((column, other) => (column, other))
        .Where(pair => pair.other != component.Place)
        .Select(pair => new Guess(pair.column[..component.Claimed.Length], $"This is the derivative by {component.Gradient.Variables[pair.other]}, not by {component.Variable}."));

    private static IEnumerable<Guess> Twice(Component component)
    {
        if (component.Directions is not null) return []; // the second derivative has another shape
        // A central difference of the exact slope, good to a dozen digits at a step of the cube root of the rounding unit.
        var values = new double[component.Claimed.Length];
        var slack = 0.0;
        for (var k = 0; k < values.Length; k++)
        {
            var h = Math.ScaleB(Math.Max(1, Math.Abs(component.Gradient.Points[k][component.Coordinate])), -17);
            double At(double step)
            {
                double[] moved = [.. component.Gradient.Points[k]];
                moved[component.Coordinate] += step;
                return component.Gradient.Slope(component.Place, moved);
            }

            values[k] = ((8 * (At(h) - At(-h))) - At(2 * h) + At(-2 * h)) / (12 * h);
            slack = Math.Max(slack, 1e-8 * Math.Abs(values[k]));
        }

        return [new(values, $"This is the second derivative by {component.Variable}.", slack)];
    }

    private static IEnumerable<Guess> TermCount(Component component) => component.Gradient.Traits.Terms.SelectMany(n => new Guess[]
    {
        new(component.Changed(x => x / n), $"The derivative is divided by the number of terms, {n}."),
        new(component.Changed(x => x * n), $"The derivative is multiplied by the number of terms, {n}."),
    });

    private static IEnumerable<Guess> Degrees(Component component) => component.Gradient.Traits.HasAngles
        ?
        [
            new(component.Changed(static x => x * Math.PI / 180), $"The derivative has the factor pi/180."),
            new(component.Changed(static x => x * 180 / Math.PI), $"The derivative has the factor 180/pi."),
        ]
        : [];

    // For a formula the ratio must be the same at every point; for a number it must be one that people write.
    private static IEnumerable<Guess> ConstantFactor(Component component)
    {
        var exact = component.Exact;
        var at = Array.FindIndex(exact, static x => x != 0);
        if (at < 0) yield break;
        var ratio = component.Claimed[at] / exact[at];
        if (ratio == 0 || !double.IsFinite(ratio)) yield break;
        if (component.IsFormula)
        {
            yield return new Guess(component.Changed(x => ratio * x), $"The derivative is multiplied by {ratio}.");
            yield break;
        }

        int[] usual = [2, 3, 4, 5, 10, .. component.Gradient.Traits.Factors];
        foreach (var n in usual.Distinct())
        {
            yield return new Guess(component.Changed(x => x * n), $"The derivative is multiplied by {n}.");
            yield return new Guess(component.Changed(x => x / n), $"The derivative is divided by {n}.");
            yield return new Guess(component.Changed(x => -x * n), $"The derivative is multiplied by {-n}.");
            yield return new Guess(component.Changed(x => -x / n), $"The derivative is divided by {-n}.");
        }
    }

    private static IEnumerable<Guess> ConstantAdded(Component component)
    {
        if (!component.IsFormula || component.Directions is not null) return [];
        var constant = component.Claimed[0] - component.Exact[0];
        return double.IsFinite(constant) ? [new(component.Changed(x => x + constant), $"The number {constant} is added to the derivative.")] : [];
    }

    private static List<Guess> OtherPoint(Component component)
    {
        if (component.IsFormula) return [];
        var point = component.Gradient.Points[0];
        var guesses = new List<Guess>();
        void Try(double[] other, FormattableString words)
        {
            if (other.AsSpan().SequenceEqual(point)) return;
            var slope = component.Gradient.Slope(component.Place, other);
            if (slope != 0) guesses.Add(new Guess([slope], words));
        }

        Try(Array.ConvertAll(point, static x => -x), $"This is the derivative at the point with the other sign.");
        Try(new double[point.Length], $"This is the derivative at 0.");
        Try(Array.ConvertAll(point, static _ => 1.0), $"This is the derivative at 1.");
        if (point.Length > 1) Try([.. point.Reverse()], $"This is the derivative at the point with its coordinates in the other order.");
        return guesses;
    }

    private static IEnumerable<Guess> RoundedTooFar(Component component) =>
        !component.IsFormula && Agreement.Digits(component.Claimed[0]) is var digits and > 0 and < 3 && Agreement.RoundsTo(component.Claimed[0], component.Exact[0])
            ? [new(component.Claimed, $"To {digits} {(digits == 1 ? "digit" : "digits")} the derivative {component.Exact[0]} is {component.Claimed[0]}; give three digits or more.")]
            : [];
}
