using Calculus.Functions;
using Calculus.Syntax;

namespace Calculus.Binding;

/// <summary>Checks that there are conditions where conditions are required, and numbers everywhere else.</summary>
internal static class Conditions
{
    /// <summary>Refuses a number in place of a condition and a condition in place of a number.</summary>
    /// <exception cref="FormulaException">There is one where the other is required.</exception>
    public static void Check(Statement statement)
    {
        foreach (var node in statement.Nodes)
        {
            for (var place = 0; place < node.Children.Count; place++)
            {
                var child = node.Children[place];
                if (WantsCondition(node, place) == IsCondition(child)) continue;
                throw IsCondition(child)
                    ? new FormulaException("This is a condition, but a number is expected here.", child.Span, "write if(condition, a, b)")
                    : new FormulaException("This is a number, but a condition such as x > 0 is expected here.", child.Span);
            }
        }

        if (IsCondition(statement.Body))
            throw new FormulaException("A definition must give a number, but this is a condition.", statement.Body.Span, "write if(condition, a, b)");
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
