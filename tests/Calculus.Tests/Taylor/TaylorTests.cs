using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Differentiation;
using Calculus.Expressions;
using Calculus.Taylor;
using Calculus.Tests.Functions;
using Xunit;

namespace Calculus.Tests.Taylor;

/// <summary>What holds for the Taylor polynomial of every function.</summary>
public sealed class TaylorTests
{
    private const int Order = 5;

    private static readonly string[] s_compositions =
    [
        "sin(x)*exp(-x^2)", "x^x", "exp(sin(x))", "log(1 + x^2)", "sqrt(1 + cos(x)^2)", "1/(1 + 25*x^2)", "x^9 - 3x^2", "tanh(x)^3/x",
        "if(x > 0.2, x^2, exp(x))", "max(x^2, x)*abs(x - 10)", "floor(x)*x^3", "(x^2 + 1)^(1/3)", "(2 + sin(x))^cos(x)",
    ];

    public static TheoryData<string> EverySlice => [.. Slices.All.Select(static slice => slice.Text), .. s_compositions];

    [Theory, MemberData(nameof(EverySlice))]
    public void Its_derivatives_at_the_point_are_the_functions(string text)
    {
        var reading = Laws.Reading.Of($"f(x) = {text}");
        var x = reading.Bound.Variables[0];
        var derivatives = new List<Expression> { reading.Function };
        for (var n = 1; n <= Order; n++) derivatives.Add(Derivative.Of(derivatives[^1], x));
        var used = 0;
        foreach (var point in Slices.Points.Where(point => double.IsFinite(reading.Value(reading.Function, point))))
        {
            var polynomial = Of(text, point, Order);
            if (polynomial is null) continue;
            used++;
            for (var n = 0; n <= Order; n++)
            {
                var expected = reading.Value(derivatives[n], point);

                // Symbolic derivatives of high order cancel; the error of the n-th grows with the size of its terms.
                var size = Math.Abs(expected) + (Math.Abs(reading.Value(reading.Function, point)) / Math.Pow(Math.Abs(point), n));
                Assert.True(Math.Abs(polynomial.Terms[n].Derivative - expected) <= 1e-7 * size,
                    $"At {point} the derivative of order {n} is {polynomial.Terms[n].Derivative:R}, not {expected:R}.");
            }
        }

        Assert.True(used >= 5, $"{text} has a polynomial at {used} points only.");
    }

    [Theory, MemberData(nameof(EverySlice))]
    public void It_comes_nearer_to_the_function_the_nearer_the_point_is(string text)
    {
        var reading = Laws.Reading.Of($"f(x) = {text}");
        foreach (var point in Slices.Points)
        {
            if (!double.IsFinite(reading.Value(reading.Function, point)) || Of(text, point, 3) is not { } polynomial) continue;
            var h = 1e-4 * Math.Abs(point);
            foreach (var moved in (double[])[point - h, point + h])
            {
                var value = reading.Value(reading.Function, moved);
                var next = polynomial.Terms.Max(term => Math.Abs(term.Coefficient) * Math.Pow(Math.Abs(point), term.Order));
                Assert.True(Math.Abs(polynomial.Value(moved) - value) <= 1e-8 * Math.Max(next, Math.Abs(value)),
                    $"Around {point}, at {moved}, the polynomial is {polynomial.Value(moved):R} and the function {value:R}.");
            }
        }
    }

    [Theory, MemberData(nameof(EverySlice))]
    public void The_text_of_the_polynomial_reads_back_to_its_values(string text)
    {
        foreach (var point in (double[])[-0.67, 0.41, 1.42])
        {
            if (Of(text, point, 4) is not { } polynomial) continue;
            var back = Laws.Reading.Of($"f(x) = {polynomial.Printed.Text}");
            foreach (var x in (double[])[point - 0.25, point, point + 0.5])
            {
                var expected = polynomial.Value(x);
                var size = polynomial.Terms.Max(term => Math.Abs(term.Coefficient));
                Assert.Equal(expected, back.Bound.Variables.Count == 0 ? back.Value(back.Function) : back.Value(back.Function, x), 1e-12 * Math.Max(size, 1e-3));
            }
        }
    }

    [Theory]
    [InlineData("x^3 - 2*x + 1", 2)]
    [InlineData("(x - 1)^7*(x + 2)", -1.5)]
    [InlineData("x^15", 0)]
    public void A_polynomial_is_its_own(string text, double point)
    {
        var study = Study.Of($"f(x) = {text}", BindingContext.Empty, new Budget(new Limits()));
        var polynomial = study.Taylor(0, [point], 20);
        Assert.All(polynomial.Terms, static term => Assert.True(term.IsExact));
        foreach (var x in (double[])[-1, 0.25, 2]) Assert.Equal(study.Evaluate([study.Function], [x])[0], polynomial.Value(x), 1e-9);
        Assert.Equal(0, study.Remainder(polynomial, 1).Bound);
    }

    // mpmath 1.3 with 30 digits: taylor(f, a, n).
    [Theory]
    [InlineData("gamma(x)", 1, 20, 0.99999952321060574, 1e-13)]
    [InlineData("sin(x)^10*exp(x)", 1, 20, 0.0581651023824509084, 1e-9)]
    [InlineData("erf(x)", 0.5, 12, 0.000196356798476000332, 1e-12)]
    [InlineData("x^x", 2, 12, 0.000281751873285190802, 1e-11)]
    [InlineData("tan(x)", 1, 15, 7875.91980446185626, 1e-12)]
    public void High_orders_are_those_of_a_reference(string text, double point, int order, double expected, double tolerance) =>
        Assert.Equal(expected, Of(text, point, order)!.Terms[order].Coefficient, tolerance * Math.Abs(expected));

    private static TaylorPolynomial? Of(string text, double point, int order)
    {
        var study = Study.Of($"f(x) = {text}", BindingContext.Empty, new Budget(new Limits()));
        try
        {
            return study.Taylor(0, [point], order);
        }
        catch (TaylorException)
        {
            return null;
        }
    }
}
