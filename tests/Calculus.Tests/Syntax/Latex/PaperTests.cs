using System.Globalization;
using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Syntax;
using Xunit;

namespace Calculus.Tests.Syntax.Latex;

/// <summary>LaTeX as it stands in papers.</summary>
public sealed class PaperTests
{
    public static TheoryData<string, string, string> Rows => ForeignNotations.RowsOf("Latex/papers.txt");

    [Theory, MemberData(nameof(Rows))]
    public void A_formula_of_a_paper_is_read_as_meant(string text, string meaning, string shapes) =>
        ForeignNotations.AssertMeans(text, meaning, shapes, SourceFormat.Latex);

    [Fact]
    public void There_are_enough_of_them() => Assert.True(Rows.Count >= 150);

    [Theory]
    [InlineData(@"\frac{1}{x", 8, 9, "'{' is never closed.")]
    [InlineData(@"x + \foo{x}", 4, 8, @"The command '\foo' is not read here.")]
    [InlineData(@"\mathbb{E}[x]", 0, 10, "An expectation is not computed here; write the mean of its sample, or its formula.")]
    [InlineData(@"\int x dx", 0, 4, "An integral is not computed here; write the function that is integrated.")]
    [InlineData(@"\left( x", 0, 6, @"'\left(' is never closed.")]
    [InlineData(@"2 + \frac{d}{dx}", 4, 16, @"'\frac{d}{dx}' lacks what belongs to it.")]
    [InlineData(@"x^{2}^{3}", 5, 9, "A power of a superscript can be read in two ways.")]
    [InlineData(@"\begin{cases} x & x>0 \end{cases}", 0, 13, "A choice has at least two rows.")]
    [InlineData(@"x \in [0,1] + \frac12", 2, 5, @"Membership in a set is not read; write comparisons such as 0 \le x \le 1.")]
    [InlineData(@"\nabla f", 0, 6, @"A gradient is asked of its route; within a formula write \nabla_{x} before what it is taken of.")]
    [InlineData(@"\|x\|_3", 5, 7, @"Of norms there are those with index 1, 2, \infty, and F of matrices.")]
    [InlineData(@"\text{two words} x", 0, 16, "Words are no part of a formula.")]
    [InlineData(@"\nabla_{x+1} \cdot F", 0, 6, @"A gradient is asked of its route; within a formula write \nabla_{x} before what it is taken of.")]
    [InlineData(@"x + \nabla \cdot", 4, 16, @"'\nabla \cdot' lacks what belongs to it.")]
    [InlineData(@"A^\dagger", 1, 9, @"The numbers here are real; write \top for a transpose.")]
    [InlineData(@"\mathbf{A}^H", 10, 12, @"The numbers here are real; write \top for a transpose.")]
    public void A_fault_is_told_at_its_place(string text, int start, int end, string message)
    {
        var refusal = Assert.Throws<FormulaException>(() => Reading.Of(text));
        Assert.Equal(message, refusal.Message, StringComparer.Ordinal);
        Assert.Equal(new TextSpan(start, end), refusal.Span);
    }

    [Theory]
    [InlineData(@"x^\top y", 0, 6)]
    [InlineData(@"(x + 1)^T", 0, 9)]
    [InlineData(@"\frac{1}{2}w^{\top}", 11, 19)]
    [InlineData(@"a^\intercal b", 0, 11)]
    [InlineData(@"2 + \sin(x)^{\mathsf{T}}", 4, 24)]
    [InlineData(@"f(x) = x^T x", 7, 10)]
    public void A_transpose_of_a_number_is_refused_whichever_way_it_is_written(string text, int start, int end)
    {
        var refusal = Assert.Throws<FormulaException>(() => Study.Of(text, BindingContext.Empty with { Format = SourceFormat.Latex }, new Budget(new Limits())));
        Assert.Equal("A raised T means a transpose, and this is a number.", refusal.Message, StringComparer.Ordinal);
        Assert.Equal(new TextSpan(start, end), refusal.Span);
        Assert.Contains("where T is an exponent, give T one", refusal.Hint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(@"x^T", "2", "x^T")]
    [InlineData(@"f(x, T) = x^T + T", "", "x^T + T")]
    [InlineData(@"T = 3; x^{T}", "", "x^T")]
    [InlineData(@"T = 3 \\ x^T", "", "x^T")]
    [InlineData(@"f\left(T, x\right) = x^T", "", "x^T")]
    public void A_declared_T_is_an_exponent(string text, string value, string meaning)
    {
        var data = new Dictionary<string, double>(StringComparer.Ordinal);
        if (value.Length > 0) data["T"] = double.Parse(value, CultureInfo.InvariantCulture);
        Assert.EndsWith(meaning, Study.Of(text, BindingContext.Empty with { Format = SourceFormat.Latex, Data = data }, new Budget(new Limits())).Written.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(@"\frac{x}{2}", SourceFormat.Latex)]
    [InlineData("x^{2}", SourceFormat.Latex)]
    [InlineData("$x + 1$", SourceFormat.Latex)]
    [InlineData("x^2 + 3*x", SourceFormat.Text)]
    [InlineData("np.exp(x)", SourceFormat.Python)]
    [InlineData("lambda x: x**2", SourceFormat.Python)]
    [InlineData("lambda*x", SourceFormat.Text)]
    [InlineData("X.T @ r", SourceFormat.Text)]
    [InlineData("x => x*x", SourceFormat.Javascript)]
    [InlineData("Math.pow(x, 2)", SourceFormat.Javascript)]
    public void A_notation_is_recognised_by_itself(string text, SourceFormat format) => Assert.Equal(format, SourceFormats.Of(text, new Limits()));

    [Fact]
    public void Any_depth_is_refused_and_none_is_too_deep()
    {
        foreach (var piece in (string[])[@"\nabla^2", @"\nabla \cdot (x, ", @"\frac{", @"\sqrt{", "{", @"\left(", "x^{", @"\sum_{i=1}^{2} ", @"\begin{bmatrix} "])
        {
            var text = string.Concat(Enumerable.Repeat(piece, 16_000 / piece.Length)) + @"\alpha";
            Assert.ThrowsAny<Exception>(() => Reading.Of(text));
        }
    }

    [Fact]
    public void Any_text_is_read_or_refused_with_a_place_inside_it()
    {
        string[] pieces =
        [
            "x", "y_1", "2", "3.5", "+", "-", "^", "_", "{", "}", "(", ")", "[", "]", "|", "&", @"\\", ",", "=", "'", "!", " ", @"\,", @"\frac", @"\sqrt", @"\sin", @"\log_2", @"\sum_{i=1}^{3}", @"\left(", @"\right)", @"\left|",
            @"\right|", @"\|", @"\alpha", @"\sigma", @"\mathrm{loss}", @"\text{if }", @"\begin{cases}", @"\end{cases}", @"\begin{bmatrix}", @"\end{bmatrix}", @"\cdot", @"\le", @"\top", @"^{2}", @"_{i}", @"{x}_{1}", @"\frac{d}{dx}",
            @"\hat{y}", @"\nabla_x", @"\psi'", "$", "%", @"\mathbf{1}", @"\text{where }", @"\delta_{i, j}", @"\operatorname{pad}_{1,2}", @"^{(2)}", @"\prime", @"\\[2pt]", @"\ldots", ";", @"\nabla \cdot", @"\nabla^2", @"\nabla_{x, y} \times", @"\Delta", "u(x) =",
        ];
        var state = 20_261_130UL;
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
                DefinitionParser.Parse(text, Reading.Words("") with { Format = SourceFormat.Latex, Arrays = new HashSet<string>(StringComparer.Ordinal) { "x" } }, new Budget(new Limits()));
                read++;
            }
            catch (FormulaException refusal)
            {
                Assert.True(refusal.Span.Start >= 0 && refusal.Span.Start <= refusal.Span.End && refusal.Span.End <= text.Length, $"{refusal.Span} lies outside {text}");
            }
            catch (LimitException)
            {
                read++;
            }
        }

        Assert.InRange(read, 500, 19_000);
    }
}
