using Calculus.Expressions;
using Calculus.Optimization;
using Calculus.Optimization.Diagnoses;
using Xunit;

namespace Calculus.Tests.Optimization.LeastSquares;

/// <summary>Linear problems of every rank, and what the rules for sums of squares do where a Jacobian says little or nothing.</summary>
public sealed class RankTests
{
    public static TheoryData<string> Both => ["gauss_newton", "levenberg_marquardt"];

    [Theory, MemberData(nameof(Both))]
    public void Solves_linear_problems_of_full_rank(string optimizer)
    {
        // The line of least squares through (0, 1), (1, 3), (2, 4), (3, 4): slope 1, intercept 3/2, by the normal equations.
        var data = new Dictionary<string, ArrayValue>(StringComparer.Ordinal) { ["t"] = ArrayValue.Of([0, 1, 2, 3]), ["y"] = ArrayValue.Of([1, 3, 4, 4]) };
        var trajectory = Asked.Descend(Asked.Study("f(m, b) = sum((m*t + b - y).^2)", data), [-50, 80], optimizer);
        Assert.Equal(1, trajectory.Points[0][^1], 1e-10);
        Assert.Equal(1.5, trajectory.Points[1][^1], 1e-10);
        Assert.Equal(1, trajectory.Value[^1], 1e-12);
        Assert.Equal(StopReasons.Converged, trajectory.Stop.Reason);
        if (optimizer is "gauss_newton") Assert.Equal(1, trajectory.Stop.Step);
    }

    // Two columns that are the same, one that is 0, and more unknowns than residuals: of all solutions Gauss and Newton take the nearest one.
    [Theory]
    [InlineData("f(a, b, c) = (a + b - 2)^2 + (a + b - 4)^2 + 0*c", new double[] { 1.5, 1.5, 5 }, 2)]
    [InlineData("f(a, b, c) = (a + b + c - 6)^2", new double[] { 0.3333333333333333, 0.3333333333333333, 5.333333333333333 }, 0)]
    public void Takes_the_nearest_solution_where_the_rank_is_lower(string text, double[] nearest, double value)
    {
        foreach (var optimizer in new[] { "gauss_newton", "levenberg_marquardt" })
        {
            var trajectory = Asked.Descend(text, [0, 0, 5], optimizer);
            Assert.Equal(StopReasons.Converged, trajectory.Stop.Reason);
            Assert.Equal(value, trajectory.Value[^1], 1e-12);
            for (var i = 0; i < 3 && optimizer is "gauss_newton"; i++) Assert.Equal(nearest[i], trajectory.Points[i][^1], 1e-12);
        }
    }

    [Theory, MemberData(nameof(Both))]
    public void Crosses_ground_where_the_Jacobian_is_singular(string optimizer)
    {
        var trajectory = Asked.Descend("(x^2 - 4)^2 + (x*y - 2)^2", [0.001, 0.001], optimizer);
        Assert.Equal(StopReasons.Converged, trajectory.Stop.Reason);
        Assert.Equal(0, trajectory.Value[^1], 1e-12);
    }

    // Rounding leaves 1e-30 in y after the first step: its column must not be taken for a direction of its own scale.
    [Theory, MemberData(nameof(Both))]
    public void A_coordinate_that_is_0_but_for_rounding_does_not_stop_the_others(string optimizer)
    {
        foreach (var y in (double[])[0, -3e-30, 1e-25])
        {
            var trajectory = Asked.Descend("0.78x^4 + 1.91y^4", [2.112, y], optimizer);
            Assert.Equal(StopReasons.Converged, trajectory.Stop.Reason);
            Assert.Equal(0, trajectory.Value[^1], 1e-10);
        }
    }

    [Theory, MemberData(nameof(Both))]
    public void Keeps_away_from_where_residuals_have_no_value(string optimizer)
    {
        var trajectory = Asked.Descend("(log(x) - 1)^2 + (sqrt(y) - x)^2", [0.05, 0.01], optimizer);
        Assert.Equal(StopReasons.Converged, trajectory.Stop.Reason);
        Assert.Equal(Math.E, trajectory.Points[0][^1], 1e-7);
        Assert.Equal(Math.E * Math.E, trajectory.Points[1][^1], 1e-6);
    }

    [Theory, MemberData(nameof(Both))]
    public void A_vector_stands_for_its_squares(string optimizer)
    {
        var vector = Asked.Descend("f(x, y) = [1 - x, 10(y - x^2)]", [-1.2, 1], optimizer);
        var written = Asked.Descend("f(x, y) = (1 - x)^2 + (10(y - x^2))^2", [-1.2, 1], optimizer);
        Assert.Equal(24.2, vector.Value[0], 1e-13);
        Assert.Equal(1, vector.Points[0][^1], 1e-8);
        Assert.Equal(written.Value[^1], vector.Value[^1], 1e-14);
    }

    [Theory, MemberData(nameof(Both))]
    public void Without_a_tolerance_it_ends_where_rounding_begins(string optimizer)
    {
        var objective = Asked.Study("(x - 1)^2 + (y - x^2)^2 + 3").SumOfSquares();
        var trajectory = Running.Descend(objective, [4, -2], optimizer, "", new DescentOptions(10_000));
        Assert.Equal(StopReasons.Stationary, trajectory.Stop.Reason);
        Assert.Equal(3, trajectory.Value[^1], 1e-13);
        Assert.Null(trajectory.Diagnosis!.SuggestedRate);
    }

    [Theory, MemberData(nameof(Both))]
    public void Level_squares_are_told(string optimizer)
    {
        var trajectory = Running.Descend(Asked.Study("f(x) = 3 + 0*x").SumOfSquares(), [2], optimizer, "", new DescentOptions(10));
        Assert.Equal(StopReasons.Stationary, trajectory.Stop.Reason);
        Assert.Equal(Verdicts.Flat, trajectory.Diagnosis!.Verdict);
    }

    [Fact]
    public void The_damping_is_told()
    {
        var options = Asked.Options("levenberg_marquardt", 100) with { Record = new(Internals: true) };
        var trajectory = Running.Descend(Asked.Study("(1 - x)^2 + 100(y - x^2)^2").SumOfSquares(), [-1.2, 1], "levenberg_marquardt", "damping=0.5", options);
        Assert.Equal(0.5, trajectory.Internals["mu"][0][0]);
        Assert.True(trajectory.Internals["mu"][^1][0] < 1e-3);
        Assert.All(trajectory.LearningRate, static rate => Assert.Equal(1, rate));
    }
}
