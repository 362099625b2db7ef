using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Functions;
using Calculus.Programs.Arrays;
using Xunit;

namespace Calculus.Tests.Programs.Arrays;

/// <summary>What is computed entry by entry keeps the stable forms of numbers.</summary>
public sealed class EntryByEntryTests
{
    public static TheoryData<Rewriting> Both => [Rewriting.None, Rewriting.All];

    [Theory, MemberData(nameof(Both))]
    public void Sums_products_calls_and_choices_agree_with_loops(Rewriting rewriting)
    {
        var f = new ArrayFormulas(rewriting);
        var g = f.Graph;
        Expression a = f.Array("A", 30, 100), b = f.Datum("B", 30, 100), s = f.Array("s"), v = f.Array("v", 5000);
        f.AgreesWithLoops(
            (a * b) + (3 * s) - 2,
            Sin.Of(a * s) / (2 + Exp.Of(b)),
            g.Choice(IsLess(g, a, b), a * a, s * b),
            Exp.Of(v) * (1 / g.Power(2 + (v * v), 2)),
            g.Total(a * b) * v,
            Exp.Of(s) * s,
            (a * g.Fill(2, a.Shape)) + g.Fill(1, a.Shape),
            g.Fill(Rational.Of(5, 2), a.Shape),
            g.Fill(0, v.Shape),
            g.Number(4));
    }

    [Theory, MemberData(nameof(Both))]
    public void Levels_that_feed_each_other_agree_with_loops(Rewriting rewriting)
    {
        var f = new ArrayFormulas(rewriting);
        var g = f.Graph;
        Expression x = f.Array("X", 9, 4), w = f.Array("w", 4), y = f.Datum("y", 9);
        var z = g.Contract(1, [new Factor(x, "ij"), new Factor(w, "j")], "i");
        var loss = g.Total(Log.Of(1 + Exp.Of(-(y * z))));
        var softmax = Exp.Of(z - g.Reduce(Reduction.LogSumExp, z));
        f.AgreesWithLoops(loss, softmax, (softmax * z) + loss, g.Total(softmax * z) * w, Exp.Of(z) / g.Total(Exp.Of(z)));
    }

    [Fact]
    public void Stable_forms_hold_for_every_entry()
    {
        foreach (var rewriting in new[] { Rewriting.None, Rewriting.All })
        {
            var f = new ArrayFormulas(rewriting);
            double[] entries = [-1e-12, 0, 1e-12, 3e-9, 1];
            Expression x = f.Vector("x", entries), s = f.Given("s", ArrayValue.Of(1e-10)), y = f.Vector("y", 20, 30);
            Assert.Equal([.. entries.Select(e => MinusOne(e))], f.Run(Exp.Of(x) - 1), Ulps);
            Assert.Equal([.. entries.Select(e => MinusOne(1e-10) + (e * 1e-10))], f.Run(f.Graph.Sum(-1, [new(1, Exp.Of(s)), new(1, x * s)])), Ulps);
            Assert.Equal([.. entries.Select(e => e - (e * e / 2) + (e * e * e / 3))], f.Run(Log.Of(1 + x))[..^1].Append(entries.Length == 5 ? 1.0 - 0.5 + (1.0 / 3) : 0), Ulps);
            var difference = f.Run(f.Graph.Sum(1, [new(-1, f.Graph.Power(Tanh.Of(y), 2))]));
            Assert.Equal(4 * Math.Exp(-40), difference[0], difference[0] * 1e-14);
            Assert.Equal(4 * Math.Exp(-60), difference[1], difference[1] * 1e-14);
            var ones = f.Run(f.Graph.Fill(1, new Shape(2)) - f.Graph.Power(Tanh.Of(y), 2));
            Assert.Equal(difference, ones);
        }
    }

    [Fact]
    public void Nothing_overflows_where_the_answer_is_finite()
    {
        var f = new ArrayFormulas();
        var g = f.Graph;
        Expression x = f.Vector("x", -800, 0, 800), z = f.Matrix("Z", [-800, 0, 800], [800, 800, -800]);
        Assert.Equal([0, Math.Log(2), 800], f.Run(Log.Of(1 + Exp.Of(x))));
        Assert.Equal([0.0, 0.5, 1.0], f.Run(1 / (1 + Exp.Of(-x))));
        Assert.Equal([800.0], f.Run(g.Reduce(Reduction.LogSumExp, x)));
        Assert.Equal([800, 800 + Math.Log(2)], f.Run(g.Reduce(Reduction.LogSumExp, z, 1)));
        var rows = g.Contract(1, [new Factor(g.Reduce(Reduction.LogSumExp, z, 1), "i")], "ij", new Dictionary<char, Dimension> { ['j'] = 3 });
        Assert.Equal([0, 0, 1, 0.5, 0.5, 0], f.Run(Exp.Of(z - rows)), (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void In_a_choice_only_the_branch_taken_matters()
    {
        var f = new ArrayFormulas();
        var x = f.Vector("x", -1, 0, 4);
        Assert.Equal([0, double.NegativeInfinity, Math.Log(4)], f.Run(f.Graph.Choice(IsLess(f.Graph, x, f.Graph.Zero), f.Graph.Zero, Log.Of(x))));
        Assert.Equal([0, 0, Math.Log(4)], f.Run(f.Graph.Choice(IsLess(f.Graph, x, f.Graph.One), f.Graph.Zero, Log.Of(x))));
    }

    [Fact]
    public void A_program_of_numbers_gives_to_the_last_bit_what_the_scalar_one_gives()
    {
        var random = new Random(3);
        foreach (var rewriting in new[] { Rewriting.None, Rewriting.All })
        {
            var f = new Formulas(rewriting);
            Expression[] formulas =
            [
                (Rational.Of(1, 3) * (f.X * f.X)) + Sin.Of(f.Y * f.Z) - (2 / f.X), Exp.Of(f.X) - 1 + f.Y, Rational.Of(2, 7) * (f.Power(f.X + f.Y, -3) * f.Z),
                Log.Of(1 + (f.X * f.X)), 1 - f.Power(Tanh.Of(f.X * f.Y), 2), f.If(f.X, f.Y / f.Z, f.Z), f.A * f.X / (f.Y * f.Z) + f.Constant("pi"),
            ];
            var scalar = f.Compile(formulas);
            var data = new Dictionary<string, ArrayValue>(StringComparer.Ordinal) { ["a"] = ArrayValue.Of(2.5) };
            var arrays = ArrayProgram.Compile(formulas, [f.X, f.Y, f.Z], data, new Budget(Formulas.Roomy));
            for (var i = 0; i < 50; i++)
            {
                double[] point = [random.NextDouble() - 0.5, random.NextDouble() * 9, random.NextDouble() - 3];
                var values = arrays.Evaluate([.. point.Select(ArrayValue.Of)], new Budget(Formulas.Roomy));
                Assert.Equal(Formulas.Run(scalar, point), values.Select(value => value.Number));
            }
        }
    }

    private static bool Ulps(double a, double b) => Math.Abs(a - b) <= 4e-16 * Math.Abs(a);

    private static double MinusOne(double e) => Math.Abs(e) < 1e-5 ? e + (e * e / 2) + (e * e * e / 6) : Math.Exp(e) - 1;

    private static Expression IsLess(Graph graph, Expression a, Expression b) => graph.Call(Less.Function, a, b);
}
