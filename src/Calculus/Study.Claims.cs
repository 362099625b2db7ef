using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Syntax;

namespace Calculus;

/// <summary>Formulas that stand beside a definition and are read in its scope.</summary>
public sealed partial class Study
{
    /// <summary>Reads a formula in the function's own scope: its variables, its data, its helpers, and the function itself where it has a name.</summary>
    /// <param name="text">One expression.</param>
    /// <exception cref="FormulaException">The text has no meaning; the position is relative to it.</exception>
    /// <exception cref="LimitException">It asks for more than a limit allows.</exception>
    public Expression ReadFormula(string text)
    {
        var read = new FormulaReader(Definition, _binding, _bound).Read(text);
        foreach (var note in read.Notes) _notes.Add(note with { Span = null, Message = $"In the text '{Cut(text)}': {note.Message}" });
        return read.Formula;
    }
}
