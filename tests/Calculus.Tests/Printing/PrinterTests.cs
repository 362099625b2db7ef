using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Functions;
using Calculus.Printing;
using Calculus.Tests.Laws;
using Calculus.Tests.Matrices;
using Xunit;

namespace Calculus.Tests.Printing;

public sealed class PrinterTests
{
    public static IEnumerable<TheoryDataRow<string, string>> Names() =>
        Rows.All.SelectMany(static set => set.Rows.Select(row => new TheoryDataRow<string, string>(set.Style, row.Text)));

    [Theory]
    [MemberData(nameof(Names))]
    public void Writes_a_node_as_a_person_would(string style, string text)
    {
        var (print, make) = Rows.Find(style, text);
        var sample = new Sample();

        Assert.Equal(text, TextPrinter.Print(make(sample), print, sample.Budget));
    }

    [Fact]
    public void Latex_is_as_it_was_approved()
    {
        var lines = new List<string>();
        foreach (var (style, print, rows) in Rows.All)
        {
            lines.Add($"# {style}");
            foreach (var (text, make) in rows)
            {
                var sample = new Sample();
                lines.Add($"{text} => {LatexPrinter.Print(make(sample), print, sample.Budget)}");
            }
        }

        AssertApproved("latex", lines);
    }

    [Fact]
    public void Latex_of_every_function_and_of_its_slope_is_as_it_was_approved()
    {
        var lines = new List<string>();
        foreach (var text in Catalogue.All.Select(static function => function.Example).Append("sin(x*sin(x*sin(x*sin(x*sin(x*sin(x))))))"))
        {
            var study = Study.Of(text, BindingContext.Empty, new Budget(new Limits(), TestContext.Current.CancellationToken));
            lines.Add($"{text} => {study.Print(study.Function).Latex}");
            foreach (var variable in study.Variables) lines.Add($"{text} by {variable} => {study.Print(study.Derivative(variable, 2)).Latex}");
        }

        AssertApproved("latex.catalogue", lines);
    }

    [Fact]
    public void Latex_of_definitions_as_they_were_written_is_as_it_was_approved()
    {
        var lines = new List<string>();
        foreach (var (text, shapes) in Definitions.Chosen.Concat(WrittenDefinitionLaws.Typed).Select(static text => (text, "")).Concat(WrittenDefinitionLaws.Arrays))
            lines.Add($"{text.ReplaceLineEndings("; ")} => {About.Shapes(text, shapes).Written.Latex}");
        AssertApproved("latex.written", lines);
    }

    // The page's tests typeset every line of these files.
    private static void AssertApproved(string name, List<string> lines)
    {
        var received = string.Join('\n', lines) + "\n";
        var file = Path.Combine(Root(), "tests", "Calculus.Tests", "Printing", $"{name}.approved.txt");
        var approved = File.Exists(file) ? File.ReadAllText(file) : string.Empty;
        if (!string.Equals(received, approved, StringComparison.Ordinal)) File.WriteAllText(file.Replace("approved", "received", StringComparison.Ordinal), received);
        Assert.Equal(approved, received);
    }

    [Fact]
    public void Order_of_creation_does_not_show()
    {
        var (first, second) = (new Sample(), new Sample());
        _ = (second.Z, second.Y, second.X, Sin.Of(second.X * second.Y));

        var a = (first.X * Sin.Of(first.X)) + (first.Y * Cos.Of(first.Y)) + (first.X * first.Y);
        var b = (second.Y * second.X) + (Cos.Of(second.Y) * second.Y) + (Sin.Of(second.X) * second.X);

        Assert.Equal(Text(first, a), Text(second, b));
    }

    [Fact]
    public void Variables_stand_in_their_own_order()
    {
        var s = new Sample();
        var style = new PrintStyle(["z", "x"]);

        Assert.Equal("z*x + z + x + y", TextPrinter.Print(s.X + s.Y + s.Z + (s.X * s.Z), style, s.Budget));
    }

    [Fact]
    public void An_e_that_is_not_Eulers_keeps_exp_apart()
    {
        var s = new Sample();

        Assert.Equal(@"e e^{x}", LatexPrinter.Print(s.E * Exp.Of(s.X), new PrintStyle(["x"]), s.Budget));
        Assert.Equal(@"e \exp\left(x\right)", LatexPrinter.Print(s.Variable("e") * Exp.Of(s.X), new PrintStyle(["e", "x"]), s.Budget));
    }

    [Theory]
    [InlineData("x", "x")]
    [InlineData("w1", "w_{1}")]
    [InlineData("w12", "w_{12}")]
    [InlineData("x_1", "x_{1}")]
    [InlineData("x_1_2", "x_{1,2}")]
    [InlineData("y_hat", @"y_{\mathrm{hat}}")]
    [InlineData("sigma_x", @"\sigma_{x}")]
    [InlineData("w_alpha", @"w_{\alpha}")]
    [InlineData("alpha", @"\alpha")]
    [InlineData("alpha1", @"\alpha_{1}")]
    [InlineData("Gamma", @"\Gamma")]
    [InlineData("Alpha", @"\mathrm{Alpha}")]
    [InlineData("loss", @"\mathrm{loss}")]
    [InlineData("loss2", @"\mathrm{loss}_{2}")]
    [InlineData("a1b", @"\mathrm{a1b}")]
    [InlineData("θ", @"\theta")]
    [InlineData("ά", @"\acute{\alpha}")]
    [InlineData("Δx", @"\mathrm{\Delta x}")]
    [InlineData("x_", @"\mathrm{x\_}")]
    [InlineData("_x", @"\mathrm{\_x}")]
    [InlineData("a__b", @"\mathrm{a\_\_b}")]
    [InlineData("begin", @"\mathrm{begin}")]
    [InlineData(@"a}\def\x{", @"\mathrm{a\mathrm{u007D}\mathrm{u005C}def\mathrm{u005C}x\mathrm{u007B}}")]
    [InlineData("$%#&~^", @"\mathrm{\mathrm{u0024}\mathrm{u0025}\mathrm{u0023}\mathrm{u0026}\mathrm{u007E}\mathrm{u005E}}")]
    public void A_name_says_only_itself(string name, string latex)
    {
        var s = new Sample();

        Assert.Equal(latex, LatexPrinter.Print(s.Variable(name), new PrintStyle([name]), s.Budget));
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CalcApi.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository.");
    }

    private static string Text(Sample sample, Expression node) => TextPrinter.Print(node, new PrintStyle(["x", "y", "z"]), sample.Budget);
}
