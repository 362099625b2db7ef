using Calculus.Syntax;
using Xunit;

namespace Calculus.Tests.Syntax;

public sealed class RefusalTests
{
    [Theory]
    [InlineData("[1 2 3]", 1, 4,
        "Two numbers are written side by side.", "write a comma between entries")]
    [InlineData("x^2 3", 2, 5,
        "Two numbers are written side by side.", "write '*' for a product")]
    [InlineData("2²3", 1, 3,
        "A number cannot directly follow '²'.", "write '*' for a product, '^' for a power")]
    [InlineData("[1 -2]", 3, 4,
        "In a list '-2' can be an entry of its own or belong to what comes before it.", "write a comma between entries, or spaces on both sides of the sign")]
    [InlineData("3,500", 0, 5,
        "A number has a decimal point, not a comma.", "write 3.500, or leave out a comma that separates thousands")]
    [InlineData("(1,2)", 1, 4,
        "A number has a decimal point, not a comma.", "write 1.2")]
    [InlineData("x^2 = 3", 4, 5,
        "Equations are not accepted here: '=' defines, and 'x^2' is neither a name nor a signature such as f(x).", "to compare, write '=='")]
    [InlineData("x + y = 3", 6, 7,
        "Equations are not accepted here: '=' defines, and 'x + y' is neither a name nor a signature such as f(x).", "to compare, write '=='")]
    [InlineData("f(x,) = 3", 4, 5,
        "A signature lists names, not ')'.", null)]
    [InlineData("(x = 3)", 3, 4,
        "'=' defines a name at the beginning of a statement; it does not compare.", "write '=='")]
    [InlineData("∞ = 3", 0, 1,
        "'∞' has a fixed meaning and cannot be redefined.", "choose another name")]
    [InlineData("f(x)=1; f = 2", 8, 9,
        "'f' is defined twice.", "choose another name")]
    [InlineData("p = 1", 0, 1,
        "'p' is given with the request and also defined here.", "choose another name", "p")]
    [InlineData("x; y", 0, 1,
        "A helper needs a name; an expression without one may only come last.", "write for example p = …, or name(x) = …")]
    [InlineData("x^2\ny = 3", 0, 3,
        "A helper needs a name; an expression without one may only come last.", "write for example p = …, or name(x) = …")]
    [InlineData("f(x) = x\n- 1", 9, 10,
        "A new line ends a statement, and this one begins with '-'.", "to go on over several lines put the expression in brackets; to begin a statement end the one before with ';'")]
    [InlineData("((x)", 0, 1,
        "'(' is never closed.", "add ')'")]
    [InlineData("f(x) = (x; y)", 7, 8,
        "'(' is not closed before ';', which ends a statement.", "add ')'")]
    [InlineData("[1, 2; 3, 4]", 0, 1,
        "'[' is not closed before ';', which ends a statement.", "a matrix is written by rows: [[1, 2], [3, 4]]")]
    [InlineData("[]", 0, 2,
        "There is nothing between these brackets; at least one entry is expected.", null)]
    [InlineData("x[]", 1, 3,
        "There is nothing between these brackets; at least one entry is expected.", null)]
    [InlineData("(|x)", 1, 2,
        "'|' is never closed.", "write abs(…), or 'or' for a disjunction")]
    [InlineData("|(x|)", 3, 4,
        "'|' is never closed.", "write abs(…), or 'or' for a disjunction")]
    [InlineData("x[:2]", 2, 3,
        "A slice names both ends; a ':' alone is the whole axis.", "write 1:5")]
    [InlineData("x[2:]", 4, 5,
        "A value is expected after ':', not ']'.", "a slice names both ends: x[2:5]")]
    [InlineData("x[1:2:3]", 5, 6,
        "An index has at most one ':', as in x[2:5].", null)]
    [InlineData("sum(1..3, i)", 5, 7,
        "A range belongs after an index and '=', as in sum(i = 1..n, …).", null)]
    [InlineData("x and", 2, 5,
        "A value is expected after 'and', not the end of the text.", null)]
    [InlineData("2^not y", 2, 5,
        "'not' cannot follow an operator that binds more tightly.", "write (not …)")]
    [InlineData("x < y < z", 2, 7,
        "Comparisons cannot be chained.", "write a < b and b < c")]
    [InlineData("²", 0, 1,
        "A value is expected here, not '²'.", null)]
    [InlineData("⁻x", 0, 1,
        "A superscript is a whole number; this one has no digits.", "write '^' and brackets")]
    [InlineData("1e5.2", 0, 5,
        "A number has one decimal point, and none in its exponent.", null)]
    [InlineData("∑x", 0, 1,
        "'∑' (U+2211) has no meaning here.", "write sum(i = 1..n, …)")]
    [InlineData("a.b", 1, 2,
        "'.' has no meaning here.", "a decimal point needs a digit beside it")]
    [InlineData("xж", 1, 2,
        "'ж' (U+0436) is not a letter of this language: names are written with ASCII and Greek letters, digits and '_'.", null)]
    [InlineData(";", 0, 1,
        "There is nothing here to read; a formula is expected.", "write for example x^2 + 3")]
    public void Says_what_was_found_where_and_what_to_write(
        string text, int start, int end, string message, string? hint, string declared = "") =>
        Reading.Refuses(text, start, end, message, hint, declared);

    [Theory]
    [InlineData("   ")]
    [InlineData(";;\n;")]
    public void Refuses_an_empty_text(string text)
    {
        var refusal = Assert.Throws<FormulaException>(() => Reading.Of(text));
        Assert.Equal(new TextSpan(0, text.Length), refusal.Span);
        Assert.StartsWith("There is nothing here to read", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData('\0')]
    [InlineData('\u0007')]
    [InlineData('\u202E')]
    [InlineData('\u0301')]
    [InlineData('\uE000')]
    [InlineData('\uD800')]
    [InlineData('\uDC00')]
    public void Does_not_echo_what_cannot_be_seen(char character)
    {
        var refusal = Assert.Throws<FormulaException>(() => Reading.Of($"x + {character}"));
        Assert.Equal(new TextSpan(4, 5), refusal.Span);
        Assert.DoesNotContain(character, refusal.Message);
    }

    [Fact]
    public void Shortens_what_it_quotes()
    {
        var refusal = Assert.Throws<FormulaException>(() => Reading.Of(new string('x', 50) + "^2 = 3"));
        Assert.Contains("xxx…'", refusal.Message, StringComparison.Ordinal);
        Assert.True(refusal.Message.Length < 150);
    }

    // The machine's culture must not affect how a text is read.
    [Theory]
    [InlineData("\u212A + 1", 0)]
    [InlineData("ſin(x)", 0)]
    [InlineData("sİn(x)", 1)]
    [InlineData("ｘ + 1", 0)]
    public void Folds_no_letters(string text, int start) =>
        Assert.Equal(start, Assert.Throws<FormulaException>(() => Reading.Of(text)).Span.Start);
}
