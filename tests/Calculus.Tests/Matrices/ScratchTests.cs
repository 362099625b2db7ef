using Calculus.Budgets;
using Calculus.Differentiation;
using Calculus.Expressions;
using Xunit;

namespace Calculus.Tests.Matrices;

public sealed class ScratchTests(ITestOutputHelper output)
{
    [Fact]
    public void Scratch()
    {
        var budget = new Budget(new Limits());
        var study = Study.Of("f(x) = sum(x.^4) + (x' @ x)^2", new StudyContext(new Dictionary<string, double>(), new HashSet<string>()) { Shapes = new Dictionary<string, Shape> { ["x"] = new Shape(3) } }, budget);
        var f = study.Function;
        foreach (var node in Reachable.From(f)) output.WriteLine($"{node.Index} {node.GetType().Name} {node.Shape} [{string.Join(",", Enumerable.Range(0, node.ChildCount).Select(i => node.Child(i).Index))}] {(node as Contraction)?.Out} {string.Join(" ", (node as Contraction)?.Factors.Select(x => x.Labels) ?? [])}");
        study.ArrayDerivatives(["x"]);
    }
}
