using System.Text;
using Calculus.Budgets;
using Calculus.Syntax;

namespace Calculus.Printing;

/// <summary>A definition as its author wrote it: in that order, with those brackets, decimals and names, and nothing worked out.</summary>
internal static class WrittenDefinition
{
    /// <summary>
    /// The right-hand side of the last statement, after the statements before it: the text has them in their order, separated by
    /// semicolons; in LaTeX they follow.
    /// </summary>
    /// <param name="definition">The definition.</param>
    /// <param name="variables">The variables of the function, in order.</param>
    /// <param name="declaresE">Whether the letter e stands for something other than Euler's number.</param>
    /// <param name="budget">What may be spent; the printed length is one of its limits.</param>
    /// <exception cref="LimitException">The text is longer than a printed text may be.</exception>
    public static Printed Of(Definition definition, IReadOnlyList<string> variables, bool declaresE, Budget budget)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(variables);
        ArgumentNullException.ThrowIfNull(budget);
        return new Printed(Text(definition, budget), Latex(definition, variables, declaresE, budget), variables);
    }

    /// <summary>The statements in LaTeX in the order in which they are computed, each with its name, separated by commas.</summary>
    /// <param name="definition">The definition; every statement has a name.</param>
    /// <param name="variables">The variables of the function, in order.</param>
    /// <param name="budget">What may be spent.</param>
    internal static string LinesInLatex(Definition definition, IReadOnlyList<string> variables, Budget budget)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(variables);
        var latex = new WrittenLatex(variables.Count > 1, declaresE: false, budget);
        return string.Join(@", \quad ", definition.Statements.Select(statement => $"{Head(statement)} = {latex.Print(statement.Body)}"));
    }

    private static string Text(Definition definition, Budget budget)
    {
        var (text, most) = (new StringBuilder(), budget.Limits.PrintedLength);
        foreach (var statement in definition.Statements)
        {
            if (statement != definition.Statements[^1])
            {
                text.Append(statement.Name);
                if (statement.Parameters is { } parameters) text.Append('(').AppendJoin(", ", parameters.Select(static parameter => parameter.Name)).Append(')');
                text.Append(" = ");
            }

            if (!SyntaxPrinter.AppendAsWritten(statement.Body, text, most, budget)) throw TooLong(most);
            if (statement != definition.Statements[^1]) text.Append("; ");
        }

        return text.ToString();
    }

    private static string Latex(Definition definition, IReadOnlyList<string> variables, bool declaresE, Budget budget)
    {
        var helpers = definition.Statements.Where(static statement => statement.Parameters is not null).Select(static statement => statement.Name!).ToHashSet(StringComparer.Ordinal);
        var latex = new WrittenLatex(variables.Count > 1, declaresE, budget) { Helpers = helpers };
        var function = latex.Print(definition.Statements[^1].Body);
        if (definition.Statements is [_]) return function;
        var parts = definition.Statements.SkipLast(1).Select(statement => $"{Head(statement)} = {latex.Print(statement.Body)}");
        var whole = $@"\begin{{array}}{{l}} {function} \\ \text{{where }} {string.Join(@" \\ ", parts)} \end{{array}}";
        return whole.Length <= budget.Limits.PrintedLength ? whole : throw TooLong(budget.Limits.PrintedLength);
    }

    private static string Head(Statement statement)
    {
        var name = LatexName.Of(statement.Name!);
        return statement.Parameters is { } parameters ? $@"{name}\left({string.Join(", ", parameters.Select(static parameter => LatexName.Of(parameter.Name)))}\right)" : name;
    }

    private static LimitException TooLong(int most) => new("printedLength", most, $"Written out this has more than {most} characters.");
}
