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

    // Operations on ranges that take as long: to derive a formula, for each of its nodes at worst, and for each node that was made.
    private const int DerivingOfNode = 3_500, MakingOfNode = 700;

    // Operations of balls that take as long as one on ranges.
    private const int BallsOfRange = 4;

    private readonly Inputs _inputs = new(bound.Variables, bound.Data, bound.Context.Decimals);
    private readonly Dictionary<Expression, Enclosures> _enclosures = [];
    private readonly Dictionary<Expression, Expression> _derived = [];
    private readonly Dictionary<Expression, IntervalProgram> _anywhere = [];

    /// <summary>The variable.</summary>
    public Symbol Variable => bound.Variables[0];

    /// <summary>Pays for it.</summary>
    public Budget Budget => budget;

    /// <summary>The derivative of a formula; null where what is left would not pay for it.</summary>
    /// <param name="formula">The formula.</param>
    /// <param name="allowance">Pays for it, the first time.</param>
    public Expression? DerivativeOf(Expression formula, Allowance allowance)
    {
        if (_derived.TryGetValue(formula, out var known)) return known;
        if (!allowance.Has((long)Reachable.From(formula).Count * DerivingOfNode)) return null;
        var before = budget.NodesSpent;
        var derivative = book.Next(DerivedFormula.Plain(formula), Variable).Formula;
        allowance.Spend((long)(budget.NodesSpent - before) * MakingOfNode);
        return _derived[formula] = derivative;
    }

    /// <summary>Formulas made ready to be computed over ranges.</summary>
    public IntervalProgram Program(Assumptions assumptions, params IReadOnlyList<Expression> formulas) => new(formulas, bound.Variables, DatumOf, assumptions, budget);

    /// <summary>The same for one formula of which nothing is assumed. It is asked at many points, and made ready once.</summary>
    public IntervalProgram Anywhere(Expression formula)
    {
        if (!_anywhere.TryGetValue(formula, out var program)) _anywhere[formula] = program = Program(Assumptions.None, formula);
        return program;
    }

    /// <summary>A datum; the decimal that was written.</summary>
    public Enclosure DatumOf(Symbol datum) => bound.Data.TryGetValue(datum.Name, out var value)
        ? Enclosure.Of(bound.Context.Decimals.Of(datum.Name, 0, value.Number))
        : throw new Programs.UnboundSymbolException(datum.Name);

    /// <summary>A formula at a double in balls; unknown where that is too dear.</summary>
    /// <param name="formula">The formula.</param>
    /// <param name="x">The double.</param>
    /// <param name="allowance">Pays for it.</param>
    public Ball At(Expression formula, double x, Allowance allowance)
    {
        var before = budget.OperationsSpent;
        var ball = At(formula, x);
        allowance.Spend(Math.Max(UnaryRanges.BallCost * 4, (budget.OperationsSpent - before) / BallsOfRange));
        return ball;
    }

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
