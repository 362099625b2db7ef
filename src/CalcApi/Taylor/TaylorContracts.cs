using CalcApi.Http.Answers;
using CalcApi.Http.Functions;
using CalcApi.Http.Requests;

namespace CalcApi.Taylor;

/// <summary>Asks for a Taylor polynomial of a function in one variable.</summary>
public sealed record TaylorRequest : FunctionRequest
{
    /// <summary>The point of expansion; for a function of several variables each of them has a value, and the others are held there.</summary>
    public required Point Point { get; init; }

    /// <summary>The highest order: from 0 to 20.</summary>
    public required int Order { get; init; }

    /// <summary>The variable to expand in; may be left out where the function has one.</summary>
    public string? Variable { get; init; }

    /// <summary>How far from the point the remainder is looked at, on both sides: above 0, by default 1.</summary>
    public double? Radius { get; init; }
}

/// <summary>A Taylor polynomial and what it leaves out.</summary>
public sealed record TaylorAnswer : Answer
{
    /// <summary>The polynomial in powers of the distance from the point, as in 1 + x + x^2/2; exact where a person would write it exactly, else with decimals.</summary>
    public required ExpressionAnswer Polynomial { get; init; }

    /// <summary>Its terms from order 0 on, those that are 0 too.</summary>
    public required IReadOnlyList<TaylorTermAnswer> Terms { get; init; }

    /// <summary>What the polynomial leaves out.</summary>
    public required TaylorRemainderAnswer Remainder { get; init; }
}

/// <summary>One term of a Taylor polynomial.</summary>
/// <param name="Order">The power of the distance from the point.</param>
/// <param name="Derivative">The derivative of this order at the point.</param>
/// <param name="Coefficient">The derivative divided by the factorial of the order.</param>
/// <param name="Exact">Whether the number in the term is exact; else it is a decimal that was computed in double precision.</param>
/// <param name="Term">The term as a formula.</param>
public sealed record TaylorTermAnswer(int Order, double Derivative, double Coefficient, bool Exact, ExpressionAnswer Term);

/// <summary>What a Taylor polynomial leaves out, in the form of Lagrange: a derivative of the next order somewhere between the point and x.</summary>
/// <param name="Order">The order after the polynomial's.</param>
/// <param name="Lagrange">The remainder as a formula of x and of xi, a number between the point and x; missing where the derivative is too long to be read or of an order above 20.</param>
/// <param name="From">The left end of the interval that is looked at.</param>
/// <param name="To">Its right end.</param>
/// <param name="Bound">The largest remainder that samples of xi over the interval give; an estimate, since a peak may lie between samples. Missing where the form does not hold on the interval.</param>
/// <param name="LargestError">For comparison: the largest distance of the polynomial from the function on a grid of the interval. Missing where one of them is not finite.</param>
/// <param name="Reason">Why a number is missing.</param>
public sealed record TaylorRemainderAnswer(
    int Order, ExpressionAnswer? Lagrange, double From, double To, double? Bound, double? LargestError, string? Reason);
