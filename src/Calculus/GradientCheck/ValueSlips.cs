using System.Collections.Immutable;

namespace Calculus.GradientCheck;

/// <summary>Mistakes in the use of the right derivative.</summary>
internal static class ValueSlips
{
    public static ImmutableArray<ValueSlip> All { get; } =
    [
        new("descent-direction", "The gradient points downhill", "The gradient points in the direction of steepest ascent.", -1, DescentDirection),
        new("sign-flipped", "The sign is wrong", "A derivative is positive where the function rises, negative where it falls.", 0,
            static component => [new(component.Changed(static x => -x), $"The derivative by {component.Variable} has the wrong sign.")]) { IsNamedFirst = true },
        new("transposed", "Rows and columns are exchanged", "The derivative by a matrix has the shape of the matrix: entry i, j is the derivative by entry i, j.", 0,
            static component => component.Comparisons[0].Transposed is not null ? [new(component.Each(static each => each.Transposed!.Value), $"This is the transpose of the derivative by {component.Variable}.")] : []) { IsNamedFirst = true },
        new("components-permuted", "The components are in another order", "Each component belongs to its own variable.", -1, Permuted),
        new("unit-vector", "The gradient is divided by its length", "The length of the gradient is the slope in its direction; a unit vector gives only the direction.", -1, UnitVector),
        new("wrong-variable", "The derivative by another variable", "A partial derivative moves one variable and holds the others still.", 0, WrongVariable),
        new("function-itself", "The function was given instead of its derivative", "A derivative tells how fast a function changes, not how large it is.", 0,
            static component => component.IsNumber ? [new(component.Each(static each => each.Value), $"This is the function itself.")] : []),
        new("held-constant", "The variable is treated as a constant", "A derivative is 0 where the function stays level.", 0,
            static component => [new(component.Changed(static _ => 0), $"The claim is 0, but the function changes with {component.Variable}.")]),
        new("differentiated-twice", "The function is differentiated twice", "The second derivative is the slope of the first.", 1, Twice),
        new("term-count", "A sum is treated as a mean, or a mean as a sum", "The derivative of a mean of n terms is 1/n of the derivative of their sum.", 1, TermCount),
        new("constant-factor", "A constant factor is wrong", "Apart from this factor the derivative is right.", 2, ConstantFactor),
        new("angle-in-degrees", "Degrees are treated as radians", "The derivatives of the trigonometric functions hold for angles in radians.", 1, Degrees),
        new("constant-added", "A constant is added", "Apart from this constant the derivative is right.", 2, ConstantAdded),
        new("other-point", "The derivative at another point", "The formula may be right, but a different number was put in.", 2, OtherPoint),
        new("rounded-too-far", "The number is rounded to too few digits", "So few digits also fit many wrong derivatives.", 2, RoundedTooFar),
    ];

    private static IEnumerable<Guess> DescentDirection(Component component) =>
        component.Gradient.Claims.Count > 1 && component.Gradient.Claims.All(static pair => SlipSearch.IsSame(pair.Claimed, -pair.Exact))
            ? [new(component.Changed(static x => -x), $"Every component has the wrong sign: this is the direction of steepest descent.")]
            : [];

    private static IEnumerable<Guess> UnitVector(Component component) => component.Gradient.Entries > 1
        ? [new(component.Each(each => each.Gradient[component.Place] / each.Length), $"This belongs to the unit vector along the gradient.")]
        : [];

    private static IEnumerable<Guess> Permuted(Component component)
    {
        var claims = component.Gradient.Claims;
        if (claims.Count < Math.Max(2, component.Gradient.Variables.Count)) return [];
        return claims.Select(static pair => pair.Claimed).Order().Zip(claims.Select(static pair => pair.Exact).Order()).All(static pair => SlipSearch.IsSame(pair.First, pair.Second))
            ? WrongVariable(component)
            : [];
    }

    private static IEnumerable<Guess> WrongVariable(Component component) => component.Gradient.Variables
        .Select((name, other) => (name, other))
        .Where(pair => pair.other != component.Place && component.Gradient.Layout.Length(pair.other) == component.Gradient.Layout.Length(component.Place))
        .Select(pair => new Guess(component.Each(each => each.Gradient[pair.other]), $"This is the derivative by {pair.name}, not by {component.Variable}."));

    private static IEnumerable<Guess> Twice(Component component)
    {
        if (!component.IsNumber) return []; // the second derivative has another shape
        // A central difference of the exact slope, accurate to a dozen digits at a step of the cube root of the rounding unit.
        var values = component.Each(each =>
        {
            var h = Math.ScaleB(Math.Max(1, Math.Abs(each.Point[component.Coordinate])), -17);
            double At(double step)
            {
                double[] moved = [.. each.Point];
                moved[component.Coordinate] += step;
                return component.Gradient.Slope(component.Place, moved);
            }

            return ((8 * (At(h) - At(-h))) - At(2 * h) + At(-2 * h)) / (12 * h);
        });
        return [new(values, $"This is the second derivative by {component.Variable}.", 1e-8 * values.Max(Math.Abs))];
    }

    private static IEnumerable<Guess> TermCount(Component component) => component.Gradient.Traits.Terms.SelectMany(n => new Guess[]
    {
        new(component.Changed(x => x / n), $"The derivative is divided by the number of terms, {n}."),
        new(component.Changed(x => x * n), $"The derivative is multiplied by the number of terms, {n}."),
    });

    private static IEnumerable<Guess> Degrees(Component component) => component.Gradient.Traits.HasAngles
        ?
        [
            new(component.Changed(static x => x * Math.PI / 180), $"The derivative is multiplied by pi/180."),
            new(component.Changed(static x => x * 180 / Math.PI), $"The derivative is multiplied by 180/pi."),
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
        if (component.HasSeveral)
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
        if (!component.HasSeveral || !component.IsNumber) return [];
        var constant = component.Claimed[0] - component.Exact[0];
        return double.IsFinite(constant) ? [new(component.Changed(x => x + constant), $"The constant {constant} is added to the derivative.")] : [];
    }

    private static List<Guess> OtherPoint(Component component)
    {
        if (component.HasSeveral) return [];
        var point = component.Comparisons[0].Point;
        var guesses = new List<Guess>();
        void Try(double[] other, FormattableString words)
        {
            if (other.AsSpan().SequenceEqual(point)) return;
            var slope = component.Gradient.Slope(component.Place, other);
            if (slope != 0) guesses.Add(new Guess([slope], words));
        }

        Try(Array.ConvertAll(point, static x => -x), $"This is the derivative at the opposite point.");
        Try(new double[point.Length], $"This is the derivative at 0.");
        Try(Array.ConvertAll(point, static _ => 1.0), $"This is the derivative at 1.");
        if (point.Length > 1) Try([.. point.Reverse()], $"This is the derivative at the point with its coordinates in reverse order.");
        return guesses;
    }

    private static IEnumerable<Guess> RoundedTooFar(Component component) =>
        !component.HasSeveral && Agreement.Digits(component.Claimed[0]) is var digits and > 0 and < 3 && Agreement.RoundsTo(component.Claimed[0], component.Exact[0])
            ? [new(component.Claimed, $"To {digits} {(digits == 1 ? "digit" : "digits")} the derivative {component.Exact[0]} is {component.Claimed[0]}; give three digits or more.")]
            : [];
}
