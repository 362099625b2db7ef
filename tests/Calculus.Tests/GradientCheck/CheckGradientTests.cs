using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.GradientCheck;
using Calculus.Syntax;
using Xunit;

namespace Calculus.Tests.GradientCheck;

public sealed class CheckGradientTests
{
    [Theory]
    [InlineData("x^2", 3, "2x")]
    [InlineData("x^2", 3, "x + x")]
    [InlineData("1/(1 + exp(-x))", 0.3, "exp(-x)/(1 + exp(-x))^2")]
    [InlineData("s(t) = 1/(1 + exp(-t)); f(x) = s(x)", 0.3, "s(x)*(1 - s(x))")]
    [InlineData("f(x) = sigmoid(x)", 0.3, "f(x)*(1 - f(x))")]
    [InlineData("f(x) = x^3", 0.3, "f'(x)")]
    [InlineData("p = x^2; p*sin(x)", 0.3, "2x*sin(x) + p*cos(x)")]
    [InlineData("tan(x)", 0.3, "1/cos(x)^2")]
    [InlineData("x^x", 1.7, "(log(x) + 1)*x^x")]
    [InlineData("log(x - 50)", 50.01, "1/(x - 50)")]
    [InlineData("asin(1000x)", 0.0001, "1000/sqrt(1 - 1e6 x^2)")]
    [InlineData("(x^2 - 1)/(x - 1)", 3, "1 + 0x")]
    public void A_right_formula_is_right_however_it_is_written(string function, double x, string claimed)
    {
        var report = Checking.Of(function, [x], claimed);
        Assert.True(report.Correct, report.Verdict);
        Assert.True(report.Components[0].PointsCompared > 3);
    }

    [Fact]
    public void A_formula_is_not_judged_by_the_point_alone()
    {
        var report = Checking.Of("x^3", [2], "x^3 + 4");
        Assert.False(report.Correct);
        Assert.Equal(0, report.Components[0].RelativeError);
        Assert.NotNull(report.Components[0].DiffersAt);
        Assert.Contains("agrees at the point", report.Verdict, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("abs(x)", "0.3", true)]
    [InlineData("abs(x)", "-1", true)]
    [InlineData("abs(x)", "1.5", false)]
    [InlineData("abs(x)", "sign(x)", true)]
    [InlineData("abs(x)", "x/abs(x)", true)]
    [InlineData("abs(x)", "1", true)]
    [InlineData("relu(x)", "1", true)]
    [InlineData("relu(x)", "step(x)", true)]
    [InlineData("relu(x)", "-0.1", false)]
    [InlineData("abs(x)", "2sign(x)", false)]
    [InlineData("max(x, 2x)", "1.5", true)]
    public void At_a_kink_any_slope_between_the_two_sides_is_right(string function, string claimed, bool correct)
    {
        var report = Checking.Of(function, [0], claimed);
        Assert.Equal(correct, report.Correct);
        Assert.True(correct == false || report.Components[0].Remark!.Contains("kink", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("log(x)", -1, "-1")]
    [InlineData("sqrt(x)", 0, "5")]
    [InlineData("1/x", 0, "5")]
    public void Without_a_derivative_nothing_is_right_or_wrong(string function, double x, string claimed)
    {
        var report = Checking.Of(function, [x], claimed);
        Assert.Null(report.Correct);
        Assert.NotNull(report.Components[0].Remark);
    }

    [Fact]
    public void A_claimed_formula_without_a_value_at_the_point_is_wrong()
    {
        var report = Checking.Of("x^3", [0], "3x^3/x*(x/x)^0.5");
        Assert.False(report.Correct);
        Assert.Contains("no finite value", report.Components[0].Remark, StringComparison.Ordinal);
    }

    [Fact]
    public void A_claimed_formula_without_any_value_is_wrong() => Assert.False(Checking.Of("x^2", [1], "log(-1 - x^2)").Correct);

    [Fact]
    public void What_is_right_wherever_it_has_a_value_has_no_slip() => Assert.Empty(Checking.Of("x^3", [0], "3x^3/x*(x/x)^0.5").Components[0].Diagnoses);

    [Fact]
    public void Where_nothing_explains_it_nothing_is_pretended()
    {
        var report = Checking.Of("x^2*sin(x)", [1.3], "17.3914");
        Assert.False(report.Correct);
        Assert.Empty(report.Components[0].Diagnoses);
        Assert.Contains("No known slip", report.Verdict, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_what_is_claimed_is_judged()
    {
        var report = Checking.Of("x^2*y", [3, 2], "-", "9");
        Assert.True(report.Correct);
        Assert.Equal(1, Assert.Single(report.Components).Claim.Place);
    }

    [Fact]
    public void The_place_of_the_slip_is_named_as_it_is_written()
    {
        var explanation = Checking.Of("sin((x^2)^3)", [0.9], "cos((x^2)^3)").Components[0].Diagnoses[0].Explanation;
        Assert.Contains("The inner derivative 6*x^5 of (x^2)^3", explanation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2x +", 3, 4)]
    [InlineData("2y", 1, 2)]
    [InlineData("2x)", 2, 3)]
    [InlineData("foo(x)", 0, 3)]
    [InlineData("", 0, 0)]
    [InlineData("2x; 3x", 4, 6)]
    [InlineData("a = 2; a*x", 2, 3)]
    public void A_text_that_cannot_be_read_is_refused_at_its_place(string claimed, int start, int end)
    {
        foreach (var function in new[] { "x^2", "f(x) = x^2", "h(u) = u^2; f(x) = h(x)" })
        {
            var refusal = Assert.Throws<FormulaException>(() => Checking.Of(function, [1], claimed));
            Assert.Equal(new TextSpan(start, end), refusal.Span);
        }
    }

    [Fact]
    public void A_thousand_components_are_checked()
    {
        const int n = 1_000;
        var function = string.Join(" + ", Enumerable.Range(1, n).Select(static i => $"w{i}^2"));
        var point = Enumerable.Range(1, n).Select(static i => i / 8.0).ToArray();
        var report = Checking.Of(function, point, [.. point.Select(static x => (2 * x).ToString("R", System.Globalization.CultureInfo.InvariantCulture))]);
        Assert.True(report.Correct);
        var doubled = Checking.Of(function, point, [.. point.Select(static x => (-2 * x).ToString("R", System.Globalization.CultureInfo.InvariantCulture))]);
        Assert.Equal("descent-direction", doubled.Diagnosis!.Slip);
    }

    [Fact]
    public void A_search_without_budget_says_so_and_the_judgement_remains()
    {
        var function = string.Join(" + ", Enumerable.Range(1, 60).Select(static i => $"sin({i}x)"));
        var study = Study.Of(function, BindingContext.Empty, new Budget(new Limits { GraphNodes = 1_500 }, TestContext.Current.CancellationToken));
        var report = study.CheckGradient([new Claim(0, ArrayValue.Of(17.39))], [0.3]);
        Assert.False(report.Correct);
        Assert.True(report.IsCut);
    }
}
