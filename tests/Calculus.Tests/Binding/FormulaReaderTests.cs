using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Syntax;
using Calculus.Tests.Matrices;
using Xunit;

namespace Calculus.Tests.Binding;

/// <summary>Formulas are read in the scope of a definition, and faults are told by their place in the formula.</summary>
public sealed class FormulaReaderTests
{
    [Theory]
    [InlineData("x^2 + a*x", "2x + a", "2*x + a")]
    [InlineData("g(u) = u^3; f(x) = g(x)^2", "2g(x)*g'(x)", "6*x^5")]
    [InlineData("g(u) = u^3; f(x) = g(x)^2", "3f(x)", "3*x^6")]
    [InlineData("g(u) = u^3; g(x)^2", "2*g(x)*g'(x)", "6*x^5")]
    [InlineData("p = x^2; cost = (p - y)^2", "4x(p - y)", "4*x*(x^2 - y)")]
    [InlineData("p = x^2; cost = (p - y)^2", "2cost - (p - y)^2", "(x^2 - y)^2")]
    [InlineData("a = 3; f(x) = a*x^2", "2a*x", "6*x")]
    [InlineData("x*y", "y +\n0", null)]
    [InlineData("x*y", " y \n", "y")]
    [InlineData("x*y", "x(y + 1)", "x*(y + 1)")]
    public void A_formula_knows_what_the_definition_defines(string definition, string text, string? same)
    {
        var beside = Beside(definition);
        if (same is null)
        {
            Assert.Throws<FormulaException>(() => beside.Reader.Read(text));
            return;
        }

        Assert.Same(beside.Reader.Read(same).Formula, beside.Reader.Read(text).Formula);
    }

    [Theory]
    [InlineData("f(x) = x^2", "2*x + q", 6, 7, "The function has no 'q'; its variables are x.")]
    [InlineData("f(x) = x^2", "  2*y*x", 4, 5, "The function has no 'y'; its variables are x.")]
    [InlineData("g(u) = u^3; g(x)", "3u^2", 1, 2, "The function has no 'u'; its variables are x.")]
    [InlineData("f(x) = x^2", "1 + sine(x)", 4, 8, "'sine' is followed by a bracket but is not a known function.")]
    [InlineData("g(u) = u; h(u) = u; x", "x + 1; y", 7, 8, "A derivative is one expression; this text has several statements.")]
    [InlineData("x", "x; g = 3; g(x) + (", 17, 18, "'(' is never closed.")]
    [InlineData("g(u, v) = u*v; f(x) = g(x, x)", "1 + g(x)", 4, 8, "'g' takes 2 arguments; there is 1.")]
    [InlineData("x", "x*", 1, 2, "A value is expected after '*', not the end of the text.")]
    [InlineData("x", "*x", 0, 1, "A value is expected here, not '*'.")]
    [InlineData("f(x) = x", "y = x", 2, 3, "'=' defines a name at the beginning of a statement; it does not compare.")]
    [InlineData("f(x, w) = sum(x)", "x + w", 0, 5, null)]
    public void A_fault_is_told_by_its_place_in_the_formula(string definition, string text, int start, int end, string? message)
    {
        var refusal = Assert.Throws<FormulaException>(() => Beside(definition, definition.Contains("sum", StringComparison.Ordinal) ? "x=3 w=2" : "").Reader.Read(text));
        if (message is not null) Assert.Equal(message, refusal.Message);
        Assert.Equal(new TextSpan(start, end), refusal.Span);
    }

    [Fact]
    public void What_a_helper_cannot_do_is_a_fault_of_the_whole_formula()
    {
        var refusal = Assert.Throws<FormulaException>(() => Beside("g(u) = u + v; f(x, v) = sum(x) + sum(g(v))", "x=3 v=2").Reader.Read("1 + g(x)"));
        Assert.Equal(new TextSpan(0, 8), refusal.Span);
    }

    [Fact]
    public void Arrays_are_read_by_the_meaning_that_they_have_in_the_definition()
    {
        var beside = Beside("r(w) = X @ w - y; f(w) = norm(r(w))^2", "X=4x2 w=2 y=4");
        var formula = beside.Reader.Read("2 X' @ r(w)").Formula;
        Assert.Equal(new Shape(2), formula.Shape);
        Assert.Equal("X w y", string.Join(' ', Reachable.From(formula).OfType<Symbol>().Select(static symbol => symbol.Name).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("x^2", "1/2x", 0, 4, NoteCodes.Ambiguous)]
    [InlineData("x^2", "x + log(x)", 4, 7, NoteCodes.NaturalLog)]
    [InlineData("f(x) = log(x)", "1/x + log(x)", -1, -1, null)]
    [InlineData("log(x)", "1/x + log(x)", 6, 9, NoteCodes.NaturalLog)]
    [InlineData("g(x) = log(x); g(x)", "1/x + log(x)", -1, -1, null)]
    public void Notes_are_those_of_the_formula_alone(string definition, string text, int start, int end, string? code)
    {
        var notes = Beside(definition).Reader.Read(text).Notes;
        if (code is null)
        {
            Assert.Empty(notes);
            return;
        }

        var note = Assert.Single(notes);
        Assert.Equal((code, new TextSpan(start, end)), (note.Code, note.Span!.Value));
    }

    [Fact]
    public void Limits_are_told_by_their_place_in_the_formula()
    {
        var refusal = Assert.Throws<LimitException>(() => Beside("g(u) = u; f(x) = g(x)", limits: new Limits { Depth = 3 }).Reader.Read("x + sin(sin(sin(sin(x))))"));
        Assert.Equal(("depth", 4, 25), (refusal.Limit, refusal.Start, refusal.End));
        var tooLong = Assert.Throws<LimitException>(() => Beside("x", limits: new Limits { TextLength = 8 }).Reader.Read("x + 1 + 2"));
        Assert.Equal("The text has 9 characters; at most 8 are allowed.", tooLong.Message);
    }

    private static (FormulaReader Reader, Graph Graph) Beside(string text, string shapes = "", Limits? limits = null)
    {
        var budget = new Budget(limits ?? new Limits());
        var data = new Dictionary<string, double>(StringComparer.Ordinal);
        if (text is "x^2 + a*x") data["a"] = 2;
        var context = new BindingContext(data, new HashSet<string>(StringComparer.Ordinal)) { Shapes = About.Read(shapes) };
        var declared = data.Keys.Concat(context.Shapes.Keys).ToHashSet(StringComparer.Ordinal);
        var definition = DefinitionParser.Parse(text, new Vocabulary(Binder.FunctionNames, declared), budget);
        var graph = new Graph(budget);
        return (new FormulaReader(Binder.Bind(definition, context, graph)), graph);
    }
}
