using CalcApi.Http;
using CalcApi.Http.Answers;
using CalcApi.Http.Compute;
using CalcApi.Http.Functions;
using CalcApi.Http.OpenApi;
using Calculus;

namespace CalcApi.Derivative;

/// <summary>The derivative by one variable, as a formula and as numbers.</summary>
internal static class DerivativeEndpoints
{
    /// <summary>Maps <c>derivative</c>.</summary>
    public static void MapDerivative(this IEndpointRouteBuilder routes) =>
        routes.MapQuestion<DerivativeRequest, DerivativeAnswer>("/derivative", Differentiate)
            .WithTags("Derivatives").WithName("Derivative")
            .WithSummary("The derivative of a function")
            .WithDescription("The formula always; numbers and the tangent where a point is given.")
            .Example("A parabola with its tangent at 3", """{ "function": "x^2", "point": 3 }""")
            .Example("Composed functions", """{ "function": "A(x) = sin(x); B(x) = x^2; C(x) = 4x; f(x) = A(B(C(x)))" }""")
            .Example("A partial derivative", """{ "function": "f(x, z) = 2z^3 x^2", "variable": "z", "point": { "x": 3, "z": 2 } }""")
            .Example("Explained rule by rule", """{ "function": "x^2*sin(3x)", "steps": true }""")
            .Example("By a vector", """{ "function": "f(x) = norm(A @ x - y)^2", "data": { "A": [[1, 2], [3, 4]], "y": [1, 0] }, "point": { "x": [1, 1] } }""")
            .Example("The second derivative at many points", """{ "function": "tanh(x)", "order": 2, "points": [-1, 0, 1] }""");

    private static DerivativeAnswer Differentiate(DerivativeRequest request, Computation computation)
    {
        var study = request.Study(computation, request.Point, request.Points);
        var index = Points.IndexOf(study, request.Variable, "variable");
        var order = request.Order ?? 1;
        if (study.HasArrays) return DerivativeOfArrays.Of(request, study, study.Variables[index], order);
        var derivative = study.Derivative(study.Variables[index], order);
        var answer = new DerivativeAnswer
        {
            Derivative = ExpressionAnswer.Of(study, derivative),
            Steps = request.Steps is true ? StepAnswer.Of(study.DerivativeSteps(study.Variables[index], order)) : null,
        };

        if (request.Points is { } points)
        {
            var columns = study.EvaluateMany([derivative, study.Function], Points.ColumnsOf(study, points, "points"), points.Count);
            answer = answer with { Values = [.. columns[0].Select(static value => (ValueAnswer)value)], FunctionValues = [.. columns[1].Select(static value => (ValueAnswer)value)] };
        }
        else if (request.Point is { } point)
        {
            var coordinates = Points.Of(study, point, "point");
            var values = study.Evaluate([derivative, study.Function], coordinates);
            answer = answer with
            {
                Value = values[0],
                FunctionValue = values[1],
                Tangent = order == 1 ? Tangent(study, index, values[0], coordinates[index], values[1]) : null,
            };
        }

        return answer with
        {
            Kinks = PointKinkAnswer.Of(study, study.Kinks),
            Verification = request.Verify == false ? null
                : VerificationAnswer.Of(study.Verify(derivative, study.Variables[index], order, Points.Asked(study, request))),
            Notes = NoteAnswer.Of(study.Notes),
        };
    }

    private static ExpressionAnswer? Tangent(Study study, int index, double slope, double x, double y) =>
        double.IsFinite(slope) && double.IsFinite(y)
            ? ExpressionAnswer.Of(study, study.Line(study.Variables[index], slope, x, y))
            : null;
}
