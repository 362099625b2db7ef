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
        var graph = About.Shapes(text, shapes).ComputationGraph(null);
        var words = graph.Nodes.Select(static node => node.Id).Concat(graph.Nodes.Select(static node => node.Operation)).ToHashSet(StringComparer.Ordinal);
        Assert.All(parts.Split(' '), part => Assert.Contains(part, words));
        for (var i = 0; i < graph.Nodes.Count; i++)
            Assert.All(graph.Nodes[i].Inputs, input => Assert.Contains(graph.Nodes.Take(i), node => string.Equals(node.Id, input, StringComparison.Ordinal)));
        Assert.Equal(graph.Nodes[^1].Id, graph.Output);
    }

    [Fact]
    public void A_part_that_is_used_often_costs_its_ways_without_reuse()
    {
        // Each line uses the one before twice: 2^20 ways, 20 steps.
        var lines = string.Concat(Enumerable.Range(1, 20).Select(static k => FormattableString.Invariant($"u{k} = sin({(k == 1 ? "x" : $"u{k - 1}")}) + {(k == 1 ? "x" : $"u{k - 1}")}; ")));
        var cost = About.Shapes($"{lines} f(x) = u20").ComputationGraph(null).Cost;
        Assert.InRange(cost.Forward, 20, 100);
        Assert.InRange(cost.Reverse, cost.Forward, 5 * cost.Forward);
        Assert.True(cost.WithoutReuse > 1 << 20);
    }

    [Fact]
    public void Values_and_adjoints_of_arrays_have_the_shapes_of_the_steps()
    {
        var study = About.Shapes("z = X @ w; f(w, X) = sum(sigmoid(z))", "w=3 X=2x3");
        var graph = study.ComputationGraph(About.Draw(study.Variables.Select(study.ShapeOf), 4));
        Assert.All(graph.Nodes, static node => Assert.Equal(node.Shape, node.Value!.Shape));
        Assert.All(graph.Nodes.Where(static node => node.Adjoint is not null), static node => Assert.Equal(node.Shape, node.Adjoint!.Shape));
        Assert.Contains(graph.Nodes, static node => node.Local.Any(static local => local.IsProduct));
    }
}
