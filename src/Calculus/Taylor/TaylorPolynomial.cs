using Calculus.Expressions;
using Calculus.Printing;
using Calculus.Syntax;

namespace Calculus.Taylor;

/// <summary>One term of a Taylor polynomial.</summary>
/// <param name="Order">n</param>
/// <param name="Derivative">The n-th derivative at the point.</param>
/// <param name="Coefficient">The derivative divided by n!.</param>
/// <param name="IsExact">Whether the term's number is exact; otherwise it is the nearest double that was found.</param>
/// <param name="Term">The coefficient times (x − a)^n.</param>
public sealed record TaylorTerm(int Order, double Derivative, double Coefficient, bool IsExact, Expression Term);

/// <summary>A Taylor polynomial.</summary>
/// <param name="Variable">The place of the variable.</param>
/// <param name="Point">The point a, one number for each variable of the function.</param>
/// <param name="Terms">Its terms, the constant one first.</param>
/// <param name="Printed">All of it, in rising powers of x − a, as people write a series.</param>
public sealed record TaylorPolynomial(int Variable, IReadOnlyList<double> Point, IReadOnlyList<TaylorTerm> Terms, Printed Printed)
{
    /// <summary>Notes on coefficients that are not right to the last digit.</summary>
    public IReadOnlyList<Note> Notes { get; init; } = [];

    /// <summary>The highest order.</summary>
    public int Order => Terms.Count - 1;

    /// <summary>Its value, by Horner's rule.</summary>
    public double Value(double x)
    {
        var value = 0.0;
        for (var n = Order; n >= 0; n--) value = (value * (x - Point[Variable])) + Terms[n].Coefficient;
        return value;
    }
}

/// <summary>What a Taylor polynomial leaves out.</summary>
/// <param name="Order">n + 1</param>
/// <param name="Lagrange">f⁽ⁿ⁺¹⁾(ξ)·(x − a)ⁿ⁺¹/(n + 1)! with ξ between a and x; null where the derivative is too long to read.</param>
/// <param name="From">The left end of the interval.</param>
/// <param name="To">Its right end.</param>
/// <param name="Bound">
/// The largest value of Lagrange's form over samples of ξ in the interval, which is at most the true bound;
/// null where the form does not hold.
/// </param>
/// <param name="LargestError">The largest |f − polynomial| on a grid of the interval; null where f is not finite on all of it.</param>
/// <param name="Reason">Why a number is missing.</param>
public sealed record TaylorRemainder(
    int Order, Printed? Lagrange, double From, double To, double? Bound, double? LargestError, string? Reason);
