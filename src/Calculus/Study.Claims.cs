using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Syntax;

namespace Calculus;

/// <summary>Formulas that stand beside a definition and are read in its scope.</summary>
public sealed partial class Study
{
    private const int LongestPart = 80;

    /// <summary>Reads a formula in the function's own scope: its variables, its data, its helpers, and the function itself where it has a name.</summary>
    /// <param name="text">One expression.</param>
    /// <exception cref="FormulaException">The text has no meaning; the position is relative to it.</exception>
    /// <exception cref="LimitException">It asks for more than a limit allows.</exception>
    public Expression ReadFormula(string text)
    {
        var studied = Definition.Statements[^1];
        var known = studied.Name is null ? Definition.Text[..studied.NameSpan.Start] : Definition.Text + "\n";
        // A name that nobody writes, and that no misspelling comes near.
        var name = "ξξξξξξξξ";
        while (Definition.Text.Contains(name, StringComparison.Ordinal) || text.Contains(name, StringComparison.Ordinal)) name += "ξ";
        var before = $"{known}{name}({string.Join(", ", Variables)}) = ";
        var limits = _budget.Limits;
        if (text.Length > limits.TextLength)
            throw new LimitException("textLength", limits.TextLength, $"The text has {text.Length} characters; at most {limits.TextLength} are allowed.", text.Length);

        // The text is read behind the whole definition, which was measured before.
        _budget.SpendOperations(16L * (before.Length + text.Length));
        var reading = new Budget(
            limits with { TextLength = before.Length + text.Length, Tokens = 3 * limits.Tokens, SyntaxNodes = 3 * limits.SyntaxNodes }, _budget.Cancellation);
        var declared = Variables.Concat(_context.Declared).Concat(_context.Data.Keys).ToHashSet(StringComparer.Ordinal);
        try
        {
            var definition = DefinitionParser.Parse(before + text, new Vocabulary(Binder.FunctionNames, declared), reading);
            var last = definition.Statements[^1];
            if (!string.Equals(last.Name, name, StringComparison.Ordinal))
                throw new FormulaException("A derivative is one expression; this text has several statements.", last.Body.Span);
            var formula = Binder.Bind(definition, _binding, _graph).Function;
            CheckNames(formula, last);
            foreach (var note in definition.Notes)
            {
                if (note.Span is { } span && span.Start >= before.Length) _notes.Add(note with { Span = null, Message = $"In the text '{Cut(text)}': {note.Message}" });
            }

            return formula;
        }
        catch (FormulaException formula)
        {
            throw new FormulaException(formula.Message, Within(formula.Span, before.Length, text.Length), formula.Hint);
        }
        catch (LimitException limit) when (limit is { Start: { } start, End: { } end })
        {
            var span = Within(new TextSpan(start, end), before.Length, text.Length);
            throw new LimitException(limit.Limit, limit.Maximum, limit.Message, limit.Asked) { Start = span.Start, End = span.End };
        }
    }

    // A name that the function does not have would be a letter without a value.
    private void CheckNames(Expression formula, Statement last)
    {
        var own = Reachable.From(Function).OfType<Symbol>().ToHashSet();
        foreach (var symbol in Reachable.From(formula).OfType<Symbol>())
        {
            if (symbol.Role != SymbolRole.Parameter || own.Contains(symbol)) continue;
            var place = last.Nodes.FirstOrDefault(node => node.Kind == SyntaxKind.Name && string.Equals(node.Text, symbol.Name, StringComparison.Ordinal));
            throw new FormulaException(
                $"The function has no '{symbol.Name}'; {(Variables.Count == 0 ? "it has no variables" : $"its variables are {string.Join(", ", Variables)}")}.", place?.Span ?? last.Body.Span);
        }
    }

    private static TextSpan Within(TextSpan span, int before, int length) =>
        new(Math.Clamp(span.Start - before, 0, length), Math.Clamp(span.End - before, 0, length));

    private static string Cut(string text) => text.Length <= LongestPart ? text : text[..LongestPart] + "…";
}
