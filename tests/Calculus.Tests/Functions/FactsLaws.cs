using Calculus.Expressions;
using Xunit;

namespace Calculus.Tests.Functions;

/// <summary>What is known about a node is true of its values: a wrong fact makes a wrong simplification.</summary>
public sealed class FactsLaws
{
    public static TheoryData<string> EverySlice => [.. Slices.All.Select(static slice => slice.Text)];

    [Theory, MemberData(nameof(EverySlice))]
    public void Facts_hold_of_sampled_values(string text)
    {
        string[] arguments =
        [
            "x", "exp(x)", "-exp(x)", "x^2", "-x^2", "floor(x)", "floor(x)^2", "floor(x)^2 + 1", "-1 - floor(x)^2", "log(x)", "1 + x^2", "sigmoid(x)", "tanh(x)",
        ];
        foreach (var argument in arguments)
        {
            var nested = text.Replace("(x", $"(({argument})", StringComparison.Ordinal).Replace(" x)", $" {argument})", StringComparison.Ordinal);
            foreach (var rewriting in new[] { Rewriting.All, Rewriting.None })
            {
                var reading = Laws.Reading.Of($"f(x) = {nested}", rewriting);
                foreach (var node in Reachable.From(reading.Function)) Check(reading, node, nested);
            }
        }
    }

    private static void Check(Laws.Reading reading, Expression node, string text)
    {
        var facts = node.Facts;
        foreach (var point in Slices.Points.Concat([0, 1, -1, 2, 0.5]))
        {
            var value = reading.Value(node, point);
            var where = $"A part of {text} is {value} at {point}: {facts}";
            if (facts.IsTotal()) Assert.False(double.IsNaN(value), where);
            if (!double.IsFinite(value) || Enumerable.Range(0, node.ChildCount).Any(place => double.IsInfinity(reading.Value(node.Child(place), point)))) continue;
            if (facts.IsNotNegative()) Assert.True(value >= 0, where);
            if (facts.IsNotPositive()) Assert.True(value <= 0, where);
            if (facts.IsInteger() && double.IsFinite(value)) Assert.True(value == Math.Floor(value), where);
            // The exponentials here come no nearer to 0 than this, so a 0 does not come from rounding.
            if (facts.IsNeverZero()) Assert.True(value != 0 || Math.Abs(point) > 3, where);
        }
    }
}
