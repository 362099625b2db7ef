using CalcApi.Http;
using CalcApi.Http.Answers;
using CalcApi.Http.Compute;
using CalcApi.Http.Functions;
using CalcApi.Http.OpenApi;
using CalcApi.Http.Requests;
using Calculus.Expressions;

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
        if (request.Points is { } points)
        {
            var columns = study.AtMany([], Points.ColumnsOf(study, points, "points"), points.Count).Value;
            var values = Enumerable.Range(0, points.Count).Select(k => (ValueAnswer)new ArrayValue(study.Function.Shape, [.. columns.Select(column => column[k])]));
            return new() { Values = [.. values], Notes = NoteAnswer.Of(study.Notes([])) };
        }

        var at = study.At([], Points.Of(study, request.Point ?? new Point(), "point"));
        return new() { Value = at.Value, Notes = NoteAnswer.Of(study.Notes([], at.Notes)) };
    }
}
