using CalcApi.Http;
using CalcApi.Http.Answers;
using CalcApi.Http.Compute;
using CalcApi.Http.Functions;
using CalcApi.Http.OpenApi;
using CalcApi.Http.Problems;
using CalcApi.Http.Requests;
using Calculus;
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
            .WithDescription("One variable: the curve in pieces, denser where it bends and broken at poles and jumps. Two variables: a grid. "
                + "Of a vector or a matrix the window names entries, such as w[1]; 'at' holds the rest.")
            .Example("A curve with a pole", """{ "function": "1/x", "window": { "x": [-3, 3] } }""")
            .Example("The slope of a curve", """{ "function": "abs(x)", "window": { "x": [-2, 2] }, "of": "gradient" }""")
            .Example("A grid of two variables", """{ "function": "x^2 - y^2", "window": { "x": [-2, 2], "y": [-1, 1] }, "resolution": { "x": 21, "y": 11 } }""")
            .Example("A cost over two entries of a vector", """{ "function": "f(w) = mse(X @ w, y)", "data": { "X": [[1, 2, 0], [0, 1, 1], [2, 0, 1]], "y": [1, 0, 2] }, "window": { "w[1]": [-2, 2], "w[3]": [-2, 2] }, "at": { "w": [0, 0.5, 0] }, "resolution": 9 }""")
            .Example("A grid of gradients", """{ "function": "f(x, z) = 2z^3 x^2", "window": { "x": [-2, 2], "z": [-2, 2] }, "resolution": 9, "of": "gradient" }""");

    private static SampleAnswer Sample(SampleRequest request, Computation computation)
    {
        IReadOnlyList<(Point Point, string Field)> given = request.At is { } at ? [(at, "at")] : [];
        var study = Studies.IsNumber(Studies.Of(request.Function, request.Data, computation, request.Window.Keys.Concat(request.At?.Named.Keys ?? []), Studies.ShapesOf(request, request.Function, computation, given)));
        var axes = SampleAxes.Of(study, request);
        var isGradient = string.Equals(request.Of, "gradient", StringComparison.Ordinal);
        var answer = axes.Axes.Count == 1
            ? Curve(request, study, axes, isGradient, computation)
            : Grid(request, study, axes, isGradient, computation);
        return answer with { Notes = NoteAnswer.Of(study.Notes([])) };
    }

    private static SampleAnswer Curve(SampleRequest request, Study study, SampleAxes axes, bool isGradient, Computation computation)
    {
        var resolution = ResolutionOf(request.Resolution, axes.Axes[0].Name, DefaultCurve);
        if (resolution < CurveSampler.LeastResolution)
            throw Refuse.Value("resolution", $"A curve needs at least {CurveSampler.LeastResolution} samples.");

        var objective = study.Objective();
        var axis = axes.Axes[0];
        double[] point = [.. axes.Held];
        var slope = new double[point.Length];
        var curve = CurveSampler.Sample(Evaluate, axis.From, axis.To, resolution, computation.Budget);
        return new()
        {
            Variables = [axis.Name],
            Segments = [.. curve.Segments.Select(piece => new SegmentAnswer(piece.X, piece.Y, piece.StartOpen, piece.EndOpen))],
            ValueRange = RangeOf(curve.ValueRange),
        };

        void Evaluate(ReadOnlySpan<double> x, Span<double> y)
        {
            for (var i = 0; i < x.Length; i++)
            {
                point[axis.Place] = x[i];
                y[i] = isGradient ? SlopeAt(objective, point, slope, axis.Place) : objective.Value(point);
            }
        }
    }

    private static double SlopeAt(IObjective objective, double[] point, double[] slope, int place)
    {
        objective.ValueAndGradient(point, slope);
        return slope[place];
    }

    private static SampleAnswer Grid(SampleRequest request, Study study, SampleAxes axes, bool isGradient, Computation computation)
    {
        var (x0, y0) = (axes.Axes[0], axes.Axes[1]);
        var (first, second) = (x0.Name, y0.Name);
        var columns = ResolutionOf(request.Resolution, first, DefaultGridSide);
        var rows = ResolutionOf(request.Resolution, second, DefaultGridSide);

        var objective = study.Objective();
        double[] point = [.. axes.Held];
        var gradient = new double[point.Length];
        var partials = isGradient ? (First: new List<double>(columns * rows), Second: new List<double>(columns * rows)) : default;
        var grid = GridSampler.Sample(Evaluate, (x0.From, x0.To), (y0.From, y0.To), columns, rows, computation.Budget);
        return new()
        {
            Variables = [first, second],
            Axes = ByName(first, grid.X, second, grid.Y),
            Values = isGradient ? null : grid.Values,
            Gradient = isGradient ? ByName(first, partials.First, second, partials.Second) : null,
            ValueRange = RangeOf(grid.ValueRange),
        };

        // The sampler asks block by block in the order of the grid, so the partial derivatives come out in that order too.
        void Evaluate(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> z)
        {
            for (var i = 0; i < x.Length; i++)
            {
                (point[x0.Place], point[y0.Place]) = (x[i], y[i]);
                z[i] = isGradient ? objective.ValueAndGradient(point, gradient) : objective.Value(point);
                if (!isGradient) continue;
                partials.First.Add(gradient[x0.Place]);
                partials.Second.Add(gradient[y0.Place]);
            }
        }
    }

    private static int ResolutionOf(Resolution? resolution, string variable, int byDefault)
    {
        if (resolution is null) return byDefault;
        if (resolution.All is { } all) return all;
        return resolution.Named.Where(entry => SampleAxes.IsName(entry.Key, variable)).Select(static entry => (int?)entry.Value).FirstOrDefault()
            ?? throw Refuse.Value("resolution", $"The variable {Quoted.Of(variable)} has no resolution.");
    }

    private static double[]? RangeOf(ValueRange? range) => range is { } values ? [values.From, values.To] : null;

    private static Dictionary<string, IReadOnlyList<double>> ByName(
        string first, IReadOnlyList<double> firstNumbers, string second, IReadOnlyList<double> secondNumbers) =>
        new(StringComparer.Ordinal) { [first] = firstNumbers, [second] = secondNumbers };
}
