using Calculus.Budgets;
using Calculus.Learning;
using Calculus.Optimization;
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

    [Theory]
    [InlineData("line", "mse", "X' @ (X @ w + b - y)/10", "sum(X @ w + b - y)/10")]
    [InlineData("moons", "log_loss", "X' @ (sigmoid(X @ w + b) - y)/20", "sum(sigmoid(X @ w + b) - y)/20")]
    [InlineData("line", "mae", "X' @ sign(X @ w + b - y)/20", "sum(sign(X @ w + b - y))/20")]
    public void The_gradient_is_the_formula_of_textbooks(string data, string loss, string weights, string bias)
    {
        var examples = Trained.Examples(data, 20);
        var training = new Training(TrainingModel.Of(Trained.Network(examples, loss: loss)), examples, null, null, 0, Trained.Budget);
        var gradient = training.Study.Gradient(training.Study.Variables);

        Assert.Equal([weights, bias], gradient.Select(each => training.Study.Print(each).Text), StringComparer.Ordinal);
    }

    /// <summary>Every loss with every kind of model that it goes with, and every activation: formulas, automatic derivatives and measured slopes agree.</summary>
    [Fact]
    public void Formulas_of_every_loss_and_activation_are_verified()
    {
        var checkedNetworks = 0;
        foreach (var (data, task) in new[] { ("line", LearningTasks.Quantity), ("moons", LearningTasks.TwoClasses), ("blobs", LearningTasks.ManyClasses) })
        {
            var examples = Trained.Examples(data, 12);
            foreach (var network in TrainingLosses.All.Where(loss => loss.Tasks.HasFlag(task)).Select(loss => Trained.Network(examples, "tanh", loss.Name, 3))
                .Concat(Activations.Names.Select(activation => Trained.Network(examples, activation, null, 3, 2))))
            {
                var training = new Training(TrainingModel.Of(network), examples, null, null, 0, Trained.Budget);
                var start = Initialization.Of(Initialization.Xavier, network.Weights, 3);
                var verdict = training.Study.VerifyGradient(training.Study.Gradient(training.Study.Variables), [start]);
                Assert.True(verdict.Verified, $"{network.LossDefinition(12)}: {verdict.Reason}");
                checkedNetworks++;
            }
        }

        Assert.True(checkedNetworks > 60);
    }

    [Theory]
    [InlineData("moons", 3)]
    [InlineData("blobs", 4)]
    [InlineData("parabola", 5)]
    public void The_loss_of_a_batch_and_its_gradient_are_those_of_its_examples(string data, int step)
    {
        var examples = Trained.Examples(data, 25);
        var network = Trained.Network(examples, "tanh", null, 4);
        var training = new Training(TrainingModel.Of(network), examples, null, 8, 6, Trained.Budget);
        var objective = (IBatchedObjective)training.Objective();
        var start = Initialization.Of(Initialization.Xavier, network.Weights, 3);
        var (own, expected) = (new double[start.Length], new double[start.Length]);

        objective.Choose(step);
        var value = objective.ValueAndGradient(start, own);
        var rows = new Batches(25, 8, 6).At(step);
        var alone = new Training(TrainingModel.Of(network), examples.At(rows), null, null, 0, Trained.Budget).Objective();

        Assert.Equal(alone.ValueAndGradient(start, expected), value, 1e-14);
        Assert.All(own.Zip(expected), static pair => Assert.Equal(pair.Second, pair.First, 1e-14));
        Assert.Equal(value, objective.Value(start));
        var (direction, product, other) = (own.ToArray(), new double[start.Length], new double[start.Length]);
        objective.HessianVectorProduct(start, direction, product);
        alone.HessianVectorProduct(start, direction, other);
        Assert.All(product.Zip(other), static pair => Assert.Equal(pair.Second, pair.First, 1e-13));
    }

    [Fact]
    public void Batches_of_the_same_seed_lead_along_the_same_path_on_one_thread_and_on_several()
    {
        static double[] Path(int seed)
        {
            var examples = Trained.Examples("moons", 60);
            var network = Trained.Network(examples, "tanh", null, 5);
            return Trained.Run(network, new Training(TrainingModel.Of(network), examples, null, 7, seed, Trained.Budget), "adam", 0.05, 40).Last();
        }

        var expected = Path(3);
        var paths = new double[6][];
        Parallel.For(0, paths.Length, new ParallelOptions { MaxDegreeOfParallelism = 3, CancellationToken = TestContext.Current.CancellationToken }, i => paths[i] = Path(3));

        Assert.All(paths, path => Assert.Equal(expected, path));
        Assert.NotEqual(expected, Path(4));
    }

    [Fact]
    public void A_training_that_is_called_off_still_measures_its_last_step()
    {
        using var end = new CancellationTokenSource();
        var budget = new Budget(new Limits { Operations = 20_000_000_000 }, end.Token);
        var examples = Trained.Examples("moons", 60);
        var network = Trained.Network(examples, "tanh", null, 5);
        var training = new Training(TrainingModel.Of(network), examples, null, null, 0, budget);
        var start = Initialization.Of(Initialization.Xavier, network.Weights, 1);
        var descent = new DescentRun(training.Objective(), start, Trained.Optimizer("sgd", start.Length, 0.1), new DescentOptions(1_000) { Record = new(10) }, budget);
        var run = new TrainingRun(training, descent, training.Score(budget.Besides()), 3, keepsGradients: false, budget);

        for (var i = 0; i < 25; i++) Assert.True(run.Advance());
        end.Cancel();
        Assert.False(run.Advance());

        var trajectory = run.End();
        Assert.Equal(StopReasons.Cancelled, trajectory.Stop.Reason);
        Assert.Equal([0, 10, 20, 25], trajectory.Step);
        Assert.Equal(trajectory.Step, run.Measurements.Select(static each => each.Step));
        Assert.All(trajectory.Value.Zip(run.Measurements), static pair => Assert.Equal(pair.First, pair.Second.Train.Loss, 1e-14));
        Assert.Equal(3, run.FirstSteps.Count);
    }

    [Fact]
    public void A_network_is_a_definition()
    {
        var network = Trained.Network(Trained.Examples("blobs"), "relu", null, 4, 3);

        Assert.Equal("H1 = relu(X @ W1 + b1); H2 = relu(H1 @ W2 + b2); Z = H2 @ W3 + b3; loss(W1, b1, W2, b2, W3, b3) = cross_entropy(Z, Y)", network.LossDefinition(10));
        Assert.Equal("x = ([x1, x2] - mu) ./ sigma; h1 = relu(x @ W1 + b1); h2 = relu(h1 @ W2 + b2); prediction(x1, x2) = softmax(h2 @ W3 + b3)", network.Prediction(isStandardized: true));
        Assert.Equal([8, 4, 12, 3, 9, 3], network.Weights.Select(static weight => (int)weight.Shape.Count));
        Assert.Equal(Initialization.He, Initialization.Natural(network));
    }

    [Fact]
    public void Weights_begin_with_the_spread_of_their_initialisation_and_biases_at_0()
    {
        NetworkWeight[] weights = [new("W", new(100, 50), 100, 50), new("b", new(50), 0, 0)];
        var he = Initialization.Of(Initialization.He, weights, 1);
        var xavier = Initialization.Of(Initialization.Xavier, weights, 1);

        Assert.Equal(2.0 / 100, he.Take(5_000).Average(static x => x * x), 0.001);
        Assert.Equal(2.0 / 150, xavier.Take(5_000).Average(static x => x * x), 0.0006);
        Assert.InRange(xavier.Take(5_000).Max(), Math.Sqrt(6.0 / 150) * 0.99, Math.Sqrt(6.0 / 150));
        Assert.All(he.Skip(5_000).Concat(xavier.Skip(5_000)).Concat(Initialization.Of(Initialization.Zeros, weights, 1)), static x => Assert.Equal(0, x));
    }
}
