using CalcApi.Http;
using CalcApi.Http.Compute;
using CalcApi.Http.OpenApi;
using CalcApi.Http.Requests;
using CalcApi.Http.Streams;
using Calculus.Optimization;

namespace CalcApi.Train;

/// <summary>Models that learn from data.</summary>
internal static class TrainEndpoints
{
    /// <summary>Maps <c>train</c> and <c>train/stream</c>.</summary>
    public static void MapTrain(this IEndpointRouteBuilder routes)
    {
        var optimizers = routes.ServiceProvider.GetRequiredService<Optimizers>();
        routes.MapQuestion<TrainRequest, TrainAnswer>("/train", (request, computation) => Answer(request, optimizers, computation), Work.Run, "train")
            .TakesData()
            .WithTags("Training").WithName("Train")
            .WithSummary("A model trained on a data set")
            .WithDescription("The model is a loss in the function language and training a descent on it: with its formulas, what each of the first steps does to every weight, how well it does at each kept step, and the trained model as a function.")
            .Example("A line through four points", """{ "model": { "name": "linear" }, "dataset": { "name": "advertising" }, "optimizer": { "name": "gradient_descent", "lr": 0.0001 }, "steps": 3 }""")
            .Example("Two moons by a small network", """{ "model": { "name": "mlp", "layers": [8, 8], "activation": "tanh" }, "dataset": { "name": "moons", "n": 200, "noise": 0.1, "seed": 1 }, "optimizer": { "name": "adam", "lr": 0.05 }, "steps": 100, "test": 0.2, "record": { "every": 10 } }""")
            .Example("Three classes from text in columns, standardised", """{ "model": { "name": "softmax" }, "dataset": { "csv": "length;width;kind\n5,1;1,4;small\n4,9;1,5;small\n7,0;4,7;middle\n6,4;4,5;middle\n6,3;6,0;large\n5,8;5,1;large\n", "target": "kind" }, "standardize": true, "optimizer": { "name": "sgd", "lr": 0.5 }, "steps": 50 }""")
            .Example("Batches of columns", """{ "model": { "name": "logistic" }, "dataset": { "columns": { "hours": [1, 2, 3, 4, 5, 6, 7, 8], "passed": [0, 0, 0, 1, 0, 1, 1, 1] }, "features": ["hours"], "target": "passed" }, "optimizer": { "name": "sgd", "lr": 0.1 }, "steps": 40, "batch": 4, "seed": 3 }""")
            .Example("A boundary to be drawn", """{ "model": { "name": "logistic" }, "dataset": { "name": "moons", "n": 12 }, "optimizer": { "name": "sgd", "lr": 0.5 }, "steps": 2, "draw": { "resolution": 3 } }""")
            .Example("A loss of one's own", """{ "model": { "definition": "cost(m, b) = huber(m*x + b, y)", "start": { "m": 0, "b": 0 } }, "dataset": { "name": "line", "n": 50 }, "optimizer": { "name": "momentum", "lr": 0.1 }, "steps": 100 }""");
        routes.MapEvents<TrainRequest>("/train/stream", (request, computation, outlet) => Stream(request, optimizers, computation, outlet))
            .TakesData()
            .WithTags("Training").WithName("TrainStream")
            .WithSummary("A training told while it goes on")
            .WithDescription("The steps as server-sent events named step, each with the metrics of its steps, before them an event named start where the training is to be drawn, and at the end an event named end with the trained model, whose trajectory has the last step alone. A client that lost the connection asks again with the header Last-Event-ID.")
            .Produces<TrainEvents>(StatusCodes.Status200OK, "text/event-stream")
            .Example("Two circles", """{ "model": { "name": "mlp", "layers": [8] }, "dataset": { "name": "circles" }, "optimizer": { "name": "adam", "lr": 0.05 }, "steps": 200, "record": { "every": 10 }, "draw": { "resolution": 5 } }""");
    }

    private static TrainAnswer Answer(TrainRequest request, Optimizers optimizers, Computation computation)
    {
        var trainer = new Trainer(request, optimizers, computation);
        trainer.Run.Run();
        return trainer.Answer();
    }

    private static void Stream(TrainRequest request, Optimizers optimizers, Computation computation, EventOutlet outlet)
    {
        var trainer = new Trainer(request, optimizers, computation);
        // A client that comes back has read it.
        if (trainer.Drawing is { } drawing && outlet.After < 0) outlet.Send("start", null, new TrainStartEvent(trainer.Study.Definition.Text, trainer.Examples, trainer.Recorded, drawing));
        new TrainColumns(trainer, outlet).Send();
        var answer = trainer.Answer(isDrawn: false);
        outlet.Send("end", answer.Trajectory.Stop.Step, LastOf(answer));
    }

    // The events before it have told the rest.
    private static TrainAnswer LastOf(TrainAnswer answer) => answer with
    {
        Trajectory = answer.Trajectory with
        {
            Step = [answer.Trajectory.Step[^1]],
            Points = answer.Trajectory.Points.ToDictionary(static column => column.Key, static IReadOnlyList<Http.Answers.ValueAnswer> (column) => [column.Value[^1]], StringComparer.Ordinal),
            Value = [answer.Trajectory.Value[^1]],
            GradientNorm = [answer.Trajectory.GradientNorm[^1]],
            LearningRate = [answer.Trajectory.LearningRate[^1]],
            Internals = null,
        },
        Gradient = null,
        Drawing = null,
        Metrics = Measured.Columns(answer.Metrics, answer.Metrics.Step.Count - 1),
    };
}
