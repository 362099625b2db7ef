using Calculus.Expressions;

namespace Calculus.Derivatives;

/// <summary>A formula with the way it was derived: people read the simplified form, numbers come from the exact one, whose domain no algebra has widened.</summary>
/// <param name="formula">The form that people read.</param>
/// <param name="exact">The form that the rules made.</param>
/// <param name="of">What was differentiated; null for the function itself and for whatever is not a derivative by one variable.</param>
/// <param name="by">The variable that it was differentiated by.</param>
public sealed class DerivedFormula(Expression formula, Expression exact, DerivedFormula? of = null, Symbol? by = null)
{
    /// <summary>The form that people read.</summary>
    public Expression Formula { get; } = formula;

    /// <summary>The form that the rules made; its numbers are the derivative's.</summary>
    public Expression Exact { get; } = exact;

    /// <summary>What was differentiated; null for the function itself and for whatever is not a derivative by one variable.</summary>
    public DerivedFormula? Of { get; } = of;

    /// <summary>The variable that it was differentiated by.</summary>
    public Symbol? By { get; } = by;

    /// <summary>How many times the function was differentiated.</summary>
    public int Order { get; } = (of?.Order ?? -1) + 1;

    /// <summary>Its shape.</summary>
    public Shape Shape => Formula.Shape;

    /// <summary>The form that people read.</summary>
    public static implicit operator Expression(DerivedFormula derived) => derived.Formula;

    /// <summary>A formula as it stands.</summary>
    public static implicit operator DerivedFormula(Expression formula) => Plain(formula);

    /// <summary>A formula as it stands.</summary>
    public static DerivedFormula Plain(Expression formula) => new(formula, formula);
}
