using CalcApi.Http;
using CalcApi.Http.Answers;
using CalcApi.Http.Compute;
using CalcApi.Http.Functions;
using CalcApi.Http.OpenApi;
using Calculus.Numerics;

namespace CalcApi.NumericDerivative;

/// <summary>The derivative from values alone, and its error.</summary>
internal static class NumericDerivativeEndpoints
{
    private const double DefaultStep = 1e-4;

    /// <summary>Maps <c>derivative/numeric</c>.</summary>
    public static void MapNumericDerivative(this IEndpointRouteBuilder routes) =>
        routes.MapQuestion<NumericDerivativeRequest, NumericDerivativeAnswer>("/derivative/numeric", Estimate)
            .WithTags("Derivatives").WithName("NumericDerivative")
            .WithSummary("The derivative from values alone, and its error")
            .WithDescription("Forward, backward, central, five-point and Richardson differences at one step, and the error of each over steps from 1e-1 to 1e-16.")
            .Example("A parabola at 3", """{ "function": "x^2", "point": 3 }""")
            .Example("A partial derivative with another step", """{ "function": "exp(x*y)", "variable": "x", "point": { "x": 1, "y": 0.5 }, "h": 0.001 }""");

    private static NumericDerivativeAnswer Estimate(NumericDerivativeRequest request, Computation computation)
    {
        var study = request.Study(computation, request.Point);
        var index = Points.IndexOf(study, request.Variable, "variable");
        var point = Points.Of(study, request.Point, "point");
        var x = point[index];
        var h = request.H ?? DefaultStep;
        var objective = study.Objective();
        double[] moved = [.. point];

        var exact = study.Evaluate([study.Derivative(study.Variables[index], 1)], point)[0];
        var sweeps = DifferenceMethod.All.Select(method => StepSweep.Of(method, Along, x, exact)).ToList();
        return new()
        {
            Exact = exact,
            Estimates = [.. DifferenceMethod.All.Select(Estimated)],
            Sweep = [.. sweeps.Select(sweep => new SweepAnswer(
                sweep.Method.Name, [.. sweep.Entries.Select(entry => entry.H)], [.. sweep.Entries.Select(entry => entry.Error)]))],
            BestH = sweeps.Where(sweep => sweep.BestH is not null)
                .ToDictionary(sweep => sweep.Method.Name, sweep => sweep.BestH!.Value, StringComparer.Ordinal),
            Notes = NoteAnswer.Of(study.Notes),
        };

        EstimateAnswer Estimated(DifferenceMethod method)
        {
            var value = method.Estimate(Along, x, h);
            return new(method.Name, method.Formula, h, value, Math.Abs(value - exact));
        }

        double Along(double t)
        {
            moved[index] = t;
            return objective.Value(moved);
        }
    }
}
