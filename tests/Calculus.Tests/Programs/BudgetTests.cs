using Calculus.Balls;
using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Functions;
using Calculus.Programs;
using Xunit;

namespace Calculus.Tests.Programs;

public sealed class BudgetTests
{
    [Fact]
    public void Work_beyond_the_budget_is_refused_before_it_is_begun()
    {
        var counting = new Counting();
        var f = new Formulas();
        var program = f.Compile(f.Graph.Call(counting, f.X));
        Assert.Equal(2, program.Operations);
        var outputs = new double[1000];
        var limits = new Limits { Operations = 1999 };
        var refusal = Assert.Throws<LimitException>(() => program.EvaluateBlock(new double[3000], 1000, outputs, new Budget(limits)));
        Assert.Equal(("operations", 1999L, 2000L), (refusal.Limit, refusal.Maximum, refusal.Asked));
        Assert.Throws<LimitException>(() => program.Evaluate([1, 2, 3], outputs.AsSpan(0, 1), new Budget(new Limits { Operations = 1 })));
        Assert.Throws<LimitException>(() => program.FirstNonFinite([1, 2, 3], new Budget(new Limits { Operations = 3 })));
        Assert.Equal(0, counting.Calls);

        program.EvaluateBlock(new double[3000], 1000, outputs, new Budget(new Limits { Operations = 2000 }));
        Assert.Equal(1000, counting.Calls);
    }

    [Fact]
    public void A_call_counts_once_for_each_argument()
    {
        var f = new Formulas();
        Assert.Equal(3 + 1, f.Compile(f.Largest(f.X, f.Y, f.Z)).Operations);
    }

    [Fact]
    public void Being_called_off_ends_the_work_after_a_block()
    {
        using var source = new CancellationTokenSource();
        var counting = new Counting(source);
        var f = new Formulas();
        var program = f.Compile(f.Graph.Call(counting, f.X));
        Assert.Throws<OperationCanceledException>(
            () => program.EvaluateBlock(new double[30_000], 10_000, new double[10_000], new Budget(Formulas.Roomy, source.Token)));
        Assert.Equal(256, counting.Calls);
    }

    [Fact]
    public void Being_called_off_ends_lowering()
    {
        var f = new Formulas();
        Expression chain = f.X;
        for (var i = 0; i < 1_000; i++) chain = Sin.Of(chain);
        var budget = new Budget(Formulas.Roomy, new CancellationToken(canceled: true));
        Assert.Throws<OperationCanceledException>(
            () => Lowering.Compile([chain], [f.X], new Dictionary<string, double>(StringComparer.Ordinal), ["x"], budget));
    }

    /// <summary>The identity; counts how often it is called, and can cancel the work at the first call.</summary>
    private sealed class Counting(CancellationTokenSource? source = null) : UnaryFunction
    {
        public int Calls { get; private set; }

        public override string Name => "counting";

        public override string Latex => "";

        public override string Sentence => "";

        public override string Example => "";

        public override double Value(double x)
        {
            Calls++;
            source?.Cancel();
            return x;
        }

        public override Ball Value(Ball x, int bits) => x;

        public override Expression Derivative(Expression x, Expression y) => x.Graph.One;
    }
}
