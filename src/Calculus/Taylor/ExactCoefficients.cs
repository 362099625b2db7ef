using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.Taylor;

/// <summary>A coefficient as a rational number, as a short formula of constants, or unknown where it has grown too long.</summary>
/// <param name="Number">The number, where it is one.</param>
/// <param name="Formula">The formula, where it is not a number.</param>
internal readonly record struct ExactCoefficient(Rational? Number, Expression? Formula)
{
    /// <summary>Whether it is known.</summary>
    public bool IsKnown => Number is not null || Formula is not null;
}

/// <summary>Exact coefficients; one that grows beyond what a person would write becomes unknown, and so does everything that depends on it.</summary>
/// <param name="graph">Where formulas are made.</param>
/// <param name="replacements">The exact values of names other than the variable; other names remain letters.</param>
/// <param name="nearest">The doubles of the same series at the same point, which decide branches and steps.</param>
/// <param name="e">Euler's number, where its letter is free.</param>
internal sealed class ExactCoefficients(Graph graph, IReadOnlyDictionary<Symbol, Rational> replacements, TaylorSeries<double> nearest, Symbol? e)
    : ICoefficients<ExactCoefficient>
{
    private const long LongestBits = 512;
    private const long MostOperations = 24;
    private const int MostFormulas = 4_000;

    private int _formulas;

    /// <inheritdoc/>
    public ExactCoefficient Number(Rational value) =>
        value.Bits <= LongestBits && value.IsWithinDoubles ? new(value, null) : Unknown;

    /// <inheritdoc/>
    public ExactCoefficient Symbol(Symbol symbol) =>
        replacements.TryGetValue(symbol, out var value) ? Number(value) : new(null, symbol);

    /// <inheritdoc/>
    public ExactCoefficient Constant(Call call, ExactCoefficient[] arguments) => Number(Rational.Exactly(nearest.Value(call)));

    /// <inheritdoc/>
    public ExactCoefficient Apply(Call call, ExactCoefficient[] arguments)
    {
        if (!Array.TrueForAll(arguments, static argument => argument.IsKnown)) return Unknown;

        // Rounding decides on which side of a jump the double is; the exact point may lie on the other.
        if (TaylorTape.Jumps(call.Function)) return Unknown;
        if (e is not null && call.Function is Exp && arguments[0].Number is { IsOne: true }) return new(null, e);
        // Which of many arguments is the largest is read off numbers; as a formula it would be too long.
        if (call.Function is LargestShare && arguments.Length > MostOperations && !Array.TrueForAll(arguments, static argument => argument.Number is not null)) return Unknown;
        var value = call.Function.Apply(graph, Array.ConvertAll(arguments, ToExpression));

        // A formula would be no gain: these constants have no exact value that people know.
        return value is Call { Function: Gamma or Lgamma or Digamma or Trigamma or Polygamma or Factorial or SincDerivative } ? Unknown : Kept(value);
    }

    /// <inheritdoc/>
    public ExactCoefficient Add(ExactCoefficient a, ExactCoefficient b)
    {
        if (!a.IsKnown || !b.IsKnown) return Unknown;
        if (a.Number is { } p && b.Number is { } q) return Number(p + q);
        if (IsZero(a)) return b;
        return IsZero(b) ? a : Kept(ToExpression(a) + ToExpression(b));
    }

    /// <inheritdoc/>
    public ExactCoefficient Multiply(ExactCoefficient a, ExactCoefficient b)
    {
        if (IsZero(a) || IsZero(b)) return new(Rational.Zero, null);
        if (!a.IsKnown || !b.IsKnown) return Unknown;
        return a.Number is { } p && b.Number is { } q ? Number(p * q) : Kept(ToExpression(a) * ToExpression(b));
    }

    /// <inheritdoc/>
    public ExactCoefficient Scale(Rational a, ExactCoefficient b) => Multiply(Number(a), b);

    /// <inheritdoc/>
    public ExactCoefficient Divide(ExactCoefficient a, ExactCoefficient b)
    {
        if (!a.IsKnown || !b.IsKnown || IsZero(b)) return Unknown;
        return a.Number is { } p && b.Number is { } q ? Number(p / q) : Kept(ToExpression(a) / ToExpression(b));
    }

    /// <inheritdoc/>
    public bool IsZero(ExactCoefficient a) => a.Number is { IsZero: true };

    /// <inheritdoc/>
    public bool Holds(Choice choice, ExactCoefficient condition) => nearest.Value(choice.Condition) != 0;

    private static ExactCoefficient Unknown => default;

    private Expression ToExpression(ExactCoefficient coefficient) => coefficient.Formula ?? graph.Number(coefficient.Number!.Value);

    private ExactCoefficient Kept(Expression value)
    {
        if (value is Number number) return Number(number.Value);
        return ++_formulas <= MostFormulas && OperationCount.Of(value) <= MostOperations ? new(null, value) : Unknown;
    }
}
