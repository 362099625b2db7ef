using Calculus.Expressions;

namespace Calculus.Printing;

/// <summary>Questions about the children of a node.</summary>
internal static class Children
{
    /// <summary>Whether something holds for a child.</summary>
    public static bool Any(Expression node, NodeTable<bool> table)
    {
        for (var place = 0; place < node.ChildCount; place++)
        {
            if (table[node.Child(place)]) return true;
        }

        return false;
    }
}
