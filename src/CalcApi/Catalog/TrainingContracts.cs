using Calculus.Learning;
using Calculus.Learning.DataSets;

namespace CalcApi.Catalog;

/// <summary>The losses of a prediction against a target.</summary>
/// <param name="Losses">All of them.</param>
public sealed record LossCatalogAnswer(IReadOnlyList<LossAnswer> Losses);

/// <summary>A loss of a prediction against a target.</summary>
/// <param name="Name">Its name in a definition and in a training.</param>
/// <param name="Aliases">Other names for it.</param>
/// <param name="Sentence">What it is, in one sentence.</param>
/// <param name="Latex">What it is, as a formula.</param>
/// <param name="Tasks">What a model can be trained for with it: quantity, two-classes, many-classes; none where its derivative is 0.</param>
/// <param name="Source">Where it was first described; missing where it is nobody's.</param>
/// <param name="Request">A request that runs: a training with it, or its gradient where nothing can be trained with it.</param>
public sealed record LossAnswer(
    string Name, IReadOnlyList<string> Aliases, string Sentence, string Latex, IReadOnlyList<string> Tasks, string? Source, CatalogQuestion Request)
{
    private static IReadOnlyList<(LearningTasks Task, string Name, string Model, string Data)> Named { get; } =
    [
        (LearningTasks.Quantity, "quantity", "linear", "line"), (LearningTasks.TwoClasses, "two-classes", "logistic", "moons"), (LearningTasks.ManyClasses, "many-classes", "softmax", "blobs"),
    ];

    /// <summary>The loss as it is answered.</summary>
    internal static LossAnswer Of(TrainingLoss loss) => new(
        loss.Name, loss.Function.Aliases, loss.Function.Sentence, loss.Function.Latex,
        [.. Named.Where(task => loss.Tasks.HasFlag(task.Task)).Select(static task => task.Name)], loss.Source, RequestOf(loss));

    private static CatalogQuestion RequestOf(TrainingLoss loss)
    {
        if (loss.Tasks == LearningTasks.None) return CatalogQuestion.Of("gradient", loss.Function.Example, """{ "point": { "v": [0.3, 0.7], "w": [0, 1] } }""");
        var (_, _, model, data) = Named.First(task => loss.Tasks.HasFlag(task.Task));
        return CatalogQuestion.Of("train",
            $$"""{ "model": { "name": "{{model}}" }, "dataset": { "name": "{{data}}", "n": 60, "seed": 1 }, "loss": "{{loss.Name}}", "optimizer": { "name": "adam", "lr": 0.1 }, "steps": 50 }""");
    }
}

/// <summary>The data sets that can be trained with by their names.</summary>
/// <param name="Datasets">All of them, the simplest first.</param>
public sealed record DatasetCatalogAnswer(IReadOnlyList<DatasetAnswer> Datasets);

/// <summary>A data set that has a name.</summary>
/// <param name="Name">Its name in a training.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Sentence">What it is and what it shows, in one sentence.</param>
/// <param name="Latex">How its points are made, as a formula.</param>
/// <param name="Features">Its features.</param>
/// <param name="Target">What is to be predicted.</param>
/// <param name="Classes">How many classes the target names; 0 where it is a quantity.</param>
/// <param name="Made">Whether its points are made by a formula, so that n, noise and seed can be asked for.</param>
/// <param name="N">How many points it has where a request does not say.</param>
/// <param name="Noise">The standard deviation of its normal noise where a request does not say.</param>
/// <param name="Request">A request that runs: a training with it.</param>
public sealed record DatasetAnswer(
    string Name, string Title, string Sentence, string Latex, IReadOnlyList<string> Features, string Target, int Classes, bool Made, int N, double Noise, CatalogQuestion Request)
{
    /// <summary>The data set as it is answered.</summary>
    internal static DatasetAnswer Of(DataSetDefinition set) => new(
        set.Name, set.Title, set.Sentence, set.Latex, set.Features, set.Target, set.Classes, set.IsMade, set.DefaultPoints, set.DefaultNoise,
        CatalogQuestion.Of("train", $$"""{ "model": {{ModelFor(set)}}, "dataset": { "name": "{{set.Name}}" }, "optimizer": {{OptimizerFor(set)}}, "steps": 100, "record": { "every": 10 } }"""));

    private static string ModelFor(DataSetDefinition set) => set.Name switch
    {
        "advertising" or "line" => """{ "name": "linear" }""",
        "blobs" => """{ "name": "softmax" }""",
        _ => """{ "name": "mlp", "layers": [8, 8], "activation": "tanh" }""",
    };

    private static string OptimizerFor(DataSetDefinition set) => set.IsMade ? """{ "name": "adam", "lr": 0.05 }""" : """{ "name": "gradient_descent", "lr": 0.0001 }""";
}
