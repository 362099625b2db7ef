using System.Globalization;
using CalcApi.Http.Compute;
using CalcApi.Http.Problems;
using Calculus.Budgets;
using Calculus.Learning;
using Calculus.Learning.DataSets;
using Calculus.Learning.Tables;

namespace CalcApi.Train;

/// <summary>What a request wants to be learnt: examples, split and standardised, and the network that learns from them.</summary>
/// <param name="Train">The examples that are learnt from.</param>
/// <param name="Test">Those that test; null where there are none.</param>
/// <param name="Standardization">How features were standardised; null where they were not.</param>
/// <param name="Network">The network; null where the definition is one's own.</param>
/// <param name="Reading">How a text was read; null where none was.</param>
internal sealed record Lesson(Examples Train, Examples? Test, Standardization? Standardization, Network? Network, FileReading? Reading)
{
    /// <summary>The examples that are learnt from, as they were given.</summary>
    public required Examples GivenTrain { get; init; }

    /// <summary>Those that test, as they were given; null where there are none.</summary>
    public required Examples? GivenTest { get; init; }
}

/// <summary>Turns a request into what is learnt.</summary>
internal static class Lessons
{
    /// <summary>Reads the data and decides what is predicted.</summary>
    /// <exception cref="LearningException">The data cannot be read or learnt from.</exception>
    /// <exception cref="RefusalException">Model, loss and data do not go together, or there are more columns, classes or weights than allowed.</exception>
    /// <exception cref="LimitException">There are more numbers than allowed.</exception>
    public static Lesson Of(TrainRequest request, Computation computation)
    {
        var (limits, definition) = (computation.Limits, request.Dataset.Name is { } name ? NamedDataSets.Find(name) : null);
        var table = TableOf(request.Dataset, definition, computation);
        if (table.Columns.Count > limits.DataColumns) throw Beyond("dataset", "dataColumns", limits.DataColumns, "columns", table.Columns.Count);
        var loss = request.Loss is { } asked ? TrainingLosses.Find(asked) : null;

        var examples = Examples.Of(table, request.Dataset.Features, request.Dataset.Target, AreClasses(request, table, definition, loss));
        if (examples.Classes.Count > limits.Classes) throw Beyond("dataset.target", "classes", limits.Classes, "classes", examples.Classes.Count);
        var network = request.Model.Name is null ? null : NetworkOf(request.Model, loss, examples);
        var weights = network?.Weights.Sum(static weight => weight.Shape.Count) ?? 0;
        if (weights > limits.Weights) throw Beyond("model", "weights", limits.Weights, "weights", weights);

        var split = Split.Of(examples.Count, request.Test ?? 0, request.Seed ?? 0);
        var (train, test) = split.Test.Length == 0 ? (examples, null) : (examples.At(split.Train), examples.At(split.Test));
        if (request.Batch > train.Count) throw Refuse.Value("batch", string.Create(CultureInfo.InvariantCulture, $"There are {train.Count} examples to learn from."));
        var standardization = request.Standardize == true ? Standardization.Of(train) : null;
        return new(standardization?.Apply(train) ?? train, test is null ? null : standardization?.Apply(test) ?? test, standardization, network, table.Reading)
        {
            GivenTrain = train,
            GivenTest = test,
        };
    }

    private static Table TableOf(DatasetRequest dataset, DataSetDefinition? definition, Computation computation)
    {
        if (definition is not null) return definition.Make(dataset.N ?? definition.DefaultPoints, dataset.Noise ?? definition.DefaultNoise, dataset.Seed ?? 0, computation.Budget);
        if (dataset.Csv is { } text) return SeparatedText.Read(text, "dataset.csv", dataset.Separator, dataset.Header, computation.Limits.DataNumbers, computation.Budget);
        return new([.. dataset.Columns!.Select(static column => column.Value.Numbers is { } numbers ? new Column(column.Key, numbers) : new Column(column.Key, column.Value.Texts!))], "dataset.columns");
    }

    private static bool AreClasses(TrainRequest request, Table table, DataSetDefinition? definition, TrainingLoss? loss) => request.Model.Name switch
    {
        "linear" => false,
        "logistic" or "softmax" => true,
        _ => definition?.Classes > 0 || (loss is not null && (loss.Tasks & LearningTasks.Quantity) == 0) || (definition is null && Examples.HasLabels(table, request.Dataset.Target)),
    };

    private static Network NetworkOf(ModelRequest model, TrainingLoss? loss, Examples examples)
    {
        var classes = examples.Classes.Count;
        var task = model.Name switch
        {
            "linear" => LearningTasks.Quantity,
            "logistic" => LearningTasks.TwoClasses,
            "softmax" => LearningTasks.ManyClasses,
            _ when classes == 0 => LearningTasks.Quantity,
            _ => classes == 2 && loss?.Tasks != LearningTasks.ManyClasses ? LearningTasks.TwoClasses : LearningTasks.ManyClasses,
        };
        if (task == LearningTasks.TwoClasses && classes > 2)
            throw Refuse.Value("model.name", string.Create(CultureInfo.InvariantCulture, $"'logistic' tells two classes apart, but the target has {classes}: take softmax."));
        loss ??= TrainingLosses.Natural(task);
        if ((loss.Tasks & task) == 0)
            throw Refuse.Value("loss", $"Nothing of this kind can be trained with '{loss.Name}'; here the losses are {TrainValidator.Names(task)}.");
        return new(task, examples.Width, classes, LayersOf(model), loss);
    }

    private static HiddenLayer[] LayersOf(ModelRequest model) =>
        [.. (model.Layers ?? []).Select((units, i) => new HiddenLayer(units, model.Activations?[i] ?? model.Activation ?? "tanh"))];

    private static RefusalException Beyond(string field, string limit, int maximum, string what, long asked) =>
        Refuse.Limit(field, new LimitException(limit, maximum, string.Create(CultureInfo.InvariantCulture, $"There are {asked} {what}; at most {maximum} are allowed."), asked));
}
