using CalcApi.Http;
using CalcApi.Http.Answers;
using CalcApi.Http.Compute;
using CalcApi.Http.Functions;
using CalcApi.Http.OpenApi;

namespace CalcApi.Taylor;

/// <summary>Taylor polynomials with their remainder.</summary>
internal static class TaylorEndpoints
{
    private const double DefaultRadius = 1;

    /// <summary>Maps <c>taylor</c>.</summary>
    public static void MapTaylor(this IEndpointRouteBuilder routes) =>
        routes.MapQuestion<TaylorRequest, TaylorAnswer>("/taylor", Expand)
            .WithTags("Derivatives").WithName("Taylor")
            .WithSummary("The Taylor polynomial at a point, and what it leaves out")
            .WithDescription(
                "In one variable, the others held at the point. Refused where a derivative up to the order does not exist: outside the domain, at kinks and jumps.")
            .Example("The exponential function", """{ "function": "exp(x)", "point": 0, "order": 4 }""")
            .Example("The sine around 1", """{ "function": "sin(x)", "point": 1, "order": 3, "radius": 0.5 }""")
            .Example("In one of two variables", """{ "function": "exp(x*y)", "variable": "x", "point": { "x": 0, "y": 2 }, "order": 3 }""");

    private static TaylorAnswer Expand(TaylorRequest request, Computation computation)
    {
        var study = request.StudyEntryByEntry(computation, request.Point);
        var index = Points.IndexOf(study, request.Variable, "variable");
        var polynomial = study.Taylor(index, Points.Of(study, request.Point, "point"), request.Order);
        var remainder = study.Remainder(polynomial, request.Radius ?? DefaultRadius);
        return new()
        {
            Polynomial = ExpressionAnswer.Of(polynomial.Printed),
            Terms =
            [
                .. polynomial.Terms.Select(term => new TaylorTermAnswer(
                    term.Order, term.Derivative, term.Coefficient, term.IsExact, ExpressionAnswer.Of(study, term.Term))),
            ],
            Remainder = new(
                remainder.Order, remainder.Lagrange is { } lagrange ? ExpressionAnswer.Of(lagrange) : null, remainder.From, remainder.To,
                remainder.Bound, remainder.LargestError, remainder.Reason),
            Notes = NoteAnswer.Of(study.Notes([], polynomial.Notes)),
        };
    }
}
