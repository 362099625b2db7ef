using Calculus.Expressions;

namespace Calculus.Certification;

/// <summary>Arithmetic on enclosed numbers: what is computed is always known with a bound on how far it is off.</summary>
/// <typeparam name="T">An enclosed number.</typeparam>
internal interface IArithmetic<T>
{
    /// <summary>A number of which nothing is known.</summary>
    T Unknown { get; }

    /// <summary>A fraction.</summary>
    T Of(Rational value);

    /// <summary>A constant of the language by name.</summary>
    T Constant(string name);

    /// <summary>a + b</summary>
    T Add(T a, T b);

    /// <summary>a·b</summary>
    T Multiply(T a, T b);

    /// <summary>a·b for a fraction a.</summary>
    T Scale(Rational a, T b);

    /// <summary>a/b</summary>
    T Divide(T a, T b);

    /// <summary>A function of the catalogue.</summary>
    T Call(Function function, ReadOnlySpan<T> arguments);

    /// <summary>A double near the number.</summary>
    double Near(T value);

    /// <summary>−1, 0 or 1 as a is smaller than b, equal, or larger; null where that is not known.</summary>
    int? Compare(T a, T b);
}
