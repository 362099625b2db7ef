using Calculus.Expressions;

namespace Calculus.Derivatives;

/// <summary>A formula with the way it was derived: people read the simplified form, numbers come from the exact one, which no algebra has widened.</summary>
/// <param name="Formula">The form that people read.</param>
/// <param name="Exact">The form that the rules made.</param>
/// <param name="Of">What was differentiated; null for the function itself and for what is no derivative by one variable.</param>
/// <param name="By">The variable that it was differentiated by.</param>
public sealed record DerivedFormula(Expression Formula, Expression Exact, DerivedFormula? Of = null, Symbol? By = null)
{
    /// <summary>How many times the function was differentiated.</summary>
    public int Order => Of is null ? 0 : Of.Order + 1;

    /// <summary>Its shape.</summary>
    public Shape Shape => Formula.Shape;

    /// <summary>The form that people read.</summary>
    public static implicit operator Expression(DerivedFormula derived) => derived.Formula;

    /// <summary>A formula as it stands.</summary>
    public static implicit operator DerivedFormula(Expression formula) => Plain(formula);

    /// <summary>A formula as it stands.</summary>
    public static DerivedFormula Plain(Expression formula) => new(formula, formula);
}
