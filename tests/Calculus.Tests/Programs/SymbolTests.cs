using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Programs;
using Xunit;

namespace Calculus.Tests.Programs;

public sealed class SymbolTests
{
    private static readonly Dictionary<string, double> s_data = new(StringComparer.Ordinal) { ["a"] = 2.5 };

    [Theory]
    [InlineData("k", SymbolRole.Parameter)]
    [InlineData("a", SymbolRole.Parameter)]
    [InlineData("w", SymbolRole.Variable)]
    [InlineData("b", SymbolRole.Datum)]
    [InlineData("phi", SymbolRole.Constant)]
    public void A_letter_without_a_value_is_named(string name, SymbolRole role)
    {
        var f = new Formulas();
        var formula = f.X + f.Graph.Symbol(name, role);
        Assert.Equal(name, Assert.Throws<UnboundSymbolException>(() => Compile(formula, f.X)).Name);
    }

    [Fact]
    public void A_letter_that_no_output_depends_on_needs_no_value()
    {
        var f = new Formulas();
        _ = f.X + f.Graph.Symbol("k", SymbolRole.Parameter);
        Assert.Equal([4.0], Formulas.Run(Compile(2 * f.X, f.X), 2));
    }

    [Fact]
    public void An_input_comes_before_the_data_of_the_same_name()
    {
        var f = new Formulas();
        var a = f.Graph.Symbol("a", SymbolRole.Variable);
        Assert.Equal([14.0], Formulas.Run(Compile(2 * a, a), 7));
        Assert.Equal([5.0], Formulas.Run(Compile(2 * a)));
    }

    [Fact]
    public void An_e_that_is_a_variable_is_not_a_constant()
    {
        var f = new Formulas();
        var e = f.Graph.Symbol("e", SymbolRole.Variable);
        Assert.Equal([9.0], Formulas.Run(Compile(f.Graph.Power(e, f.X), f.X, e), 2, 3));
    }

    [Fact]
    public void An_input_given_twice_and_nodes_of_two_graphs_are_refused()
    {
        Formulas f = new(), g = new();
        Assert.Throws<ArgumentException>(() => Compile(f.X, f.X, f.X));
        Assert.Throws<ArgumentException>(() => Compile(f.X, g.X));
    }

    private static Program Compile(Expression output, params Symbol[] inputs) =>
        Lowering.Compile([output], inputs, s_data, [.. inputs.Select(input => input.Name)], new Budget(Formulas.Roomy));
}
