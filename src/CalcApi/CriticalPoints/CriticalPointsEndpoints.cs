using CalcApi.Http;
using CalcApi.Http.Answers;
using CalcApi.Http.Compute;
using CalcApi.Http.Functions;
using CalcApi.Http.OpenApi;
using Calculus.CriticalPoints;
using Calculus.Expressions;

namespace CalcApi.CriticalPoints;

/// <summary>Minima, maxima and saddles in a box, each proven; of one variable the discussion of the curve.</summary>
internal static class CriticalPointsEndpoints
{
    private const int MostBoxes = 50;

    /// <summary>Maps <c>critical-points</c>.</summary>
    public static void MapCriticalPoints(this IEndpointRouteBuilder routes) =>
        routes.MapQuestion<CriticalPointsRequest, CriticalPointsAnswer>("/critical-points", Find, Work.Run, "critical-points")
            .WithTags("Derivatives").WithName("CriticalPoints")
            .WithSummary("Minima, maxima and saddles in a box, and whether these are all")
            .WithDescription(
                "Where the gradient is 0, and extrema at kinks, jumps and, of one variable, edges of the domain. Boxes without a critical point are left out by interval arithmetic, and each "
                + "critical point is certified by interval Newton methods, so that 'complete' is a proof: it is true only where the whole box was decided. "
                + "The faces of the box are no edges: a point on one is listed where the function is critical there by itself. "
                + "Of one variable the answer discusses the curve: roots, inflections, where it rises, falls and bends, and poles.")
            .Example("A curve with two valleys", """{ "function": "x^4/4 - x^2/2", "box": { "x": [-2, 2] } }""")
            .Example("A curve with poles", """{ "function": "x^3/(x^2 - 1)", "box": { "x": [-5, 5] } }""")
            .Example("Himmelblau's function: four minima, four saddles and a maximum", """{ "function": "(x^2 + y - 11)^2 + (x + y^2 - 7)^2", "box": { "x": [-5, 5], "y": [-5, 5] } }""")
            .Example("A corner", """{ "function": "abs(x - a)", "data": { "a": 1 }, "box": { "x": [-2, 2] }, "steps": false }""")
            .Example("Infinitely many", """{ "function": "sin(1/x)", "box": { "x": [0, 1] }, "steps": false }""")
            .Example("A vector with a range for each entry", """{ "function": "f(w) = (w[1]^2 - w[2])^2 + (w[1] - 1)^2", "box": { "w": [[-2, 2], [0, 3]] } }""")
            .Example("The entries of a vector", """{ "function": "f(w) = sum(w.^4) - 2*dot(w, w)", "shapes": { "w": [2] }, "box": { "w": [-2, 2] } }""");

    private static CriticalPointsAnswer Find(CriticalPointsRequest request, Computation computation)
    {
        // A name in the box declares a variable; w[1] does not.
        var declared = request.Box.Keys.Where(static name => !name.Contains('[', StringComparison.Ordinal));
        var shapes = Studies.ShapesOf(request, request.Function, computation, []);
        foreach (var (name, side) in request.Box)
            if (side is { IsEach: true, Pairs.Count: > 1 } && declared.Contains(name, StringComparer.Ordinal))
                shapes.TryAdd(name, new Shape(side.Pairs.Count));
        var asked = Studies.IsNumber(Studies.Of(request.Function, request.Data, computation, declared, shapes));
        var box = SearchBox.Of(asked, request.Box, computation.Limits.CriticalVariables);
        var study = Studies.EntryByEntry(asked);
        var found = study.CriticalPoints(box.From, box.To);
        var steps = found.Curve is not null && request.Steps is not false
            ? computation.Budget.Extras.Try("the steps", () => StepAnswer.Of(study.StepsOfCurve(found)), null)
            : null;
        return new()
        {
            Points = [.. found.Points.Select(point => new CriticalPointAnswer(At(point.Point), point.Value, NameOf(point.Kind), NameOf(point.Cause), point.Eigenvalues, point.IsCertified))],
            Complete = found.IsComplete,
            Flat = [.. found.Flat.Take(MostBoxes).Select(each => new FlatBoxAnswer(At(each.From), At(each.To), each.Value))],
            Undecided = [.. found.Undecided.Take(MostBoxes).Select(each => new BoxAnswer(At(each.From), At(each.To)))],
            Roots = found.Curve?.Roots,
            Inflections = found.Curve?.Inflections,
            Monotonicity = StretchesOf(found.Curve?.Monotonicity, "decreasing", "constant", "increasing"),
            Convexity = StretchesOf(found.Curve?.Convexity, "concave", "linear", "convex"),
            Poles = found.Curve?.Poles,
            Steps = steps,
            Notes = NoteAnswer.Of(study.Notes([], found.Notes)),
        };

        PointAnswer At(IReadOnlyList<double> point) => Points.Answer(asked, [.. point]);
    }

    private static IReadOnlyList<StretchAnswer>? StretchesOf(IReadOnlyList<CurveStretch>? stretches, string down, string flat, string up) => stretches is null ? null :
    [
        .. stretches.Select(stretch => new StretchAnswer(stretch.From, stretch.To, stretch.Direction switch
        {
            CurveDirection.Down => down,
            CurveDirection.Up => up,
            _ => flat,
        }, stretch.IsFromOpen, stretch.IsToOpen)),
    ];

    private static string NameOf(CriticalKind kind) => kind switch
    {
        CriticalKind.Minimum => "minimum",
        CriticalKind.Maximum => "maximum",
        CriticalKind.Saddle => "saddle",
        _ => "degenerate",
    };

    private static string NameOf(CriticalCause cause) => cause switch
    {
        CriticalCause.Kink => "kink",
        CriticalCause.Jump => "jump",
        CriticalCause.Edge => "edge",
        _ => "stationary",
    };
}
