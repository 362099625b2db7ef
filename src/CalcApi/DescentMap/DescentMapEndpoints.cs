using System.Text.Json;
using CalcApi.Http;
using CalcApi.Http.Answers;
using CalcApi.Http.Compute;
using CalcApi.Http.Functions;
using CalcApi.Http.OpenApi;
using CalcApi.Http.Problems;
using CalcApi.Http.Requests;
using CalcApi.Http.Trajectories;
using Calculus;
using Calculus.Optimization;
using Calculus.Optimization.Maps;

namespace CalcApi.DescentMap;

/// <summary>Where descents end, by where they begin or by a parameter of the optimizer.</summary>
internal static class DescentMapEndpoints
{
    private const double DefaultGradient = 1e-6;

    /// <summary>Maps <c>descent/map</c>.</summary>
    public static void MapDescentMap(this IEndpointRouteBuilder routes)
    {
        var optimizers = routes.ServiceProvider.GetRequiredService<Optimizers>();
        routes.MapQuestion<DescentMapRequest, DescentMapAnswer>("/descent/map", (request, computation) => Answer(request, optimizers, computation), Work.Run, "map")
            .WithTags("Descent").WithName("DescentMap")
            .WithSummary("Where descents end, by start or by learning rate")
            .WithDescription("A descent for each cell of a grid: which point it came to rest at, in how many steps, and why it ended.")
            .Example("Which minimum of Himmelblau's function attracts which start", """{ "function": "(x^2 + y - 11)^2 + (x + y^2 - 7)^2", "axes": [{ "coordinate": "x", "from": -5, "to": 5, "resolution": 21 }, { "coordinate": "y", "from": -5, "to": 5, "resolution": 21 }], "optimizer": { "name": "sgd", "lr": 0.01 }, "steps": 500 }""")
            .Example("Which rates a start survives", """{ "function": "x^4/4 - x^2/2", "axes": [{ "parameter": "lr", "from": 0.01, "to": 2, "resolution": 20, "scale": "logarithmic" }, { "coordinate": "x", "from": -2, "to": 2, "resolution": 20 }], "optimizer": { "name": "sgd" }, "steps": 300 }""");
    }

    private static DescentMapAnswer Answer(DescentMapRequest request, Optimizers optimizers, Computation computation)
    {
        var study = request.StudyOfNumber(computation, request.Start, pointField: "start");
        if (study.Layout.Count == 0) throw Refuse.Value("function", "The function is constant: there is nowhere to go.");
        var definition = optimizers.Named(request.Optimizer.Name);
        var axes = request.Axes.Select((axis, i) => MapAxis.Of(study, definition, request.Optimizer.Dialect ?? DialectNames.PyTorch, axis, $"axes[{i}]")).ToList();
        if (axes.Count == 2 && string.Equals(axes[0].Name, axes[1].Name, StringComparison.Ordinal))
            throw Refuse.Value("axes[1]", $"Both axes move {Quoted.Of(axes[0].Name)}.");

        var options = Trajectories.OptionsOf(request, study, definition, request.Steps, computation.Limits);
        if (request.Stop is null) options = options with { Stop = new(options.Stop.Gradient ?? DefaultGradient) };
        var cells = Cells(request, study, axes, optimizers);
        var map = new DescentMapRun(Trajectories.ObjectiveOf(study, definition), axes.Aggregate(1, static (all, axis) => all * axis.Values.Count), cells, options, computation.Budget).Run();
        List<string> reasons = [.. map.Reason.Distinct(StringComparer.Ordinal)];
        return new()
        {
            Axes = [.. axes.Select(static axis => new MapAxisAnswer(axis.Name, axis.Values))],
            Ends = [.. map.Ends.Select((end, place) => new MapEndAnswer(Points.Answer(study, [.. end.Point]), end.Value, map.End.Count(each => each == place)))],
            End = map.End,
            Steps = map.Steps,
            Reason = [.. map.Reason.Select(reason => reasons.IndexOf(reason))],
            Reasons = reasons,
            Notes = NoteAnswer.Of(study.Notes([])),
        };
    }

    // Cell j·n + i stands at value i of the first axis, of n values, and value j of the second.
    private static Func<int, MapCell> Cells(DescentMapRequest request, Study study, List<MapAxis> axes, Optimizers optimizers)
    {
        var held = Held(request, study, axes);
        return cell =>
        {
            var start = (double[])held.Clone();
            var parameters = new Dictionary<string, JsonElement>(request.Optimizer.Parameters, StringComparer.Ordinal);
            foreach (var axis in axes)
            {
                var value = axis.Values[cell % axis.Values.Count];
                cell /= axis.Values.Count;
                if (axis.Place is { } place) start[place] = value;
                else parameters[axis.Name] = MapAxis.Json(value);
            }

            var started = OptimizerParameters.Start(request.Optimizer with { Parameters = parameters }, "optimizer", optimizers, start.Length);
            return new(start, started.Optimizer, started.Schedule);
        };
    }

    private static double[] Held(DescentMapRequest request, Study study, List<MapAxis> axes)
    {
        if (request.Start is { } start) return Points.Of(study, start, "start");
        for (var place = 0; place < study.Layout.Count; place++)
        {
            if (!axes.Exists(axis => axis.Place == place))
                throw Refuse.Value("start", $"{study.Layout.NameOf(place)} is moved by no axis: give a start.");
        }

        return new double[study.Layout.Count];
    }
}
