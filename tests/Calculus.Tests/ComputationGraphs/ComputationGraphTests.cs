using Calculus.Expressions;
using Calculus.Syntax;
using Calculus.Tests.Matrices;
using Xunit;

namespace Calculus.Tests.ComputationGraphs;

public sealed class ComputationGraphTests
{
    [Theory]
    [InlineData("f(x) = x*sin(x)", "", "x sin")]
    [InlineData("u = x^2; f(x) = u*exp(u)", "", "x u exp")]
    [InlineData("z = X @ w; f(w, X) = sum(z.^2)", "w=3 X=2x3", "w X z power sum")]
    public void Steps_are_in_order_and_named(string text, string shapes, string parts)
    {
        var graph = About.Shapes(text, shapes).ComputationGraph(null).Graph;
        var words = graph.Nodes.Select(static node => node.Id).Concat(graph.Nodes.Select(static node => node.Operation)).ToHashSet(StringComparer.Ordinal);
        Assert.All(parts.Split(' '), part => Assert.Contains(part, words));
        for (var i = 0; i < graph.Nodes.Count; i++)
            Assert.All(graph.Nodes[i].Inputs, input => Assert.Contains(graph.Nodes.Take(i), node => string.Equals(node.Id, input, StringComparison.Ordinal)));
        Assert.Equal(graph.Nodes[^1].Id, graph.Output);
    }

    [Fact]
    public void A_part_that_is_used_often_costs_its_ways_without_reuse()
    {
        // Each line uses the one before twice: 2^20 paths, 20 steps.
        var lines = string.Concat(Enumerable.Range(1, 20).Select(static k => FormattableString.Invariant($"u{k} = sin({(k == 1 ? "x" : $"u{k - 1}")}) + {(k == 1 ? "x" : $"u{k - 1}")}; ")));
        var cost = About.Shapes($"{lines} f(x) = u20").ComputationGraph(null).Graph.Cost;
        Assert.InRange(cost.Forward, 20, 100);
        Assert.InRange(cost.Reverse, cost.Forward, 5 * cost.Forward);
        Assert.True(cost.WithoutReuse > 1 << 20);
    }

    [Fact]
    public void Values_and_adjoints_of_arrays_have_the_shapes_of_the_steps()
    {
        var study = About.Shapes("z = X @ w; f(w, X) = sum(sigmoid(z))", "w=3 X=2x3");
        var graph = study.GraphAt(About.Draw(study.Variables.Select(study.ShapeOf), 4));
        Assert.All(graph.Nodes, static node => Assert.Equal(node.Shape, node.Value!.Shape));
        Assert.All(graph.Nodes.Where(static node => node.Adjoint is not null), static node => Assert.Equal(node.Shape, node.Adjoint!.Shape));
        Assert.Contains(graph.Nodes, static node => node.Local.Any(static local => local.IsProduct));
    }

    [Theory]
    [InlineData("g = X @ w; f(w, X) = sum(sigmoid(g))", "w=3 X=2x3", "adjoint")]
    [InlineData("f(w, X, g, adjoint) = sum(sigmoid(X @ w))*g*adjoint", "w=3 X=2x3", "adjoint_")]
    [InlineData("z = X @ w; f(w, X) = sum(sigmoid(z))", "w=3 X=2x3", "g")]
    public void The_adjoint_of_a_step_has_a_letter_that_the_definition_does_not_use(string text, string shapes, string letter)
    {
        var study = About.Shapes(text, shapes);
        var graph = study.ComputationGraph(null).Graph;
        Assert.Equal(letter, graph.Incoming);
        var product = graph.Nodes.Single(static node => node.Operation is "matrix-product").Local[0];
        Assert.Contains(Reachable.From(product.Formula).OfType<Symbol>(), symbol => string.Equals(symbol.Name, letter, StringComparison.Ordinal));
        study.GraphAt(About.Draw(study.Variables.Select(study.ShapeOf), 4));
    }

    [Theory]
    [InlineData("f(x) = log(x)*2", "log(x)")]
    [InlineData("u = sqrt(x); f(x) = u^2 + x", "sqrt(x)")]
    public void Where_the_function_is_undefined_no_adjoint_is_a_number(string text, string place)
    {
        var study = About.Shapes(text);
        var (graph, notes) = study.ComputationGraph([-1]);
        Assert.All(graph.Nodes.Where(static node => node.Adjoint is not null), static node => Assert.Equal(double.NaN, node.Adjoint!.Number));
        Assert.All(graph.Nodes.Where(static node => double.IsNaN(node.Value!.Number)).SelectMany(static node => node.Local), static local => Assert.Equal(double.NaN, local.Value!.Number));
        Assert.Contains(notes, note => note.Code is NoteCodes.OutsideDomain && note.Message.StartsWith(place, StringComparison.Ordinal));
    }

    [Fact]
    public void In_a_list_only_the_undefined_entries_have_no_adjoints()
    {
        var graph = About.Shapes("f(x, y) = [log(x), y^2]").ComputationGraph([-1, 3]).Graph;
        var y = graph.Nodes.Single(static node => node.Id is "y").Adjoint!.Entries;
        Assert.Equal(double.NaN, y[0]);
        Assert.Equal(6, y[1], 1e-12);
    }
}
