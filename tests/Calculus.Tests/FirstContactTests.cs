using Calculus.Budgets;
using Calculus.Programs;
using Calculus.Syntax;
using Xunit;

namespace Calculus.Tests;

/// <summary>The first contact with the library: a formula is read, differentiated and asked for numbers, for as long and from as many threads as one likes.</summary>
public sealed class FirstContactTests
{
    [Theory]
    [InlineData("x^2", null, 1, "2*x", 3.0, 6.0)]
    [InlineData("sin(x)", "x", 2, "-sin(x)", 1.0, -0.8414709848078965)]
    [InlineData("f(f) = f^3", null, 1, "3*f^2", 2.0, 12.0)]
    [InlineData(@"\frac{1}{2} x^4", null, 3, "12*x", 2.0, 24.0)]
    [InlineData("np.exp(-x**2)", null, 1, "-2*x*exp(-x^2)", 0.0, 0.0)]
    [InlineData("7*x", null, 2, "0", 1.0, 0.0)]
    [InlineData("abs(x)", null, 1, "sign(x)", 0.0, 0.0)]
    public void A_derivative_is_a_formula(string text, string? variable, int order, string derivative, double point, double value)
    {
        var formula = Formula.Parse(text).Derivative(variable, order);
        Assert.Equal(derivative, formula.ToString());
        Assert.Equal(value, formula.At(point), 1e-12);
    }

    [Fact]
    public void A_gradient_names_its_variables_in_order()
    {
        var formula = Formula.Parse("f(x, z) = 2z^3 x^2");
        Assert.Equal(16, formula.At(1, 2));
        Assert.Equal("x: 4*z^3*x, z: 6*x^2*z^2", string.Join(", ", formula.Gradient().Select(static each => $"{each.Variable}: {each.Partial}")));
        Assert.Equal(24, formula.Gradient()[1].Partial.At(new Dictionary<string, double>(StringComparer.Ordinal) { ["z"] = 2, ["x"] = 1 }));
        Assert.Equal("12*z^2*x", formula.Derivative("x").Derivative("z").Text);
        Assert.Equal("x z", string.Join(' ', formula.Derivative("z").Variables));
    }

    [Fact]
    public void Constants_stay_letters_and_have_values()
    {
        var derivative = Formula.Parse("a*x^2", new Dictionary<string, double>(StringComparer.Ordinal) { ["a"] = 3 }).Derivative();
        Assert.Equal("2*a*x", derivative.Text);
        Assert.Equal(12, derivative.At(2));
        Assert.Equal(6, derivative.Derivative().At(0));
    }

    [Fact]
    public void Is_called_from_many_threads_for_long()
    {
        var formula = Formula.Parse("f(x, y) = exp(-x^2 - y^2)*sin(x*y)").Derivative("x");
        var expected = formula.At(0.3, -0.7);
        var wrong = 0;
        Parallel.For(0, 8, _ =>
        {
            for (var i = 0; i < 50_000; i++)
                if (!formula.At(0.3, -0.7).Equals(expected)) Interlocked.Increment(ref wrong);
            if (!string.Equals(formula.Derivative("y").Text, formula.Derivative("y").Text, StringComparison.Ordinal)) Interlocked.Increment(ref wrong);
        });
        Assert.Equal(0, wrong);
    }

    [Fact]
    public void A_call_makes_no_garbage()
    {
        var formula = Formula.Parse("f(x, y) = x^3*y - sin(x)");
        for (var i = 0; i < 1_000; i++) formula.At(i, 2);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++) formula.At(i, 2);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000);
    }

    [Theory]
    [InlineData("tanh(2x")]
    [InlineData("")]
    [InlineData("[x, x^2]")]
    [InlineData("f(x) = foo(x)")]
    public void What_is_no_formula_of_numbers_is_refused(string text) => Assert.Throws<FormulaException>(() => Formula.Parse(text));

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        var formula = Formula.Parse("f(x, z) = x*z");
        Assert.Throws<ArgumentException>(() => formula.At(1));
        Assert.Throws<ArgumentException>(() => formula.At(new Dictionary<string, double>(StringComparer.Ordinal) { ["x"] = 1 }));
        Assert.Throws<ArgumentException>(() => formula.Derivative());
        Assert.Throws<ArgumentException>(() => formula.Derivative("y"));
        Assert.Throws<ArgumentOutOfRangeException>(() => formula.Derivative("x", -1));
        Assert.ThrowsAny<CalculusException>(() => formula.Derivative("x", 21));
        Assert.Throws<UnboundSymbolException>(() => Formula.Parse("f(x) = a*x").At(1));
        Assert.ThrowsAny<CalculusException>(() => Formula.Parse(new string('x', 20_000)));
    }

    [Fact]
    public void Says_what_has_to_be_said() => Assert.Contains(Formula.Parse("log(x)").Notes, static note => note.Contains("natural", StringComparison.Ordinal));
}
