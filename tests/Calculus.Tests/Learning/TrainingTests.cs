using Calculus.Learning;
using Xunit;

namespace Calculus.Tests.Learning;

/// <summary>Training is a descent on a definition, and its formulas are those that a textbook has.</summary>
public sealed class TrainingTests
{
    [Fact]
    public void The_line_through_four_markets_goes_as_in_the_glossary()
    {
        var examples = Trained.Examples("advertising");
        var network = Trained.Network(examples);
        var training = new Training(TrainingModel.Of(network), examples, null, null, 0, Trained.Budget);
        var trajectory = Trained.Run(network, training, "gradient_descent", 1e-4, 3, every: 1);

        Assert.Equal("loss(w, b) = mse(X @ w + b, y)", network.LossDefinition(4));
        double[] costs = [318.4275, 149.95655423137197, 76.45724007766272, 44.391477571952315];
        double[] slopes = [0, 0.142406, 0.236466389676, 0.2985940398095978];
        double[] intercepts = [0, 0.003465, 0.00575944171, 0.00728071843046966];
        for (var step = 0; step <= 3; step++)
        {
            Assert.Equal(costs[step], trajectory.Value[step], 1e-10);
            Assert.Equal(slopes[step], trajectory.Points[0][step], 1e-14);
            Assert.Equal(intercepts[step], trajectory.Points[1][step], 1e-14);
        }
    }

    [Theory]
    [InlineData("blobs", "sgd", 0.5, 200, 0.95)]
    [InlineData("moons", "sgd", 1.0, 200, 0.85)]
    public void Regressions_of_classes_separate_what_lines_can(string data, string optimizer, double rate, int steps, double accuracy)
    {
        var examples = Trained.Examples(data);
        var network = Trained.Network(examples);
        var training = new Training(TrainingModel.Of(network), examples, null, null, 0, Trained.Budget);
        var last = Trained.Run(network, training, optimizer, rate, steps).Last();

        Assert.InRange(training.Score(Trained.Budget).Train.At(last).Accuracy!.Value, accuracy, 1);
    }

    [Theory]
    [InlineData("moons", 1000, 0.1, 300, 0.05, 0.98)]
    [InlineData("spirals", 600, 0.1, 800, 0.05, 0.95)]
    public void A_small_network_with_Adam_reaches(string data, int points, double noise, int steps, double rate, double accuracy)
    {
        var examples = Trained.Examples(data, points, noise, seed: 1);
        var split = Split.Of(examples.Count, 0.2, 1);
        var (train, test) = (examples.At(split.Train), examples.At(split.Test));
        var network = Trained.Network(examples, "tanh", null, 16, 16);
        var training = new Training(TrainingModel.Of(network), train, test, null, 1, Trained.Budget);
        var last = Trained.Run(network, training, "adam", rate, steps).Last();

        Assert.InRange(training.Score(Trained.Budget).Test!.At(last).Accuracy!.Value, accuracy, 1);
    }
}
