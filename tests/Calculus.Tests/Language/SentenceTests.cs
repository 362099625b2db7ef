using Calculus.Budgets;
using Calculus.Syntax;
using Xunit;

namespace Calculus.Tests.Language;

/// <summary>What the language promises about statements, names, numbers and derivatives inside a definition.</summary>
public sealed class SentenceTests
{
    [Theory]
    [InlineData("f(x, z) = 2z^3 x^2", "x z")]
    [InlineData("y + x*y", "y x")]
    [InlineData("a = 2; b = 3; a*x + b", "x")]
    [InlineData("f(x) = a*x", "x")]
    [InlineData("a*x + b", "x b", "a=2")]
    [InlineData("f(x, a) = a*x", "x", "a=2")]
    [InlineData("f(x, a) = a*x", "x a", "a")]
    [InlineData("e*x", "x")]
    [InlineData("e*x", "x", "e=2")]
    [InlineData("f(e, x) = e*x", "e x")]
    [InlineData("E + I*N - S*beta/gamma", "E I N S beta gamma")]
    [InlineData("step*mean", "step mean", "step mean")]
    [InlineData("f(step, mean) = step*mean + step(mean)", "step mean")]
    [InlineData("λ*α_1 + Ω", "λ α_1 Ω")]
    [InlineData("w1*loss + lambda", "w1 loss lambda")]
    public void Variables_come_from_the_signature_or_from_the_free_names(string text, string variables, string data = "") =>
        Assert.Equal(variables, string.Join(' ', Ask.About(text, data).Variables));

    [Theory]
    [InlineData("f(x) = a*x^2", "2*a*x")]
    [InlineData("f(x) = a*x^2 + n", "2*a*x")]
    [InlineData("f(x, a) = a*x^2", "2*a*x", "a=2")]
    [InlineData("e^x", "log(e)*e^x", "e=3")]
    [InlineData("f(e, x) = e^x", "log(e)*e^x")]
    [InlineData("e = 3; e^x", "log(3)*3^x")]
    [InlineData("g(x) = x^3; f(x) = g'(x) + diff(sin(x), x, 2)", "6*x - cos(x)")]
    [InlineData("g(x) = x^4; f(x) = g'''(2x)", "48")]
    [InlineData("sin'(2x)", "-2*sin(2*x)")]
    [InlineData("f(x) = x*diff(e^x, x)", "exp(x)*(x + 1)")]
    [InlineData("diff(x^2*y, y)", "2*x")]
    [InlineData("diff(x^3, x, 0)", "3*x^2")]
    [InlineData("h(b) = b^3; g(x) = x^2; f(x) = h(g(x))", "6*x^5")]
    [InlineData("0.5 x^2", "x")]
    [InlineData("0.1x", "0.1")]
    [InlineData("x/3", "1/3")]
    [InlineData("2e3x", "2000")]
    public void Derivatives_keep_constants_as_letters_and_numbers_exact(string text, string derivative, string data = "") =>
        Assert.Equal(derivative, Ask.About(text, data).Formula("x"));

    [Theory]
    [InlineData("f(x) = a*x^2", "a=3", 12, 12)]
    [InlineData("e^x", "e=3", 9, 9.887510598012987)]
    [InlineData("x^(1/3)", "", 1.2599210498948732, 0.20998684164914553)]
    [InlineData("|x - 5|", "", 3, -1)]
    [InlineData("x² + √x ÷ 2 − π·x × 3", "", -14.14244914035221, -5.248001265472743)]
    [InlineData("if(x ≤ 3 and x ≠ 2.5, x^2, 0)", "", 4, 4)]
    [InlineData("if(x ≥ 3, x, 2x)", "", 4, 2)]
    [InlineData("g(x) = x^2; f(x) = g’(x) + g″(x)", "", 6, 2)]
    [InlineData("2x\u00A0+\u20091", "", 5, 2)]
    public void Numbers_at_two(string text, string data, double value, double slope)
    {
        var study = Ask.About(text, data);
        Ask.Close(value, study.Value(2));
        Ask.Close(slope, study.Slope("x", 1, 2));
    }

    [Theory]
    [InlineData("x^(1/3)", 1, -8, 1.0 / 12)]
    [InlineData("x^(1/3)", 2, -8, 2.0 / 288)]
    [InlineData("x^(-2/5)", 1, -32, 0.4 / 128)]
    [InlineData("x^(5/3)", 3, -1, -10.0 / 27)]
    [InlineData("(x^2)^(1/3)", 1, -8, -1.0 / 3)]
    public void A_written_fraction_with_an_odd_denominator_is_a_real_power_to_any_order(string text, int order, double x, double slope) =>
        Ask.Close(slope, Ask.About(text).Slope("x", order, x), 1e-12);

    [Fact]
    public void A_name_has_sixty_four_characters_at_most()
    {
        var name = new string('q', 64);
        Assert.Equal([name], Ask.About(name).Variables);
        Assert.Equal("nameLength", Assert.Throws<LimitException>(() => Ask.About(name + "q")).Limit);
    }

    [Theory]
    [InlineData("300^300*x", "300^300")]
    [InlineData("1e300*x", "1e300")]
    [InlineData("x/7^400", "1/7^400")]
    public void A_number_that_no_double_holds_is_not_worked_out(string text, string derivative) =>
        Assert.Equal(derivative, Ask.About(text).Formula("x"));

    [Fact]
    public void A_number_that_grows_beyond_the_doubles_is_refused()
    {
        var refusal = Assert.Throws<LimitException>(() => Ask.About("1e200*1e200*x"));
        Assert.Equal("A number that the formula comes to is larger or smaller than a double can hold.", refusal.Message);
    }

    [Fact]
    public void Log_is_noted_once_and_no_base_is_lost()
    {
        Assert.Equal("natural-log", Ask.About("log(x) + log(2x)").NoteCodes());
        var study = Ask.About("log(x, b)", "b=5");
        Assert.Equal("1/(log(b)*x)", study.Formula("x"));
        Ask.Close(1 / (2 * Math.Log(5)), study.Slope("x", 1, 2));
    }

    [Fact]
    public void What_cancels_leaves_its_condition_on_the_answer()
    {
        var study = Ask.About("(x^2-1)/(x-1)");
        Assert.Equal("1", study.Formula("x"));
        Assert.Equal("This holds where x != 1.", Assert.Single(study.Notes).Message);
    }

    [Theory]
    [InlineData("log(x - 1)", 0, "log(x - 1) has no finite value at this point.")]
    [InlineData("1/x + x^0.2", 0, "1/x has no finite value at this point.")]
    [InlineData("x^0.2", -1, "x^0.2 has no finite value at this point.")]
    [InlineData("(x^2-1)/(x-1)", 1, "(x^2 - 1)/(x - 1) has no finite value at this point.")]
    public void A_note_names_the_part_where_the_domain_was_left(string text, double x, string message)
    {
        var study = Ask.About(text);
        study.Slope("x", 1, x);
        Assert.Contains(study.Notes, note => note.Code is NoteCodes.OutsideDomain && string.Equals(note.Message, message, StringComparison.Ordinal));
    }
}
