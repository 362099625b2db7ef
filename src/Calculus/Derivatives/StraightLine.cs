using Calculus.Expressions;
using Calculus.Printing;

namespace Calculus.Derivatives;

/// <summary>A straight line of a function's graph.</summary>
/// <param name="Formula">The line in the function's variable.</param>
/// <param name="Printer">How its numbers are written.</param>
public sealed record StraightLine(Expression Formula, FormulaPrinter Printer)
{
    /// <summary>The line as text and LaTeX.</summary>
    public Printed Printed => Printer.Print(Formula);
}
