using CalcApi.Http;
using CalcApi.Http.Answers;
using CalcApi.Http.Compute;
using CalcApi.Http.Functions;
using CalcApi.Http.OpenApi;
using CalcApi.Http.Problems;
using Calculus;
using Calculus.Derivatives;
using Calculus.Expressions;
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
            .Example("With its steps", """{ "function": "x^2", "from": 1.5, "to": 2.7, "steps": true }""")
            .Example("Two given points", """{ "points": [[1, 4], [3, 12]] }""");

    private static SlopeAnswer Slope(SlopeRequest request, Computation computation)
    {
        if (request.Points is [[var x1, var y1], [var x2, var y2]])
        {
            // The line through given points is a line in x; there is no function to take a name from.
            var plane = Studies.Of("f(x) = x", data: null, computation, []);
            return Between(request, computation, plane, new Secant(Rational.FromDecimal(x1), Rational.FromDecimal(x2), Rational.FromDecimal(y1), Rational.FromDecimal(y2)), [x1, x2, y1, y2], y1, y2);
        }

        var (from, to) = (request.From!, request.To!);
        var study = Studies.OfNumbers(Studies.Of(request.Function!, request.Data, computation, [.. from.Named.Keys, .. to.Named.Keys], points: [from, to]));
        if (study.Variables.Count != 1)
            throw Refuse.Value("function", study.Variables.Count == 0
                ? "The function is constant: name its variable in a signature, such as f(x) = 5."
                : $"The function has the variables {string.Join(", ", study.Variables)}; a slope between two inputs needs a function of one variable.");

        var (a, b) = (Points.Of(study, from, "from"), Points.Of(study, to, "to"));
        if (a[0] == b[0]) throw Refuse.Value("to", "The two inputs must differ: a vertical line has no slope.");
        var (first, second) = (study.At([], a), study.At([], b));
        var (fromValue, toValue) = (first.Value.Number, second.Value.Number);
        return Between(request, computation, study, study.Lines.Secant(a[0], b[0], fromValue, toValue), [a[0], b[0]], fromValue, toValue, first.Notes, second.Notes);
    }

    // Where an output is not finite there is no exact one.
    private static SlopeAnswer Between(SlopeRequest request, Computation computation, Study study, Secant secant, double[] numbers, double y1, double y2, params IReadOnlyList<IReadOnlyList<Note>> notes)
    {
        var rise = secant.Rise?.ToDouble() ?? y2 - y1;
        var run = secant.Run.ToDouble();
        var line = study.Lines.Line(secant, numbers);
        return new()
        {
            From = new(secant.FromX.ToDouble(), secant.FromY?.ToDouble() ?? y1),
            To = new(secant.ToX.ToDouble(), secant.ToY?.ToDouble() ?? y2),
            Rise = secant.Rise is null ? rise : computation.InRange("the rise", rise),
            Run = computation.InRange("the run", run),
            Slope = secant.Slope?.ToDouble() ?? rise / run,
            Line = line is null ? null : ExpressionAnswer.Of(line.Printed),
            Steps = request.Steps is true && line is not null && secant.IsDifference ? computation.Budget.Extras.Contain("the steps", () => StepAnswer.Of(study.Lines.StepsOfSlope(secant, line, request.Function is not null)), null) : null,
            Notes = NoteAnswer.Of(study.Notes([], notes)),
        };
    }
}
