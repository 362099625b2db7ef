using CalcApi.Http;
using CalcApi.Http.Answers;
using CalcApi.Http.Compute;
using CalcApi.Http.Functions;
using CalcApi.Http.OpenApi;
using CalcApi.Http.Problems;
using CalcApi.Http.Requests;
using Calculus;
using Calculus.Derivatives;
using Calculus.Expressions;
using Calculus.Seams;
using Calculus.Syntax;

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
        var (index, order) = (Points.IndexOf(study, request.Variable, "variable"), request.Order ?? 1);
        var (variable, shape) = (study.Variables[index], study.Layout.ShapeOf(index));
        if (order > 1 && !shape.IsScalar)
            throw Refuse.Value("order", $"{Quoted.Of(variable)} is {shape}. By a vector or a matrix only the first derivative is given here; for second derivatives, use hessian.");
        var derivative = study.Derivative(variable, order);
        var answer = new DerivativeAnswer
        {
            Derivative = ExpressionAnswer.Of(study, derivative),
            Steps = request.Steps is true ? Steps(study, derivative, computation) : null,
        };

        IReadOnlyList<KinkReport> kinks = [];
        IReadOnlyList<Note> notes = request.Point is null && request.Points is null ? study.Conditions([derivative]) : [];
        if (request.Points is { } points)
        {
            var at = study.AtMany([derivative], Points.ColumnsOf(study, points, "points"), points.Count);
            (kinks, notes) = (at.Kinks, at.Notes);
            answer = answer with { Values = Rows(derivative.Shape, at.Numbers, points.Count), FunctionValues = Rows(study.Function.Shape, at.Value, points.Count) };
        }
        else if (request.Point is { } point)
        {
            var at = study.At([derivative], Points.Of(study, point, "point"));
            (kinks, notes) = (at.Kinks, at.Notes);
            answer = answer with { Value = at.Values[0], FunctionValue = at.Value, Tangent = order == 1 ? Tangent(study, derivative, at) : null };
        }

        return answer with
        {
            Kinks = PointKinkAnswer.Of(study, kinks),
            Verification = request.Verify == false ? null : VerificationAnswer.Of(study.Verify(derivative, Points.Asked(study, request))),
            Notes = NoteAnswer.Of(study.Notes([derivative], notes)),
        };
    }

    private static IReadOnlyList<StepAnswer>? Steps(Study study, DerivedFormula derivative, Computation computation) => study.Explain.CanExplain(derivative)
        ? computation.Budget.Extras.Contain("the steps", () => StepAnswer.Of(study.Explain.Derivative(derivative)), null)
        : throw Refuse.Value("steps", "Among vectors and matrices, steps are given for the first derivative of a function whose value is a number.");

    private static ValueAnswer[] Rows(Shape shape, IReadOnlyList<double[]> columns, int count) =>
        shape.IsScalar ? Array.ConvertAll(columns[0], static number => (ValueAnswer)number)
            : [.. Enumerable.Range(0, count).Select(k => (ValueAnswer)new ArrayValue(shape, [.. columns.Select(column => column[k])]))];

    // A tangent is a line in a plane of numbers: a vector has no single slope.
    private static ExpressionAnswer? Tangent(Study study, DerivedFormula derivative, Evaluation at)
    {
        if (study.Layout.Count != study.Layout.Values || !at.Value.Shape.IsScalar || study.Variables.Any(name => !study.ShapeOf(name).IsScalar)) return null;
        return study.Lines.Tangent(derivative, at) is { } tangent ? ExpressionAnswer.Of(tangent.Printed) : null;
    }
}
