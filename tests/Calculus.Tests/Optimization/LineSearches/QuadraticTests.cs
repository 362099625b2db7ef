using Calculus.Optimization;
using Xunit;

namespace Calculus.Tests.Optimization.LineSearches;

/// <summary>On quadratics the textbook says after how many steps a rule must be at the bottom.</summary>
public sealed class QuadraticTests
{
    private static readonly double[] s_eigenvalues = [1, 2, 5, 10, 40, 100];

    // With exact searches conjugate gradients and BFGS end after n steps at the latest (Nocedal and Wright, theorems 5.3 and 6.4).
    [Theory]
    [InlineData("conjugate_gradient")]
    [InlineData("bfgs")]
    [InlineData("lbfgs")]
    public void Ends_after_as_many_steps_as_there_are_coordinates(string optimizer)
    {
        for (var n = 1; n <= s_eigenvalues.Length; n++)
        {
            double[] start = [.. Enumerable.Range(0, n).Select(static i => 1.0 + i)];
            var trajectory = Running.Descend(Terrain.Bowl(s_eigenvalues[..n]), start, optimizer, "c1=1e-9 c2=1e-8", new DescentOptions(100) { Stop = new(1e-3) });
            Assert.Equal(StopReasons.Converged, trajectory.Stop.Reason);
            Assert.InRange(trajectory.Stop.Step, 1, n);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    public void Newton_ends_after_one_step(int n)
    {
        double[] start = [.. Enumerable.Range(0, n).Select(static i => 1e3 - i)];
        var trajectory = Running.Descend(Terrain.Bowl(s_eigenvalues[..n]), start, "newton", "", Asked.Options("newton", 10));
        Assert.Equal((1, StopReasons.Converged), (trajectory.Stop.Step, trajectory.Stop.Reason));
        Assert.Equal(1, trajectory.LearningRate[1]);
    }

    // The error of steepest descent with exact searches shrinks by (κ - 1)/(κ + 1) or more in each step (Nocedal and Wright, theorem 3.3).
    [Fact]
    public void Steepest_descent_keeps_the_bound_of_Kantorovich()
    {
        var trajectory = Running.Descend(Terrain.Bowl(1, 10), [10, 1], "steepest_descent", "c1=1e-9 c2=1e-8", new DescentOptions(40));
        for (var k = 0; k + 1 < trajectory.Value.Length; k++) Assert.True(trajectory.Value[k + 1] <= Math.Pow(9.0 / 11, 2) * trajectory.Value[k] * (1 + 1e-9), $"step {k}");
    }

    [Theory]
    [InlineData("steepest_descent")]
    [InlineData("conjugate_gradient")]
    [InlineData("bfgs")]
    [InlineData("lbfgs")]
    [InlineData("newton")]
    public void Climbs_where_it_is_asked_to_as_it_goes_down_on_the_negative(string optimizer)
    {
        var down = Asked.Descend("(1 - x)^2 + 100(y - x^2)^2", [-1.2, 1], optimizer, "", 30);
        var up = Asked.Descend("-((1 - x)^2 + 100(y - x^2)^2)", [-1.2, 1], optimizer, "maximize=true", 30);
        Assert.Equal(down.Points[0], up.Points[0]);
        Assert.Equal(down.Points[1], up.Points[1]);
        Assert.Equal(down.LearningRate, up.LearningRate);
        Assert.Equal(down.Value, up.Value.Select(static value => -value));
        Assert.Equal(down.Best.Step, up.Best.Step);
        Assert.Equal(down.Stop, up.Stop);
    }

    [Theory]
    [InlineData("conjugate_gradient", 400)]
    [InlineData("bfgs", 300)]
    [InlineData("lbfgs", 200)]
    [InlineData("newton", 20)]
    public void Finds_the_bottom_in_two_hundred_dimensions(string optimizer, int steps)
    {
        double[] eigenvalues = [.. Enumerable.Range(1, 200).Select(static i => (double)i)];
        double[] start = [.. Enumerable.Range(0, 200).Select(static i => Math.Sin(i + 1))];
        var trajectory = Running.Descend(Terrain.Bowl(eigenvalues), start, optimizer, "", Asked.Options(optimizer, steps));
        Assert.Equal(StopReasons.Converged, trajectory.Stop.Reason);
        Assert.True(trajectory.Value[^1] < 1e-15);
    }

    [Fact]
    public void History_is_as_long_as_was_asked_for()
    {
        var texts = new[] { "history_size=1", "history_size=5", "history_size=100" };
        var steps = texts.Select(text => Running.Descend(Terrain.Bowl(s_eigenvalues), [1, 1, 1, 1, 1, 1], "lbfgs", text, Asked.Options("lbfgs", 500)).Stop.Step).ToList();
        Assert.True(steps[0] > steps[2], string.Join(' ', steps));
        // With a memory longer than the run L-BFGS is BFGS, up to the scale in which it begins.
        Assert.InRange(steps[2], 2, 25);
    }
}
