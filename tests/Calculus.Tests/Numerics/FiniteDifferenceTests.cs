using System.Numerics;
using Calculus.Numerics;
using Xunit;

namespace Calculus.Tests.Numerics;

public sealed class FiniteDifferenceTests
{
    [Theory]
    [InlineData("forward", 6.000100000012054)]
    [InlineData("backward", 5.99990000001327)]
    [InlineData("central", 6.000000000012662)]
    public void Gives_the_textbook_number_to_the_last_digit(string method, double expected) =>
        Assert.Equal(expected, Named(method).Estimate(OnTheAxis(static x => x * x), 3, 1e-4));

    // Published figures of the error of the slope of sin at 1.
    [Theory]
    [InlineData("forward", 1e-4, 4.2e-5)]
    [InlineData("forward", 1e-8, 3.0e-9)]
    [InlineData("forward", 1e-12, 4.3e-5)]
    [InlineData("forward", 1e-16, 0.54)]
    [InlineData("central", 1e-5, 1.1e-11)]
    [InlineData("central", 1e-8, 2.6e-9)]
    public void Errs_by_as_much_as_is_known(string method, double h, double error) =>
        Assert.Equal(error, Math.Abs(Named(method).Estimate(OnTheAxis(Math.Sin), 1, h) - Math.Cos(1)), 0.05 * error);

    [Theory]
    [InlineData(1e-14, 6.217)]
    [InlineData(1e-16, 0.0)]
    public void Loses_the_slope_of_a_square_at_tiny_steps(double h, double slope) =>
        Assert.Equal(slope, FiniteDifference.Forward(static x => x * x, 3, h), 1e-3);

    [Theory]
    [InlineData("forward", 1)]
    [InlineData("backward", 1)]
    [InlineData("central", 2)]
    [InlineData("five_point", 4)]
    [InlineData("richardson", 6)]
    public void Falls_with_its_order_as_the_step_shrinks(string name, int order)
    {
        var method = Named(name);
        Assert.Equal(order, method.Order);

        (Func<double, double> F, double Slope, double X)[] cases =
        [
            (Math.Exp, Math.Exp(0.5), 0.5), (Math.Sin, Math.Cos(1), 1), (Math.Log, 0.5, 2), (Math.Tanh, 1 - Math.Pow(Math.Tanh(0.3), 2), 0.3),
            (static x => 1 / x, -1.0 / 9, 3), (Math.Sqrt, 0.25, 4),
        ];
        foreach (var (f, slope, x) in cases)
        {
            var coarse = Math.Abs(method.Estimate(OnTheAxis(f), x, 0.2) - slope);
            var fine = Math.Abs(method.Estimate(OnTheAxis(f), x, 0.1) - slope);
            Assert.InRange(Math.Log2(coarse / fine), order - 0.4, order + 0.5);
        }
    }

    [Theory]
    [InlineData("forward")]
    [InlineData("backward")]
    [InlineData("central")]
    [InlineData("five_point")]
    [InlineData("richardson")]
    public void Is_exact_on_a_line(string method) => Assert.Equal(-2.5, Named(method).Estimate(OnTheAxis(static x => 7 - (2.5 * x)), 2, 0.25));

    [Fact]
    public void Estimates_its_own_error()
    {
        var (value, error) = FiniteDifference.Richardson(Math.Exp, 1, 0.1);

        Assert.True(Math.Abs(value - Math.E) <= error);
        Assert.InRange(error, 0, 1e-5);
    }

    [Theory]
    [InlineData("forward", 1e-8, 1e-7)]
    [InlineData("backward", 1e-8, 1e-7)]
    [InlineData("central", 1e-6, 1e-4)]
    [InlineData("five_point", 1e-4, 1e-2)]
    [InlineData("richardson", 1e-3, 1e-1)]
    public void Finds_the_valley_between_truncation_and_rounding(string name, double least, double most)
    {
        var sweep = StepSweep.Of(Named(name), OnTheAxis(Math.Sin), 1, Math.Cos(1));

        Assert.Equal(16, sweep.Entries.Length);
        Assert.InRange(sweep.BestH!.Value, least, most);
        Assert.InRange(sweep.TruncationEnds!.Value, sweep.BestH.Value, 1e-1);
        Assert.Equal(sweep.TruncationEnds.Value / 10, sweep.RoundingBegins!.Value, 1e-3 * sweep.TruncationEnds.Value);
        Assert.Equal(sweep.Entries.Min(static entry => entry.Error), sweep.Entries.First(entry => entry.H == sweep.BestH).Error);
    }

    [Fact]
    public void Knows_that_a_parabola_has_no_truncation_for_central_differences()
    {
        var sweep = StepSweep.Of(DifferenceMethod.Central, OnTheAxis(static x => x * x), 3, 6);

        Assert.Null(sweep.TruncationEnds);
        Assert.Equal(1e-1, sweep.RoundingBegins);
    }

    [Theory]
    [InlineData("forward", false)]
    [InlineData("backward", true)]
    [InlineData("central", true)]
    [InlineData("five_point", true)]
    [InlineData("richardson", true)]
    public void Sweeps_past_places_where_the_function_is_undefined(string name, bool leavesTheDomain)
    {
        var sweep = StepSweep.Of(Named(name), OnTheAxis(Math.Log), 0.005, 200);

        Assert.Equal(leavesTheDomain, double.IsNaN(sweep.Entries[0].Error));
        Assert.InRange(sweep.Entries.First(entry => entry.H == sweep.BestH).Error, 0, 1e-3);
        Assert.False(double.IsNaN(sweep.Entries.First(entry => entry.H == sweep.TruncationEnds).Error));
    }

    [Fact]
    public void Has_no_best_step_where_nothing_is_finite()
    {
        var sweep = StepSweep.Of(DifferenceMethod.Forward, OnTheAxis(static _ => double.NaN), 1, 0);

        Assert.Equal((null, null, null), (sweep.BestH, sweep.TruncationEnds, sweep.RoundingBegins));
    }

    // 1 − cos x loses its digits inside f, where the estimate of rounding cannot see it; the best step still separates the two regimes.
    [Fact]
    public void Divides_at_the_best_step_where_the_function_itself_cancels()
    {
        var sweep = StepSweep.Of(DifferenceMethod.Forward, OnTheAxis(static x => (1 - Math.Cos(x)) / (x * x)), 1e-3, -8.3333e-5);

        Assert.True(sweep.TruncationEnds >= sweep.BestH);
        Assert.True(sweep.RoundingBegins < sweep.TruncationEnds);
    }

    private static AnalyticFunction OnTheAxis(Func<double, double> f) => new(f, static _ => new Complex(double.NaN, double.NaN));

    private static DifferenceMethod Named(string name) =>
        DifferenceMethod.All.Single(method => string.Equals(method.Name, name, StringComparison.Ordinal));
}
