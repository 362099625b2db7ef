using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Functions;
using Xunit;

namespace Calculus.Tests.Programs;

/// <summary>Neither depth nor length exhausts a small stack.</summary>
public sealed class DepthTests
{
    [Fact]
    public void A_chain_of_100_000_calls_is_one_loop() => Formulas.OnSmallStack(() =>
    {
        var f = new Formulas();
        Expression chain = f.X;
        var expected = 0.5;
        for (var i = 0; i < 100_000; i++)
        {
            chain = Sin.Of(chain);
            expected = Math.Sin(expected);
        }

        Assert.Equal(expected, f.Value(chain, 0.5));
    });

    [Fact]
    public void A_sum_of_100_000_terms_is_one_loop() => Formulas.OnSmallStack(() =>
    {
        var f = new Formulas(Rewriting.None);
        var terms = new Term[100_000];
        Array.Fill(terms, new Term(Rational.One, f.X));
        Assert.Equal(100_000 * 0.5, f.Value(f.Graph.Sum(0, terms), 0.5));

        Expression nested = f.X;
        for (var i = 1; i < 100_000; i++) nested += f.X;
        Assert.Equal(100_000 * 0.5, f.Value(nested, 0.5));
    });

    [Fact]
    public void Powers_of_powers_100_000_deep_are_one_loop() => Formulas.OnSmallStack(() =>
    {
        var f = new Formulas(Rewriting.None);
        Expression tower = f.X;
        for (var i = 0; i < 100_000; i++) tower = f.Graph.Power(f.X, tower);
        // The fixed point t = 0.5^t.
        Assert.Equal(0.6411857445049859, f.Value(tower, 0.5), 1e-15);
    });

    [Fact]
    public void Sixty_fold_sharing_stays_small() => Formulas.OnSmallStack(() =>
    {
        var f = new Formulas();
        Expression shared = f.X;
        var expected = 0.3;
        for (var i = 0; i < 60; i++)
        {
            shared = Sin.Of(shared) + f.Power(shared, 2);
            expected = (expected * expected) + Math.Sin(expected);
        }

        var program = f.Compile(shared);
        Assert.InRange(program.InstructionCount, 60, 60 * 3 + 1);
        Assert.Equal(expected, Formulas.Run(program, 0.3, 0, 0)[0]);
    });

    [Fact]
    public void A_call_of_100_000_arguments_is_one_instruction() => Formulas.OnSmallStack(() =>
    {
        var f = new Formulas();
        var program = f.Compile(f.Largest([.. Enumerable.Range(1, 100_000).Select(k => f.X / f.Number(k))]));
        Assert.Equal(3, Formulas.Run(program, 3, 0, 0)[0]);
        Assert.Equal(-3e-5, Formulas.Run(program, -3, 0, 0)[0]);
        var block = new double[3];
        program.EvaluateBlock([3, -3, 2, 0, 0, 0, 0, 0, 0], 3, block, new Budget(Formulas.Roomy));
        Assert.Equal([3, -3e-5, 2], block);
    });
}
