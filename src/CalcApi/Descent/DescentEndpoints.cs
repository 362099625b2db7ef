using System.Globalization;
using CalcApi.Http;
using CalcApi.Http.Answers;
using CalcApi.Http.Compute;
using CalcApi.Http.Functions;
using CalcApi.Http.OpenApi;
using CalcApi.Http.Problems;
using Calculus;
using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Optimization;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace CalcApi.Descent;

/// <summary>The path of an optimizer down a function.</summary>
internal static class DescentEndpoints
{
    // Besides the coordinates, each kept point has its step, value, gradient norm and rate.
    private const int ColumnsBesideCoordinates = 4;

    /// <summary>Describes the parameters of the optimizers in the OpenAPI document.</summary>
    public static IServiceCollection AddDescentDocument(this IServiceCollection services) =>
        services.PostConfigure<SwaggerGenOptions>(static options => options.SchemaFilter<OptimizerSchema>());

    /// <summary>Maps <c>descent</c>.</summary>
    public static void MapDescent(this IEndpointRouteBuilder routes)
    {
        var optimizers = routes.ServiceProvider.GetRequiredService<Optimizers>();
        routes.MapQuestion<DescentRequest, DescentAnswer>("/descent", (request, computation) => Descend(request, optimizers, computation), Work.Run)
            .WithTags("Descent").WithName("Descent")
            .WithSummary("The path of an optimizer down a function")
            .WithDescription("Step by step as PyTorch computes it, with why it stopped and a diagnosis. A run that diverges is answered with its path so far.")
            .Example("Plain descent on a parabola", """{ "function": "x^2", "start": 3, "optimizer": { "name": "gradient_descent", "lr": 0.1 }, "steps": 3 }""")
            .Example("Momentum in Rosenbrock's valley, each tenth step kept", """{ "function": "(1 - x)^2 + 100(y - x^2)^2", "start": { "x": -1.2, "y": 1 }, "optimizer": { "name": "momentum", "lr": 0.0005 }, "steps": 1000, "record": { "every": 10 } }""")
            .Example("The weights of a linear model", """{ "function": "loss(w, b) = mse(X @ w + b, y)", "data": { "X": [[1, 2], [2, 1], [3, 3]], "y": [1, 2, 4] }, "start": { "w": [0, 0], "b": 0 }, "optimizer": { "name": "sgd", "lr": 0.05 }, "steps": 20 }""")
            .Example("Adam until the gradient is small", """{ "function": "(x^2 + y - 11)^2 + (x + y^2 - 7)^2", "start": { "x": 0, "y": 0 }, "optimizer": { "name": "adam", "lr": 0.1, "betas": [0.9, 0.99] }, "steps": 5000, "stop": { "gradient": 1e-6 } }""");
    }

    private static DescentAnswer Descend(DescentRequest request, Optimizers optimizers, Computation computation)
    {
        var study = request.StudyOfNumber(computation, request.Start, pointField: "start");
        var start = Points.Of(study, request.Start, "start");
        if (start.Length == 0) throw Refuse.Value("function", "The function is constant: there is nowhere to go.");

        var optimizer = optimizers.Named(request.Optimizer.Name).Start(OptimizerParameters.Of(request.Optimizer, optimizers), start.Length);
        var trajectory = Calculus.Optimization.Descent.Run(
            study.Objective(), start, optimizer, OptionsOf(request, start.Length, computation.Limits), computation.Budget);
        return Answer(study, start, request.Optimizer.Name, trajectory, computation.Limits);
    }

    private static DescentOptions OptionsOf(DescentRequest request, int dimension, ServiceLimits limits)
    {
        var columns = dimension + ColumnsBesideCoordinates;
        var kept = request.Record?.Limit ?? Math.Max(1, Math.Min(limits.RecordedSteps, limits.AnswerNumbers / columns));
        var numbers = (long)Math.Min(kept, request.Steps + 1) * columns;
        if (numbers > limits.AnswerNumbers)
            throw new LimitException("answerNumbers", limits.AnswerNumbers, $"The answer would have {numbers} numbers; keep fewer steps.", numbers);

        return new(request.Steps)
        {
            Stop = new(request.Stop?.Gradient, request.Stop?.Value, request.Stop?.Step),
            Record = new(request.Record?.Every ?? 1, kept),
        };
    }

    private static DescentAnswer Answer(Study study, double[] start, string optimizer, Trajectory trajectory, ServiceLimits limits) => new()
    {
        Optimizer = optimizer,
        Variables = study.Variables,
        Step = trajectory.Step,
        Points = ColumnsOf(study, trajectory),
        Value = trajectory.Value,
        GradientNorm = trajectory.GradientNorm,
        LearningRate = trajectory.LearningRate,
        Stop = StopOf(trajectory.Stop, limits),
        Best = new(trajectory.Best.Step, Points.Answer(study, [.. trajectory.Best.Point]), trajectory.Best.Value),
        Evaluations = trajectory.Evaluations,
        Diagnosis = trajectory.Diagnosis is { } diagnosis ? DiagnosisAnswer.Of(diagnosis) : null,
        Notes = NoteAnswer.Of(study.Notes([], study.GradientAt(start).Notes)),
    };

    // A column for each variable; for a vector or a matrix, a value for each step.
    private static Dictionary<string, IReadOnlyList<ValueAnswer>> ColumnsOf(Study study, Trajectory trajectory)
    {
        var (columns, next) = (new Dictionary<string, IReadOnlyList<ValueAnswer>>(StringComparer.Ordinal), 0);
        foreach (var name in study.Variables)
        {
            var shape = study.ShapeOf(name);
            var own = trajectory.Points.Skip(next).Take((int)shape.Count).ToArray();
            next += own.Length;
            columns[name] = shape.IsScalar
                ? [.. own[0].Select(static number => (ValueAnswer)number)]
                : [.. Enumerable.Range(0, trajectory.Step.Length).Select(step => (ValueAnswer)new ArrayValue(shape, [.. own.Select(column => column[step])]))];
        }

        return columns;
    }

    // Whoever cancels a request does not read the answer, so a cancelled descent that is answered was ended by the clock, a budget too.
    private static StopAnswer StopOf(Stop stop, ServiceLimits limits) =>
        string.Equals(stop.Reason, StopReasons.Cancelled, StringComparison.Ordinal)
            ? new(StopReasons.Budget, stop.Step, string.Create(CultureInfo.InvariantCulture, $"A descent may take {limits.RunSeconds} seconds."))
            : new(stop.Reason, stop.Step, stop.Message);
}
