using Calculus.Expressions;
using Calculus.Syntax;

namespace Calculus.Binding;

/// <summary>
/// Gives the operators of other notations their meaning: a product of LaTeX is one of numbers or of matrices, and Python's goes entry by
/// entry, which shapes decide. What comes out has the operators of the function language alone, with the brackets that they need.
/// </summary>
internal static class OpenForms
{
    /// <summary>The definition in terms of the function language; the definition itself where it was written in that.</summary>
    /// <param name="definition">The definition as read.</param>
    /// <param name="context">What the request says of names.</param>
    /// <param name="graph">Pays for the work.</param>
    /// <exception cref="FormulaException">A name or a construct has no meaning.</exception>
    public static Definition Settled(Definition definition, BindingContext context, Graph graph)
    {
        if (definition.Format is SourceFormat.Text) return definition;
        var known = new Dictionary<SyntaxNode, SyntaxKind>();
        if (MayHaveArrays(definition, context))
        {
            var probe = new Graph(graph.Budget) { KeepsDecimals = graph.KeepsDecimals };
            Binder.Probe(definition, context, probe, (node, kind) => known[node] = kind);
        }

        return definition with { Statements = [.. definition.Statements.Select(statement => Settled(statement, definition.Format, known))] };
    }

    private static bool MayHaveArrays(Definition definition, BindingContext context) =>
        context.Arrays.Count > 0 || context.Shapes.Values.Any(static shape => !shape.IsScalar)
        || definition.Statements.Any(static statement => statement.Nodes.Any(static node => node.Kind is SyntaxKind.List || (node.Kind is SyntaxKind.Call && node.Text is "ones" or "zeros" or "eye" or "table")));

    private static Statement Settled(Statement statement, SourceFormat format, Dictionary<SyntaxNode, SyntaxKind> known)
    {
        var made = new Dictionary<SyntaxNode, SyntaxNode>(statement.Nodes.Count);
        var nodes = new List<SyntaxNode>(statement.Nodes.Count);
        foreach (var node in statement.Nodes)
        {
            var kind = known.TryGetValue(node, out var found) ? found : Plain(node.Kind);
            SyntaxNode[] children = [.. node.Children.Select(child => made[child])];
            SyntaxNode settled;
            if (kind == SyntaxKind.Call && node.Kind == SyntaxKind.Raised)
            {
                settled = new SyntaxNode(SyntaxKind.Call, node.Span, "inv", children[0]);
                nodes.Remove(children[1]);
                foreach (var below in children[1].Children) nodes.Remove(below);
            }
            else
            {
                settled = new SyntaxNode(kind, node.Span, node.Text, children) { Brackets = node.Brackets, Implied = node.Implied && kind == SyntaxKind.Multiply, Primes = node.Primes };
            }

            made[node] = settled;
            nodes.Add(settled);
        }

        var body = made[statement.Body];
        (body, nodes) = NeededBrackets.Of(nodes, keepsSigns: format != SourceFormat.Latex);
        return statement with { Body = body, Nodes = nodes };
    }

    // What a sign means between numbers.
    private static SyntaxKind Plain(SyntaxKind kind) => kind switch
    {
        SyntaxKind.Beside => SyntaxKind.Multiply,
        SyntaxKind.Over => SyntaxKind.Divide,
        SyntaxKind.Raised => SyntaxKind.Power,
        _ => kind,
    };
}
