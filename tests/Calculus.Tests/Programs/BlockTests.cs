using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Functions;
using Calculus.Programs;
using Xunit;

namespace Calculus.Tests.Programs;

public sealed class BlockTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(1000)]
    public void A_block_gives_each_point_its_own_value(int count)
    {
        foreach (var rewriting in new[] { Rewriting.All, Rewriting.None })
        {
            for (var seed = 0; seed < 12; seed++)
            {
                var random = new Random(seed);
                var f = new Formulas(rewriting);
                var program = f.Compile(new RandomExpressions(f, random).Make(60, outputs: 4));
                AssertSame(program, Points(random, program.Inputs * count), count);
            }
        }
    }

    [Fact]
    public void A_block_of_a_wide_program_is_the_same_too()
    {
        var f = new Formulas();
        // Every sine is needed by the second sum after the first was made, so that all are held at once.
        var sines = Enumerable.Range(1, 6_000).Select(k => Sin.Of(k * f.X)).ToArray();
        var first = f.Graph.Sum(0, [.. sines.Select(sine => new Term(1, sine))]);
        var second = f.Graph.Sum(0, [.. sines.Select(sine => new Term(1, f.Graph.Power(sine + first, 2)))]);
        var program = f.Compile(first, second, f.Largest(sines));
        Assert.True(program.Slots > 6_000);
        AssertSame(program, Points(new Random(5), program.Inputs * 400), 400);
    }

    [Fact]
    public void A_program_without_arithmetic_works_in_blocks_too()
    {
        var f = new Formulas();
        double[] points = [.. Enumerable.Range(0, 3 * 300).Select(static k => k / 7.0)];
        AssertSame(f.Compile(f.Y), points, 300);
        AssertSame(f.Compile(f.Number(3)), points, 300);
        AssertSame(f.Compile(), points, 300);
    }

    [Fact]
    public void Many_threads_share_one_program()
    {
        var random = new Random(3);
        var f = new Formulas();
        var program = f.Compile(new RandomExpressions(f, random).Make(200, outputs: 3));
        var points = Points(random, program.Inputs * 600);
        var expected = new double[program.Outputs * 600];
        program.EvaluateBlock(points, 600, expected, new Budget(Formulas.Roomy));
        Parallel.For(0, 16, _ =>
        {
            var outputs = new double[expected.Length];
            program.EvaluateBlock(points, 600, outputs, new Budget(Formulas.Roomy));
            Assert.Equal(expected, outputs);
        });
    }

    [Fact]
    public void Columns_that_do_not_fit_are_refused()
    {
        var f = new Formulas();
        var program = f.Compile(f.X + f.Y);
        Assert.Throws<ArgumentException>(() => program.EvaluateBlock(new double[8], 3, new double[3], new Budget(Formulas.Roomy)));
        Assert.Throws<ArgumentException>(() => program.EvaluateBlock(new double[9], 3, new double[2], new Budget(Formulas.Roomy)));
        Assert.Throws<ArgumentException>(() => program.Evaluate(new double[2], new double[1], new Budget(Formulas.Roomy)));
        Assert.Throws<ArgumentException>(() => program.Evaluate(new double[3], new double[2], new Budget(Formulas.Roomy)));
        Assert.Throws<ArgumentOutOfRangeException>(() => program.EvaluateBlock([], -1, [], new Budget(Formulas.Roomy)));
    }

    private static void AssertSame(Program program, double[] points, int count)
    {
        var block = new double[program.Outputs * count];
        program.EvaluateBlock(points, count, block, new Budget(Formulas.Roomy));
        var point = new double[program.Inputs];
        for (var p = 0; p < count; p++)
        {
            for (var input = 0; input < point.Length; input++) point[input] = points[(input * count) + p];
            var outputs = Formulas.Run(program, point);
            for (var place = 0; place < outputs.Length; place++)
                Assert.Equal(Bits(outputs[place]), Bits(block[(place * count) + p]));
        }
    }

    private static long Bits(double value) => BitConverter.DoubleToInt64Bits(double.IsNaN(value) ? double.NaN : value);

    private static double[] Points(Random random, int length)
    {
        double[] special = [0, -0.0, 1, -1, 800, -800, double.PositiveInfinity, double.NegativeInfinity, double.NaN, 1e-300, 1e300];
        var points = new double[length];
        for (var i = 0; i < length; i++) points[i] = random.Next(8) == 0 ? special[random.Next(special.Length)] : (random.NextDouble() * 6) - 3;
        return points;
    }
}
