using System.Globalization;
using Calculus.Binding;
using Calculus.Budgets;
using Xunit;

namespace Calculus.Tests.CriticalPoints;

/// <summary>A search pays for all that it does: it ends with what it has where formulas are too long for what is left, and says what is undecided.</summary>
public sealed class LongFormulaTests
{
    private const int Factors = 300;

    private static readonly string s_product = string.Join('*', Enumerable.Range(1, Factors).Select(static k => $"(x + {k})"));

    [Fact]
    public void A_derivative_that_is_too_long_for_what_is_left_is_not_made()
    {
        var (budget, found) = Found(100_000);
        Assert.False(found.IsComplete);
        Assert.NotEmpty(found.Undecided);
        // The function and two derivatives are; a third would be six times as much.
        Assert.InRange(budget.NodesSpent, Factors, 8_000);
    }

    [Theory]
    [InlineData(100_000, 8_000_000)]
    [InlineData(2_000_000, 20_000_000)]
    public void What_is_computed_stays_near_what_is_allowed(long allowed, long most)
    {
        var (budget, _) = Found(allowed);
        Assert.InRange(budget.OperationsSpent, allowed / 4, most);
    }

    [Theory]
    [InlineData("0.1^ceil({0}*x) - erfc(x)")]
    [InlineData("floor({0}*x)*exp(x)")]
    [InlineData("mod({0}*x, 1) + x^2")]
    [InlineData("round(floor({0}*x)/2)*exp(x)")]
    public void Four_times_the_jumps_are_about_four_times_the_work(string text)
    {
        var (few, many) = (AllocatedFor(20), AllocatedFor(80));
        Assert.InRange(many, few, 8 * few);

        long AllocatedFor(int steps)
        {
            var study = Study.Of(string.Format(CultureInfo.InvariantCulture, text, steps), BindingContext.Empty, new Budget(new Limits { CriticalOperations = 1_000_000_000 }, TestContext.Current.CancellationToken));
            study.CriticalPoints([-2], [-1.9]); // what is made once
            var before = GC.GetAllocatedBytesForCurrentThread();
            var found = study.CriticalPoints([-2], [2]);
            Assert.True(found.Points.Count + found.Flat.Count + found.Curve!.Monotonicity.Count >= 20, "The jumps are followed one by one.");
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    private static (Budget Budget, Calculus.CriticalPoints.CriticalPointSet Found) Found(long allowed)
    {
        var budget = new Budget(new Limits { Operations = 20_000_000_000, CriticalOperations = allowed }, TestContext.Current.CancellationToken);
        return (budget, Study.Of(s_product, BindingContext.Empty, budget).CriticalPoints([-5], [2]));
    }
}
