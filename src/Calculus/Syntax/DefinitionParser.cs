using Calculus.Budgets;
using Calculus.Syntax.Code;
using Calculus.Syntax.Latex;

namespace Calculus.Syntax;

/// <summary>Reads a definition: every statement as it was written, unchanged.</summary>
internal static class DefinitionParser
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

        using var stage = budget.In(Stage.Parse);
        var (format, tokens, notes) = Tokens(text, vocabulary, [], budget);
        var outline = Outline.Of(text, tokens, budget);
        var definedNames = new DefinedNames(outline, vocabulary, text);
        var free = Scope.FreeInText(outline);
        var context = new ReadingContext(text, outline.Tokens, budget, format);
        context.Notes.AddAll(notes);
        var statements = new Statement[outline.Statements.Count];
        for (var i = 0; i < statements.Length; i++)
        {
            var head = outline.Statements[i];
            statements[i] = Read(head, new Scope(vocabulary, definedNames, outline.Tokens, head, i, free), context);
        }

        return new Definition(text, statements, context.Notes.InOrder()) { Format = format };
    }

    /// <summary>Reads a formula that stands beside a definition, in the scope of its statements.</summary>
    /// <param name="text">The formula; should there be more than one statement, the first is the formula.</param>
    /// <param name="parameters">The names of the variables of the formula.</param>
    /// <param name="known">The statements that the formula knows, in order.</param>
    /// <param name="vocabulary">The names that have a meaning beforehand.</param>
    /// <param name="budget">What may be spent.</param>
    /// <returns>The statements of the text alone, with places in it.</returns>
    /// <exception cref="FormulaException">The text is not of the language; the exception points at the place.</exception>
    /// <exception cref="LimitException">The text is longer, larger or deeper than it may be.</exception>
    /// <exception cref="OperationCanceledException">The request was called off.</exception>
    public static Definition ParseBeside(string text, IReadOnlyList<string> parameters, IReadOnlyList<Statement> known, Vocabulary vocabulary, Budget budget)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(vocabulary);
        ArgumentNullException.ThrowIfNull(budget);

        using var stage = budget.In(Stage.Parse);
        var names = parameters.Concat(known.Select(static statement => statement.Name).OfType<string>());
        var (format, tokens, notes) = Tokens(text, vocabulary, names, budget);
        var outline = Outline.OfFormula(text, tokens, [.. parameters.Select(static name => new Parameter(name, default))], budget);
        var definedNames = new DefinedNames(outline, vocabulary, text, known);
        var free = Scope.FreeInText(outline);
        var context = new ReadingContext(text, outline.Tokens, budget, format);
        context.Notes.AddAll(notes);
        var statements = outline.Statements.Select((head, i) => Read(head, new Scope(vocabulary, definedNames, outline.Tokens, head, known.Count + i, free), context)).ToArray();
        return new Definition(text, statements, context.Notes.InOrder()) { Format = format };
    }

    private static (SourceFormat Format, List<Token> Tokens, IReadOnlyList<Note> Notes) Tokens(string text, Vocabulary vocabulary, IEnumerable<string> known, Budget budget)
    {
        var format = vocabulary.Format ?? SourceFormats.Of(text, budget.Limits);
        switch (format)
        {
            case SourceFormat.Latex:
                var (tokens, notes) = LatexReader.Read(WithGreekLetters(text), vocabulary, known, budget);
                return (format, tokens, notes);
            case SourceFormat.Python or SourceFormat.Javascript:
                return (format, CodeReader.Read(WithGreekLetters(text), format == SourceFormat.Python, vocabulary, budget), []);
            default:
                return (format, DecimalCommas.Joined(text, new Lexer(text, budget).Read(), budget.Limits), []);
        }
    }

    private static Statement Read(StatementHead head, Scope scope, ReadingContext context)
    {
        var (body, nodes) = ExpressionParser.Read(context, scope, head.Body);
        var start = context.Tokens[head.Body].Start;
        return new Statement(head.Name?.Text, head.Name?.Span ?? new TextSpan(start, start), head.Parameters, body, nodes);
    }

    // The micro sign of keyboards is the Greek letter, in every notation.
    private static string WithGreekLetters(string text) => text.Replace('µ', 'μ');
}
