using Calculus.Syntax;
using Xunit;

namespace Calculus.Tests.Syntax;

public sealed class NoteTests
{
    [Theory]
    [InlineData("1/2x", 0, 4, "(1/2)*x", "1/(2*x)")]
    [InlineData("1/2 x", 0, 5, "(1/2)*x", "1/(2*x)")]
    [InlineData("3 + 1./2x", 4, 9, "(1 ./ 2)*x", "1 ./ (2*x)")]
    [InlineData("8/2(2+2)", 0, 8, "(8/2)*(2 + 2)", "8/(2*(2 + 2))")]
    [InlineData("1/x^2y", 0, 6, "(1/(x^2))*y", "1/((x^2)*y)")]
    [InlineData("x/2|x|", 0, 6, "(x/2)*abs(x)", "x/(2*abs(x))")]
    [InlineData("1/2 sin(x)", 0, 10, "(1/2)*sin(x)", "1/(2*sin(x))")]
    [InlineData("e^x(x+1)", 0, 8, "(e^x)*(x + 1)", "e^(x*(x + 1))")]
    [InlineData("e^-x(x+1)", 0, 9, "(e^(-x))*(x + 1)", "e^((-x)*(x + 1))")]
    [InlineData("e^2x", 0, 4, "(e^2)*x", "e^(2*x)")]
    [InlineData("2^3x", 0, 4, "(2^3)*x", "2^(3*x)")]
    [InlineData("5*2^-3x", 2, 7, "(2^(-3))*x", "2^((-3)*x)")]
    [InlineData("e^x^2(x+1)", 0, 10, "(e^(x^2))*(x + 1)", "e^((x^2)*(x + 1))")]
    [InlineData("x^x(x+1)", 0, 8, "(x^x)*(x + 1)", "x^(x*(x + 1))")]
    [InlineData("x(x+1)", 0, 6, "x*(x + 1)", "x(x + 1)")]
    [InlineData("f(x) = x(2)", 7, 11, "x*2", "x(2)")]
    [InlineData("2x(x+1)^2", 1, 9, "x*((x + 1)^2)", "(x(x + 1))^2")]
    [InlineData("e(x)", 0, 4, "e*x", "e(x)")]
    [InlineData("sin^2(x)", 0, 8, "(sin(x))^2", "sin(sin(x))")]
    [InlineData("sin^2 x", 0, 7, "(sin(x))^2", "sin(sin(x))")]
    [InlineData("cos²x", 0, 5, "(cos(x))^2", "cos(cos(x))")]
    [InlineData("sin^-1(x)", 0, 9, "asin(x)", "(sin(x))^(-1)")]
    [InlineData("cosh^-1 x", 0, 9, "acosh(x)", "(cosh(x))^(-1)")]
    [InlineData("sin^-2(x)", 0, 9, "(sin(x))^(-2)", "sin(x^(-2))")]
    [InlineData("max^2(x, y)", 0, 11, "(max(x, y))^2", "max(x^2, y)")]
    [InlineData("log_2^2(x)", 0, 10, "(log(x, 2))^2", "log(x^2, 2)")]
    [InlineData("sin 2x", 0, 6, "sin(2*x)", "sin(2)*x")]
    [InlineData("sin -2x", 0, 7, "sin((-2)*x)", "sin(-2)*x")]
    [InlineData("sin x^2", 0, 7, "sin(x^2)", "(sin(x))^2")]
    [InlineData("sin -x^2", 0, 8, "sin(-(x^2))", "(sin(-x))^2")]
    [InlineData("√2x", 0, 3, "sqrt(2*x)", "sqrt(2)*x")]
    [InlineData("log_2 2x", 0, 8, "log(2*x, 2)", "log(2, 2)*x")]
    [InlineData("sin x cos x", 0, 11, "sin(x)*cos(x)", "sin(x*cos(x))")]
    [InlineData("sin x/y", 0, 7, "sin(x)/y", "sin(x/y)")]
    [InlineData("sin x*y", 0, 7, "sin(x)*y", "sin(x*y)")]
    [InlineData("2 sin x / y", 0, 11, "(2*sin(x))/y", "2*sin(x/y)")]
    [InlineData("3e2x", 0, 4, "3e2*x", "3*e2x")]
    [InlineData("2e-3x", 0, 5, "2e-3*x", "(2*e) - (3*x)")]
    public void Writes_out_both_readings_where_people_read_two(string text, int start, int end, string taken, string other)
    {
        var note = Assert.Single(Reading.Of(text).Notes);
        Assert.Equal(NoteCodes.Ambiguous, note.Code);
        Assert.Equal(new TextSpan(start, end), note.Span);
        Assert.Collection(note.Readings!, first => Assert.Equal(taken, first), second => Assert.Equal(other, second));
        Assert.StartsWith("This can be read in two ways.", note.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("f(x, z) = 2z^3 x^2")]
    [InlineData("f(x, z) = 2z^3x^2")]
    [InlineData("x^2(x+1)")]
    [InlineData("x^-2(x+1)")]
    [InlineData("e^x (x+1)")]
    [InlineData("e^(2)x")]
    [InlineData("(e^2)x")]
    [InlineData("e²x")]
    [InlineData("(1/2)x")]
    [InlineData("1/(2x)")]
    [InlineData("a/b*c")]
    [InlineData("-1/2*x")]
    [InlineData("2pi(x+1)")]
    [InlineData("x*(x+1)")]
    [InlineData("sin(x)^2")]
    [InlineData("sin(2x)/3")]
    [InlineData("sin x")]
    [InlineData("sin -x")]
    [InlineData("sin x + y")]
    [InlineData("sin (x+1) x")]
    [InlineData("asin(x)")]
    [InlineData("3e2*x")]
    [InlineData("2e")]
    [InlineData("ln(x) + log10(x) + log2(x) + log(x, 2) + log_2(x) + log_2 x")]
    [InlineData("|x-5||y|")]
    [InlineData("-x^2")]
    [InlineData("2^3^2")]
    public void Is_silent_where_there_is_one_reading(string text) => Assert.Empty(Reading.Of(text).Notes);

    [Theory]
    [InlineData("log(x)", 0)]
    [InlineData("f(x) = x*log x", 9)]
    [InlineData("log(x) + log(y) + log(y, 2)", 0)]
    [InlineData("ln(x) + log(y)", 8)]
    [InlineData("p = log(3); f(x) = p*log(x)", 4)]
    public void Says_once_that_log_is_natural(string text, int start)
    {
        var note = Assert.Single(Reading.Of(text).Notes);
        Assert.Equal((NoteCodes.NaturalLog, new TextSpan(start, start + 3)), (note.Code, note.Span));
        Assert.Null(note.Readings);
    }

    [Fact]
    public void Gives_every_note_in_the_order_of_the_text()
    {
        var notes = Reading.Of("1/2x + sin^2 x / log x^2 + x(x+1)").Notes;
        Assert.Equal("0-4 7-14 7-24 17-20 17-24 27-33",
            string.Join(' ', notes.OrderBy(note => (note.Span!.Value.Start, note.Span.Value.End)).Select(note => $"{note.Span!.Value.Start}-{note.Span.Value.End}")));
        Assert.Equal(notes.OrderBy(note => note.Span!.Value.Start), notes);
    }

    [Fact]
    public void Does_not_drown_a_long_text_in_notes()
    {
        var notes = Reading.Of(string.Concat(Enumerable.Repeat("1/2x+", 200)) + "log(x)").Notes;
        Assert.Equal(21, notes.Count);
        Assert.Equal(NoteCodes.NaturalLog, notes[^1].Code);
    }

    [Fact]
    public void Cuts_readings_that_are_too_long_to_compare()
    {
        var reading = Reading.Of("1/2(" + string.Concat(Enumerable.Repeat("x+", 1_000)) + "x)").Notes[0].Readings![0];
        Assert.Equal(501, reading.Length);
        Assert.EndsWith("…", reading, StringComparison.Ordinal);
    }
}
