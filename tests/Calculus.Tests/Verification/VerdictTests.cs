using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Tests.Laws;
using Calculus.Verification;
using Xunit;

namespace Calculus.Tests.Verification;

/// <summary>Where the points of a check are, and what is reported if there are none.</summary>
public sealed class VerdictTests
{
    [Theory]
    [InlineData("x^2")]
    [InlineData("5")]
    [InlineData("acosh(x)")]
    [InlineData("log(-x)")]
    [InlineData("asin(x/1000)")]
    [InlineData("asin(1000x)")]
    [InlineData("sqrt(x - 50)")]
    [InlineData("sqrt(1e6 - x)*log(x - 999000)")]
    [InlineData("sqrt(x - 50)*sqrt(50.01 - x)")]
    [InlineData("acos(x/20 - 3)")]
    [InlineData("log(x - 2^10)")]
    [InlineData("atanh(x - exp(5))")]
    [InlineData("1/x")]
    [InlineData("1e-12*x^2 + 1e-14*sin(x)")]
    [InlineData("1e12*x^3")]
    [InlineData("sin(1000x)")]
    [InlineData("exp(-x^2/2)/sqrt(2pi)")]
    [InlineData("exp(1e5*x)")]
    [InlineData("sin(x)^2 + cos(x)^2")]
    [InlineData("x - x")]
    [InlineData("floor(x)")]
    [InlineData("relu(x) - relu(x - 1)")]
    [InlineData("abs(sin(10x))")]
    [InlineData("x^(1/3)")]
    [InlineData("gamma(x)/x!")]
    [InlineData("log(1 + exp(x))")]
    [InlineData("1/(1 + exp(-x))")]
    [InlineData("(x^2 - 1)/(x - 1)")]
    [InlineData("sqrt(x^2)")]
    [InlineData("x^x")]
    [InlineData("a*x^2 + b*log(c*x)")]
    [InlineData("diff(x^5, x, 1 + 1)")]
    public void A_right_derivative_is_verified(string text)
    {
        var verdict = Verdict(text);
        Assert.True(verdict is { Verified: true, Points: >= 1, Disagreement: null }, verdict.ToString());
        Assert.InRange(verdict.SymbolicVsNumeric!.Value, 0, 1e-5);
    }

    [Theory]
    [InlineData("cos(9007199254740993*(9007199254740993*x))")]
    [InlineData("sin(3*(1e22*x))")]
    [InlineData("exp(sin(1e30*x*7))")]
    [InlineData("x^2*sin(1e12*x + 1e29)")]
    [InlineData("tan(1e25*x*y*3)")]
    [InlineData("asec(cos(9007199254740993*(9007199254740993*y))*x)")]
    [InlineData("leaky_relu(cos(9007199254740993*(9007199254740993*y)))/x")]
    public void Where_doubles_have_no_digit_in_common_nothing_is_called_wrong(string text)
    {
        var verdict = Verdict(text);
        Assert.True(verdict is { Verified: not false, Disagreement: null }, verdict.ToString());
    }

    [Theory]
    [InlineData("asec(cos(9007199254740993*(9007199254740993*y))*x)", 2)]
    [InlineData("exp(sin(1e30*x*7))", 1)]
    [InlineData("atan(x*tan(1e30*y*3))^2", 2)]
    public void Nor_where_too_little_is_left_to_look_again(string text, int order)
    {
        var study = Ask.About(text);
        var formula = study.Derivative(study.Variables[^1], order);
        var claim = new Claim(Binder.Bind(study.Definition, BindingContext.Empty, study.Function.Graph), [study.Variables.Count - 1], [formula], order);
        var verdicts = Enumerable.Range(0, 14).Select(power => Verifier.Of(claim, [], Definitions.Budget(new Limits { Operations = 10_000L << power }))).ToList();

        Assert.DoesNotContain(verdicts, static verdict => verdict.Verified == false);
        Assert.Contains(verdicts, static verdict => verdict is { Verified: null, Reason: not null });
    }

    // Beside a line as steep as this, doubles of the first derivative have few digits left of the rest, or none.
    [Theory]
    [InlineData("sec(-x) + 1e15(-x)")]
    [InlineData("tanh(x) + 1e15*x")]
    [InlineData("x*sin(x) - 3e15x")]
    [InlineData("exp(-x^2) + 1e14*x")]
    [InlineData("log(x) + 1e16 x")]
    public void Nor_where_one_part_is_so_steep_that_the_others_leave_no_trace(string text)
    {
        var verdict = Verdict(text, 2);
        Assert.True(verdict is { Verified: not false, Disagreement: null }, verdict.ToString());
    }

    [Theory]
    [InlineData("sin(x)", 20)]
    [InlineData("tanh(x)", 4)]
    [InlineData("exp(-x^2)", 10)]
    [InlineData("x^5", 7)]
    [InlineData("log(x)", 20)]
    [InlineData("x/(x^2 + 1)", 8)]
    public void So_is_one_of_higher_order(string text, int order)
    {
        var verdict = Verdict(text, order);
        Assert.True(verdict.Verified, verdict.ToString());
    }

    [Fact]
    public void An_automatic_derivative_that_grows_too_large_is_left_out_with_the_reason()
    {
        const string text = "f(x) = sin(x)*exp(x)/(1 + x^2)";
        var study = Ask.About(text);
        var formula = study.Derivative("x");
        var claim = new Claim(Binder.Bind(study.Definition, BindingContext.Empty, study.Function.Graph), [0], [formula], 1);
        var verdicts = Enumerable.Range(1, 80).Select(nodes => Verifier.Of(claim, [], Definitions.Budget(new Limits { GraphNodes = nodes }))).ToList();

        Assert.DoesNotContain(verdicts, static verdict => verdict.Verified == false);
        Assert.Contains(verdicts, static verdict => verdict is { Verified: null, Reason: not null });
        Assert.Contains(verdicts, static verdict => verdict is { Verified: true, SymbolicVsAutomatic: not null, Reason: null });
        var without = verdicts.First(static verdict => verdict is { Verified: true, SymbolicVsAutomatic: null, SymbolicVsNumeric: not null });
        Assert.Contains("Automatic differentiation", without.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("log(-1 - x^2)")]
    [InlineData("asin(2)*x")]
    [InlineData("1/(x - x)")]
    public void Where_the_function_is_defined_nowhere_nothing_is_verified(string text)
    {
        var verdict = Verdict(text);
        Assert.True(verdict is { Verified: null, Points: 0, Reason: not null }, verdict.ToString());
    }

    // Between two doubles such a function goes through all its values: nothing measured tells its slope.
    [Theory]
    [InlineData("sin(1e58*x)")]
    [InlineData("sin(1e61*x)")]
    [InlineData("sin(1e52*x)*x^2")]
    [InlineData("cos(1e70*x + 1)")]
    [InlineData("exp(sin(1e40*x))")]
    [InlineData("sin(x^40*1e30)")]
    [InlineData("log(2 + cos(1e25*x))")]
    [InlineData("tan(1e90*x)")]
    [InlineData("sin(exp(90 + x))")]
    [InlineData("cos(1e70*x + a^2*b)*c")]
    [InlineData("sin(x + a^3)*1e40")]
    public void What_doubles_do_not_follow_is_not_called_wrong(string text)
    {
        var verdict = Verdict(text);
        Assert.True(verdict is { Verified: not false, Disagreement: null }, verdict.ToString());
    }

    [Fact]
    public void Data_have_their_values_and_points_asked_about_come_first()
    {
        var context = new BindingContext(new Dictionary<string, double>(StringComparer.Ordinal) { ["a"] = 123_456.789 }, new HashSet<string>(StringComparer.Ordinal));
        var study = Study.Of("f(x) = sqrt(x - a)*sqrt(a + 1 - x)", context, Definitions.Budget());
        var formula = study.Derivative("x");
        Assert.True(study.Verify(formula, "x", 1, [[123_457.1]]).Verified);
        Assert.True(study.Verify(formula, "x", 1, []).Verified);
    }

    [Fact]
    public void Points_without_a_derivative_are_passed_over()
    {
        var study = Ask.About("abs(x) + log(x^2)");
        Assert.True(study.Study.Verify(study.Derivative("x"), "x", 1, [0], [double.MaxValue]).Verified);
    }

    [Fact]
    public void The_same_question_has_the_same_verdict_to_the_last_bit() => Assert.Equal(Verdict("x^3*sin(x)"), Verdict("x^3*sin(x)"));

    [Fact]
    public void A_check_that_costs_too_much_is_given_up_and_refuses_nothing()
    {
        var study = Study.Of("x^2 + sin(x)", BindingContext.Empty, Definitions.Budget(new Limits { Operations = 400 }));
        var verdict = study.Verify(study.Derivative("x"), "x", 1, []);
        Assert.True(verdict is { Verified: null, Reason: not null }, verdict.ToString());
        Assert.Contains("given up", verdict.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_check_ends_when_the_request_does()
    {
        using var source = new CancellationTokenSource();
        var study = Study.Of("x^2", BindingContext.Empty, new Budget(new Limits(), source.Token));
        var formula = study.Derivative("x");
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => study.Verify(formula, "x", 1, []));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(200)]
    public void A_gradient_is_verified(int count)
    {
        var names = Enumerable.Range(0, count).Select(static i => $"x{i}").ToList();
        var study = Ask.About(string.Join(" + ", names.Select((name, i) => $"log({name})*{names[(i + 1) % count]}")));
        var verdict = ((Study)study).VerifyGradient(study.Gradient(study.Variables), []);
        Assert.True(verdict.Verified, verdict.ToString());
    }

    private static Verdict Verdict(string text, int order = 1)
    {
        var study = Study.Of($"f(x) = {text}", BindingContext.Empty, Definitions.Budget());
        return study.Verify(study.Derivative("x", order), "x", order, []);
    }
}
