using Calculus.Budgets;
using Calculus.Learning;
using Calculus.Learning.DataSets;
using Calculus.Optimization;

namespace Calculus.Tests.Learning;

/// <summary>Trains models as the service does.</summary>
internal static class Trained
{
    public static Budget Budget => new(new Limits { Operations = 20_000_000_000 });

    public static Examples Examples(string name, int? points = null, double? noise = null, int seed = 1)
    {
        var definition = NamedDataSets.Find(name)!;
        return Calculus.Learning.Examples.Of(definition.Make(points ?? definition.DefaultPoints, noise ?? definition.DefaultNoise, seed, Budget), null, null, definition.Classes > 0);
    }

    public static Network Network(Examples examples, string activation = "tanh", string? loss = null, params int[] layers)
    {
        var task = examples.Classes.Count switch { 0 => LearningTasks.Quantity, 2 => LearningTasks.TwoClasses, _ => LearningTasks.ManyClasses };
        return new(task, examples.Width, examples.Classes.Count, [.. layers.Select(units => new HiddenLayer(units, activation))], loss is null ? TrainingLosses.Natural(task) : TrainingLosses.Find(loss)!);
    }

    public static Optimizer Optimizer(string name, int dimension, double rate) =>
        Optimizers.Own.Named(name).Start(new Dictionary<string, ParameterValue>(StringComparer.Ordinal) { ["lr"] = rate }, dimension);

    public static Trajectory Run(Network network, Training training, string optimizer, double rate, int steps, int seed = 1, int every = 1_000_000)
    {
        var start = Initialization.Of(Initialization.Natural(network), network.Weights, seed);
        return Descent.Run(training.Objective(), start, Optimizer(optimizer, start.Length, rate), new DescentOptions(steps) { Record = new(every) }, Budget);
    }

    public static double[] Last(this Trajectory trajectory) => [.. trajectory.Points.Select(static column => column[^1])];
}
