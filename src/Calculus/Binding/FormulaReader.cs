using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Syntax;

namespace Calculus.Binding;

/// <summary>A formula that was read beside a definition.</summary>
/// <param name="Formula">What it means.</param>
/// <param name="Notes">What the reading deserves to be told; places are in the formula's own text.</param>
public sealed record FormulaBeside(Expression Formula, IReadOnlyList<Note> Notes)
{
    /// <summary>The formula as it was written, node by node.</summary>
    internal IReadOnlyList<SyntaxNode> Nodes { get; init; } = [];
}

/// <summary>
/// Reads formulas in the scope of a function that is known: its variables, its data, its helpers, and the function itself where it
/// has a name.
/// </summary>
/// <param name="bound">The function; formulas are made in its graph.</param>
internal sealed class FormulaReader(BoundDefinition bound)
{
    /// <summary>Reads a formula.</summary>
    /// <param name="text">One expression.</param>
    /// <exception cref="FormulaException">The text has no meaning; the place is one in it.</exception>
    /// <exception cref="LimitException">It asks for more than a limit allows.</exception>
    public FormulaBeside Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (definition, context, graph, budget) = (bound.Definition, bound.Context, bound.Function.Graph, bound.Function.Graph.Budget);
        var limits = budget.Limits;
        if (text.Length > limits.TextLength)
            throw new LimitException("textLength", limits.TextLength, $"The text has {text.Length} characters; at most {limits.TextLength} are allowed.", text.Length);

        // The statements of the definition are bound again with the formula.
        budget.SpendOperations(16L * (definition.Text.Length + text.Length));
        var studied = definition.Statements[^1];
        IReadOnlyList<Statement> known = studied.Name is null ? [.. definition.Statements.SkipLast(1)] : definition.Statements;
        string[] variables = [.. bound.Variables.Select(static symbol => symbol.Name)];
        var read = DefinitionParser.ParseBeside(text, variables, known, context.Vocabulary with { Format = null }, budget);
        var last = read.Statements[^1];
        if (read.Statements.Count > 1) throw new FormulaException("A derivative is one expression; this text has several statements.", last.Body.Span);

        var whole = new TextSpan(0, text.Length);
        var beside = new Definition(text, [.. known.Select(statement => At(whole, statement)), last], []) { Format = read.Format };
        var formula = Binder.Bind(beside, context, graph).Function;
        CheckNames(formula, last, variables);
        var isLogarithmTold = definition.Notes.Any(note => note.Code is NoteCodes.NaturalLog && (studied.Name is not null || note.Span is not { } span || span.Start < studied.NameSpan.Start));
        return new FormulaBeside(formula, [.. read.Notes.Where(note => note.Code is not NoteCodes.NaturalLog || !isLogarithmTold)]) { Nodes = last.Nodes };
    }

    // What a statement of the definition cannot do with what the formula gives it, is a fault of the formula as a whole.
    private static Statement At(TextSpan span, Statement statement)
    {
        var nodes = new List<SyntaxNode>(statement.Nodes.Count);
        var made = new Dictionary<SyntaxNode, SyntaxNode>(statement.Nodes.Count);
        foreach (var node in statement.Nodes)
        {
            made[node] = new SyntaxNode(node.Kind, span, node.Text, [.. node.Children.Select(child => made[child])]) { Brackets = node.Brackets, Implied = node.Implied, Primes = node.Primes };
            nodes.Add(made[node]);
        }

        return statement with { NameSpan = span, Body = made[statement.Body], Nodes = nodes };
    }

    // A name that the function does not have would be a letter without a value.
    private void CheckNames(Expression formula, Statement read, string[] variables)
    {
        var own = Reachable.From(bound.Function).OfType<Symbol>().ToHashSet();
        foreach (var symbol in Reachable.From(formula).OfType<Symbol>())
        {
            if (symbol.Role != SymbolRole.Parameter || own.Contains(symbol)) continue;
            var place = read.Nodes.FirstOrDefault(node => node.Kind == SyntaxKind.Name && string.Equals(node.Text, symbol.Name, StringComparison.Ordinal));
            throw new FormulaException(
                $"The function has no '{symbol.Name}'; {(variables.Length == 0 ? "it has no variables" : $"its variables are {string.Join(", ", variables)}")}.", place?.Span ?? read.Body.Span);
        }
    }
}
