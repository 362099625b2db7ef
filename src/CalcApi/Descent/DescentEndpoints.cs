using CalcApi.Http;
using CalcApi.Http.Compute;
using CalcApi.Http.OpenApi;
using CalcApi.Http.Streams;
using CalcApi.Http.Trajectories;
using Calculus;
using Calculus.Optimization;

namespace CalcApi.Descent;

/// <summary>The path of an optimizer down a function.</summary>
internal static class DescentEndpoints
{
    /// <summary>Maps <c>descent</c> and <c>descent/stream</c>.</summary>
    public static void MapDescent(this IEndpointRouteBuilder routes)
    {
        var optimizers = routes.ServiceProvider.GetRequiredService<Optimizers>();
        routes.MapQuestion<DescentRequest, TrajectoryAnswer>("/descent", (request, computation) => Descend(request, optimizers, computation), Work.Run, "descent")
            .WithTags("Descent").WithName("Descent")
            .WithSummary("The path of an optimizer down a function")
            .WithDescription("Step by step, as PyTorch computes it or, for rules that find their own step lengths, as in the textbook of Nocedal and Wright, with why it stopped and a diagnosis. levenberg_marquardt and gauss_newton take sums of squares, or a vector of residuals, whose squares they add. With batch each step sees some rows of the data, drawn by a seed. A run that diverges is answered with its path so far.")
            .Example("Plain descent on a parabola", """{ "function": "x^2", "start": 3, "optimizer": { "name": "gradient_descent", "lr": 0.1 }, "steps": 3 }""")
            .Example("Momentum in Rosenbrock's valley, each tenth step kept", """{ "function": "(1 - x)^2 + 100(y - x^2)^2", "start": { "x": -1.2, "y": 1 }, "optimizer": { "name": "momentum", "lr": 0.0005 }, "steps": 1000, "record": { "every": 10 } }""")
            .Example("The weights of a linear model", """{ "function": "loss(w, b) = mse(X @ w + b, y)", "data": { "X": [[1, 2], [2, 1], [3, 3]], "y": [1, 2, 4] }, "start": { "w": [0, 0], "b": 0 }, "optimizer": { "name": "sgd", "lr": 0.05 }, "steps": 20 }""")
            .Example("Adam until the gradient is small", """{ "function": "(x^2 + y - 11)^2 + (x + y^2 - 7)^2", "start": { "x": 0, "y": 0 }, "optimizer": { "name": "adam", "lr": 0.1, "betas": [0.9, 0.99] }, "steps": 5000, "stop": { "gradient": 1e-6 } }""")
            .Example("Adam as Keras computes it, at a rate that warms up and falls", """{ "function": "(1 - x)^2 + 100(y - x^2)^2", "start": { "x": -1.2, "y": 1 }, "optimizer": { "name": "adam", "dialect": "keras", "lr": 0.1, "schedule": { "name": "warmup_cosine", "warmup_steps": 20 } }, "steps": 300, "record": { "every": 10, "internals": true } }""")
            .Example("BFGS finds its own step lengths and stops where the gradient is small", """{ "function": "(1 - x)^2 + 100(y - x^2)^2", "start": { "x": -1.2, "y": 1 }, "optimizer": { "name": "bfgs" }, "steps": 200 }""")
            .Example("A curve through measurements, by Levenberg and Marquardt", """{ "function": "f(a, b) = sum((y - a*exp(b*t)).^2)", "data": { "t": [0, 1, 2, 3, 4], "y": [2.1, 1.2, 0.8, 0.4, 0.3] }, "start": { "a": 1, "b": 0 }, "optimizer": { "name": "levenberg_marquardt" }, "steps": 100 }""")
            .Example("Batches of four rows", """{ "function": "loss(w, b) = mean((X @ w + b - y).^2)", "data": { "X": [[1, 2], [2, 1], [3, 3], [0, 1], [4, 2], [1, 0], [2, 4], [3, 1]], "y": [6, 5, 10, 3, 9, 2, 11, 6] }, "start": { "w": [0, 0], "b": 0 }, "optimizer": { "name": "sgd", "lr": 0.02 }, "steps": 200, "batch": 4, "seed": 7 }""")
            .Example("In a box, with clipped gradients", """{ "function": "(x - 3)^2 + exp(y)", "start": { "x": 0, "y": 5 }, "optimizer": { "name": "sgd", "lr": 0.1 }, "steps": 50, "box": { "x": [-1, 1], "y": [0, 6] }, "clip": { "norm": 10 } }""");
        routes.MapEvents<DescentRequest>("/descent/stream", (request, computation, outlet) => Stream(request, optimizers, computation, outlet))
            .WithTags("Descent").WithName("DescentStream")
            .WithSummary("The path of an optimizer, told while it is walked")
            .WithDescription("Server-sent events: 'step' with the steps since the last one, at most twenty a second, then one 'end' with what the descent did. An event's id is its last step; ask again with the header Last-Event-ID to go on where the connection broke.")
            .Produces<DescentEvents>(StatusCodes.Status200OK, "text/event-stream")
            .Example("Momentum in Rosenbrock's valley", """{ "function": "(1 - x)^2 + 100(y - x^2)^2", "start": { "x": -1.2, "y": 1 }, "optimizer": { "name": "momentum", "lr": 0.0005 }, "steps": 1000 }""");
    }

    private static TrajectoryAnswer Descend(DescentRequest request, Optimizers optimizers, Computation computation)
    {
        var (study, start, run, batches) = Begin(request, optimizers, computation);
        computation.Budget.Checkpoints?.Resume(run);
        while (run.Advance()) computation.Budget.Checkpoints?.Pass(run);
        return Trajectories.Answer(study, run.End(), start, computation.Limits, batches);
    }

    private static void Stream(DescentRequest request, Optimizers optimizers, Computation computation, EventOutlet outlet)
    {
        var (study, start, run, batches) = Begin(request, optimizers, computation);
        var trajectory = new StepColumns(study, outlet).Send(run);
        outlet.Send("end", trajectory.Stop.Step, EndEvent.Of(Trajectories.Answer(study, trajectory, start, computation.Limits, batches)));
    }

    private static (Study Study, double[] Start, DescentRun Run, RowBatches? Batches) Begin(DescentRequest request, Optimizers optimizers, Computation computation)
    {
        var definition = optimizers.Named(request.Optimizer.Name);
        var study = Trajectories.StudyOf(request, definition, request.Start, computation);
        var start = Trajectories.StartOf(study, request.Start, "start");
        var started = OptimizerParameters.Start(request.Optimizer, "optimizer", optimizers, start.Length);
        var options = Trajectories.OptionsOf(request, study, definition, request.Steps, computation.Limits) with { Schedule = started.Schedule };
        var batches = Trajectories.BatchesOf(request, study, (start, "start"));
        return (study, start, new DescentRun(batches?.Objective() ?? Trajectories.ObjectiveOf(study, definition), start, started.Optimizer, options, computation.Budget), batches);
    }
}
