using CalcApi.Http;
using CalcApi.Http.Answers;
using CalcApi.Http.Compute;
using CalcApi.Http.Functions;
using CalcApi.Http.OpenApi;
using CalcApi.Http.Problems;
using CalcApi.Http.Requests;
using Calculus;
using Calculus.Budgets;
using Calculus.Numerics;
using Calculus.Optimization;

namespace CalcApi.Sample;

/// <summary>A function's values over a window, to be drawn.</summary>
internal static class SampleEndpoints
{
    private const int DefaultCurve = 400;
    private const int DefaultGridSide = 100;

    /// <summary>Maps <c>sample</c>.</summary>
    public static void MapSample(this IEndpointRouteBuilder routes) =>
        routes.MapQuestion<SampleRequest, SampleAnswer>("/sample", Sample)
            .WithTags("Function").WithName("Sample")
            .WithSummary("A function's values over a window, to be drawn")
            .WithDescription("One variable: the curve in pieces, denser where it bends and broken at poles and jumps. Two variables: a grid.")
            .Example("A curve with a pole", """{ "function": "1/x", "window": { "x": [-3, 3] } }""")
            .Example("The slope of a curve", """{ "function": "abs(x)", "window": { "x": [-2, 2] }, "of": "gradient" }""")
            .Example("A grid of two variables", """{ "function": "x^2 - y^2", "window": { "x": [-2, 2], "y": [-1, 1] }, "resolution": { "x": 21, "y": 11 } }""")
            .Example("A grid of gradients", """{ "function": "f(x, z) = 2z^3 x^2", "window": { "x": [-2, 2], "z": [-2, 2] }, "resolution": 9, "of": "gradient" }""");

    private static SampleAnswer Sample(SampleRequest request, Computation computation)
    {
        var study = Studies.OfNumbers(Studies.Of(request.Function, request.Data, computation, request.Window.Keys));
        if (study.Variables.Count is not (1 or 2))
            throw Refuse.Value("function", $"A function of one or two variables can be sampled; this one has {study.Variables.Count}.");

        var axes = study.Variables.Select(name => AxisOf(request.Window, name)).ToArray();
        if (request.Window.Count != axes.Length)
            throw Refuse.Value("window", $"The window names a variable that the function does not have; it has {string.Join(", ", study.Variables)}.");

        var isGradient = string.Equals(request.Of, "gradient", StringComparison.Ordinal);
        var answer = axes.Length == 1
            ? Curve(request, study, axes[0], isGradient, computation)
            : Grid(request, study, axes, isGradient, computation);
        return answer with { Notes = NoteAnswer.Of(study.Notes) };
    }

    private static SampleAnswer Curve(SampleRequest request, Study study, (double From, double To) axis, bool isGradient, Computation computation)
    {
        var resolution = ResolutionOf(request.Resolution, study.Variables[0], DefaultCurve);
        if (resolution < CurveSampler.LeastResolution)
            throw Refuse.Value("resolution", $"A curve needs at least {CurveSampler.LeastResolution} samples.");
        CheckLimit("curveSamples", computation.Limits.CurveSamples, resolution);

        var objective = study.Objective();
        double[] point = [0];
        double[] slope = [0];
        var curve = CurveSampler.Sample(Evaluate, axis.From, axis.To, resolution, computation.Budget);
        return new()
        {
            Variables = study.Variables,
            Segments = [.. curve.Segments.Select(piece => new SegmentAnswer(piece.X, piece.Y, piece.StartOpen, piece.EndOpen))],
            ValueRange = RangeOf(curve.ValueRange),
        };

        void Evaluate(ReadOnlySpan<double> x, Span<double> y)
        {
            for (var i = 0; i < x.Length; i++)
            {
                point[0] = x[i];
                y[i] = isGradient ? SlopeAt(objective, point, slope) : objective.Value(point);
            }
        }
    }

    private static double SlopeAt(IObjective objective, double[] point, double[] slope)
    {
        objective.ValueAndGradient(point, slope);
        return slope[0];
    }

    private static SampleAnswer Grid(SampleRequest request, Study study, (double From, double To)[] axes, bool isGradient, Computation computation)
    {
        var (first, second) = (study.Variables[0], study.Variables[1]);
        var columns = ResolutionOf(request.Resolution, first, DefaultGridSide);
        var rows = ResolutionOf(request.Resolution, second, DefaultGridSide);
        CheckLimit("gridSide", computation.Limits.GridSide, Math.Max(columns, rows));

        var objective = study.Objective();
        var partials = isGradient ? (First: new List<double>(columns * rows), Second: new List<double>(columns * rows)) : default;
        var grid = GridSampler.Sample(Evaluate, axes[0], axes[1], columns, rows, computation.Budget);
        return new()
        {
            Variables = study.Variables,
            Axes = ByName(first, grid.X, second, grid.Y),
            Values = isGradient ? null : grid.Values,
            Gradient = isGradient ? ByName(first, partials.First, second, partials.Second) : null,
            ValueRange = RangeOf(grid.ValueRange),
        };

        // The sampler asks block by block in the order of the grid, so the partial derivatives come out in that order too.
        void Evaluate(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> z)
        {
            Span<double> point = stackalloc double[2];
            Span<double> gradient = stackalloc double[2];
            for (var i = 0; i < x.Length; i++)
            {
                (point[0], point[1]) = (x[i], y[i]);
                z[i] = isGradient ? objective.ValueAndGradient(point, gradient) : objective.Value(point);
                if (!isGradient) continue;
                partials.First.Add(gradient[0]);
                partials.Second.Add(gradient[1]);
            }
        }
    }

    private static (double From, double To) AxisOf(IReadOnlyDictionary<string, IReadOnlyList<double>> window, string variable) =>
        window.TryGetValue(variable, out var axis)
            ? (axis[0], axis[1])
            : throw Refuse.Value("window", $"The variable {Quoted.Of(variable)} has no window.");

    private static int ResolutionOf(Resolution? resolution, string variable, int byDefault)
    {
        if (resolution is null) return byDefault;
        if (resolution.All is { } all) return all;
        return resolution.Named.TryGetValue(variable, out var named)
            ? named
            : throw Refuse.Value("resolution", $"The variable {Quoted.Of(variable)} has no resolution.");
    }

    private static void CheckLimit(string limit, int maximum, int asked)
    {
        if (asked > maximum) throw new LimitException(limit, maximum, $"At most {maximum} samples are allowed along an axis, and {asked} were asked for.", asked);
    }

    private static double[]? RangeOf(ValueRange? range) => range is { } values ? [values.From, values.To] : null;

    private static Dictionary<string, IReadOnlyList<double>> ByName(
        string first, IReadOnlyList<double> firstNumbers, string second, IReadOnlyList<double> secondNumbers) =>
        new(StringComparer.Ordinal) { [first] = firstNumbers, [second] = secondNumbers };
}
