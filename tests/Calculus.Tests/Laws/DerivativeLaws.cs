using Calculus.Differentiation;
using Calculus.Expressions;
using Calculus.Numerics;
using Calculus.Simplification;
using Xunit;

namespace Calculus.Tests.Laws;

/// <summary>Three ways to a derivative, and each formula printed and read back.</summary>
public sealed class DerivativeLaws
{
    public static TheoryData<string> EveryDefinition => [.. Definitions.All()];

    [Theory, MemberData(nameof(EveryDefinition))]
    public void Symbolic_and_automatic_derivatives_agree(string text)
    {
        var symbolic = Reading.Of(text);
        var written = Reading.Of(text, Rewriting.None);
        for (var k = 0; k < symbolic.Bound.Variables.Count; k++)
        {
            var formula = Simplify.Of(Derivative.Of(symbolic.Function, symbolic.Bound.Variables[k]));
            var automatic = Derivative.Of(written.Function, written.Bound.Variables[k]);
            foreach (var point in symbolic.Points())
            {
                var value = written.Value(written.Function, point);
                var expected = written.Value(automatic, point);
                if (!double.IsFinite(value) || !double.IsFinite(expected)) continue;
                AssertClose(expected, symbolic.Value(formula, point), 1e-9, text, point);
            }
        }
    }

    [Theory, MemberData(nameof(EveryDefinition)), Trait("Length", "long")]
    public void The_derivative_agrees_with_one_measured_from_values_alone(string text)
    {
        var reading = Reading.Of(text);
        for (var k = 0; k < reading.Bound.Variables.Count; k++)
        {
            var derivative = Derivative.Of(reading.Function, reading.Bound.Variables[k]);
            foreach (var point in reading.Points())
            {
                if (reading.IsFragileAt(point)) continue;
                var moved = (double[])point.Clone();
                var place = k;
                var measured = NumericDerivative.Of(
                    x =>
                    {
                        moved[place] = x;
                        return reading.Value(reading.Function, moved);
                    },
                    point[k],
                    1);
                if (!double.IsFinite(measured.Value) || measured.Error > 1e-6 * Math.Max(1, Math.Abs(measured.Value))) continue;
                AssertClose(measured.Value, reading.Value(derivative, point), 1e-5, text, point);
            }
        }
    }

    [Theory, MemberData(nameof(EveryDefinition))]
    public void Reverse_mode_gives_what_forward_mode_gives(string text)
    {
        var reading = Reading.Of(text);
        var gradient = Derivative.Gradient(reading.Function, reading.Bound.Variables);
        for (var k = 0; k < gradient.Count; k++)
        {
            var forward = Derivative.Of(reading.Function, reading.Bound.Variables[k]);
            foreach (var point in reading.Points())
            {
                var expected = reading.Value(forward, point);
                if (double.IsFinite(expected)) AssertClose(expected, reading.Value(gradient[k], point), 1e-9, text, point);
            }
        }
    }

    [Theory, MemberData(nameof(EveryDefinition))]
    public void Exact_rewrites_and_simplification_never_change_a_value(string text)
    {
        var written = Reading.Of(text, Rewriting.None);
        var exact = Reading.Of(text);
        var simplified = Simplify.Of(exact.Function);
        foreach (var point in written.Points())
        {
            var expected = written.Value(written.Function, point);
            if (double.IsNaN(expected))
            {
                Assert.True(double.IsNaN(exact.Value(exact.Function, point)), $"{text} became defined at ({string.Join(", ", point)})");
                continue;
            }

            if (!double.IsFinite(expected)) continue;
            AssertClose(expected, exact.Value(exact.Function, point), 1e-10, text, point);
            AssertClose(expected, exact.Value(simplified, point), 1e-10, text, point);
        }
    }

    internal static void AssertClose(double expected, double actual, double tolerance, string text, double[] point) =>
        Assert.True(
            Math.Abs(expected - actual) <= tolerance * Math.Max(1, Math.Abs(expected)),
            $"{text} at ({string.Join(", ", point)}): {actual}, expected {expected}");
}
