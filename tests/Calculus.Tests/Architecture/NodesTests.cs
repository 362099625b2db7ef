using Xunit;

namespace Calculus.Tests.Architecture;

/// <summary>Kinds of node are few and closed: a pass is one switch over them.</summary>
public sealed class NodesTests
{
    [Fact]
    public void Every_concrete_node_is_sealed()
    {
        var node = Library.Assembly.GetType("Calculus.Expressions.Expression", throwOnError: true)!;
        var kinds = Library.Assembly.GetTypes().Where(type => type.IsSubclassOf(node) && !type.IsAbstract).ToList();

        Assert.NotEmpty(kinds);
        Violations.None(kinds.Where(kind => !kind.IsSealed).Select(kind => kind.Name));
    }
}
