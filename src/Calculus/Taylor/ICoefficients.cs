using Calculus.Expressions;

namespace Calculus.Taylor;

/// <summary>The arithmetic that computes the coefficients of a power series.</summary>
/// <typeparam name="T">A coefficient.</typeparam>
internal interface ICoefficients<T>
{
    /// <summary>A number.</summary>
    T Number(Rational value);

    /// <summary>The value of a name other than the variable.</summary>
    T Symbol(Symbol symbol);

    /// <summary>The value of a function that is constant near the point.</summary>
    T Constant(Call call, T[] arguments);

    /// <summary>The value of a function.</summary>
    T Apply(Call call, T[] arguments);

    /// <summary>a + b</summary>
    T Add(T a, T b);

    /// <summary>a·b</summary>
    T Multiply(T a, T b);

    /// <summary>a·b for a number a.</summary>
    T Scale(Rational a, T b);

    /// <summary>a / b</summary>
    T Divide(T a, T b);

    /// <summary>Whether the coefficient is known to be 0.</summary>
    bool IsZero(T a);

    /// <summary>Whether a condition holds.</summary>
    bool Holds(Choice choice, T condition);
}
