using Calculus.Balls;
using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Certification;
using Calculus.Derivatives;
using Calculus.Expressions;
using Calculus.Intervals;

namespace Calculus.CriticalPoints;

/// <summary>Formulas of one variable: their derivatives, their ranges over pieces of the line, and their signs at points.</summary>
/// <param name="bound">The function.</param>
/// <param name="book">Its derivatives.</param>
/// <param name="budget">Pays for it.</param>
internal sealed class LineFormulas(BoundDefinition bound, DerivativeBook book, Budget budget)
{
    private const int Bits = 192;

    private readonly Inputs _inputs = new(bound.Variables, bound.Data, bound.Context.Decimals);
    private readonly Dictionary<Expression, Enclosures> _enclosures = [];
    private readonly Dictionary<Expression, DerivedFormula> _derived = [];

    /// <summary>The variable.</summary>
    public Symbol Variable => bound.Variables[0];

    /// <summary>Pays for it.</summary>
    public Budget Budget => budget;

    /// <summary>The derivative of a formula.</summary>
    public Expression DerivativeOf(Expression formula)
    {
        if (!_derived.TryGetValue(formula, out var of)) _derived[formula] = of = DerivedFormula.Plain(formula);
        return book.Next(of, Variable).Formula;
    }

    /// <summary>Formulas made ready to be computed over ranges.</summary>
    public IntervalProgram Program(Assumptions assumptions, params IReadOnlyList<Expression> formulas) => new(formulas, bound.Variables, DatumOf, assumptions, budget);

    /// <summary>A datum; the decimal that was written.</summary>
    public Enclosure DatumOf(Symbol datum) => bound.Data.TryGetValue(datum.Name, out var value)
        ? Enclosure.Of(bound.Context.Decimals.Of(datum.Name, 0, value.Number))
        : throw new Programs.UnboundSymbolException(datum.Name);

    /// <summary>A formula at a double in balls; unknown where that is too dear.</summary>
    public Ball At(Expression formula, double x)
    {
        if (!_enclosures.TryGetValue(formula, out var enclosures)) _enclosures[formula] = enclosures = new Enclosures([formula], _inputs, budget);
        return enclosures.TryAt([Ball.Of(Rational.Exactly(x))], Bits, out var values) ? values[0][0] : Ball.Unknown;
    }

    /// <summary>Whether a formula is exactly 0 at a number, by exact arithmetic.</summary>
    public bool IsZeroAt(Expression formula, double x)
    {
        if (!_enclosures.TryGetValue(formula, out var enclosures)) _enclosures[formula] = enclosures = new Enclosures([formula], _inputs, budget);
        return enclosures.TryAt([Ball.Of(Rational.FromDecimal(x))], Bits, out var values) && values[0][0].IsZero;
    }
}
