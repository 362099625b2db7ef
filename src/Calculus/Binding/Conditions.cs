using Calculus.Functions;
using Calculus.Syntax;

namespace Calculus.Binding;

/// <summary>Conditions stand where conditions are asked for, and numbers everywhere else.</summary>
internal static class Conditions
{
    /// <summary>Refuses a number in place of a condition and a condition in place of a number.</summary>
    /// <exception cref="FormulaException">One stands where the other is wanted.</exception>
    public static void Check(Statement statement)
    {
        foreach (var node in statement.Nodes)
        {
            for (var place = 0; place < node.Children.Count; place++)
            {
                var child = node.Children[place];
                if (WantsCondition(node, place) == IsCondition(child)) continue;
                throw IsCondition(child)
                    ? new FormulaException("A condition stands here, and a number is expected.", child.Span, "write if(condition, a, b)")
                    : new FormulaException("A number stands here, and a condition such as x > 0 is expected.", child.Span);
            }
        }

        if (IsCondition(statement.Body))
            throw new FormulaException("A definition is a number, and this is a condition.", statement.Body.Span, "write if(condition, a, b)");
    }

    private static bool IsCondition(SyntaxNode node) => node.Kind is
        SyntaxKind.Less or SyntaxKind.LessOrEqual or SyntaxKind.Greater or SyntaxKind.GreaterOrEqual or
        SyntaxKind.Equal or SyntaxKind.NotEqual or SyntaxKind.Not or SyntaxKind.And or SyntaxKind.Or;

    private static bool WantsCondition(SyntaxNode node, int place) =>
        node.Kind is SyntaxKind.Not or SyntaxKind.And or SyntaxKind.Or
        || (node.Kind == SyntaxKind.Call && place == 0 && string.Equals(node.Text, If.Function.Name, StringComparison.Ordinal))
        || (node.Kind == SyntaxKind.Call && place % 2 == 0 && place < node.Children.Count - 1
            && string.Equals(node.Text, Piecewise.Function.Name, StringComparison.Ordinal));
}
