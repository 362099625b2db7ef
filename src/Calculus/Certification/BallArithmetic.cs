using Calculus.Balls;
using Calculus.Expressions;

namespace Calculus.Certification;

/// <summary>Balls of so many bits.</summary>
/// <param name="bits">How many.</param>
internal sealed class BallArithmetic(int bits) : IArithmetic<Ball>
{
    /// <inheritdoc/>
    public Ball Unknown => Ball.Unknown;

    /// <inheritdoc/>
    public Ball Of(Rational value) => Ball.Of(value);

    /// <inheritdoc/>
    public Ball Constant(string name) => name switch
    {
        NamedConstants.Pi => BallConstants.Pi(bits),
        NamedConstants.Tau => BallConstants.Pi(bits).Shifted(1),
        NamedConstants.E => BallConstants.E(bits),
        _ => Ball.Undefined,
    };

    /// <inheritdoc/>
    public Ball Add(Ball a, Ball b) => a.Add(b, bits);

    /// <inheritdoc/>
    public Ball Multiply(Ball a, Ball b) => a.Multiply(b, bits);

    /// <inheritdoc/>
    public Ball Scale(Rational a, Ball b) => a.IsOne ? b : Ball.Of(a).Multiply(b, bits);

    /// <inheritdoc/>
    public Ball Divide(Ball a, Ball b) => a.Divide(b, bits);

    /// <inheritdoc/>
    public Ball Call(Function function, ReadOnlySpan<Ball> arguments)
    {
        foreach (var argument in arguments)
        {
            if (!argument.IsFinite) return argument;
        }

        return function.Value(arguments, bits);
    }

    /// <inheritdoc/>
    public double Near(Ball value) => value.ToDouble();

    /// <inheritdoc/>
    public int? Compare(Ball a, Ball b) => a.CompareTo(b, bits);
}
