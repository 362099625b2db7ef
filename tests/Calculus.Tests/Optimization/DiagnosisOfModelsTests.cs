using System.Collections.Immutable;
using System.Globalization;
using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Optimization;
using Calculus.Optimization.Diagnoses;
using Xunit;

namespace Calculus.Tests.Optimization;

/// <summary>Diagnoses of functions as people write them, read by the library itself.</summary>
public sealed class DiagnosisOfModelsTests
{
    private static Trajectory Descend(string definition, double[] start, string optimizer, string parameters, int steps, Func<DescentOptions, DescentOptions>? with = null, Limits? limits = null)
    {
        var budget = new Budget(limits ?? new Limits(), TestContext.Current.CancellationToken);
        var objective = Study.Of(definition, BindingContext.Empty, budget).Objective();
        var options = new DescentOptions(steps);
        return Running.Descend(objective, start, optimizer, parameters, with?.Invoke(options) ?? options, budget);
    }

    private const string FourRows = "cost(m, b) = ((37.8m + b - 22.1)^2 + (39.3m + b - 10.4)^2 + (45.9m + b - 18.3)^2 + (41.3m + b - 18.5)^2)/4";

    [Fact]
    public void The_largest_stable_rate_of_a_regression_on_four_rows()
    {
        var diagnosis = Descend(FourRows, [0, 0], "gradient_descent", "lr=0.0001", 3).Diagnosis!;

        Assert.Equal(0.000589118, diagnosis.Evidence.LargestStableRate!.Value, 1e-9);
        Assert.Equal(309759.4, diagnosis.Evidence.ConditionNumber!.Value, 1);
        Assert.Equal(3394.904040, diagnosis.Evidence.LargestEigenvalue!.Value, 1e-5);
    }

    [Theory]
    [InlineData(0.00059, 2000, Verdicts.Diverging)]
    [InlineData(0.00058, 2000, Verdicts.Slow)]
    [InlineData(0.0001, 1000, Verdicts.Slow)]
    public void A_regression_on_four_rows_on_both_sides_of_the_largest_stable_rate(double rate, int steps, string verdict)
    {
        var diagnosis = Descend(FourRows, [0, 0], "gradient_descent", FormattableString.Invariant($"lr={rate}"), steps).Diagnosis!;

        Assert.Equal(verdict, diagnosis.Verdict);
        Assert.DoesNotContain("by 1,", diagnosis.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rate_that_oscillates_for_ever_and_one_that_diverges()
    {
        var forever = Descend("x^2", [3], "gradient_descent", "lr=1", 20).Diagnosis!;
        Assert.Equal(Verdicts.Oscillating, forever.Verdict);
        Assert.Equal(0.5, forever.SuggestedRate);
        Assert.Equal(0.0, forever.Evidence.Suggestion!.Value);
        Assert.Contains("Tried for 20 steps: the rate 0.5", forever.Explanation, StringComparison.Ordinal);

        var diverging = Descend("x^2", [3], "gradient_descent", "lr=1.1", 20).Diagnosis!;
        Assert.Equal(Verdicts.Diverging, diverging.Verdict);
        Assert.Equal(1.0, diverging.Evidence.LargestStableRate!.Value, 1e-12);
        Assert.Contains("only rates up to 1 are stable", diverging.Explanation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(800)]
    [InlineData(300)]
    [InlineData(2000)]
    public void Adam_in_Rosenbrocks_valley_meets_no_saddle(int steps)
    {
        var diagnosis = Descend("(1 - x)^2 + 100(y - x^2)^2", [-1.2, 1], "adam", "", steps).Diagnosis!;

        Assert.Equal(Verdicts.Slow, diagnosis.Verdict);
        Assert.DoesNotContain("vanished", diagnosis.Explanation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-x", "gradient_descent", "lr=0.001", 100)]
    [InlineData("-x", "adam", "lr=0.1", 100)]
    [InlineData("3x + y", "gradient_descent", "lr=0.001", 10)]
    [InlineData("x^3", "gradient_descent", "lr=0.1", 1000)]
    [InlineData("x^3", "adam", "lr=0.1", 1000)]
    [InlineData("x - 0.5*sin(x)", "momentum", "lr=0.5", 1000)]
    [InlineData("-log(1 + x^2)", "gradient_descent", "lr=0.1", 300)]
    [InlineData("x^2 - y", "gradient_descent", "lr=0.1", 30)]
    public void What_has_no_lower_bound_is_unbounded(string function, string optimizer, string parameters, int steps)
    {
        var variables = function.Contains('y', StringComparison.Ordinal) ? "x, y" : "x";
        var start = Enumerable.Repeat(1.0, variables.Contains('y', StringComparison.Ordinal) ? 2 : 1).ToArray();
        var diagnosis = Descend($"f({variables}) = {function}", start, optimizer, parameters, steps).Diagnosis!;

        Assert.Equal(Verdicts.Unbounded, diagnosis.Verdict);
        Assert.Contains("no lower bound", diagnosis.Explanation, StringComparison.Ordinal);
        Assert.Null(diagnosis.SuggestedRate);
    }

    [Theory]
    [InlineData("exp(-x)", 1.0)]
    [InlineData("-atan(x)", 1.0)]
    [InlineData("-x*exp(-x)", 0.1)]
    [InlineData("x^4 - 1000x", 1.0)]
    [InlineData("log(1 + exp(-x))", 1.0)]
    [InlineData("sqrt(1 + x^2) - x", 1.0)]
    public void What_has_a_lower_bound_is_not_unbounded(string function, double start) =>
        Assert.NotEqual(Verdicts.Unbounded, Descend(function, [start], "gradient_descent", "lr=0.01", 50).Diagnosis!.Verdict, StringComparer.Ordinal);

    [Fact]
    public void A_factor_near_1_is_told_from_1()
    {
        var diagnosis = Descend("x^2", [3], "gradient_descent", "lr=0.000025", 100).Diagnosis!;

        Assert.Equal(Verdicts.Slow, diagnosis.Verdict);
        Assert.Contains("multiplies the gradient by 0.99995,", diagnosis.Explanation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("abs(x)", new[] { 5.0 }, "gradient_descent", "lr=0.3", 200)]
    [InlineData("max(x, -2x)", new[] { 3.0 }, "gradient_descent", "lr=0.1", 200)]
    [InlineData("relu(x) + relu(-3x)", new[] { 1.03 }, "gradient_descent", "lr=0.1", 100)]
    [InlineData("(x - 1)^2 + (y + 1)^2 + 3*abs(y)", new[] { 3.0, 1.0 }, "gradient_descent", "lr=0.1", 300)]
    [InlineData("abs(x) + 2*abs(y)", new[] { 1.0, 1.03 }, "gradient_descent", "lr=0.1", 200)]
    [InlineData("max(0, 1 - x) + max(0, 1 + x) + 0.5*abs(x)", new[] { 2.0 }, "momentum", "lr=0.05", 300)]
    [InlineData("abs(x)", new[] { 1.05 }, "adam", "lr=0.1", 400)]
    [InlineData("norm([x, y])", new[] { 1.0, 2.03 }, "gradient_descent", "lr=0.1", 200)]
    public void A_kink_is_told_and_a_shrinking_rate_advised(string function, double[] start, string optimizer, string parameters, int steps)
    {
        var head = start.Length == 1 ? "f(x) = " : "f(x, y) = ";
        var trajectory = Descend(head + function, start, optimizer, parameters, steps);
        var diagnosis = trajectory.Diagnosis!;

        Assert.Equal(Verdicts.Kink, diagnosis.Verdict);
        Assert.Null(diagnosis.SuggestedRate);
        Assert.Contains("shrinks from step to step", diagnosis.Explanation, StringComparison.Ordinal);
        Assert.True(diagnosis.Evidence.Kink!.Before < 0 && diagnosis.Evidence.Kink.After > 0);
        if (diagnosis.Evidence.Suggestion is { } shrinking)
        {
            Assert.Equal("cosine", shrinking.Schedule);
            Assert.True(shrinking.Value < trajectory.Best.Value);
        }
    }

    [Theory]
    [InlineData("sqrt(1e-4 + x^2)", 1.03, 0.1)]
    [InlineData("x^4", 1.0, 0.5)]
    [InlineData("log(cosh(3x))", 0.2, 0.25)]
    public void What_is_smooth_has_no_kink(string function, double start, double rate) =>
        Assert.Equal(Verdicts.Oscillating, Descend(function, [start], "gradient_descent", FormattableString.Invariant($"lr={rate}"), 60).Diagnosis!.Verdict);

    [Fact]
    public void A_rate_that_has_shrunk_rests_at_a_kink()
    {
        var diagnosis = Descend("abs(x) + 1", [5], "gradient_descent", "lr=0.3", 400, static options => options with { Schedule = new HalfCosine() }).Diagnosis!;

        Assert.Equal(Verdicts.Converged, diagnosis.Verdict);
        Assert.Contains("kink", diagnosis.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Dead_units_are_named()
    {
        const string network = "loss(u, v, w) = (w*relu(u*1 - 3) + w*relu(u*2 - 9) + v - 1)^2 + (w*relu(u*1.5 - 5) + v - 2)^2";
        var diagnosis = Descend(network, [-1, 0, 1], "gradient_descent", "lr=0.1", 100).Diagnosis!;
        Assert.Contains("u, w get no gradient", diagnosis.Explanation, StringComparison.Ordinal);

        var flat = Descend("f(x, y) = relu(x - 3)*relu(y)", [1, 1], "gradient_descent", "lr=0.1", 10).Diagnosis!;
        Assert.Equal(Verdicts.Flat, flat.Verdict);
        Assert.Contains("x, y get no gradient", flat.Explanation, StringComparison.Ordinal);

        // By symmetry y has no slope either, but it is no dead unit.
        Assert.DoesNotContain("get no gradient", Descend("x^2 - y^2", [1, 0], "gradient_descent", "lr=0.1", 100).Diagnosis!.Explanation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("(x - 3)^2 + (y - 1)^2", 2.0, Verdicts.Rounding)]
    [InlineData("(x - 3)^2 + y^2 + y", 2.0, Verdicts.Rounding)]
    [InlineData("(x - 3)^2 + (y - 1)^4", 2.0, Verdicts.Slow)]
    [InlineData("-x - y", 2.0, Verdicts.Converged)]
    public void The_border_of_a_box_is_told(string function, double bound, string verdict)
    {
        var box = new Box([-bound, -bound], [bound, bound]);
        var diagnosis = Descend($"f(x, y) = {function}", [0, 0], "gradient_descent", "lr=0.1", 300, options => options with { Box = box }).Diagnosis!;

        Assert.Equal(verdict, diagnosis.Verdict);
        if (!string.Equals(verdict, Verdicts.Slow, StringComparison.Ordinal)) Assert.StartsWith("It is at the border of the box (x = 2", diagnosis.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void A_saddle_in_a_box_whose_way_down_is_shut_is_a_minimum()
    {
        var box = new Box([-2, 1], [2, 3]);
        var diagnosis = Descend("f(x, y) = x^2 + y^3", [1, 2], "gradient_descent", "lr=0.1", 300, options => options with { Box = box }).Diagnosis!;

        Assert.Contains(diagnosis.Verdict, (string[])[Verdicts.Converged, Verdicts.Rounding], StringComparer.Ordinal);
        Assert.Contains("(y = 1)", diagnosis.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void A_budget_that_is_spent_leaves_what_the_path_shows()
    {
        var diagnosis = Descend("x^2 + 100y^2", [1, 1], "gradient_descent", "lr=0.001", 100_000, limits: new Limits { Operations = 5000 }).Diagnosis!;

        Assert.Equal(Verdicts.Slow, diagnosis.Verdict);
        Assert.Null(diagnosis.Evidence.LargestEigenvalue);
        Assert.Null(diagnosis.SuggestedRate);
        Assert.NotNull(diagnosis.Evidence.GradientFactor);
    }

    [Fact]
    public void A_descent_need_not_be_judged() =>
        Assert.Null(Descend("x^2", [3], "gradient_descent", "lr=0.1", 10, static options => options with { Diagnose = false }).Diagnosis);

    [Fact]
    public void What_the_diagnosis_evaluates_is_not_counted()
    {
        var trajectory = Descend("x^2", [3], "gradient_descent", "lr=0.01", 10);

        Assert.Equal(11, trajectory.Evaluations);
        Assert.Equal(90, trajectory.Diagnosis!.Evidence.FurtherSteps);
    }

    [Theory]
    [InlineData("x^2", "lr=1.1", 50)]
    [InlineData("x^2", "lr=0.001", 50)]
    [InlineData("cosh(x)", "lr=3", 50)]
    [InlineData("(1 - x)^2 + 100(3 - x^2)^2", "lr=0.01", 100)]
    public void A_suggested_rate_reaches_the_value_that_is_told(string function, string parameters, int steps)
    {
        var diagnosis = Descend(function, [3], "gradient_descent", parameters, steps).Diagnosis!;
        var rate = diagnosis.SuggestedRate!.Value.ToString("R", CultureInfo.InvariantCulture);
        var again = Descend(function, [3], "gradient_descent", $"lr={rate}", steps);

        Assert.Equal(diagnosis.Evidence.Suggestion!.Value, again.Value[^1]);
        Assert.Contains("Tried for", diagnosis.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Decay_beside_the_gradient_is_added_to_what_is_gone_down_on()
    {
        var diagnosis = Descend("(x - 3)^2", [0], "gradient_descent", "lr=0.1 weight_decay=1", 300).Diagnosis!;

        Assert.Contains(diagnosis.Verdict, (string[])[Verdicts.Converged, Verdicts.Rounding], StringComparer.Ordinal);
        Assert.Equal(3.0, diagnosis.Evidence.LargestEigenvalue!.Value, 1e-12);
    }

    [Fact]
    public void Noise_of_batches_is_not_called_a_swing()
    {
        var noisy = new Rows([1, 2, 4, 7, -3, 0.5]);
        var rest = Running.Descend(noisy, [10], "gradient_descent", "lr=0.1", new DescentOptions(400)).Diagnosis!;
        Assert.Equal(Verdicts.Oscillating, rest.Verdict);
        Assert.Contains("noise of the batches", rest.Explanation, StringComparison.Ordinal);

        var falling = Running.Descend(new Rows([100, 200, 400, 700, -300, 50]), [1e3], "gradient_descent", "lr=0.0005", new DescentOptions(100)).Diagnosis!;
        Assert.Equal(Verdicts.Slow, falling.Verdict);

        var agreed = Running.Descend(new Rows([2, 2, 2]), [10], "gradient_descent", "lr=0.1", new DescentOptions(400)).Diagnosis!;
        Assert.Contains(agreed.Verdict, (string[])[Verdicts.Converged, Verdicts.Rounding], StringComparer.Ordinal);
    }

    /// <summary>(x − row)²/2, a row at a time in an order without pattern.</summary>
    private sealed class Rows(ImmutableArray<double> rows) : IBatchedObjective
    {
        private double _row = rows[0];

        public int Dimension => 1;

        public void Choose(int step) => _row = rows[(int)(step * 0.618_033_988_749_895 % 1 * rows.Length)];

        public double Value(ReadOnlySpan<double> x) => (x[0] - _row) * (x[0] - _row) / 2;

        public double ValueAndGradient(ReadOnlySpan<double> x, Span<double> gradient)
        {
            gradient[0] = x[0] - _row;
            return Value(x);
        }

        public void HessianVectorProduct(ReadOnlySpan<double> x, ReadOnlySpan<double> v, Span<double> product) => product[0] = v[0];
    }

    private sealed class HalfCosine : Schedule
    {
        public override double Rate(double initial, int step, int steps, double value) => initial * (1 + Math.Cos(Math.PI * step / steps)) / 2;
    }
}
