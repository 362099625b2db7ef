using Calculus.Budgets;
using Calculus.Syntax;
using Xunit;

namespace Calculus.Tests.Syntax.Code;

/// <summary>Python as it stands in notebooks, and JavaScript.</summary>
public sealed class NotebookTests
{
    public static TheoryData<string, string, string> Rows => ForeignNotations.RowsOf("Code/notebooks.txt");

    [Theory, MemberData(nameof(Rows))]
    public void Code_of_a_notebook_is_read_as_meant(string text, string meaning, string shapes) =>
        ForeignNotations.AssertMeans(text, meaning, shapes, SourceFormat.Python);

    [Fact]
    public void There_are_enough_of_them() => Assert.True(Rows.Count >= 100);

    [Theory]
    [InlineData("Math.pow(x, 2)", "x^2")]
    [InlineData("x => x*x", "f(x) = x*x")]
    [InlineData("(x, y) => x**2 + Math.max(x, y)", "f(x, y) = x^2 + max(x, y)")]
    [InlineData("const f = x => x > 0 ? x : 0.1*x;", "f(x) = if(x > 0, x, 0.1*x)")]
    [InlineData("function f(x) { const y = x*x; return y + 1; }", "y = x*x; f(x) = y + 1")]
    [InlineData("x => x === 0 ? 1 : Math.sin(x)/x", "f(x) = if(x == 0, 1, sin(x)/x)")]
    [InlineData("Math.PI * Math.exp(-x) // half", "pi*exp(-x)")]
    [InlineData("x => x > 0 && x < 1 ? 1 : 0", "f(x) = if(x > 0 and x < 1, 1, 0)")]
    [InlineData("Math.log(x) + Math.log10(x) + Math.abs(x)", "ln(x) + log10(x) + abs(x)")]
    [InlineData("let g = (x) => Math.tanh(x);", "g(x) = tanh(x)")]
    public void JavaScript_is_read_as_meant(string text, string meaning) => ForeignNotations.AssertMeans(text, meaning, "", SourceFormat.Javascript);

    [Theory]
    [InlineData("if __name__ == '__main__':\n    f(3)", 0, 2, "A statement that branches is not read here.")]
    [InlineData("def f(x):\n    if x > 0:\n        return x\n    return 0", 14, 16, "A function here has assignments and one return.")]
    [InlineData("for i in range(3): np.exp(i)", 0, 3, "A loop is not read here.")]
    [InlineData("np.fft.fft(x)", 0, 10, "'np.fft.fft' has no meaning in a formula here.")]
    [InlineData("__import__('os').system('ls')", 11, 15, "A text has no meaning in a formula.")]
    [InlineData("print(np.exp(x))", 0, 5, "'print' is not arithmetic, so it is not read here.")]
    [InlineData("lambda x: x.__class__(1)", 11, 21, "'.__class__' has no meaning in a formula here.")]
    [InlineData("np.sum(x, where=y)", 10, 16, "The option 'where' is not read here.")]
    [InlineData("np.exp(x))", 9, 10, "')' closes a bracket that was never opened.")]
    [InlineData("x.shape(0)", 1, 7, "'.shape' has no meaning in a formula here.")]
    [InlineData("x[-1]", 2, 3, "Places are counted from the beginning here.")]
    [InlineData("[np.exp(i) for i in x]", 11, 14, "'for' is not arithmetic, so it is not read here.")]
    public void What_is_more_than_arithmetic_is_refused_at_its_place(string text, int start, int end, string message)
    {
        var refusal = Assert.Throws<FormulaException>(() => DefinitionParser.Parse(text, Reading.Words("") with { Format = SourceFormat.Python }, new Budget(new Limits())));
        Assert.Equal(message, refusal.Message, StringComparer.Ordinal);
        Assert.Equal(new TextSpan(start, end), refusal.Span);
    }

    // Words of programs are names in formulas.
    [Theory]
    [InlineData("f(function, kept) = function - kept", SourceFormat.Text)]
    [InlineData("function - kept", SourceFormat.Text)]
    [InlineData("f(cost, return) = return - cost", SourceFormat.Text)]
    [InlineData("return - cost", SourceFormat.Text)]
    [InlineData("2*return -cost", SourceFormat.Text)]
    [InlineData("import - export", SourceFormat.Text)]
    [InlineData("t1 = cost^2; return - t1", SourceFormat.Text)]
    [InlineData("return x**2", SourceFormat.Python)]
    [InlineData("def f(x): return -x", SourceFormat.Python)]
    [InlineData("y = x**2\nreturn y", SourceFormat.Python)]
    [InlineData("function f(x) { return x; }", SourceFormat.Javascript)]
    [InlineData("const f = function (x) { return x; }", SourceFormat.Javascript)]
    public void The_notation_is_told_by_what_only_it_has(string text, SourceFormat format) => Assert.Equal(format, SourceFormats.Of(text, new Limits()));

    [Fact]
    public void Any_text_is_read_or_refused_with_a_place_inside_it()
    {
        string[] pieces =
        [
            "x", "y", "2", "3.5", "+", "-", "**", "//", "%", "@", "(", ")", "[", "]", ",", ":", "=", "==", "<", " if ", " else ", " and ", " not ", "lambda x: ", "def f(x):\n    ", "return ", "\n", "np.exp(", ".T", ".sum()", "np.pi",
            "axis=0", "'a'", "#", " ", "math.log(", "x[0]", "x[1:2]", "torch.relu(", "import numpy\n", "f(x) = ", "=>", "?", "{", "}", ".", "dtype=x", "F.", "alpha=1", "\n    ", ";",
        ];
        var state = 20_261_131UL;
        int Next(int below)
        {
            state = (state * 6_364_136_223_846_793_005) + 1_442_695_040_888_963_407;
            return (int)((state >> 33) % (ulong)below);
        }

        var read = 0;
        for (var i = 0; i < 20_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, 1 + Next(10)).Select(_ => pieces[Next(pieces.Length)]));
            try
            {
                DefinitionParser.Parse(text, Reading.Words("") with { Format = i % 2 == 0 ? SourceFormat.Python : SourceFormat.Javascript }, new Budget(new Limits()));
                read++;
            }
            catch (FormulaException refusal)
            {
                Assert.True(refusal.Span.Start >= 0 && refusal.Span.Start <= refusal.Span.End && refusal.Span.End <= text.Length, $"{refusal.Span} lies outside {text}");
            }
        }

        Assert.InRange(read, 300, 19_000);
    }
}
