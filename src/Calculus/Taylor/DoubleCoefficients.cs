using Calculus.Expressions;

namespace Calculus.Taylor;

/// <summary>Coefficients as doubles.</summary>
/// <param name="values">The values of names other than the variable.</param>
/// <param name="beside">
/// On a seam, the one-sided values of functions that jump; null elsewhere.
/// </param>
internal sealed class DoubleCoefficients(Func<Symbol, double> values, Func<Call, double>? beside = null) : ICoefficients<double>
{
    /// <inheritdoc/>
    public double Number(Rational value) => value.ToDouble();

    /// <inheritdoc/>
    public double Symbol(Symbol symbol) => values(symbol);

    /// <inheritdoc/>
    public double Constant(Call call, double[] arguments) => beside is null ? call.Function.Value(arguments) : beside(call);

    /// <inheritdoc/>
    public double Apply(Call call, double[] arguments) =>
        beside is not null && TaylorTape.Jumps(call.Function) ? beside(call) : call.Function.Value(arguments);

    /// <inheritdoc/>
    public double Add(double a, double b) => a + b;

    /// <inheritdoc/>
    public double Multiply(double a, double b) => a * b;

    /// <inheritdoc/>
    public double Scale(Rational a, double b) => a.ToDouble() * b;

    /// <inheritdoc/>
    public double Divide(double a, double b) => a / b;

    /// <inheritdoc/>
    public bool IsZero(double a) => a == 0;

    /// <inheritdoc/>
    public bool Holds(Choice choice, double condition) => condition != 0;
}
