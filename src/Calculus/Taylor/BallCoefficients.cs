using Calculus.Balls;
using Calculus.Expressions;

namespace Calculus.Taylor;

/// <summary>Coefficients as balls.</summary>
/// <param name="bits">How many bits are wanted.</param>
/// <param name="values">The values of names other than the variable.</param>
/// <param name="nearest">The doubles of the same series, which decide a branch where the balls do not.</param>
internal sealed class BallCoefficients(int bits, Func<Symbol, int, Ball> values, TaylorSeries<double> nearest) : ICoefficients<Ball>
{
    /// <inheritdoc/>
    public Ball Number(Rational value) => Ball.Of(value);

    /// <inheritdoc/>
    public Ball Symbol(Symbol symbol) => values(symbol, bits);

    /// <inheritdoc/>
    public Ball Constant(Call call, Ball[] arguments) => Apply(call, arguments);

    /// <inheritdoc/>
    public Ball Apply(Call call, Ball[] arguments) => Array.Find(arguments, static argument => !argument.IsFinite) ?? call.Function.Value(arguments, bits);

    /// <inheritdoc/>
    public Ball Add(Ball a, Ball b) => a.Add(b, bits);

    /// <inheritdoc/>
    public Ball Multiply(Ball a, Ball b) => a.Multiply(b, bits);

    /// <inheritdoc/>
    public Ball Scale(Rational a, Ball b) => Ball.Of(a).Multiply(b, bits);

    /// <inheritdoc/>
    public Ball Divide(Ball a, Ball b) => a.Divide(b, bits);

    /// <inheritdoc/>
    public bool IsZero(Ball a) => a.IsZero;

    /// <inheritdoc/>
    public bool Holds(Choice choice, Ball condition) => condition.Sign is { } sign ? sign != 0 : nearest.Value(choice.Condition) != 0;
}
