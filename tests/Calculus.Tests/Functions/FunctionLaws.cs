using Calculus.Differentiation;
using Calculus.Expressions;
using Calculus.Functions;
using Calculus.Numerics;
using Calculus.Tests.Laws;
using Xunit;

namespace Calculus.Tests.Functions;

/// <summary>What holds for every function of the catalogue.</summary>
public sealed class FunctionLaws
{
    public static TheoryData<string> EverySlice => [.. Slices.All.Select(static slice => slice.Text)];

    public static TheoryData<string> EveryName => [.. Catalogue.All.Select(static function => function.Name)];

    [Theory, MemberData(nameof(EverySlice)), Trait("Length", "long")]
    public void Each_derivative_is_the_measured_one(string text)
    {
        var reading = Laws.Reading.Of($"f(x) = {text}");
        var x = reading.Bound.Variables[0];
        var formula = reading.Function;
        for (var order = 1; order <= 2; order++)
        {
            formula = Derivative.Of(formula, x);
            var used = 0;
            foreach (var point in Slices.Points)
            {
                var measured = NumericDerivative.Of(moved => reading.Value(reading.Function, moved), point, order);
                if (!double.IsFinite(measured.Value) || measured.Error > 1e-5 * Math.Max(1, Math.Abs(measured.Value))) continue;
                used++;
                DerivativeLaws.AssertClose(measured.Value, reading.Value(formula, point), 1e-4, $"order {order} of {text}", [point]);
            }

            Assert.True(used >= 5, $"{text} is measured at {used} points only.");
        }
    }

    [Theory, MemberData(nameof(EveryName))]
    public void Values_lie_in_the_range_and_only_where_the_domain_is(string name)
    {
        var function = Catalogue.ByName[name];
        if (function.MinimumArity != 1) return;
        foreach (var point in Slices.Points.Concat([0, 1, -1, 2, -2, 0.5, -0.5, 40, -40, 300.5, -300.5]))
        {
            var value = function.Value([point]);
            if (function.Domain.Contains(point))
            {
                Assert.False(double.IsNaN(value), $"{name}({point}) is undefined inside {function.Domain}.");
                Assert.True(Contains(function.Range, value), $"{name}({point}) = {value} lies outside {function.Range}.");
            }
            else
            {
                Assert.False(double.IsFinite(value), $"{name}({point}) = {value} outside {function.Domain}.");
            }
        }
    }

    [Theory, MemberData(nameof(EveryName))]
    public void An_inverse_undoes_the_function(string name)
    {
        var function = Catalogue.ByName[name];
        if (function.Inverse is null) return;
        Assert.True(Catalogue.ByName.TryGetValue(function.Inverse, out var inverse), $"{function.Inverse} is not a function.");
        var undone = 0;
        foreach (var point in Slices.Points.Where(function.Domain.Contains))
        {
            var value = function.Value([point]);
            if (!inverse!.Domain.Contains(value)) continue;
            var back = inverse.Value([value]);
            if (Math.Abs(back - point) <= 1e-7 * Math.Max(1, Math.Abs(point))) undone++;
            Assert.Equal(value, function.Value([back]), 1e-9 * Math.Max(1, Math.Abs(value)));
        }

        Assert.True(undone >= 3, $"{function.Inverse}({name}(x)) is x at {undone} points only.");
    }

    [Theory, MemberData(nameof(EveryName))]
    public void Kinks_have_the_slopes_that_are_measured_next_to_them(string name)
    {
        var function = Catalogue.ByName[name];
        if (function.Kinks.Count == 0) return;
        var reading = Laws.Reading.Of($"f(x) = {name}(x)");
        var derivative = Derivative.Of(reading.Function, reading.Bound.Variables[0]);
        foreach (var kink in function.Kinks)
        {
            var places = kink.Period is { } period ? new[] { kink.At, kink.At + period, kink.At - (2 * period) } : [kink.At];
            foreach (var at in places)
            {
                Assert.Equal(kink.Left, Slope(function, at, -1), 1e-5);
                Assert.Equal(kink.Right, Slope(function, at, 1), 1e-5);
                Assert.Equal(kink.Value, reading.Value(derivative, at), 1e-12);
            }
        }
    }

    [Theory, MemberData(nameof(EverySlice))]
    public void A_rewritten_call_has_the_value_of_the_written_one(string text)
    {
        string[] arguments = ["-x", "2x", "-3x/2", "abs(x)", "exp(x)", "-exp(x)", "x - 1", "floor(x)", "sigmoid(x)", "tanh(x)", "asinh(x)"];
        foreach (var argument in arguments)
        {
            var nested = text.Replace("(x", $"(({argument})", StringComparison.Ordinal).Replace(" x)", $" {argument})", StringComparison.Ordinal);
            var written = Laws.Reading.Of($"f(x) = {nested}", Rewriting.None);
            var rewritten = Laws.Reading.Of($"f(x) = {nested}");
            foreach (var point in Slices.Points)
            {
                var expected = written.Value(written.Function, point);
                var actual = rewritten.Value(rewritten.Function, point);
                if (double.IsNaN(expected)) Assert.True(double.IsNaN(actual), $"{nested} became defined at {point}.");
                else if (double.IsFinite(expected) && Math.Abs(expected) < 1e12) DerivativeLaws.AssertClose(expected, actual, 1e-9, nested, [point]);
            }
        }
    }

    private static bool Contains(RealSet range, double value)
    {
        // A value may be rounded to an end that the function only approaches.
        const double rounding = 1e-15;
        return range.Contains(value) || double.IsInfinity(value)
            || range.Parts.Any(part => value >= part.Lower - rounding && value <= part.Upper + rounding);
    }

    private static double Slope(Function function, double at, int side)
    {
        const double step = 1e-6;
        var (near, far) = (function.Value([at + (side * step)]), function.Value([at + (2 * side * step)]));
        return (far - near) / (side * step);
    }
}
