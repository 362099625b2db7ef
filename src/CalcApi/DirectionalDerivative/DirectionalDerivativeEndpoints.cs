using CalcApi.Http;
using CalcApi.Http.Answers;
using CalcApi.Http.Compute;
using CalcApi.Http.Functions;
using CalcApi.Http.OpenApi;
using CalcApi.Http.Problems;
using Calculus.Explanations;
using Calculus.Syntax;

namespace CalcApi.DirectionalDerivative;

/// <summary>The slope along a direction.</summary>
internal static class DirectionalDerivativeEndpoints
{
    private const int Degrees = 360;

    /// <summary>Maps <c>directional-derivative</c>.</summary>
    public static void MapDirectionalDerivative(this IEndpointRouteBuilder routes) =>
        routes.MapQuestion<DirectionalDerivativeRequest, DirectionalDerivativeAnswer>("/directional-derivative", Differentiate)
            .WithTags("Derivatives").WithName("DirectionalDerivative")
            .WithSummary("The slope of a function along a direction")
            .WithDescription("Along the direction as given and along its unit vector, beside the directions of steepest ascent and descent.")
            .Example("Along (3, 4)", """{ "function": "f(x, z) = 2z^3 x^2", "point": { "x": 3, "z": 2 }, "direction": { "x": 3, "z": 4 } }""")
            .Example("Along a direction in the space of weights", """{ "function": "f(w) = norm(X @ w - y)^2", "data": { "X": [[1, 2], [3, 4]], "y": [1, 0] }, "point": { "w": [0, 0] }, "direction": { "w": [1, 1] } }""")
            .Example("With its steps", """{ "function": "x^2*y", "point": { "x": 1, "y": 2 }, "direction": { "x": 3, "y": 4 }, "steps": true }""")
            .Example("Along a level line", """{ "function": "x^2 + y^2", "point": { "x": 1, "y": 1 }, "direction": { "x": 1, "y": -1 } }""");

    private static DirectionalDerivativeAnswer Differentiate(DirectionalDerivativeRequest request, Computation computation)
    {
        (request, computation) = AskedGradient.Of(request, computation);
        var study = request.StudyOfNumber(computation, request.Point, [request.Direction], pointsField: "direction");
        var point = Points.Of(study, request.Point, "point");
        var direction = Points.Of(study, request.Direction, "direction");
        var unitDirection = Direction.Unit(direction)
            ?? throw Refuse.Value("direction", "The function is constant: there is no direction to go.");

        var slope = study.DirectionalDerivative(direction);
        var at = study.GradientAt(point);
        var gradient = at.Numbers;
        var ascent = study.DirectionOfTiny(point, gradient) ?? Direction.Unit(gradient);
        var (raw, unit) = (Direction.Dot(gradient, direction), Direction.Dot(gradient, unitDirection));
        // Terms of the product may cancel; the formula's own number is right to the last digits, where it is that of these slopes.
        var along = study.At([slope], point);
        var isSmooth = Direction.IsDot(along.Numbers[0], gradient, direction);
        if (!isSmooth) along = along with { Notes = [] };
        else (raw, unit) = (along.Numbers[0], along.Numbers[0] / Direction.Length(direction));
        var kink = study.SlopeAlong(direction, point, raw);
        var isLinear = kink is null || kink.Value.Slope.Equals(raw);
        if (!isLinear) (raw, unit) = (kink!.Value.Slope, kink.Value.Slope / Direction.Length(direction));
        double? rounded = ascent is null ? null : Direction.Angle(ascent, unitDirection);
        var angle = isSmooth && kink is null && at.Kinks.Count == 0 && rounded is { } near ? study.Angle(slope, direction, point, near) : null;
        IReadOnlyList<Note> notes = [.. at.NotesOnFormulas.Union(along.NotesOnFormulas), .. kink is null ? [] : new[] { kink.Value.Note }, .. angle is { Note: { } unsure } ? new[] { unsure } : []];
        var numbers = new DirectionalSlope(point, direction, Direction.Length(direction), unitDirection, gradient, unit);
        // Vectors and matrices are explained entry by entry.
        var explained = request.Steps is true ? study.EntryByEntry() : study;
        return new()
        {
            Expression = ExpressionAnswer.Of(study.Print(slope, direction)),
            Raw = raw,
            Unit = unit,
            UnitDirection = Points.Answer(study, unitDirection),
            Gradient = Points.Answer(study, gradient),
            Angle = angle?.Angle ?? rounded,
            SteepestAscent = ascent is null ? null : Points.Answer(study, ascent),
            SteepestDescent = ascent is null ? null : Points.Answer(study, [.. ascent.Select(static entry => -entry)]),
            Slopes = gradient is [var first, var second] ? Slopes(computation, first, second) : null,
            Steps = request.Steps is true && numbers.IsFinite && isLinear ? computation.Budget.Extras.Contain("the steps", () => StepAnswer.Of(explained.StepsAlong(explained.DirectionalDerivative(direction), numbers)), null) : null,
            Notes = NoteAnswer.Of([.. study.Notes([slope], notes).Union(explained.Notes([]))]),
        };
    }

    private static double[]? Slopes(Computation computation, double first, double second)
    {
        if (double.IsFinite(first) && double.IsFinite(second) && computation.InRange("the slopes by degrees", Direction.Length([first, second])) is null) return null;
        var slopes = new double[Degrees];
        for (var degree = 0; degree < Degrees; degree++)
        {
            // In half turns, so that sine and cosine are exact at the quarter turns.
            var (sin, cos) = double.SinCosPi(degree / 180.0);
            slopes[degree] = (cos * first) + (sin * second);
        }

        return slopes;
    }
}
