using CalcApi.Http;
using CalcApi.Http.Answers;
using CalcApi.Http.Compute;
using CalcApi.Http.Functions;
using CalcApi.Http.OpenApi;
using CalcApi.Http.Problems;
using CalcApi.Http.Trajectories;
using Calculus;
using Calculus.Optimization;
using Calculus.Optimization.Races;

namespace CalcApi.DescentCompare;

/// <summary>A race of optimizers down a function.</summary>
internal static class DescentCompareEndpoints
{
    /// <summary>Maps <c>descent/compare</c>.</summary>
    public static void MapDescentCompare(this IEndpointRouteBuilder routes)
    {
        var optimizers = routes.ServiceProvider.GetRequiredService<Optimizers>();
        routes.MapQuestion<DescentCompareRequest, DescentCompareAnswer>("/descent/compare", (request, computation) => Compare(request, optimizers, computation), Work.Run, "compare")
            .WithTags("Descent").WithName("DescentCompare")
            .WithSummary("A race of optimizers down a function")
            .WithDescription("Each optimizer from each start, with equal budgets of steps or of evaluations; the ranking, and where optimizers of one name part. With batch, all of them see the same rows in the same order.")
            .Example("Three rules in Rosenbrock's valley", """{ "function": "(1 - x)^2 + 100(y - x^2)^2", "starts": [{ "x": -1.2, "y": 1 }], "optimizers": [{ "name": "sgd", "lr": 0.001 }, { "name": "momentum", "lr": 0.0005 }, { "name": "adam", "lr": 0.05 }], "evaluations": 500, "record": { "every": 5 } }""")
            .Example("Two starts on a double well", """{ "function": "x^4/4 - x^2/2", "starts": [-0.1, 2], "optimizers": [{ "name": "sgd", "lr": 0.1 }, { "name": "adam", "lr": 0.1 }], "steps": 100 }""");
    }

    private static DescentCompareAnswer Compare(DescentCompareRequest request, Optimizers optimizers, Computation computation)
    {
        var study = request.StudyOfNumber(computation, points: request.Starts, pointsField: "starts");
        var starts = request.Starts.Select((start, i) => Trajectories.StartOf(study, start, $"starts[{i}]")).ToList();
        var batches = Trajectories.BatchesOf(request, study, [.. starts.Select(static (start, i) => (start, FormattableString.Invariant($"starts[{i}]")))]);
        var objectives = request.Optimizers.Select((optimizer, j) => OptimizerParameters.Placed($"optimizers[{j}]", () => batches?.Objective() ?? Trajectories.ObjectiveOf(study, optimizers.Named(optimizer.Name)))).ToList();
        var rules = request.Optimizers.Select((optimizer, j) => OptimizerParameters.Start(optimizer, $"optimizers[{j}]", optimizers, starts[0].Length).Optimizer).ToList();
        var up = rules.FindIndex(rule => rule.Maximize != rules[0].Maximize);
        if (up >= 0) throw Refuse.Value($"optimizers[{up}]", "In a race all optimizers go the same way: either all climb or none does.");

        var (entrants, runs) = (new List<Func<DescentRun>>(), starts.Count * rules.Count);
        for (var i = 0; i < starts.Count; i++)
        {
            for (var j = 0; j < rules.Count; j++)
            {
                var (start, optimizer, field) = (i, j, FormattableString.Invariant($"starts[{i}]"));
                var options = Trajectories.OptionsOf(request, study, optimizers.Named(request.Optimizers[j].Name), request.Steps ?? computation.Limits.DescentSteps, computation.Limits, runs);
                entrants.Add(() =>
                {
                    var started = OptimizerParameters.Start(request.Optimizers[optimizer], $"optimizers[{optimizer}]", optimizers, starts[start].Length);
                    var conditions = options with { Evaluations = request.Evaluations, Schedule = started.Schedule };
                    return OptimizerParameters.Placed($"optimizers[{optimizer}]", () => Begin(objectives[optimizer], starts[start], started.Optimizer, conditions, computation, field));
                });
            }
        }

        var trajectories = new RaceRun(entrants, objectives, computation.Budget).Run();
        return new()
        {
            Runs = [.. trajectories.Select((trajectory, run) => Trajectories.Answer(study, trajectory, starts[run / rules.Count], computation.Limits, batches))],
            Ranking = [.. Race.Rank(batches is null ? trajectories : [.. trajectories.Select(trajectory => OnAllRows(trajectory, batches, rules[0].Maximize))], rules[0].Maximize).Select(place => new PlaceAnswer(place.Rank, place.Run, place.Run % rules.Count, place.Run / rules.Count, place.Value, place.Step, place.Evaluations))],
            Differences = [.. Pairs(trajectories, rules.Count).Select(pair => Part(study, trajectories, pair.First, pair.Second, Differences(request.Optimizers[pair.First % rules.Count], request.Optimizers[pair.Second % rules.Count], optimizers)))],
            Notes = NoteAnswer.Of(study.Notes([])),
        };
    }

    // The lowest value of a batch tells of that batch: descents are compared where the function of all rows is known.
    private static Trajectory OnAllRows(Trajectory run, RowBatches batches, bool maximize)
    {
        var (first, last) = (0, run.Step.Length - 1);
        BestPoint At(int place, double[] point) => new(run.Step[place], [.. point], batches.Whole(point), run.EvaluationsAt[place]);
        BestPoint[] known =
        [
            At(first, [.. run.Points.Select(static column => column[0])]), At(last, [.. run.Points.Select(static column => column[^1])]),
            run.Best with { Value = batches.Whole([.. run.Best.Point]) },
        ];
        var best = known.Where(static each => double.IsFinite(each.Value)).MinBy(each => maximize ? -each.Value : each.Value)!;
        return run with { Best = best, Step = [best.Step], Value = [best.Value], EvaluationsAt = [best.Evaluations] };
    }

    private static DescentRun Begin(IObjective objective, double[] start, Optimizer optimizer, DescentOptions options, Computation computation, string field)
    {
        try
        {
            return new DescentRun(objective, start, optimizer, options, computation.Budget);
        }
        catch (DescentException refused) when (refused.Field is "start")
        {
            throw new DescentException(field, refused.Message);
        }
    }

    // Optimizers of one name from one start.
    private static IEnumerable<(int First, int Second)> Pairs(IReadOnlyList<Trajectory> runs, int optimizers) =>
        from first in Enumerable.Range(0, runs.Count)
        from second in Enumerable.Range(first + 1, runs.Count - first - 1)
        where first / optimizers == second / optimizers && string.Equals(runs[first].Optimizer, runs[second].Optimizer, StringComparison.Ordinal)
        select (first, second);

    // What the catalogue says of two dialects of one optimizer.
    private static string Differences(OptimizerRequest first, OptimizerRequest second, Optimizers optimizers)
    {
        if (string.Equals(first.Dialect ?? DialectNames.PyTorch, second.Dialect ?? DialectNames.PyTorch, StringComparison.Ordinal)) return "";
        return string.Concat(new[] { first, second }
            .SelectMany(each => optimizers.Named(each.Name).Dialects.Where(dialect => string.Equals(dialect.Name, each.Dialect, StringComparison.Ordinal)))
            .Select(static dialect => $" How {dialect.Name} differs from pytorch: {string.Join(" ", dialect.Differs)}"));
    }

    private static PartingAnswer Part(Study study, IReadOnlyList<Trajectory> runs, int first, int second, string why)
    {
        if (Race.Part(runs[first], runs[second]) is not { } parting)
            return new([first, second], null, null, null, "Their paths are the same as far as they were kept.");

        var coordinate = study.Layout.NameOf(parting.Coordinate);
        return new([first, second], parting.Step, coordinate, [parting.First, parting.Second],
            FormattableString.Invariant($"They part at step {parting.Step}: {coordinate} is {parting.First:R} in one and {parting.Second:R} in the other.{why}"));
    }
}
