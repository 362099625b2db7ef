using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Functions;
using Calculus.Printing;
using Calculus.Syntax;
using Xunit;

namespace Calculus.Tests.Printing;

/// <summary>A definition that was made of a node is one that can be bound.</summary>
public sealed class DefinitionWriterTests
{
    private static readonly string[] s_variables = ["x", "y", "z"];

    [Fact]
    public void A_function_has_its_name_its_parameters_and_its_places()
    {
        var s = new Sample();
        var definition = DefinitionWriter.Of("f", ["x", "y"], 2 * s.X * (s.X + s.Y), new PrintStyle(["x", "y"]), s.Budget);

        Assert.Equal("f(x, y) = 2*x*(x + y)", definition.Text);
        var statement = Assert.Single(definition.Statements);
        Assert.Equal(new TextSpan(0, 1), statement.NameSpan);
        Assert.Equal([new Parameter("x", new TextSpan(2, 3)), new Parameter("y", new TextSpan(5, 6))], statement.Parameters!);
        Assert.Equal(new TextSpan(10, 21), statement.Body.Span);
        Assert.Equal("2; x; 2*x; x; y; (x + y); 2*x*(x + y)", string.Join("; ", statement.Nodes.Select(node => definition.Text[node.Span.Start..node.Span.End])));
        Assert.Empty(definition.Notes);
    }

    [Theory]
    [InlineData("f(x) = -x^2/3 + sqrt(x)*if(x > 0 and not x == 2, 1, x!)")]
    [InlineData("f(x, y) = y*piecewise(x < 1, x^y, x >= 3, log(x, 3), 0.25)")]
    [InlineData("f(x) = cbrt(x)^2/(1 + exp(-x))")]
    public void It_is_bound_to_the_node_that_it_was_made_of(string text)
    {
        var study = Study.Of(text, BindingContext.Empty, new Budget(new Limits()));
        foreach (var node in study.Variables.Select(variable => study.Derivative(variable).Formula).Prepend(study.Function))
        {
            var definition = DefinitionWriter.Of("f", study.Variables, node, new PrintStyle(study.Variables), new Budget(new Limits()));
            var bound = Binder.Bind(definition, BindingContext.Empty, new Graph(new Budget(new Limits())));
            Assert.Equal(node.Hash, bound.Function.Hash);
            Assert.Equal(string.Join(' ', study.Variables), string.Join(' ', bound.Variables.Select(static symbol => symbol.Name)));
        }
    }

    [Fact]
    public void Parts_that_the_style_names_are_statements_before_it()
    {
        var s = new Sample();
        var part = Sin.Of((s.X * s.Y) + Sample.Pow(s.X, 3));
        var node = part + Exp.Of(part) + (s.Z * part);
        var definition = DefinitionWriter.Of("f", s_variables, node, new PrintStyle(s_variables) { LongestWithoutNames = 5 }, s.Budget);

        Assert.Equal("t1 f", string.Join(' ', definition.Statements.Select(static statement => statement.Name)));
        Assert.Null(definition.Statements[0].Parameters);
        var bound = Binder.Bind(definition, BindingContext.Empty, new Graph(new Budget(new Limits())));
        Assert.Equal(node.Hash, bound.Function.Hash);
    }

    [Fact]
    public void Without_parameters_it_is_a_value()
    {
        var s = new Sample();
        var definition = DefinitionWriter.Of("f", [], Sin.Of(s.Graph.Number(2)), new PrintStyle([]), s.Budget);
        Assert.Equal("f = sin(2)", definition.Text);
        Assert.Null(definition.Statements[0].Parameters);
    }

    [Fact]
    public void What_could_not_be_read_because_of_its_size_can_be_refused()
    {
        var s = new Sample();
        Expression deep = s.X;
        for (var i = 0; i < 12; i++) deep = Sin.Of(deep + 1);
        var definition = DefinitionWriter.Of("f", ["x"], deep, new PrintStyle(["x"]), s.Budget);

        SyntaxLimits.Check(definition, new Budget(new Limits()));
        foreach (var (limits, name) in new[] { (new Limits { Depth = 23 }, "depth"), (new Limits { SyntaxNodes = 36 }, "syntaxNodes"), (new Limits { TextLength = definition.Text.Length - 1 }, "textLength") })
        {
            var refusal = Assert.Throws<LimitException>(() => SyntaxLimits.Check(definition, new Budget(limits)));
            var ofText = Assert.Throws<LimitException>(() => DefinitionParser.Parse(definition.Text, new Vocabulary(Binder.FunctionNames, new HashSet<string>(StringComparer.Ordinal)), new Budget(limits)));
            Assert.Equal((name, refusal.Limit, refusal.Message, refusal.Asked), (name, ofText.Limit, ofText.Message, ofText.Asked));
        }

        SyntaxLimits.Check(definition, new Budget(new Limits { Depth = 24, SyntaxNodes = 37, TextLength = definition.Text.Length }));
    }
}
