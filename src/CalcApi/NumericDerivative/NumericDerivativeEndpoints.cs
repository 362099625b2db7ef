using System.Numerics;
using CalcApi.Http;
using CalcApi.Http.Answers;
using CalcApi.Http.Compute;
using CalcApi.Http.Functions;
using CalcApi.Http.OpenApi;
using Calculus;
using Calculus.Numerics;
using Calculus.Syntax;

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
            .WithDescription("Forward, backward, central, five-point and Richardson differences and the complex step at one step, and over steps from 1e-1 to 1e-16 the error of each, whether truncation or rounding makes it, and why the best step is where it is.")
            .Example("A parabola at 3", """{ "function": "x^2", "point": 3 }""")
            .Example("A partial derivative with another step", """{ "function": "exp(x*y)", "variable": "x", "point": { "x": 1, "y": 0.5 }, "h": 0.001 }""");

    private static NumericDerivativeAnswer Estimate(NumericDerivativeRequest request, Computation computation)
    {
        var study = request.StudyEntryByEntry(computation, request.Point);
        var index = Points.IndexOf(study, request.Variable, "variable");
        var point = Points.Of(study, request.Point, "point");
        var h = request.H ?? DefaultStep;

        var derivative = study.Derivative(study.Variables[index]);
        var at = study.At([derivative], point);
        var exact = at.Values[0].Number;
        var isDifferentiable = !at.Notes.Any(static note => note.Code is NoteCodes.NotDifferentiable);
        var f = study.Along(index, point);
        var reason = Reason(study, index, point, f.Value(point[index]));
        if (reason is not null) f = f with { Continuation = static _ => new Complex(double.NaN, double.NaN) };
        var sweeps = DifferenceMethod.All.Select(method => StepSweep.Of(method, f, point[index], exact, isDifferentiable)).ToList();
        return new()
        {
            Exact = exact,
            Estimates = [.. DifferenceMethod.All.Select(Estimated)],
            Sweep = [.. sweeps.Select(sweep => Swept(sweep, ReasonFor(sweep.Method)))],
            BestH = sweeps.Where(sweep => sweep.BestH is not null)
                .ToDictionary(sweep => sweep.Method.Name, sweep => sweep.BestH!.Value, StringComparer.Ordinal),
            Notes = NoteAnswer.Of(study.Notes([derivative], at.Notes)),
        };

        EstimateAnswer Estimated(DifferenceMethod method)
        {
            var value = method.Estimate(f, point[index], h);
            return new(method.Name, method.Formula, h, value, double.IsFinite(exact) ? Math.Abs(value - exact) : double.NaN, ReasonFor(method));
        }

        string? ReasonFor(DifferenceMethod method) => method == DifferenceMethod.ComplexStep ? reason : null;
    }

    private static SweepAnswer Swept(StepSweep sweep, string? reason)
    {
        double? bestError = sweep.BestH is { } best ? sweep.Entries.First(entry => entry.H == best).Error : null;
        return new()
        {
            Method = sweep.Method.Name,
            Order = sweep.Method.Order,
            RoundingOrder = sweep.Method.RoundingGain == 0 ? 0 : -1,
            H = [.. sweep.Entries.Select(entry => entry.H)],
            Value = [.. sweep.Entries.Select(entry => entry.Value)],
            Error = [.. sweep.Entries.Select(entry => entry.Error)],
            Rounding = [.. sweep.Entries.Select(entry => entry.Rounding)],
            Regime = [.. sweep.Entries.Select(entry => Named(entry.Regime))],
            BestH = sweep.BestH,
            BestError = bestError,
            PredictedH = sweep.PredictedH,
            Why = reason ?? sweep.Why,
        };
    }

    private static string Named(ErrorRegime regime) => regime switch
    {
        ErrorRegime.Truncation => "truncation",
        ErrorRegime.Rounding => "rounding",
        ErrorRegime.NoLimit => "no_limit",
        _ => "undefined",
    };

    private static string? Reason(Study study, int index, double[] point, double value)
    {
        if (!double.IsFinite(value)) return "The function has no finite value at this point.";
        return study.WithoutContinuation(index, point) is { } part
            ? $"The complex step needs a complex value near the point, but {study.Print(part).Text} has none there."
            : null;
    }
}
