using Calculus.Budgets;
using Calculus.Checkpoints;
using Calculus.Optimization;
using Calculus.Tests.Optimization;
using Xunit;

namespace Calculus.Tests.Checkpoints;

public sealed class SnapshotTests
{
    public static TheoryData<double> Numbers => [0.0, -0.0, double.NaN, BitConverter.Int64BitsToDouble(0x7FF8_0000_DEAD_BEEF), double.Epsilon, -double.MaxValue, double.PositiveInfinity, 0.1];

    [Theory, MemberData(nameof(Numbers))]
    public void A_number_comes_back_to_the_last_bit(double number)
    {
        var kept = Restored(new Parts { Number = number, Array = [number], Fixed = [number, number] });

        Assert.Equal(BitConverter.DoubleToInt64Bits(number), BitConverter.DoubleToInt64Bits(kept.Number));
        Assert.Equal(BitConverter.DoubleToInt64Bits(number), BitConverter.DoubleToInt64Bits(kept.Array[0]));
        Assert.Equal(BitConverter.DoubleToInt64Bits(number), BitConverter.DoubleToInt64Bits(kept.Fixed[1]));
    }

    [Fact]
    public void Texts_and_lists_come_back_and_replace_what_was_there()
    {
        var kept = Snapshot.Of(new Parts { Text = "λ → \0 𝛼", Missing = null, Names = ["", "b"], Flag = true });
        var other = new Parts { Text = "other", Missing = "there", Names = ["x", "y", "z"] };
        Snapshot.Restore(other, kept);

        Assert.Equal(("λ → \0 𝛼", null, true), (other.Text, other.Missing, other.Flag));
        Assert.Equal(["", "b"], other.Names, StringComparer.Ordinal);
    }

    [Fact]
    public void A_state_that_is_cut_anywhere_or_goes_on_is_refused()
    {
        var whole = Snapshot.Of(new Parts { Text = "text", Array = [1, 2, 3], Names = ["a"], Missing = "m" });

        for (var length = 0; length < whole.Length; length++) Assert.Throws<SnapshotException>(() => Snapshot.Restore(new Parts(), whole.AsMemory(0, length)));
        Assert.Throws<SnapshotException>(() => Snapshot.Restore(new Parts(), (byte[])[.. whole, 0]));
        Snapshot.Restore(new Parts(), whole);
    }

    [Fact]
    public void A_state_of_another_version_is_refused()
    {
        var whole = Snapshot.Of(new Parts());
        whole[0]++;

        Assert.Contains("version", Assert.Throws<SnapshotException>(() => Snapshot.Restore(new Parts(), whole)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sgd", "momentum")]
    [InlineData("adam", "adamw")]
    [InlineData("bfgs", "lbfgs")]
    public void A_descent_does_not_go_on_from_the_state_of_another(string one, string other)
    {
        var state = Snapshot.Of(Begun(one, [-1.2, 1], "rosenbrock"));

        Assert.Throws<SnapshotException>(() => Snapshot.Restore(Begun(other, [-1.2, 1], "rosenbrock"), state));
        Assert.Throws<SnapshotException>(() => Snapshot.Restore(Begun(one, [3], "x^2"), state));
    }

    [Fact]
    public void A_descent_that_is_over_has_no_state()
    {
        var run = Begun("sgd", [3], "x^2");
        while (run.Advance())
        {
        }

        Assert.Throws<InvalidOperationException>(() => Snapshot.Of(run));
    }

    private static DescentRun Begun(string optimizer, double[] start, string terrain) => new(
        Terrain.Named(terrain), start, Optimizers.Own.Named(optimizer).Start(Running.Parameters(""), start.Length), new DescentOptions(50), new Budget(new Limits()));

    private static Parts Restored(Parts parts)
    {
        var kept = new Parts();
        Snapshot.Restore(kept, Snapshot.Of(parts));
        return kept;
    }

    private sealed class Parts : IResumable
    {
        public double Number { get; set; }

        public double[] Array { get; set; } = [];

        public double[] Fixed { get; init; } = new double[2];

        public string Text { get; set; } = "";

        public string? Missing { get; set; }

        public bool Flag { get; set; }

        public List<string> Names { get; init; } = [];

        public Progress Progress => new(0, []);

        public void Exchange(Snapshot snapshot)
        {
            snapshot.Mark("parts");
            Number = snapshot.Number(Number);
            Array = snapshot.Array(Array);
            snapshot.Numbers(Fixed);
            Text = snapshot.Text(Text);
            Missing = snapshot.TextOrNull(Missing);
            Flag = snapshot.Flag(Flag);
            snapshot.List(Names, static (each, name) => each.Text(name ?? ""));
        }
    }
}
