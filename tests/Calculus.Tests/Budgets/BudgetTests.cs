using Calculus.Budgets;
using Xunit;

namespace Calculus.Tests.Budgets;

public sealed class BudgetTests
{
    [Fact]
    public void Nodes_are_refused_past_their_number()
    {
        var budget = new Budget(new Limits { GraphNodes = 3 }, TestContext.Current.CancellationToken);
        for (var i = 0; i < 3; i++) budget.SpendNode();

        var refusal = Assert.Throws<LimitException>(budget.SpendNode);

        Assert.Equal(("graphNodes", 3L), (refusal.Limit, refusal.Maximum));
    }

    [Fact]
    public void Work_is_refused_before_it_is_begun()
    {
        var budget = new Budget(new Limits { Operations = 10 }, TestContext.Current.CancellationToken);
        budget.SpendOperations(10);

        var refusal = Assert.Throws<LimitException>(() => budget.SpendOperations(1));

        Assert.Equal(("operations", 10L, 11L), (refusal.Limit, refusal.Maximum, refusal.Asked));
    }

    [Fact]
    public void Trials_end_quietly_and_say_so()
    {
        var budget = new Budget(new Limits { SimplificationTrials = 5 }, TestContext.Current.CancellationToken);

        Assert.True(budget.TrySpendTrial(5));
        Assert.False(budget.Shortened);
        Assert.False(budget.TrySpendTrial(1));
        Assert.True(budget.Shortened);
    }

    [Fact]
    public void A_walk_stops_when_it_is_called_off()
    {
        using var source = new CancellationTokenSource();
        var budget = new Budget(new Limits(), source.Token);
        source.Cancel();

        Assert.Throws<OperationCanceledException>(() =>
        {
            for (var i = 0; i < 1_000; i++) budget.Visit();
        });
    }

    [Fact]
    public void Counts_the_bytes_that_are_allocated()
    {
        var budget = new Budget(new Limits { AllocatedBytes = 1_000_000 });
        budget.SpendOperations(1_000);
        var kept = new byte[2_000_000];
        var breach = Assert.Throws<LimitException>(() => budget.SpendOperations(1_000));
        Assert.Equal(("allocatedBytes", 1_000_000), (breach.Limit, breach.Maximum));
        Assert.NotEmpty(kept);
    }

    [Fact]
    public void What_is_done_beside_an_answer_is_counted_by_itself()
    {
        var budget = new Budget(new Limits { AllocatedBytes = 1_000_000 });
        var beside = budget.Besides();
        Assert.Equal(800_000, beside.Apart(static () => new byte[800_000]).Length);
        budget.SpendOperations(1_000);
        var kept = new byte[800_000];
        budget.SpendOperations(1_000);
        Assert.Throws<LimitException>(() => beside.Apart(() =>
        {
            kept = new byte[800_000];
            beside.SpendOperations(1_000);
            return kept;
        }));
        Assert.NotEmpty(kept);
    }

    [Fact]
    public void Goes_on_counting_on_another_thread()
    {
        var budget = new Budget(new Limits { AllocatedBytes = 1_000_000 });
        budget.SpendOperations(1_000);
        Exception? thrown = null;
        var thread = new Thread(() => thrown = Record.Exception(() =>
        {
            budget.SpendOperations(1_000);
            var kept = new byte[2_000_000];
            budget.SpendOperations(kept.Length);
        }));
        thread.Start();
        thread.Join();
        Assert.IsType<LimitException>(thrown);
    }
}
