using System.Numerics;
using Calculus.Differentiation;
using Calculus.Expressions;
using Calculus.Programs;
using Calculus.Tests.Laws;
using Xunit;

namespace Calculus.Tests.Functions;

/// <summary>Values off the real axis, judged by the slopes that they give (Squire and Trapp, SIAM Review 40, 1998).</summary>
public sealed class ComplexValueTests
{
    private const double TinyStep = 1e-20;

    private static readonly string[] s_withoutContinuation =
        ["factorial(x)", "gamma(x)", "lgamma(x)", "digamma(x)", "trigamma(x)", "polygamma(0, x)", "polygamma(1, x)", "polygamma(3, x)", "polygamma(8, x)"];

    public static TheoryData<string> EveryContinuedSlice => [.. Slices.All.Select(static slice => slice.Text).Except(s_withoutContinuation, StringComparer.Ordinal)];

    public static TheoryData<string> EverySmoothSlice =>
        [.. EveryContinuedSlice.Select(static row => row.Data).Where(static text => !text.StartsWith("mod", StringComparison.Ordinal))];

    public static TheoryData<string> EverySliceWithout => [.. s_withoutContinuation];

    [Theory, MemberData(nameof(EveryContinuedSlice))]
    public void A_complex_step_gives_the_derivative_to_the_last_digits(string text)
    {
        var line = new Line(text);
        var slope = Derivative.Of(line.Reading.Function, line.Reading.Bound.Variables[0]);
        var (used, seams) = (0, 0);
        foreach (var x in Slices.Points.Concat([-8.7, 10.7, 14.3, 25.7]))
        {
            if (!double.IsFinite(line.Reading.Value(line.Reading.Function, x))) continue;
            var exact = line.Reading.Value(slope, x);
            var (value, origin) = line.Step(x, TinyStep);
            if (origin is not null)
            {
                seams++;
                continue;
            }

            Assert.True(Math.Abs(value - exact) <= 1e-14 * Math.Abs(exact), $"At {x} the step gives {value:R} for {exact:R}, off by {Math.Abs((value - exact) / exact)}.");
            used++;
        }

        // 9.1 is a multiple of 0.7, and 5 one of 0.05.
        Assert.InRange(seams, 0, text.StartsWith("mod", StringComparison.Ordinal) ? 1 : 0);
        Assert.True(used >= 5, $"{text} is defined at {used} points only.");
    }

    [Theory, MemberData(nameof(EverySmoothSlice))]
    public void A_step_as_wide_as_the_point_is_far_obeys_the_mean_of_the_neighbours(string text)
    {
        // A harmonic function is the mean of its values on a circle; so are both parts of an analytic one (Ahlfors, 4.6.2).
        const int around = 64;
        var line = new Line(text);
        foreach (var x in Slices.Points)
        {
            var (middle, radius) = (line.Reading.Value(line.Reading.Function, x), 0.01 * Math.Abs(x));
            if (!double.IsFinite(middle)) continue;
            var sum = Complex.Zero;
            for (var k = 0; k < around; k++)
            {
                var angle = Math.Tau * (k + 0.5) / around;
                sum += line.At(x + Complex.FromPolarCoordinates(radius, angle)).Value;
            }

            // At a few points the edges of the domain or of branches are nearer than the circle.
            if (!Complex.IsFinite(sum)) continue;
            var mean = sum / around;
            Assert.True(Complex.Abs(mean - middle) <= 1e-12 * Math.Max(1, Math.Abs(middle)), $"At {x} the mean is {mean} beside {middle:R}.");
        }
    }

    [Theory, MemberData(nameof(EverySliceWithout))]
    public void What_has_no_continuation_says_where(string text)
    {
        var (value, origin) = new Line(text).Step(2.21, TinyStep);
        Assert.True(double.IsNaN(value));
        Assert.IsType<Call>(origin);
    }

    [Theory]
    [InlineData("abs(x)", 0)]
    [InlineData("relu(x - 1)", 1)]
    [InlineData("max(x, 2 - x)", 1)]
    [InlineData("floor(x)", 3)]
    [InlineData("if(x > 2, x^2, 4)", 2)]
    [InlineData("x*sign(x^3)", 0)]
    [InlineData("cbrt(x)", 0)]
    [InlineData("elu(x)", 0)]
    public void There_is_no_continuation_on_a_seam(string text, double x) => Assert.NotNull(new Line(text).Step(x, TinyStep).Origin);

    [Theory]
    [InlineData("if(x > 0, x^2, gamma(x))", 3, 6)]
    [InlineData("max(x, 2, x)", 3, 1)]
    [InlineData("gamma(3)*x^2", 5, 20)]
    [InlineData("abs(x^2)", 0, 0)]
    [InlineData("x^100", 1, 100)]
    [InlineData("(-x)^101", 1, -101)]
    [InlineData("x^x", 2, 6.772588722239781)]
    [InlineData("0^x", 2, 0)]
    public void Only_the_branch_taken_matters(string text, double x, double expected)
    {
        var (value, origin) = new Line(text).Step(x, TinyStep);
        Assert.Null(origin);
        Assert.Equal(expected, value, 1e-14 * Math.Max(1, Math.Abs(expected)));
    }

    // mpmath 1.3 with 30 digits.
    [Theory]
    [InlineData("erf(x)", 0.5, 1, 1.2048475583142180, 1.02440088160844588)]
    [InlineData("erf(x)", 2, 3, -20.829461427614568, 8.6873182714701631)]
    [InlineData("erf(x)", 0, 2, 0, 18.564802414575552)]
    [InlineData("asin(x)", 0.3, 0.8, 0.23383472957646636, 0.75004971379286224)]
    [InlineData("tanh(x)", 0.5, 2, 1.3212865837711918, -0.85087812114493770)]
    public void Values_far_from_the_axis(string text, double x, double y, double real, double imaginary)
    {
        var value = new Line(text).At(new Complex(x, y)).Value;
        Assert.Equal(real, value.Real, 1e-14 * Complex.Abs(value));
        Assert.Equal(imaginary, value.Imaginary, 1e-14 * Complex.Abs(value));
    }

    private sealed class Line
    {
        private readonly Program _program;

        public Line(string text)
        {
            Reading = Laws.Reading.Of($"f(x) = {text}");
            _program = Lowering.Compile([Reading.Function], Reading.Bound.Variables, new Dictionary<string, double>(StringComparer.Ordinal), ["x"], Reading.Budget);
        }

        public Laws.Reading Reading { get; }

        public (Complex Value, Expression? Origin) At(Complex z) => _program.Continue([z], Reading.Budget);

        public (double Slope, Expression? Origin) Step(double x, double h)
        {
            var (value, origin) = At(new Complex(x, h));
            return (value.Imaginary / h, origin);
        }
    }
}
