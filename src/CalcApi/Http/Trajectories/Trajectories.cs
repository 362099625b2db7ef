using System.Collections.Immutable;
using System.Globalization;
using CalcApi.Http.Answers;
using CalcApi.Http.Compute;
using CalcApi.Http.Functions;
using CalcApi.Http.Problems;
using CalcApi.Http.Requests;
using Calculus;
using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Optimization;
using Calculus.Syntax;

namespace CalcApi.Http.Trajectories;

/// <summary>Between requests for descents and the library's trajectories.</summary>
internal static class Trajectories
{
    // Besides the coordinates, each kept point has its step, value, gradient norm and rate.
    private const int ColumnsBesideCoordinates = 4;

    // Of what optimizers remember, the most numbers for each coordinate, and the most beside them.
    private const int InternalsOfCoordinate = 8;
    private const int InternalsBesideCoordinates = 4;

    /// <summary>The coordinates of a start.</summary>
    /// <param name="study">The function.</param>
    /// <param name="start">The start.</param>
    /// <param name="field">Where it stands in the request.</param>
    /// <exception cref="RefusalException">The start does not fit the function, or the function is constant.</exception>
    public static double[] StartOf(Study study, Point start, string field)
    {
        var coordinates = Points.Of(study, start, field);
        return coordinates.Length > 0 ? coordinates : throw Refuse.Value("function", "The function is constant: there is nowhere to go.");
    }

    /// <summary>Reads the function. Its value is a number, or, where the optimizer takes sums of squares, a list of residuals.</summary>
    /// <param name="request">The request.</param>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="start">Where the descent begins.</param>
    /// <param name="computation">The budget.</param>
    /// <exception cref="RefusalException">The value is a vector or a matrix, and the optimizer does not take residuals.</exception>
    public static Study StudyOf(TrajectoryRequest request, OptimizerDefinition optimizer, Point start, Computation computation) => optimizer.TakesSumOfSquares
        ? request.Study(computation, start, pointField: "start")
        : request.StudyOfNumber(computation, start, pointField: "start");

    /// <summary>What the optimizer goes down on.</summary>
    /// <param name="study">The function.</param>
    /// <param name="optimizer">The optimizer.</param>
    /// <exception cref="DescentException">The optimizer takes sums of squares, and the function is none.</exception>
    public static IObjective ObjectiveOf(Study study, OptimizerDefinition optimizer) => optimizer.TakesSumOfSquares ? study.SumOfSquares() : study.Objective();

    /// <summary>The batches of a request; null where each step sees all data.</summary>
    /// <param name="request">The request.</param>
    /// <param name="study">The function.</param>
    /// <param name="starts">Where descents begin, and where that stands in the request.</param>
    /// <exception cref="DescentException">There are no rows to draw from, or the function of all rows has no finite value at a start.</exception>
    public static RowBatches? BatchesOf(BatchedRequest request, Study study, params IReadOnlyList<(double[] Start, string Field)> starts)
    {
        if (request.Batch is not { } size) return null;
        if (!study.Function.Shape.IsScalar) throw new DescentException("batch", "Batches are for functions whose value is a number, but the value of this one is a list of residuals.");
        var batches = RowBatches.Of(study, size, request.Seed ?? 0);
        foreach (var (start, field) in starts)
            if (!double.IsFinite(batches.Whole(start)))
                throw new DescentException(field, "The function has no finite value at the start.");
        return batches;
    }

    /// <summary>How far to go and what to keep.</summary>
    /// <param name="request">The request.</param>
    /// <param name="study">The function.</param>
    /// <param name="optimizer">The optimizer, which may have a tolerance of its own.</param>
    /// <param name="steps">The most steps.</param>
    /// <param name="limits">How many numbers an answer may have.</param>
    /// <param name="runs">How many trajectories the answer has.</param>
    /// <exception cref="RefusalException">The answer would have too many numbers, or the box names something that the function does not have.</exception>
    public static DescentOptions OptionsOf(TrajectoryRequest request, Study study, OptimizerDefinition optimizer, int steps, ServiceLimits limits, int runs = 1)
    {
        var internals = request.Record?.Internals ?? false;
        var columns = runs * ((study.Layout.Count * (internals ? InternalsOfCoordinate : 1)) + ColumnsBesideCoordinates + (internals ? InternalsBesideCoordinates : 0));
        var kept = request.Record?.Limit ?? Math.Max(1, Math.Min(limits.RecordedSteps, limits.AnswerNumbers / columns));
        var numbers = Math.Min(kept, steps + 1L) * columns;
        if (numbers > limits.AnswerNumbers)
            throw Refuse.Limit("record", new LimitException("answerNumbers", limits.AnswerNumbers, $"The answer would have {numbers} numbers; at most {limits.AnswerNumbers} are allowed. Keep fewer steps.", numbers));

        return new(steps)
        {
            Stop = request.Stop is null ? new(optimizer.DefaultGradientTolerance) : new(request.Stop.Gradient, request.Stop.Value, request.Stop.Step),
            Record = new(request.Record?.Every ?? 1, kept, internals),
            Clip = request.Clip is { } clip ? new(clip.Norm, clip.Value) : null,
            Box = request.Box is { Count: > 0 } box ? BoxOf(study, box) : null,
        };
    }

    /// <summary>The trajectory as it is answered.</summary>
    /// <param name="study">The function.</param>
    /// <param name="trajectory">The trajectory.</param>
    /// <param name="start">Where it began.</param>
    /// <param name="limits">The seconds that a descent may take.</param>
    /// <param name="batches">How rows of the data were drawn, where they were.</param>
    public static TrajectoryAnswer Answer(Study study, Trajectory trajectory, double[] start, ServiceLimits limits, RowBatches? batches = null) =>
        Answer(study, trajectory, study.Notes([], NotesAt(study, start)), limits) with { Batches = batches is null ? null : RowBatchesAnswer.Of(batches, start, trajectory) };

    /// <summary>The trajectory as it is answered.</summary>
    /// <param name="study">The function.</param>
    /// <param name="trajectory">The trajectory.</param>
    /// <param name="notes">What there is to be told of it.</param>
    /// <param name="limits">The seconds that a descent may take.</param>
    public static TrajectoryAnswer Answer(Study study, Trajectory trajectory, IReadOnlyList<Note> notes, ServiceLimits limits) => new()
    {
        Optimizer = trajectory.Optimizer,
        Variables = study.Variables,
        Step = trajectory.Step,
        Points = ColumnsOf(study, [.. trajectory.Points.Select(static column => (IReadOnlyList<double>)column)], 0, trajectory.Step.Length),
        Value = trajectory.Value,
        GradientNorm = trajectory.GradientNorm,
        LearningRate = trajectory.LearningRate,
        Internals = InternalsOf(trajectory.Internals),
        Stop = StopOf(trajectory.Stop, limits),
        Best = new(trajectory.Best.Step, Points.Answer(study, [.. trajectory.Best.Point]), trajectory.Best.Value),
        Evaluations = trajectory.Evaluations,
        Diagnosis = trajectory.Diagnosis is { } diagnosis ? DiagnosisAnswer.Of(diagnosis) : null,
        Notes = NoteAnswer.Of(notes),
    };

    /// <summary>A column for each variable, of some of the kept steps; for a vector or a matrix, a value for each step.</summary>
    /// <param name="study">The function.</param>
    /// <param name="columns">A column for each coordinate.</param>
    /// <param name="from">The first place.</param>
    /// <param name="count">The number of places.</param>
    public static IReadOnlyDictionary<string, IReadOnlyList<ValueAnswer>> ColumnsOf(
        Study study, IReadOnlyList<IReadOnlyList<double>> columns, int from, int count)
    {
        var (values, next) = (new Dictionary<string, IReadOnlyList<ValueAnswer>>(StringComparer.Ordinal), 0);
        foreach (var name in study.Variables)
        {
            var shape = study.ShapeOf(name);
            var own = columns.Skip(next).Take((int)shape.Count).ToArray();
            next += own.Length;
            var places = Enumerable.Range(from, count);
            values[name] = shape.IsScalar
                ? [.. places.Select(place => (ValueAnswer)own[0][place])]
                : [.. places.Select(place => (ValueAnswer)new ArrayValue(shape, [.. own.Select(column => column[place])]))];
        }

        return values;
    }

    /// <summary>Why a descent ended, as it is answered.</summary>
    /// <param name="stop">The reason.</param>
    /// <param name="limits">The seconds that a descent may take.</param>
    /// <remarks>Whoever cancels a request does not read the answer, so a cancelled descent that is answered was ended by the clock, a budget too.</remarks>
    public static StopAnswer StopOf(Stop stop, ServiceLimits limits) =>
        string.Equals(stop.Reason, StopReasons.Cancelled, StringComparison.Ordinal)
            ? new(StopReasons.Budget, stop.Step, string.Create(CultureInfo.InvariantCulture, $"A descent may take {limits.RunSeconds} seconds."))
            : new(stop.Reason, stop.Step, stop.Message);

    // In one order, whichever process answers.
    private static Dictionary<string, IReadOnlyList<IReadOnlyList<double>>>? InternalsOf(ImmutableDictionary<string, ImmutableArray<ImmutableArray<double>>> internals) =>
        internals.IsEmpty ? null : internals.OrderBy(static each => each.Key, StringComparer.Ordinal).ToDictionary(
            static each => each.Key, static IReadOnlyList<IReadOnlyList<double>> (each) => [.. each.Value.Select(static row => (IReadOnlyList<double>)row)], StringComparer.Ordinal);

    // A descent that spent its budget is answered all the same.
    private static IReadOnlyList<Note> NotesAt(Study study, double[] start)
    {
        try
        {
            return (study.Function.Shape.IsScalar ? study.GradientAt(start) : study.At([], start)).Notes;
        }
        catch (Exception spent) when (spent is LimitException or OperationCanceledException)
        {
            return [];
        }
    }

    private static Box BoxOf(Study study, IReadOnlyDictionary<string, BoxSide> box)
    {
        var sides = Ranges.Of(study, box);
        return new([.. sides.Select(static side => side?.From ?? double.NegativeInfinity)], [.. sides.Select(static side => side?.To ?? double.PositiveInfinity)]);
    }
}
