using CalcApi.Http.Answers;
using CalcApi.Http.Compute;
using CalcApi.Http.Functions;
using CalcApi.Http.Problems;
using CalcApi.Http.Requests;
using CalcApi.Http.Trajectories;
using Calculus;
using Calculus.Budgets;
using Calculus.Learning;
using Calculus.Optimization;
using Calculus.Programs;
using Calculus.Syntax;

namespace CalcApi.Train;

/// <summary>One training from the request to the answer. What does not need the trained weights is computed before the first step, so that a training that runs out of time still tells it.</summary>
internal sealed class Trainer
{
    private const string DefinitionField = "model.definition", StartField = "model.start";

    // Said where a loss of one's own does not show what is predicted.
    private const string LossAlone = "The metrics are the loss alone, since the definition does not show what is predicted for each example: a loss of the catalogue of a prediction and the targets does, such as mse(m*x + b, y), mean((m*x + b - y)^2) or " +
        "log_loss(sigmoid(X @ w + b), y), with penalties added to it, where classes are whole numbers from 0 on.";

    // A page draws so many points; more are kept where they are asked for.
    private const int UsualRecords = 1_000;

    // Besides the coordinates, each kept step has its step, value, gradient norm and rate, and the metrics of both kinds of examples.
    private const int ColumnsBesideCoordinates = 10;

    private const int MostAdjustments = 10, MostAdjustedNumbers = 50_000, MostEntriesOfNode = 64;

    private readonly TrainRequest _request;
    private readonly Computation _computation;
    private readonly Lesson _lesson;
    private readonly Training _training;
    private readonly double[] _start;
    private readonly DescentRun _run;
    private readonly DescentOptions _options;
    private readonly FormulasAnswer _formulas;
    private readonly FirstStepAnswer _firstStep;
    private readonly List<Note> _notes = [];
    private readonly Drawing? _drawing;

    /// <summary>Reads everything, makes the formulas and stands at the start.</summary>
    public Trainer(TrainRequest request, Optimizers optimizers, Computation computation)
    {
        (_request, _computation) = (request, computation);
        _lesson = Lessons.Of(request, computation);
        try
        {
            (_training, _start) = Begin();
            (_formulas, _firstStep) = (Formulas(), FirstStep());
            var score = _training.Score(computation.Budget.Besides());
            if (request.Draw is { } draw) _drawing = Drawings.Of(draw, _lesson, _training, computation);
            var definition = optimizers.Named(request.Optimizer.Name);
            if (request.Batch is not null && !definition.AllowsBox)
                throw Refuse.Value("batch", $"'{definition.Name}' chooses its step lengths by comparing values, which batches change from step to step; take an optimizer that moves by the gradient, such as sgd or adam.");
            var started = OptimizerParameters.Start(request.Optimizer, "optimizer", optimizers, _start.Length);
            _options = OptionsOf(definition, score) with { Schedule = started.Schedule };
            _run = new DescentRun(definition.TakesSumOfSquares ? _training.Study.SumOfSquares() : _training.Objective(), _start, started.Optimizer, _options, computation.Budget);
            Run = new TrainingRun(_training, _run, score, Math.Min(MostAdjustments, MostAdjustedNumbers / _start.Length), request.Record?.Internals ?? false, computation.Budget, keepsChanges: request.Draw is not null);
        }
        catch (FormulaException formula)
        {
            throw new RefusalException(Refuse.Of(formula, DefinitionField));
        }
        catch (LimitException limit) when (limit.Start is not null)
        {
            throw new RefusalException(Refuse.Of(limit, DefinitionField));
        }
        catch (UnboundSymbolException letter)
        {
            throw Refuse.Value(DefinitionField, $"The letter {Quoted.Of(letter.Name)} has no value: make it a parameter of the loss, or name a column so.");
        }
        catch (DescentException descent) when (descent.Field is "start")
        {
            throw Refuse.Value(_lesson.Network is null ? StartField : "dataset", "The loss or its gradient has no finite value at the first weights. Very large features may be the reason: standardize brings them near 0.");
        }
    }

    /// <summary>The training under way.</summary>
    public TrainingRun Run { get; }

    /// <summary>The descent that it consists in.</summary>
    public DescentRun Descent => _run;

    /// <summary>The loss that is made small.</summary>
    public Study Study => _training.Study;

    /// <summary>What does not change in the drawing; null where there is none.</summary>
    public DrawingAnswer? Drawing => _drawing?.Answer;

    /// <summary>Each how many steps are kept.</summary>
    public int Recorded => _options.Record.Every;

    /// <summary>What the model learns from.</summary>
    public ExamplesAnswer Examples => new(
        _lesson.Train.Features, _lesson.Train.Target, _lesson.Train.Classes.Count > 0 ? _lesson.Train.Classes : null, _training.Names, _lesson.Train.Count, _lesson.Test?.Count ?? 0,
        _lesson.Reading is { } reading ? new(reading.Separator, reading.Decimal, reading.Header, reading.BlankLines) : null);

    /// <summary>Gathers what is drawn of kept steps; null where nothing is.</summary>
    public DrawnSteps? DrawnSteps() => _drawing is null ? null : new(_training.Study, _drawing.Picture);

    /// <summary>The answer of a training that is over.</summary>
    /// <param name="isDrawn">Whether it has what is drawn of each step, which a stream has told before.</param>
    public TrainAnswer Answer(bool isDrawn = true)
    {
        var trajectory = Run.End();
        var (study, train) = (_training.Study, _lesson.Train);
        double[] weights = [.. trajectory.Points.Select(static column => column[^1])];
        var last = Run.Measurements[^1];
        return new()
        {
            Definition = study.Definition.Text,
            Loss = _lesson.Network?.Loss.Name,
            Examples = Examples,
            Standardization = _lesson.Standardization is { } how ? [.. train.Features.Select((feature, i) => new StandardizationAnswer(feature, how.Mean[i], how.Deviation[i]))] : null,
            Initialization = _lesson.Network is { } network ? InitializationOf(network) : null,
            Batches = _request.Batch is { } size ? new(size, train.Count / size, train.Count % size) : null,
            Formulas = _formulas,
            FirstStep = _firstStep,
            Adjustments = [.. Run.FirstSteps.Select(step => new AdjustmentAnswer(step.Step + 1, Points.Answer(study, step.Gradient), Points.Answer(study, step.Change)))],
            Weights = Points.Answer(study, weights),
            Trajectory = Trajectories.Answer(study, trajectory, (IReadOnlyList<Note>)[], _computation.Limits),
            Recorded = Recorded,
            Gradient = _options.Record.Internals ? Measured.Gradients(study, Run.Measurements) : null,
            Metrics = Measured.Columns(Run.Measurements, 0, Run.Measurements.Count),
            Drawing = Drawing,
            Drawn = isDrawn ? Drawn(trajectory) : null,
            Confusion = last.Train.Confusion is { } confusion ? new(_training.Classes, confusion, last.Test?.Confusion) : null,
            Prediction = _lesson.Network is null ? null : Predictions.Of(_lesson.Network, train, _lesson.Standardization, study, weights),
            Notes = NoteAnswer.Of(study.Notes([], _notes)),
        };
    }

    private DrawnStepsAnswer? Drawn(Trajectory trajectory)
    {
        if (DrawnSteps() is not { } drawn) return null;
        for (var place = 0; place < Run.Measurements.Count; place++) drawn.Add(Run.Measurements[place], [.. trajectory.Points.Select(column => column[place])]);
        return drawn.Take();
    }

    private (Training Training, double[] Start) Begin()
    {
        var model = _lesson.Network is { } network
            ? TrainingModel.Of(network)
            : TrainingModel.Of(_request.Model.Definition!, _request.Model.Start!.Named.ToDictionary(static weight => weight.Key, static weight => weight.Value.Array.Shape, StringComparer.Ordinal)) with { Format = _computation.Format };
        var training = new Training(model, _lesson.Train, _lesson.Test, _request.Batch, _request.Seed ?? 0, _computation.Budget);
        if (_lesson.Network is { } made) return (training, Initialization.Of(InitializationOf(made), made.Weights, _request.Seed ?? 0));

        if (!training.Study.Function.Shape.IsScalar) throw Refuse.Value(DefinitionField, $"A loss is a number, but the value of this function is {training.Study.Function.Shape}: take the mean or the sum.");
        if (!training.KnowsPrediction) _notes.Add(new Note(NoteCodes.LeftOut, LossAlone));
        if (training.Names.Count == 0) throw Refuse.Value(DefinitionField, "It does not speak of the examples: X stands for their features, y for their targets, and columns have their own names.");
        var start = Points.Of(training.Study, _request.Model.Start!, StartField);
        if (start.Length == 0) throw Refuse.Value(DefinitionField, "The loss has no weights: there is nothing to learn.");
        if (start.Length > _computation.Limits.Weights) throw Refuse.Limit(StartField, new LimitException("weights", _computation.Limits.Weights, $"There are {start.Length} weights; at most {_computation.Limits.Weights} are allowed.", start.Length));
        return (training, start);
    }

    private string InitializationOf(Network network) => _request.Initialization ?? Initialization.Natural(network);

    private FormulasAnswer Formulas()
    {
        var study = _training.Study;
        var gradient = study.Gradient(study.Variables);
        var verification = _request.Verify == false ? null : VerificationAnswer.Of(study.VerifyGradient(gradient, [_start]));
        return new(
            ExpressionAnswer.Of(study, study.Function),
            [.. study.Variables.Select((variable, i) => new WeightDerivativeAnswer(variable, ExpressionAnswer.Of(study, gradient[i])))], verification);
    }

    private FirstStepAnswer FirstStep()
    {
        var (graph, notes) = _training.FirstStudy.ComputationGraph(_start, isNamed: false);
        _notes.AddRange(notes);
        return new([.. graph.Nodes.Select(static node => GraphNodeAnswer.Of(node, MostEntriesOfNode))], graph.Output, graph.Incoming, GraphCostAnswer.Of(graph.Cost));
    }

    // Where nothing is said, steps are thinned evenly until they are few enough to be drawn, told and measured.
    private DescentOptions OptionsOf(OptimizerDefinition optimizer, TrainingScore score)
    {
        var (limits, record, steps) = (_computation.Limits, _request.Record, _request.Steps);
        var operations = score.Operations + (_drawing?.Picture?.Operations ?? 0);
        var measurements = Math.Max(1, _computation.Budget.Besides().Limits.Operations / Math.Max(1, operations) - 1);
        // Besides the trajectory, each kept step has its picture, a gradient and a change.
        var drawn = _drawing is null ? 0 : _drawing.Numbers + (2L * _start.Length);
        if (record?.Every is null && record?.Limit is null)
        {
            // What optimizers remember, the gradient and the weights.
            var columns = (_start.Length * (record?.Internals == true ? 10 : 1)) + (record?.Internals == true ? 10 : 0) + ColumnsBesideCoordinates + drawn;
            var kept = Math.Clamp(Math.Min(measurements, limits.AnswerNumbers / columns) - 1, 1, UsualRecords);
            record = (record ?? new RecordRequest()) with { Every = (int)Math.Max(1, (steps + kept - 1) / kept), Limit = (int)kept };
        }

        var options = Trajectories.OptionsOf(TrainSettings.Of(_request with { Record = record }), Study, optimizer, steps, limits);
        var records = Math.Min(options.Record.Limit, (steps / options.Record.Every) + 1L);
        if (records > measurements)
            throw Refuse.Limit("record", new LimitException("operations", _computation.Budget.Besides().Limits.Operations, "Measuring the model at so many steps takes more operations than it may; keep fewer steps.", records * operations));
        if (records * drawn > limits.AnswerNumbers)
            throw Refuse.Limit("draw", new LimitException("answerNumbers", limits.AnswerNumbers, $"The drawing would have more than {limits.AnswerNumbers} numbers; keep fewer steps, or take a lower resolution.", records * drawn));
        return options;
    }
}
