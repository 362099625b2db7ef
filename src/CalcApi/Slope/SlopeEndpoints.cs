using CalcApi.Http;
using CalcApi.Http.Answers;
using CalcApi.Http.Compute;
using CalcApi.Http.Functions;
using CalcApi.Http.OpenApi;
using CalcApi.Http.Problems;
using Calculus;
using Calculus.Syntax;

namespace CalcApi.Slope;

/// <summary>The slope between two points.</summary>
internal static class SlopeEndpoints
{
    /// <summary>Maps <c>slope</c>.</summary>
    public static void MapSlope(this IEndpointRouteBuilder routes) =>
        routes.MapQuestion<SlopeRequest, SlopeAnswer>("/slope", Slope)
            .WithTags("Derivatives").WithName("Slope")
            .WithSummary("The slope between two points")
            .WithDescription("Rise over run, of a function's curve between two inputs or between two given points, with the line through them.")
            .Example("Two inputs of a parabola", """{ "function": "x^2 + 3", "from": 1, "to": 3 }""")
            .Example("Two given points", """{ "points": [[1, 4], [3, 12]] }""");

    private static SlopeAnswer Slope(SlopeRequest request, Computation computation)
    {
        if (request.Points is [[var x1, var y1], [var x2, var y2]])
        {
            // The line through given points is a line in x; there is no function to take a name from.
            var plane = Studies.Of("f(x) = x", data: null, computation, []);
            return Between(plane, computation, new(x1, y1), new(x2, y2));
        }

        var (from, to) = (request.From!, request.To!);
        var study = Studies.OfNumbers(Studies.Of(request.Function!, request.Data, computation, [.. from.Named.Keys, .. to.Named.Keys]));
        if (study.Variables.Count != 1)
            throw Refuse.Value("function", study.Variables.Count == 0
                ? "The function is constant: name its variable in a signature, such as f(x) = 5."
                : $"The function has the variables {string.Join(", ", study.Variables)}; a slope between two inputs needs a function of one variable.");

        var (a, b) = (Points.Of(study, from, "from"), Points.Of(study, to, "to"));
        if (a[0] == b[0]) throw Refuse.Value("to", "The two inputs must differ: a vertical line has no slope.");
        var (first, second) = (study.At([], a), study.At([], b));
        return Between(study, computation, new(a[0], first.Value.Number), new(b[0], second.Value.Number), first.Notes, second.Notes);
    }

    private static SlopeAnswer Between(Study study, Computation computation, PlanePoint from, PlanePoint to, params IReadOnlyList<IReadOnlyList<Note>> notes)
    {
        var (rise, run) = (to.Y - from.Y, to.X - from.X);
        // Halves never overflow, and have the same quotient.
        var slope = double.IsFinite(rise) && double.IsFinite(run) ? rise / run : ((to.Y / 2) - (from.Y / 2)) / ((to.X / 2) - (from.X / 2));
        var isInRange = double.IsFinite(from.Y) && double.IsFinite(to.Y);
        return new()
        {
            From = from,
            To = to,
            Rise = isInRange ? computation.InRange("the rise", rise) : rise,
            Run = computation.InRange("the run", run),
            Slope = slope,
            Line = double.IsFinite(slope) && double.IsFinite(from.Y)
                ? ExpressionAnswer.OrNull(study, study.Line("the line", study.Variables[0], slope, from.X, from.Y))
                : null,
            Notes = NoteAnswer.Of(study.Notes([], notes)),
        };
    }
}
