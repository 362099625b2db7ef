using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Calculus.Expressions;
using Calculus.Functions;
using Calculus.Tests.Balls;
using Xunit;

namespace Calculus.Tests.Kernels;

/// <summary>A kernel gives a number the same bits alone, in lanes of every width, at every place, and on every machine: seed 20261130.</summary>
public sealed class SameBitsTests
{
    private const int Seed = 20261130, Count = 4_001, HashedCount = 503;

    // SHA-256 of the bits of every kernel's values at the points below: on a machine where it differs, answers would differ.
    private const string Hash = "1EBE305F75C8D7469DEC92406B3CF027682B6150681B81F890F428E09C8734C5";

    public static TheoryData<string> Names => [.. EveryKernel.Functions.Select(static function => function.Name)];

    public static TheoryData<string, string> Switches => new()
    {
        { "DOTNET_EnableAVX512", "0" },
        { "DOTNET_EnableAVX2", "0" },
        { "DOTNET_EnableAVX", "0" },
        { "DOTNET_EnableHWIntrinsic", "0" },
    };

    [Theory, MemberData(nameof(Names))]
    public void Every_width_and_every_place_give_the_same(string name)
    {
        var function = AllFunctions.ByName[name];
        var columns = Columns(function, Count);
        var alone = Alone(function, columns);
        foreach (var width in EveryKernel.Widths)
        {
            Same(alone, EveryKernel.Values(function, width, columns), 0, name);
            for (var shift = 1; shift < 8; shift++)
                Same(alone, EveryKernel.Values(function, width, [.. columns.Select(column => column[shift..(Count - shift)])]), shift, name);
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void A_function_gives_many_points_what_it_gives_each(string name)
    {
        var function = AllFunctions.ByName[name];
        var columns = Columns(function, Count);
        var results = new double[Count];
        function.Values([.. columns.SelectMany(static column => column)], columns.Length, results);
        Same(Alone(function, columns), results, 0, name);
    }

    [Theory, MemberData(nameof(Names))]
    public void No_length_is_written_beyond(string name)
    {
        const int guard = 16;
        const double untouched = -77;
        var function = AllFunctions.ByName[name];
        var columns = Columns(function, 20);
        var alone = Alone(function, columns);
        foreach (var width in EveryKernel.Widths)
        {
            for (var length = 0; length <= columns[0].Length; length++)
            {
                var memory = Enumerable.Repeat(untouched, guard + length + guard).ToArray();
                EveryKernel.Write(function, width, [.. columns.Select(column => column[..length])], memory.AsSpan(guard, length));
                Same(alone, memory[guard..(guard + length)], 0, name);
                Assert.All(memory[..guard].Concat(memory[(guard + length)..]), static number => Assert.Equal(untouched, number));
            }
        }
    }

    [Fact]
    public void Columns_of_other_lengths_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Sin.Function.Values(new double[3], new double[2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Hypot.Function.Values(new double[5], 2, new double[3]));
    }

    [Fact]
    public void Every_machine_gives_the_same()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var function in EveryKernel.Functions.OrderBy(static function => function.Name, StringComparer.Ordinal))
        {
            var columns = Columns(function, HashedCount);
            var values = new double[HashedCount];
            function.Values([.. columns.SelectMany(static column => column)], columns.Length, values);
            foreach (var value in values)
                hash.AppendData(BitConverter.GetBytes(double.IsNaN(value) ? double.NaN : value));
        }

        Assert.Equal(Hash, Convert.ToHexString(hash.GetHashAndReset()), StringComparer.Ordinal);
    }

    [Theory, MemberData(nameof(Switches)), Trait("Length", "long")]
    public void A_machine_without_some_instructions_gives_the_same(string name, string value)
    {
        var method = $"{typeof(SameBitsTests).FullName}.{nameof(Every_machine_gives_the_same)}";
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["-method", method]) { RedirectStandardOutput = true, Environment = { [name] = value } })!;
        var told = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0 && told.Contains("Total: 1,", StringComparison.Ordinal), told);
    }

    private static double[][] Columns(Function function, int count)
    {
        var random = new Random(Seed);
        return [.. Enumerable.Range(0, EveryKernel.Arity(function)).Select(place => Enumerable.Range(0, count)
            .Select(_ => random.Next(12) == 0 ? Points.Special[random.Next(Points.Special.Count)] : Points.One(random, function, place)).ToArray())];
    }

    private static double[] Alone(Function function, double[][] columns) =>
        [.. Enumerable.Range(0, columns[0].Length).Select(k => function.Value([.. columns.Select(column => column[k])]))];

    private static void Same(double[] alone, double[] together, int shift, string name)
    {
        for (var k = 0; k < together.Length; k++)
        {
            var (one, other) = (alone[k + shift], together[k]);
            Assert.True(
                BitConverter.DoubleToInt64Bits(one) == BitConverter.DoubleToInt64Bits(other) || (double.IsNaN(one) && double.IsNaN(other)),
                string.Create(CultureInfo.InvariantCulture, $"{name}: {one:R} alone, {other:R} at place {k}"));
        }
    }
}
