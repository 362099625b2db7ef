using CalcApi.Http;
using CalcApi.Http.Answers;
using CalcApi.Http.Compute;
using CalcApi.Http.Functions;
using CalcApi.Http.OpenApi;
using CalcApi.Http.Requests;
using Calculus;

namespace CalcApi.Evaluate;

/// <summary>The value of a function at one point or many.</summary>
internal static class EvaluateEndpoints
{
    /// <summary>Maps <c>evaluate</c>.</summary>
    public static void MapEvaluate(this IEndpointRouteBuilder routes) =>
        routes.MapQuestion<EvaluateRequest, EvaluateAnswer>("/evaluate", Evaluate)
            .WithTags("Function").WithName("Evaluate")
            .WithSummary("The value of a function")
            .WithDescription("Give point for one value, points for many; a constant function takes none.")
            .Example("A parabola at one point", """{ "function": "x^2 + 3", "point": 3 }""")
            .Example("Two variables at three points", """{ "function": "f(x, z) = 2z^3 x^2", "points": [{ "x": 3, "z": 2 }, { "x": 0, "z": 1 }, { "x": 1, "z": -1 }] }""")
            .Example("A layer of a network", """{ "function": "f(W, x, b) = relu(W @ x + b)", "point": { "W": [[1, -2], [3, 4]], "x": [1, 2], "b": [0, -1] } }""")
            .Example("A constant given as data", """{ "function": "f(x) = a*exp(-k*x)", "data": { "a": 2, "k": 0.5 }, "point": 1 }""");

    private static EvaluateAnswer Evaluate(EvaluateRequest request, Computation computation)
    {
        var study = request.Study(computation, request.Point, request.Points);
        if (study.HasArrays) return OfArrays(request, study);
        if (request.Points is { } points)
        {
            var values = study.EvaluateMany([study.Function], Points.ColumnsOf(study, points, "points"), points.Count)[0];
            return new() { Values = [.. values.Select(static value => (ValueAnswer)value)], Notes = NoteAnswer.Of(study.Notes) };
        }

        var value = study.Evaluate([study.Function], Points.Of(study, request.Point ?? new Point(), "point"))[0];
        return new() { Value = value, Notes = NoteAnswer.Of(study.Notes) };
    }

    private static EvaluateAnswer OfArrays(EvaluateRequest request, Study study)
    {
        ValueAnswer At(Point point, string field) => study.EvaluateArrays([study.Function], Points.ArraysOf(study, point, field))[0];
        return request.Points is { } points
            ? new() { Values = [.. points.Select((point, i) => At(point, $"points[{i}]"))], Notes = NoteAnswer.Of(study.Notes) }
            : new() { Value = At(request.Point ?? new Point(), "point"), Notes = NoteAnswer.Of(study.Notes) };
    }
}
