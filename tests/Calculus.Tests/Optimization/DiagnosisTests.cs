using Calculus.Budgets;
using Calculus.Optimization;
using Calculus.Optimization.Diagnoses;
using Xunit;

namespace Calculus.Tests.Optimization;

public sealed class DiagnosisTests
{
    [Theory]
    [InlineData("x^2", "lr=0.1", 3.0, 200, Verdicts.Converged)]
    [InlineData("x^2", "lr=0.9", 3.0, 200, Verdicts.Converged)]
    [InlineData("x^2", "lr=0.5", 3.0, 200, Verdicts.Converged)]
    [InlineData("x^2", "lr=0.1", 0.0, 200, Verdicts.Converged)]
    [InlineData("x^4", "lr=0.01", 0.0, 200, Verdicts.Converged)]
    [InlineData("x^4", "lr=0.01", 3.0, 20_000, Verdicts.Converged)]
    [InlineData("x-log(x)", "lr=0.3", 3.0, 100, Verdicts.Converged)]
    [InlineData("cosh", "lr=0.3", -2.0, 100, Verdicts.Converged)]
    [InlineData("x^2", "lr=0.001", 3.0, 100, Verdicts.Slow)]
    [InlineData("x^2", "lr=0.1", 3.0, 4, Verdicts.Slow)]
    [InlineData("x^2", "lr=0.1", 3.0, 0, Verdicts.Slow)]
    [InlineData("x^2", "lr=1e-20", 3.0, 10, Verdicts.Slow)]
    [InlineData("1e-10*x^2", "lr=0.1", 3.0, 50, Verdicts.Slow)]
    [InlineData("x^4", "lr=0.001", 1.0, 50, Verdicts.Slow)]
    [InlineData("x^3", "lr=0.1", 1.0, 100, Verdicts.Unbounded)]
    [InlineData("x^3", "lr=0.1", 1.0, 1000, Verdicts.Unbounded)]
    [InlineData("x^3", "lr=0.1", 1.0, 100_000, Verdicts.Unbounded)]
    [InlineData("x^3", "lr=1", 1.0, 100, Verdicts.Unbounded)]
    [InlineData("-x^2", "lr=0.1", 1.0, 10_000, Verdicts.Unbounded)]
    [InlineData("x^3-3x", "lr=0.1", 2.0, 200, Verdicts.Converged)]
    [InlineData("x^3-3x", "lr=0.1", -1.1, 200, Verdicts.Unbounded)]
    [InlineData("x", "lr=0.1", 1.0, 50, Verdicts.Unbounded)]
    [InlineData("x^2", "lr=1", 3.0, 20, Verdicts.Oscillating)]
    [InlineData("x^2", "lr=1", 3.0, 2, Verdicts.Oscillating)]
    [InlineData("x^2", "lr=0.999", 3.0, 20, Verdicts.Oscillating)]
    [InlineData("abs", "lr=0.1", 0.25, 50, Verdicts.Kink)]
    [InlineData("cos", "lr=2.5", 3.5, 60, Verdicts.Oscillating)]
    [InlineData("x^4", "lr=0.5", 1.0, 60, Verdicts.Oscillating)]
    [InlineData("x^2", "lr=1.1", 3.0, 20, Verdicts.Diverging)]
    [InlineData("x^2", "lr=1.1", 3.0, 10_000, Verdicts.Diverging)]
    [InlineData("x^4", "lr=1", 3.0, 100, Verdicts.Diverging)]
    [InlineData("-x^2", "lr=0.1", 1.0, 40, Verdicts.Unbounded)]
    [InlineData("log", "lr=1", 0.5, 40, Verdicts.Diverging)]
    [InlineData("-x^2", "lr=0.1", 0.0, 40, Verdicts.Saddle)]
    [InlineData("x^3", "lr=0.1", 0.0, 40, Verdicts.Unbounded)]
    [InlineData("cos", "lr=0.1", 0.0, 40, Verdicts.Saddle)]
    [InlineData("-x^2", "lr=0.1", 1e-9, 20, Verdicts.Saddle)]
    [InlineData("exp(-x^2)", "lr=0.1", 0.0, 20, Verdicts.Saddle)]
    [InlineData("7", "lr=0.1", 3.0, 20, Verdicts.Flat)]
    [InlineData("relu", "lr=0.1", -3.0, 20, Verdicts.Flat)]
    [InlineData("-exp(-x^2)", "lr=0.1", 40.0, 20, Verdicts.Flat)]
    [InlineData("-exp(-x^2)", "lr=0.1", 5.0, 100, Verdicts.Plateau)]
    [InlineData("-exp(-x^2)", "lr=0.1", 9.0, 100, Verdicts.Plateau)]
    [InlineData("exp(-x^2)", "lr=0.1", 6.0, 100, Verdicts.Plateau)]
    [InlineData("exp(-x)", "lr=0.1", 30.0, 100, Verdicts.Plateau)]
    [InlineData("sigmoid", "lr=0.1", -30.0, 100, Verdicts.Plateau)]
    [InlineData("-exp(-x^2)", "lr=20", 1.0, 100, Verdicts.Plateau)]
    [InlineData("(x-1)^2", "lr=0.1", 3.0, 2000, Verdicts.Rounding)]
    [InlineData("(x-0.1)^2+1", "lr=0.05", 3.0, 2000, Verdicts.Rounding)]
    [InlineData("(x-1)^2", "lr=0.02", 0.0, 5000, Verdicts.Rounding)]
    [InlineData("x-log(x)", "lr=0.1", 3.0, 2000, Verdicts.Rounding)]
    [InlineData("(x-1)^2", "lr=0.37", 0.0, 2000, Verdicts.Converged)]
    [InlineData("1e9+x^2", "lr=0.1", 3.0, 2000, Verdicts.Converged)]
    public void Recognises_what_a_descent_in_one_dimension_did(string terrain, string parameters, double start, int steps, string verdict)
    {
        var trajectory = Running.Descend(terrain, [start], "gradient_descent", parameters, steps);

        Assert.Equal(verdict, trajectory.Diagnosis!.Verdict);
        Assert.EndsWith(".", trajectory.Diagnosis!.Explanation, StringComparison.Ordinal);
        Assert.DoesNotContain("unknown", trajectory.Diagnosis!.Explanation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x^2-y^2", "lr=0.1", 1.0, 0.0, 100, Verdicts.Saddle)]
    [InlineData("x^2-y^2", "lr=0.1", 1.0, 0.0, 30, Verdicts.Saddle)]
    [InlineData("x^2-y^2", "lr=0.1", 1.0, 1.0, 40, Verdicts.Unbounded)]
    [InlineData("x^2-y^2+y^4", "lr=0.1", 1.0, 0.0, 60, Verdicts.Saddle)]
    [InlineData("x^2-y^2+y^4", "lr=0.1", 1.0, 1e-3, 200, Verdicts.Rounding)]
    [InlineData("rosenbrock", "lr=0.001", -1.2, 1.0, 1000, Verdicts.Slow)]
    [InlineData("rosenbrock", "lr=0.001", -1.2, 1.0, 40_000, Verdicts.Converged)]
    [InlineData("rosenbrock", "lr=0.01", -1.2, 1.0, 100, Verdicts.Diverging)]
    [InlineData("(x+y)^2", "lr=0.1", 1.0, 2.0, 100, Verdicts.Converged)]
    [InlineData("x^2+10y^2", "lr=0.1", 1.0, 1.0, 50, Verdicts.Oscillating)]
    [InlineData("x^2+10y^2", "lr=0.11", 1.0, 1.0, 30, Verdicts.Diverging)]
    public void Recognises_what_a_descent_in_two_dimensions_did(
        string terrain, string parameters, double x, double y, int steps, string verdict) =>
        Assert.Equal(verdict, Running.Descend(terrain, [x, y], "gradient_descent", parameters, steps).Diagnosis!.Verdict);

    [Theory]
    [InlineData("x^2", "momentum", "lr=0.1", 400, Verdicts.Converged)]
    [InlineData("x^2", "nesterov", "lr=0.1", 400, Verdicts.Converged)]
    [InlineData("x^2", "momentum", "lr=1.8", 30, Verdicts.Oscillating)]
    [InlineData("x^2", "momentum", "lr=2", 100, Verdicts.Diverging)]
    [InlineData("x^2", "adam", "lr=0.1", 10, Verdicts.Slow)]
    [InlineData("x^2", "adam", "lr=0.1", 2000, Verdicts.Converged)]
    public void Recognises_what_other_optimizers_did(string terrain, string optimizer, string parameters, int steps, string verdict) =>
        Assert.Equal(verdict, Running.Descend(terrain, [3], optimizer, parameters, steps).Diagnosis!.Verdict);

    // Without a budget for the curvature nothing tells that the second descent has arrived.
    [Theory]
    [InlineData("lr=0.001", 100, 1000, "so it takes about 6900 steps to shrink it to a millionth.")]
    [InlineData("lr=0.49999999", 5, 1, "so one step is enough to shrink it to a millionth.")]
    public void Says_how_many_steps_a_slow_descent_would_take(string parameters, int steps, int operations, string said)
    {
        var budget = new Budget(new Limits { Operations = operations }, TestContext.Current.CancellationToken);
        var diagnosis = Running.Descend(Terrain.Named("x^2"), [3], "gradient_descent", parameters, new DescentOptions(steps), budget).Diagnosis!;

        Assert.Equal(Verdicts.Slow, diagnosis.Verdict);
        Assert.Contains(said, diagnosis.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Shows_the_evidence_on_a_quadratic()
    {
        var diagnosis = Running.Descend("x^2+10y^2", [1, 1], "gradient_descent", "lr=0.01", 20).Diagnosis!;
        var evidence = diagnosis.Evidence;

        Assert.Equal(20.0, evidence.LargestEigenvalue!.Value, 1e-12);
        Assert.Equal(2.0, evidence.SmallestEigenvalue!.Value, 1e-12);
        Assert.Equal(10.0, evidence.ConditionNumber!.Value, 1e-12);
        Assert.Equal(0.1, evidence.LargestStableRate!.Value, 1e-14);
        Assert.Equal(0.05, diagnosis.SuggestedRate!.Value, 1e-14);
        Assert.InRange(evidence.Curvature!.First, 2, 20);
        Assert.InRange(evidence.Curvature.Last, 2, evidence.Curvature.First);
        Assert.InRange(evidence.DecreaseRatio!.Value, 0.9, 1);
    }

    [Theory]
    [InlineData(2361, "2360 times as steep")]
    [InlineData(123456, "123000 times as steep")]
    [InlineData(123.4, "123 times as steep")]
    public void Writes_its_numbers_as_people_do(double steep, string words)
    {
        var diagnosis = Running.Descend(Terrain.Bowl(1, steep), [1, 1], "gradient_descent", FormattableString.Invariant($"lr={1 / steep}"), new DescentOptions(20)).Diagnosis!;

        Assert.Contains(words, diagnosis.Explanation, StringComparison.Ordinal);
    }

    // On a quadratic a step of rate γ along an eigenvector of λ buys 1 − γλ/2 of what the gradient promises.
    [Theory]
    [InlineData(0.1, 0.9, 0.8)]
    [InlineData(0.25, 0.75, 0.5)]
    [InlineData(0.75, 0.25, 0.5)]
    [InlineData(1.0, 0.0, 1.0)]
    [InlineData(1.1, -0.1, 1.2)]
    public void Measures_the_decrease_against_what_the_gradient_promised(double rate, double ratio, double factor)
    {
        var evidence = Running.Descend("x^2", [3], "gradient_descent", FormattableString.Invariant($"lr={rate}"), 10).Diagnosis!.Evidence;

        Assert.Equal(ratio, evidence.DecreaseRatio!.Value, 1e-9);
        Assert.Equal(factor, evidence.GradientFactor!.Value, 1e-9);
    }

    [Theory]
    [InlineData("gradient_descent", "lr=2.1", 2.0)]
    [InlineData("momentum", "lr=3.9 momentum=0.9", 3.8)]
    [InlineData("momentum", "lr=4 momentum=0.9", 3.8)]
    [InlineData("nesterov", "lr=1.5 momentum=0.9", 1.3571428571428572)]
    [InlineData("momentum", "lr=8 momentum=0.9 dampening=0.5", 7.6)]
    public void Knows_the_largest_stable_rate_of_each_rule(string optimizer, string parameters, double largest)
    {
        // On x²/2 the stable rates are those below the rule's own factor: 2, 3.8, 2·1.9/2.8, 7.6.
        var diagnosis = Running.Descend(Terrain.Bowl(1), [1], optimizer, parameters, new DescentOptions(60)).Diagnosis!;

        Assert.Equal(Verdicts.Diverging, diagnosis.Verdict);
        Assert.Equal(largest, diagnosis.Evidence.LargestStableRate!.Value, 1e-12);
        Assert.InRange(diagnosis.SuggestedRate!.Value, 1e-9, largest);
    }

    [Theory]
    [InlineData("gradient_descent", "lr=1.99")]
    [InlineData("momentum", "lr=3.79 momentum=0.9")]
    [InlineData("nesterov", "lr=1.35 momentum=0.9")]
    [InlineData("momentum", "lr=7.58 momentum=0.9 dampening=0.5")]
    public void Does_not_call_unstable_what_settles(string optimizer, string parameters) =>
        Assert.NotEqual(Verdicts.Diverging, Running.Descend(Terrain.Bowl(1), [1], optimizer, parameters, new DescentOptions(60)).Diagnosis!.Verdict, StringComparer.Ordinal);

    [Theory]
    [InlineData("x^2", 3.0, 1.1, 200)]
    [InlineData("x^2", 3.0, 1.0, 200)]
    [InlineData("x^4", 3.0, 1.0, 20_000)]
    [InlineData("cosh", 5.0, 3.0, 2000)]
    [InlineData("1e-10*x^2", 3.0, 0.1, 200)]
    public void Suggests_a_rate_that_works(string terrain, double start, double rate, int steps)
    {
        var failed = Running.Descend(terrain, [start], "gradient_descent", FormattableString.Invariant($"lr={rate}"), 50).Diagnosis!;
        var mended = Running.Descend(terrain, [start], "gradient_descent", FormattableString.Invariant($"lr={failed.SuggestedRate}"), steps);

        Assert.NotEqual(Verdicts.Converged, failed.Verdict, StringComparer.Ordinal);
        Assert.Equal(Verdicts.Converged, mended.Diagnosis!.Verdict);
    }

    [Theory]
    [InlineData(2, 1.0, 1e4)]
    [InlineData(64, 0.5, 20.0)]
    [InlineData(65, 0.5, 20.0)]
    [InlineData(200, 1.0, 1000.0)]
    [InlineData(1000, -3.0, 7.0)]
    public void Finds_the_ends_of_the_spectrum(int dimension, double smallest, double largest)
    {
        var eigenvalues = Enumerable.Range(0, dimension).Select(i => smallest + ((largest - smallest) * i / (dimension - 1))).ToArray();

        var evidence = Running.Descend(
            Terrain.Bowl(eigenvalues), [.. Enumerable.Repeat(1.0, dimension)], "sgd", "lr=1e-6", new DescentOptions(2)).Diagnosis!.Evidence;

        Assert.Equal(largest, evidence.LargestEigenvalue!.Value, 0.01 * largest);
        Assert.Equal(smallest, evidence.SmallestEigenvalue!.Value, 0.01 * largest);
    }

    // Every number of the evidence goes out as JSON, which has no infinity.
    [Theory]
    [InlineData("x^4", 1e60, "lr=1e-130")]
    [InlineData("x^4", 1e-160, "lr=0.1")]
    [InlineData("cosh", 200.0, "lr=1")]
    [InlineData("exp(-x)", 700.0, "lr=1")]
    [InlineData("exp(-x)", -200.0, "lr=1e-80")]
    [InlineData("1e-10*x^2", 1e90, "lr=1e300")]
    public void Keeps_its_evidence_finite(string terrain, double start, string parameters)
    {
        var diagnosis = Running.Descend(terrain, [start], "sgd", parameters, 20).Diagnosis!;
        var evidence = diagnosis.Evidence;

        double?[] numbers =
        [
            evidence.LargestEigenvalue, evidence.SmallestEigenvalue, evidence.ConditionNumber, evidence.LargestStableRate, evidence.DecreaseRatio,
            evidence.GradientFactor, evidence.Curvature?.First, evidence.Curvature?.Last, evidence.Curvature?.Largest, diagnosis.SuggestedRate,
        ];
        Assert.All(numbers, static number => Assert.True(number is null || double.IsFinite(number.Value)));
    }

    [Fact]
    public void Speaks_of_the_function_that_is_climbed()
    {
        var diagnosis = Running.Descend("exp(-x^2)", [1], "sgd", "lr=0.3 maximize=true", 300).Diagnosis!;

        Assert.Equal(2.0, diagnosis.Evidence.LargestEigenvalue!.Value, 1e-9);
        Assert.Contains("gain", diagnosis.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_the_same_every_time()
    {
        var once = Running.Descend("rosenbrock", [-1.2, 1], "adam", "lr=0.05", 300).Diagnosis!;
        var again = Running.Descend("rosenbrock", [-1.2, 1], "adam", "lr=0.05", 300).Diagnosis!;

        Assert.Equal(once, again);
    }
}
