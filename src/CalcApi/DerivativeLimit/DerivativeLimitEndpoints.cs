using System.Collections.Immutable;
using CalcApi.Http;
using CalcApi.Http.Answers;
using CalcApi.Http.Compute;
using CalcApi.Http.Functions;
using CalcApi.Http.OpenApi;
using CalcApi.Http.Problems;
using Calculus;
using Calculus.Derivatives;
using Calculus.Explanations;
using Calculus.Explanations.FirstPrinciples;
using Calculus.Numerics;

namespace CalcApi.DerivativeLimit;

/// <summary>The derivative from first principles.</summary>
internal static class DerivativeLimitEndpoints
{
    private static readonly ImmutableArray<double> s_steps = [1, 0.1, 0.01, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8];

    /// <summary>Maps <c>derivative/limit</c>.</summary>
    public static void MapDerivativeLimit(this IEndpointRouteBuilder routes) =>
        routes.MapQuestion<DerivativeLimitRequest, DerivativeLimitAnswer>("/derivative/limit", WorkOut)
            .WithTags("Derivatives").WithName("DerivativeLimit")
            .WithSummary("The derivative from first principles")
            .WithDescription("The difference quotient worked out line by line until the step may go to 0: polynomials, fractions, roots, elementary functions and what is made of them. "
                + "Other functions inside are cited; a function with nothing to work out is refused. At a point, the slopes of shorter and shorter steps as well.")
            .Example("A parabola, with slopes at 3", """{ "function": "x^2", "point": 3 }""")
            .Example("A constant letter", """{ "function": "f(x) = b*x^2" }""")
            .Example("A root", """{ "function": "sqrt(2x + 1)" }""")
            .Example("A product with a sine inside", """{ "function": "x*sin(3x)", "point": 0.5 }""");

    private static DerivativeLimitAnswer WorkOut(DerivativeLimitRequest request, Computation computation)
    {
        var study = request.StudyEntryByEntry(computation, request.Point);
        var index = Points.IndexOf(study, request.Variable, "variable");
        var coordinates = request.Point is { } point ? Points.Of(study, point, "point") : null;
        var derivative = study.Derivative(study.Variables[index]);
        var steps = StepsOf(study, derivative);
        var at = coordinates is null ? null : study.At([derivative], coordinates);
        return new()
        {
            Steps = StepAnswer.Of(steps),
            Derivative = ExpressionAnswer.Of(study, derivative),
            Value = at?.Values[0].Number,
            Table = at is null ? null : Table(study, coordinates!, index, at.Values[0].Number),
            Notes = NoteAnswer.Of(study.Notes([derivative], at?.Notes ?? study.Conditions([derivative]))),
        };
    }

    private static IReadOnlyList<Step> StepsOf(Study study, DerivedFormula derivative)
    {
        try
        {
            return study.Explain.Limit(derivative);
        }
        catch (UntaughtLimitException untaught)
        {
            throw new RefusalException(Refuse.Value("function", untaught.Message).Problem with
            {
                Hint = """ask 'derivative' with "steps": true for the derivative by the rules""",
            });
        }
    }

    private static List<SecantAnswer> Table(Study study, double[] point, int index, double derivative)
    {
        var objective = study.Objective();
        double[] moved = [.. point];
        var rows = new List<SecantAnswer>();
        foreach (var h in s_steps)
        {
            var slope = FiniteDifference.Forward(Along, point[index], h);
            rows.Add(new(h, slope, Math.Abs(slope - derivative), FiniteDifference.Backward(Along, point[index], h)));
        }

        return rows;

        double Along(double t)
        {
            moved[index] = t;
            return objective.Value(moved);
        }
    }
}
