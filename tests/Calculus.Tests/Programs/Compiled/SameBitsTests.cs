using System.Diagnostics;
using System.Globalization;
using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Functions;
using Calculus.Programs;
using Calculus.Programs.Compiled;
using Calculus.Tests.Balls;
using Calculus.Tests.Kernels;
using Xunit;

namespace Calculus.Tests.Programs.Compiled;

/// <summary>The code of a program gives every point the bits that interpreting the program gives there, and writes nothing else.</summary>
public sealed class SameBitsTests
{
    private const int Guard = 24;
    private const double Untouched = -77;

    // A power with a fraction takes numbers for exponents; random programs have it.
    public static TheoryData<string> Names => [.. EveryKernel.Functions.Where(static function => function is not RealPower).Select(static function => function.Name)];

    public static TheoryData<string> Switches => ["DOTNET_EnableAVX512", "DOTNET_EnableAVX2", "DOTNET_EnableHWIntrinsic"];

    [Theory]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(15)]
    [InlineData(99)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(264)]
    [InlineData(519)]
    public void Random_programs_give_the_same(int count)
    {
        foreach (var rewriting in new[] { Rewriting.All, Rewriting.None })
        {
            for (var seed = 0; seed < 12; seed++)
            {
                var random = new Random(seed);
                var f = new Formulas(rewriting);
                AssertSame(f.Compile(new RandomExpressions(f, random).Make(60, outputs: 4)), random, count);
            }
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void Every_function_gives_the_same(string name)
    {
        var f = new Formulas(Rewriting.None);
        var function = AllFunctions.ByName[name];
        Expression[] arguments = [f.X, f.Y, f.Z];
        AssertSame(f.Compile(f.Graph.Call(function, arguments.AsSpan(0, EveryKernel.Arity(function)))), new Random(7), 67);
    }

    [Fact]
    public void A_sine_and_a_cosine_of_one_angle_give_the_same_together()
    {
        var f = new Formulas();
        AssertSame(f.Compile(Sin.Of(f.X) * Cos.Of(f.X), Cos.Of(f.X * f.Y) / Sin.Of(f.X * f.Y), Sin.Of(Cos.Of(f.Z))), new Random(3), 301);
    }

    [Fact]
    public void What_copies_and_what_is_constant_give_the_same()
    {
        var f = new Formulas();
        AssertSame(f.Compile(f.Y, f.Number(3), f.Y, f.X + 1), new Random(4), 21);
    }

    [Fact]
    public void A_program_becomes_code_by_being_run()
    {
        var f = new Formulas();
        var program = f.Compile(Sin.Of(f.X) * f.Y + f.Z);
        var expected = Formulas.Run(program, 0.5, 2, 3);
        for (var run = 0; run < 60_000; run++) Assert.Equal(expected, Formulas.Run(program, 0.5, 2, 3));
        Assert.NotNull(program.Compiled.AtPoint());

        var (columns, results) = (Enumerable.Repeat(0.5, 3_000_000).ToArray(), new double[1_000_000]);
        program.EvaluateBlock(columns, 1_000_000, results, new Budget(Formulas.Roomy));
        Assert.NotNull(program.Compiled.OverBlocks(1));
        Assert.All(results, result => Assert.Equal(results[0], result));
    }

    [Fact]
    public void Results_may_be_written_over_the_point()
    {
        var f = new Formulas();
        var program = f.Compile(f.Y, f.X, 2 * f.Z);
        Assert.NotNull(program.Compiled.MakePoint());
        double[] memory = [1, 2, 3];
        program.Evaluate(memory, memory, new Budget(Formulas.Roomy));
        Assert.Equal([2, 1, 6], memory);
    }

    [Fact]
    public void What_is_too_long_stays_interpreted()
    {
        var f = new Formulas();
        var program = f.Compile([.. Enumerable.Range(1, 21_000).Select(k => Sin.Of(k * f.X))]);
        Assert.Null(program.Compiled.MakePoint());
        Assert.Null(program.Compiled.MakeBlock());
    }

    [Fact]
    public void Cancellation_is_noticed_between_blocks()
    {
        var f = new Formulas();
        var program = f.Compile(f.X * f.Y);
        var code = program.Compiled.MakeBlock()!;
        using var source = new CancellationTokenSource();
        var budget = new Budget(Formulas.Roomy, source.Token);
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => Program.RunCompiled(code, new double[3_000], 1_000, new double[1_000], budget));
    }

    [Theory, MemberData(nameof(Switches)), Trait("Length", "long")]
    public void A_machine_without_some_instructions_gives_the_same(string name)
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["-method", $"{typeof(SameBitsTests).FullName}.{nameof(Random_programs_give_the_same)}"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            Environment = { [name] = "0" },
        })!;
        var told = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0 && told.Contains("Total: 8,", StringComparison.Ordinal), told);
    }

    private static void AssertSame(Program program, Random random, int count)
    {
        var points = Points(random, program.Inputs * count);
        var expected = new double[program.Outputs * count];
        var point = new double[program.Inputs];
        for (var p = 0; p < count; p++)
        {
            for (var input = 0; input < point.Length; input++) point[input] = points[(input * count) + p];
            var outputs = Formulas.Run(program, point);
            for (var place = 0; place < outputs.Length; place++) expected[(place * count) + p] = outputs[place];
        }

        // Over blocks, with guards around what is written.
        var memory = Guarded(expected.Length);
        Program.RunCompiled(program.Compiled.MakeBlock()!, points, count, memory.AsSpan(Guard, expected.Length), new Budget(Formulas.Roomy));
        Same(expected, memory);

        // In arrays, block by block, with guards around the scratch memory too.
        var columns = program.Compiled.MakeColumns(new bool[program.Inputs], [.. Enumerable.Range(0, program.Inputs)], [.. Enumerable.Range(program.Inputs, program.Outputs)])!;
        memory = Guarded(expected.Length);
        var scratch = Guarded(columns.Scratch);
        double[][] arrays = [.. Enumerable.Repeat(points, program.Inputs), .. Enumerable.Repeat(memory, program.Outputs)];
        int[] places = [.. Enumerable.Range(0, program.Inputs).Select(input => input * count), .. Enumerable.Range(0, program.Outputs).Select(output => Guard + (output * count))];
        for (int start = 0, length; start < count; start += length)
            columns.Code(arrays, places, start, length = Blocks.Next(count - start), ref scratch[Guard]);
        Same(expected, memory);
        Assert.All(scratch[..Guard].Concat(scratch[^Guard..]), static number => Assert.Equal(Untouched, number));

        // At each point.
        Assert.NotNull(program.Compiled.MakePoint());
        for (var p = 0; p < count; p++)
        {
            for (var input = 0; input < point.Length; input++) point[input] = points[(input * count) + p];
            var outputs = Formulas.Run(program, point);
            for (var place = 0; place < outputs.Length; place++) Same(expected[(place * count) + p], outputs[place], p);
        }
    }

    private static double[] Guarded(int length) => [.. Enumerable.Repeat(Untouched, length + (2 * Guard))];

    private static void Same(double[] expected, double[] guarded)
    {
        for (var k = 0; k < expected.Length; k++) Same(expected[k], guarded[Guard + k], k);
        Assert.All(guarded[..Guard].Concat(guarded[^Guard..]), static number => Assert.Equal(Untouched, number));
    }

    private static void Same(double expected, double actual, int place) => Assert.True(
        BitConverter.DoubleToInt64Bits(expected) == BitConverter.DoubleToInt64Bits(actual) || (double.IsNaN(expected) && double.IsNaN(actual)),
        string.Create(CultureInfo.InvariantCulture, $"{expected:R} interpreted, {actual:R} by code at place {place}"));

    private static double[] Points(Random random, int length)
    {
        double[] special = [0, -0.0, 1, -1, 800, -800, double.PositiveInfinity, double.NegativeInfinity, double.NaN, 1e-300, 1e300];
        return [.. Enumerable.Range(0, length).Select(_ => random.Next(8) == 0 ? special[random.Next(special.Length)] : (random.NextDouble() * 6) - 3)];
    }
}
