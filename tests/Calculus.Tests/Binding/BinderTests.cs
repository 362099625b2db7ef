using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Syntax;
using Calculus.Tests.Laws;
using Xunit;

namespace Calculus.Tests.Binding;

public sealed class BinderTests
{
    [Theory]
    [InlineData("x^2 + y", "x, y", "x^2 + y")]
    [InlineData("f(z, x) = x - z", "z, x", "-z + x")]
    [InlineData("h(b) = b^3; g(x) = x^2; f(x) = h(g(x))", "x", "x^6")]
    [InlineData("g(x, y) = x - 2y; f(x, y) = g(y, x)", "x, y", "y - 2x")]
    [InlineData("p = w*x + b; loss(w, b) = p^2", "w, b", "(w*x + b)^2")]
    [InlineData("g(t) = a*t; g(x) + 1", "a, x", "a*x + 1")]
    [InlineData("a = 3; a*x", "x", "3x")]
    [InlineData("f(e) = e^2", "e", "e^2")]
    [InlineData("g(x) = x^3; f(x) = g'(x) + g''(x)", "x", "3x^2 + 6x")]
    [InlineData("diff(x^4, x, 2)", "x", "12x^2")]
    [InlineData("sin'(2x)", "x", "cos(2x)")]
    [InlineData("g(u) = diff(u^2*x, u); f(x) = g(x)", "x", "2x*x")]
    [InlineData("beta*x + E + N", "beta, x, E, N", "beta*x + E + N")]
    [InlineData("x - x", "x", "0")]
    public void Names_find_their_meaning(string text, string variables, string same)
    {
        var reading = Reading.Of(text);
        Assert.Equal(variables, string.Join(", ", reading.Bound.Variables.Select(static symbol => symbol.Name)));

        var names = string.Join(", ", reading.Bound.Variables.Select(static symbol => symbol.Name));
        Assert.Equal(Reading.Of($"q({names}) = {same}").Function.Hash, reading.Function.Hash);
    }

    [Theory]
    [InlineData("if(x, 1, 2)", "This is a number, but a condition such as x > 0 is expected here.")]
    [InlineData("x + (x > 1)", "This is a condition, but a number is expected here.")]
    [InlineData("x > 1", "A definition must give a number, but this is a condition.")]
    [InlineData("sin(x, y)", "'sin' takes 1 argument; there are 2.")]
    [InlineData("max(x)", "'max' takes at least 2 arguments; there is 1.")]
    [InlineData("log(x, 2, 3)", "'log' takes 1 to 2 arguments; there are 3.")]
    [InlineData("(x^2)'", "A prime after a value means a transpose, and a number has none.")]
    [InlineData("x @ y", "'@' multiplies matrices and vectors; here it is between a number and a number.")]
    [InlineData("1e400*x", "This number is larger than a double can hold.")]
    [InlineData("1e-400*x", "This number is smaller than a double can hold.")]
    [InlineData("1e999999*x", "This number is larger than a double can hold.")]
    [InlineData("diff(x^2, 3)", "The second argument of 'diff' must be the name of a variable.")]
    [InlineData("diff(x^2, x, 1.5)", "The third argument of 'diff' must be the order, a whole number.")]
    [InlineData("g(x, y) = x*y; f(x) = g'(x, x)", "A prime needs a function of one variable; 'g' has 2.")]
    public void What_has_no_meaning_is_refused_with_its_place(string text, string message)
    {
        var refusal = Assert.Throws<FormulaException>(() => Reading.Of(text));

        Assert.Equal(message, refusal.Message);
        Assert.InRange(refusal.Span.Start, 0, refusal.Span.End);
        Assert.InRange(refusal.Span.End, refusal.Span.Start + 1, text.Length);
    }

    [Fact]
    public void Data_are_constants_and_leave_the_variables()
    {
        var data = new Dictionary<string, double>(StringComparer.Ordinal) { ["a"] = 2.5 };
        var study = Study.Of("f(x, a) = a*x^2", new BindingContext(data, new HashSet<string>(StringComparer.Ordinal)), Definitions.Budget());

        Assert.Equal(["x"], study.Variables);
        Assert.Equal("2*a*x", study.Print(study.Derivative("x")).Text);
        Assert.Equal(15, study.Evaluate([study.Derivative("x")], [3])[0]);
    }

    [Fact]
    public void Helpers_that_double_at_each_step_are_refused_by_their_number_of_nodes()
    {
        var text = "f0(x) = sin(x); " + string.Concat(Enumerable.Range(1, 30).Select(static n => $"f{n}(x) = f{n - 1}(f{n - 1}(x)); ")) + "f30(x)";

        Assert.Equal("graphNodes", Assert.Throws<LimitException>(() => Reading.Of(text)).Limit);
    }

    [Fact]
    public void Variables_are_refused_past_their_number()
    {
        static string Text(int n) => string.Join(" + ", Enumerable.Range(1, n).Select(static i => $"x{i}"));
        var limits = new Limits { Variables = 5 };

        Assert.Equal(5, Reading.Of(Text(5), limits: limits).Bound.Variables.Count);
        Assert.Equal("variables", Assert.Throws<LimitException>(() => Reading.Of(Text(6), limits: limits)).Limit);
    }
}
