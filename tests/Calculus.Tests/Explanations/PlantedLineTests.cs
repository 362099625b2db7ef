using Calculus.Binding;
using Calculus.Certification;
using Calculus.Derivatives;
using Calculus.Explanations;
using Calculus.Expressions;
using Calculus.Printing;
using Calculus.Syntax;
using Calculus.Tests.Laws;
using Xunit;

namespace Calculus.Tests.Explanations;

/// <summary>A line that is wrong, or that a printer writes wrongly, does not pass its check.</summary>
public sealed class PlantedLineTests
{
    private const double Tolerance = 1e-6;

    [Theory]
    [InlineData("x^2", "x + x", true)]
    [InlineData("x^2", "x^2", false)]
    [InlineData("sin(x)*x", "sin(x) + x*cos(x)", true)]
    [InlineData("sin(x)*x", "sin(x)*cos(x)", false)]
    [InlineData("exp(2*x)", "exp(2*x)", false)]
    [InlineData("sin(1e58*x)", "1e58*cos(1e58*x)", true)]
    [InlineData("sin(1e58*x)", "1e58*cos(2e58*x)", false)]
    [InlineData("sin(1e30*x)*x", "1e30*cos(1e30*x)", false)]
    [InlineData("exp(-1e28*(x - 0.123)^2)*(x - 0.123)", "exp(-1e28*(x - 0.123)^2)*(1 - 2e28*(x - 0.123)^2)", true)]
    [InlineData("exp(-1e28*(x - 0.123)^2)*(x - 0.123)", "exp(-1e28*(x - 0.123)^2)*(2 - 2e28*(x - 0.123)^2)", false)]
    [InlineData("log(coth(x + 9) - 1)", "-csch(x + 9)^2/(coth(x + 9) - 1)", true)]
    [InlineData("log(coth(x + 9) - 1)", "csch(x + 9)^2/(coth(x + 9) - 1)", false)]
    public void A_wrong_derivative_of_a_number_is_caught(string function, string claimed, bool isRight)
    {
        var bound = Bound(function, BindingContext.Empty);
        var notation = new Calculus.Explanations.Notation(bound, new PrintStyle(["x"]), Definitions.Budget());
        var proof = new Proof(notation, bound.Context.Data, symbols => new Inputs(symbols, bound.Data, bound.Context.Decimals));
        var step = proof.Step(DerivativeRules.Constant, "A claim.", notation.Marker(notation.Write(bound.Function), "x"), notation.Write(new FormulaReader(bound).Read(claimed).Formula));
        proof.Settle();
        Assert.Equal(isRight, step.Residual < Tolerance);
    }

    [Theory]
    [InlineData("sum(v.^2)", null, null)]
    [InlineData("sum(v.^2)", "2*v", "3*v")]
    [InlineData("sum(v.^2)", "ones(3)", "ones(3, 1)")]
    [InlineData("norm(v)*sum(v)", null, null)]
    [InlineData("norm(v)*sum(v)", "sum(v)", "norm(v)")]
    [InlineData("sum(exp(v))", "exp(v)", "exp(-v)")]
    [InlineData("sum(i = 1..3, v[i]^2*i)", null, null)]
    [InlineData("sum(i = 1..2, (v[i+1] - v[i])^2)", null, null)]
    public void A_line_of_an_array_that_is_printed_wrongly_is_caught(string function, string? line, string? printed)
    {
        var bound = Bound(function, BindingContext.Empty with { Shapes = new Dictionary<string, Shape>(StringComparer.Ordinal) { ["v"] = new Shape(3) } });
        var (budget, printer) = (Definitions.Budget(), new FormulaPrinter(new PrintStyle(["v"]), Definitions.Budget()));
        Printed Print(Expression node) => printer.Print(node) is var right && string.Equals(right.Text, line, StringComparison.Ordinal) ? right with { Text = printed! } : right;
        var walk = new Backpropagation(bound.Function, "f", Print, static formula => formula, text => new FormulaReader(bound).Read(text).Formula, new PartSlopes(bound.Function, bound.Variables, bound.Data, budget), budget);
        var answer = new DerivativeBook(bound, budget).Of(bound.Variables[0]).Formula;
        var steps = walk.By(bound.Variables[0], answer, Print(answer));
        Assert.Equal(line is not null, steps.Any(static step => !(step.Residual < Tolerance)));
    }

    private static BoundDefinition Bound(string text, BindingContext context)
    {
        var budget = Definitions.Budget();
        return Binder.Bind(DefinitionParser.Parse(text, new Vocabulary(Binder.FunctionNames, context.Names), budget), context, new Graph(budget));
    }
}
