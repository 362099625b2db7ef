using Calculus.Budgets;

namespace Calculus.Syntax;

/// <summary>Reads a definition: every statement as it was written, unchanged.</summary>
public static class DefinitionParser
{
    /// <summary>Reads a text in time linear in its length, whatever its depth.</summary>
    /// <param name="text">One or more statements, separated by <c>;</c> or new lines.</param>
    /// <param name="vocabulary">The names that already have a meaning.</param>
    /// <param name="budget">What may be spent.</param>
    /// <returns>The syntax tree of every statement, and notes where the text can be read in two ways.</returns>
    /// <exception cref="FormulaException">The text is not in the language; the exception points at the place.</exception>
    /// <exception cref="LimitException">The text is longer, larger or deeper than it may be.</exception>
    /// <exception cref="OperationCanceledException">The request was cancelled.</exception>
    public static Definition Parse(string text, Vocabulary vocabulary, Budget budget)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(vocabulary);
        ArgumentNullException.ThrowIfNull(budget);

        var outline = Outline.Of(text, new Lexer(text, budget).Read(), budget);
        var definedNames = new DefinedNames(outline, vocabulary, text);
        var free = Scope.FreeInText(outline);
        var context = new ReadingContext(text, outline.Tokens, budget);
        var statements = new Statement[outline.Statements.Count];
        for (var i = 0; i < statements.Length; i++)
        {
            var head = outline.Statements[i];
            var scope = new Scope(vocabulary, definedNames, outline, i, free);
            var (body, nodes) = ExpressionParser.Read(context, scope, head.Body);
            var start = outline.Tokens[head.Body].Start;
            statements[i] = new Statement(head.Name?.Text, head.Name?.Span ?? new TextSpan(start, start), head.Parameters, body, nodes);
        }

        return new Definition(text, statements, context.Notes.InOrder());
    }
}
