using Calculus.Expressions;
using Calculus.Learning;
using Calculus.Optimization;
using Xunit;

namespace Calculus.Tests.Optimization;

/// <summary>Descents whose steps see some rows of the data each.</summary>
public sealed class RowBatchesTests
{
    private static readonly double[][] s_rows = [[1, 2], [2, 1], [3, -3], [0, 1], [4, 2], [1, 0], [-2, 4]];
    private static readonly double[] s_targets = [6, 5, 1, 3, 9, 2, 11];

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 5)]
    [InlineData(3, 5)]
    [InlineData(7, 1)]
    public void Each_step_goes_down_on_the_rows_that_the_seed_draws(int size, int seed)
    {
        const double rate = 0.01;
        var path = Descend("loss(w, b) = mean((X @ w + b - y).^2)", size, seed, steps: 40, rate);

        // The same written by hand, in the order of the batches.
        var (batches, w) = (new Batches(s_rows.Length, size, seed), new double[3]);
        for (var step = 0; step < 40; step++)
        {
            var gradient = new double[3];
            foreach (var row in batches.At(step))
            {
                var error = (s_rows[row][0] * w[0]) + (s_rows[row][1] * w[1]) + w[2] - s_targets[row];
                double[] slopes = [s_rows[row][0], s_rows[row][1], 1];
                for (var i = 0; i < 3; i++) gradient[i] += 2 * error * slopes[i] / size;
            }

            for (var i = 0; i < 3; i++) w[i] -= rate * gradient[i];
            for (var i = 0; i < 3; i++) Assert.Equal(w[i], path.Points[i][step + 1], 1e-12);
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_path_and_another_seed_another()
    {
        var first = Descend("loss(w, b) = mse(X @ w + b, y)", 3, 8);
        Assert.Equal(first.Points[0].AsEnumerable(), Descend("loss(w, b) = mse(X @ w + b, y)", 3, 8).Points[0]);
        Assert.NotEqual(first.Points[0].AsEnumerable(), Descend("loss(w, b) = mse(X @ w + b, y)", 3, 9).Points[0]);
    }

    [Fact]
    public void An_epoch_takes_every_row_once()
    {
        // The slope of row i alone is i: the changes of an epoch are all of them, in some order.
        var study = Asked.Study("f(m) = m*mean(v)", Data(("v", ArrayValue.Of([1, 2, 3, 4, 5, 6]))), Shapes());
        var path = Descent.Run(RowBatches.Of(study, 1, 4).Objective(), [0], Optimizers.Own.Named("sgd").Start(Rate(1), 1), new DescentOptions(12), Asked.Budget());
        double[] changes = [.. path.Points[0].Zip(path.Points[0].Skip(1), static (before, after) => before - after)];
        Assert.Equal([1, 2, 3, 4, 5, 6], changes.Take(6).Order());
        Assert.Equal([1, 2, 3, 4, 5, 6], changes.Skip(6).Order());
        Assert.NotEqual(changes.Take(6), changes.Skip(6));
    }

    [Fact]
    public void Labels_of_classes_and_data_without_rows_stay_what_they_are()
    {
        var data = Data(("X", ArrayValue.Of(s_rows)), ("t", ArrayValue.Of([0, 1, 2, 0, 1, 2, 2])), ("m", ArrayValue.Of([0.5, -0.5])), ("c", ArrayValue.Of(0.1)));
        var study = Asked.Study("loss(W) = cross_entropy((X - m) @ W, t) + c*sum(W.^2)", data, Shapes(("W", new Shape(2, 3))));
        var batches = RowBatches.Of(study, 2, 0);
        Assert.Equal(["X", "t"], batches.Names);
        Assert.Equal((7, 2, 3), (batches.Rows, batches.Size, batches.StepsOfEpoch));

        // The function of a batch is the function with these rows for data.
        var rows = new Batches(7, 2, 0).At(0).ToArray();
        double[] at = [0.1, -0.2, 0.3, 0.5, 0.2, -0.4];
        var alone = Asked.Study("loss(W) = cross_entropy((X - m) @ W, t) + c*sum(W.^2)",
            Data(("X", ArrayValue.Of([.. rows.Select(static row => s_rows[row])])), ("t", ArrayValue.Of([.. rows.Select(static row => new double[] { 0, 1, 2, 0, 1, 2, 2 }[row])])), ("m", data["m"]), ("c", data["c"])),
            Shapes(("W", new Shape(2, 3)))).Objective();
        var (expected, actual) = (new double[6], new double[6]);
        Assert.Equal(alone.ValueAndGradient(at, expected), batches.Objective() is IBatchedObjective some ? Chosen(some).ValueAndGradient(at, actual) : double.NaN, 1e-14);
        for (var i = 0; i < 6; i++) Assert.Equal(expected[i], actual[i], 1e-14);
        Assert.Equal(study.Objective().Value(at), batches.Whole(at), 1e-14);
    }

    [Theory]
    [InlineData("f(w) = w^2", "the function has no vectors or matrices in its data")]
    [InlineData("f(w) = c*w^2", "the function has no vectors or matrices in its data")]
    [InlineData("f(w) = w^2*(A[1, 1] + A[2, 2])", "no meaning with fewer or more rows")]
    [InlineData("f(w) = w*v[5] + w^2", "no meaning with fewer or more rows")]
    [InlineData("f(w) = mean((v - w).^2) + mean((u - w).^2)", "It is not clear which rows batches are drawn from: the function has a meaning with any number of rows of v as well as of u.")]
    [InlineData("f(w) = sum(i = 1..5, (v[i] - w)^2)", "no meaning with fewer or more rows")]
    public void Without_rows_that_can_be_told_apart_it_is_refused(string function, string said)
    {
        var all = Data(("v", ArrayValue.Of([1, 2, 3, 4, 5])), ("u", ArrayValue.Of([1, 2, 3])), ("A", ArrayValue.Of(new double[][] { [1, 2], [3, 4] })), ("c", ArrayValue.Of(2.0)));
        var used = all.Where(datum => function.Contains(datum.Key, StringComparison.Ordinal)).ToDictionary(StringComparer.Ordinal);
        var refused = Assert.Throws<DescentException>(() => RowBatches.Of(Asked.Study(function, used, Shapes()), 2, 0));
        Assert.Equal("batch", refused.Field);
        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void More_rows_than_there_are_cannot_be_drawn()
    {
        var refused = Assert.Throws<DescentException>(() => Descend("loss(w, b) = mse(X @ w + b, y)", 8, 0));
        Assert.Equal(("batch", "The data have 7 rows."), (refused.Field, refused.Message));
    }

    [Theory]
    [InlineData("newton")]
    [InlineData("bfgs")]
    [InlineData("lbfgs")]
    [InlineData("conjugate_gradient")]
    [InlineData("steepest_descent")]
    [InlineData("gauss_newton")]
    [InlineData("levenberg_marquardt")]
    public void Rules_that_need_one_function_are_refused(string name)
    {
        var study = Model("loss(w, b) = mse(X @ w + b, y)");
        var refused = Assert.Throws<DescentException>(() => new DescentRun(
            RowBatches.Of(study, 3, 0).Objective(), [0, 0, 0], Optimizers.Own.Named(name).Start(new Dictionary<string, ParameterValue>(StringComparer.Ordinal), 3), new DescentOptions(5), Asked.Budget()));
        Assert.Equal("optimizer.name", refused.Field);
        Assert.Contains("with batches each step has another function", refused.Message, StringComparison.Ordinal);
    }

    private static IBatchedObjective Chosen(IBatchedObjective objective)
    {
        objective.Choose(0);
        return objective;
    }

    private static Trajectory Descend(string function, int size, int seed, int steps = 20, double rate = 0.02) =>
        Descent.Run(RowBatches.Of(Model(function), size, seed).Objective(), [0, 0, 0], Optimizers.Own.Named("sgd").Start(Rate(rate), 3), new DescentOptions(steps), Asked.Budget());

    private static Study Model(string function) =>
        Asked.Study(function, Data(("X", ArrayValue.Of(s_rows)), ("y", ArrayValue.Of(s_targets))), Shapes(("w", new Shape(2))));

    private static Dictionary<string, ParameterValue> Rate(double rate) => new(StringComparer.Ordinal) { ["lr"] = rate };

    private static Dictionary<string, ArrayValue> Data(params (string Name, ArrayValue Value)[] data) => data.ToDictionary(static datum => datum.Name, static datum => datum.Value, StringComparer.Ordinal);

    private static Dictionary<string, Shape> Shapes(params (string Name, Shape Shape)[] shapes) => shapes.ToDictionary(static each => each.Name, static each => each.Shape, StringComparer.Ordinal);
}
