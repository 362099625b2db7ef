using Calculus.Budgets;
using Calculus.Syntax;

namespace CalcApi.Http.Compute;

/// <summary>What a handler computes with.</summary>
/// <param name="Budget">What it may spend.</param>
/// <param name="Limits">The limits on what may be asked.</param>
public sealed record Computation(Budget Budget, ServiceLimits Limits)
{
    /// <summary>The notation of the function that the request gives; where it is null the text shows it.</summary>
    public SourceFormat? Format { get; init; }

    /// <summary>Makes the budget of another question that is computed in the same place, with a token that ends it.</summary>
    internal Func<CancellationToken, Budget>? Anew { get; init; }

    /// <summary>A number that stands beside the answer; null, with a note, where it is beyond the range of numbers.</summary>
    /// <param name="part">What it is, such as <c>the rise</c>.</param>
    /// <param name="number">The number, computed from finite ones.</param>
    public double? InRange(string part, double number)
    {
        if (double.IsFinite(number)) return number;
        Budget.Extras.LeaveOut(part, "it is beyond the range of numbers");
        return null;
    }
}
