using Calculus.Budgets;

namespace Calculus.Numerics;

/// <summary>Asks for values of f, counts them and pays for them.</summary>
internal sealed class CurveProbe(CurveEvaluator f, double from, double to, int mostEvaluations, Budget budget)
{
    // Within this fraction of the window, bisection continues in the order of the doubles.
    private const double FinePart = 1e-12;

    public double From { get; } = from;

    public double To { get; } = to;

    public double Width => To - From;

    public int Evaluations { get; private set; }

    /// <summary>True once no more searches should begin.</summary>
    public bool IsSpent => Evaluations >= mostEvaluations;

    public double[] At(ReadOnlySpan<double> x)
    {
        budget.SpendOperations(x.Length);
        Evaluations += x.Length;
        var y = new double[x.Length];
        f(x, y);
        return y;
    }

    public double At(double x) => At([x])[0];

    public double? Between(double from, double to) => Doubles.Between(from, to, FinePart * Width);

    /// <summary>Halves the distance from a point where f is finite to one where it is not, until they are neighbours.</summary>
    public (double Defined, double Value, double Undefined) EdgeOfDomain(double defined, double value, double undefined)
    {
        while (!IsSpent && (defined < undefined ? Between(defined, undefined) : Between(undefined, defined)) is { } middle)
        {
            var y = At(middle);
            if (double.IsFinite(y)) (defined, value) = (middle, y);
            else undefined = middle;
        }

        return (defined, value, undefined);
    }
}
