using Calculus.Binding;
using Calculus.Syntax;
using Calculus.Tests.Laws;
using Xunit;

namespace Calculus.Tests.Language;

/// <summary>What people write in other countries, in other notations and in a hurry.</summary>
public sealed class ReadAsMeantTests
{
    [Theory]
    [InlineData("tg(x)", "tan(x)")]
    [InlineData("ctg(x) + cotg(x)", "2*cot(x)")]
    [InlineData("cosec(x)", "csc(x)")]
    [InlineData("arctg(x)", "atan(x)")]
    [InlineData("arcsin(x) + asen(x)", "2*asin(x)")]
    [InlineData("sen(x)", "sin(x)")]
    [InlineData("sh(x) + ch(x) + th(x)", "sinh(x) + cosh(x) + tanh(x)")]
    [InlineData("lg(x) + ld(x)", "log10(x) + log2(x)")]
    [InlineData("tg x + lg x", "tan(x) + log10(x)")]
    [InlineData("tg^2 x", "tan(x)^2")]
    [InlineData("th = 3; th*x", "3*x")]
    [InlineData("ch(x) = x^2; ch(2x)", "4*x^2")]
    [InlineData("pow(x, 2)", "x^2")]
    [InlineData("-pow(x + 1, 2)*3", "-3*(x + 1)^2")]
    [InlineData("pow(pow(x, 2), y)", "(x^2)^y")]
    [InlineData("where(x > 0, x, 2x)", "if(x > 0, x, 2*x)")]
    [InlineData("maximum(x, 0) + minimum(x, 1)", "max(x, 0) + min(x, 1)")]
    [InlineData("power(x, 3) + square(x + 1)", "x^3 + (x + 1)^2")]
    [InlineData("square = 2; square*x", "2*x")]
    [InlineData("power(x) = x^3; power(2x)", "8*x^3")]
    [InlineData("cotan(x) + arcctg(x)", "cot(x) + acot(x)")]
    [InlineData("arsh(x) + arch(x) + arth(x) + cth(x)", "asinh(x) + acosh(x) + atanh(x) + coth(x)")]
    [InlineData("sgn(x) + arcosh(x)", "sign(x) + acosh(x)")]
    [InlineData("10 mod 3", "1")]
    [InlineData("x mod 3", "mod(x, 3)")]
    [InlineData("2x mod (x + 1)", "mod(2*x, x + 1)")]
    [InlineData("2 mod(x, 3)", "2*mod(x, 3)")]
    [InlineData("sin(90°)", "1")]
    [InlineData("x + 180°", "x + pi")]
    [InlineData("90°^2", "(pi/2)^2")]
    [InlineData("½x", "x/2")]
    [InlineData("2½ + x", "5/2 + x")]
    [InlineData("¾x²", "3*x^2/4")]
    [InlineData("x₁ + x₂", "x1 + x2")]
    [InlineData("x₁₂", "x12")]
    [InlineData("g(x) = x^4; f(x) = g‴(x)", "f(x) = 24*x")]
    [InlineData("|2|x| - 3|", "abs(2*abs(x) - 3)")]
    [InlineData("||x| - 1|", "abs(abs(x) - 1)")]
    [InlineData("||x| - |y||", "abs(abs(x) - abs(y))")]
    [InlineData("|x||y|", "abs(x)*abs(y)")]
    [InlineData("x e^x", "x*exp(x)")]
    [InlineData("2pi x", "2*pi*x")]
    [InlineData("f(tau) = tau^2", "f(t) = t^2", "tau")]
    public void A_text_is_read_as_it_is_meant(string text, string meaning, string renamed = "")
    {
        var (read, meant) = (Of(text), Of(meaning));
        var printed = read.Print(read.Function).Text;
        Assert.Equal(meant.Print(meant.Function).Text, renamed.Length > 0 ? printed.Replace(renamed, "t", StringComparison.Ordinal) : printed, StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("f(x) = ax^2 + bx + c", "ax", "a*x")]
    [InlineData("f(x) = ax^2 + bx + c", "bx", "b*x")]
    [InlineData("sin2x + x", "sin2x", "sin(2*x)")]
    [InlineData("xy + x", "xy", "x*y")]
    [InlineData("ax^2 + bx + c", "bx", "b*x")]
    [InlineData("mx + b", "mx", "m*x")]
    [InlineData("ax + by + c", "by", "b*y")]
    [InlineData("axy + 1", "axy", "a*x*y")]
    [InlineData("2kxz - 1", "kxz", "k*x*z")]
    [InlineData("abx + c", "abx", "a*b*x")]
    [InlineData("xy", "xy", "x*y")]
    [InlineData("f(x, y) = axy", "axy", "a*x*y")]
    [InlineData("g(t) = kt^2", "kt", "k*t")]
    [InlineData("ln2x + 1", "ln2x", "ln(2*x)")]
    [InlineData("sqrt2x - x", "sqrt2x", "sqrt(2*x)")]
    [InlineData("x + exp3x", "exp3x", "exp(3*x)")]
    [InlineData("f(r) = r*pih", "pih", "pi*h")]
    public void A_short_name_that_may_be_a_product_is_told(string text, string name, string product)
    {
        var note = Of(text).Definition.Notes.Single(each => string.Equals(each.Readings?[0], name, StringComparison.Ordinal));
        Assert.Equal([name, product], note.Readings);
        Assert.Equal(name, text[note.Span!.Value.Start..note.Span.Value.End], StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("yx + 1")]
    [InlineData("tax * rate")]
    [InlineData("f(ax) = 3ax")]
    public void A_name_that_looks_like_no_product_is_a_name(string text) =>
        Assert.DoesNotContain(Of(text).Definition.Notes, static note => note.Readings is { Count: 2 });

    [Theory]
    [InlineData("sin(0,5x)", "did you mean sin(0.5*x), a decimal with a point? With a comma these are two arguments, 0 and 5*x")]
    [InlineData("exp(-0,5x^2)", "did you mean exp(-0.5*(x^2)), a decimal with a point? With a comma these are two arguments, -0 and 5*(x^2)")]
    [InlineData("cos(x + 0,25)", "did you mean cos(x + 0.25), a decimal with a point? With a comma these are two arguments, x + 0 and 25")]
    [InlineData("atan2(y, 1,5x)", "did you mean atan2(y, 1.5*x), a decimal with a point? With a comma these are two arguments, 1 and 5*x")]
    [InlineData("hypot(0,5, x)", "did you mean hypot(0.5, x), a decimal with a point? With a comma these are two arguments, 0 and 5")]
    [InlineData("1,500.23", "write 1500.23")]
    [InlineData("2x + 12,345.678", "write 12345.678")]
    [InlineData("exp(1,5)", "write a decimal with a point: 1.5")]
    [InlineData("1.500,23", "write 1500.23")]
    [InlineData("1,500x", "write 1.500, or leave out a comma that separates thousands")]
    [InlineData("(1,2)", "write 1.2")]
    [InlineData("pow(0,5, 2)", "did you mean pow(0.5, 2), a decimal with a point? With a comma these are two arguments, 0 and 5")]
    [InlineData("pow(x, 0,5)", "did you mean pow(x, 0.5), a decimal with a point? With a comma these are two arguments, 0 and 5")]
    [InlineData("pow(1,5x, 2)", "did you mean pow(1.5*x, 2), a decimal with a point? With a comma these are two arguments, 1 and 5*x")]
    [InlineData("square(0,5)", "write a decimal with a point: 0.5")]
    [InlineData("np.power(x, 1,5)", "did you mean np.power(x, 1.5), a decimal with a point? With a comma these are two arguments, 1 and 5")]
    [InlineData("max(0,5; x)", "write a comma between arguments, and a point in decimals; or add ')'")]
    [InlineData("max(0,5 ; x)", "write a comma between arguments, and a point in decimals; or add ')'")]
    [InlineData("pow(x; 2)", "write a comma between arguments, and a point in decimals; or add ')'")]
    [InlineData("f(x) = min(x^2; 1,5)", "write a comma between arguments, and a point in decimals; or add ')'")]
    public void A_decimal_comma_that_may_be_something_else_is_asked_back(string text, string hint)
    {
        var refusal = Assert.Throws<FormulaException>(() => Of(text));
        Assert.Equal(hint, refusal.Hint, StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("0,5x^2", "0.5x^2")]
    [InlineData("f(x) = 0,5x + 1,25", "f(x) = 0.5x + 1.25")]
    [InlineData("x − 0,5", "x - 0.5")]
    [InlineData("3,5", "3.5")]
    [InlineData("2*(x + 0,1)^2", "2*(x + 0.1)^2")]
    [InlineData("|x - 1,5|", "|x - 1.5|")]
    [InlineData("0,125*sin(x)", "0.125*sin(x)")]
    [InlineData("e^(-0,5x)", "e^(-0.5x)")]
    [InlineData("sin 0,5x", "sin 0.5x")]
    [InlineData("x^0,5", "x^0.5")]
    [InlineData("a = 1,5; a*x", "a = 1.5; a*x")]
    [InlineData("max(x, (x + 0,5)/2)", "max(x, (x + 0.5)/2)")]
    public void A_decimal_comma_is_read_where_it_can_be_nothing_else(string text, string same) =>
        Assert.Equal(Of(same).Function.Hash, Of(text).Function.Hash);

    private static Study Of(string text) => Study.Of(text, BindingContext.Empty, Definitions.Budget());
}
