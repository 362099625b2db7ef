using Calculus.Expressions;
using Calculus.GradientCheck;
using Calculus.Seams;
using Calculus.Simplification;

namespace Calculus;

/// <summary>Claimed gradients beside the right ones.</summary>
public sealed partial class Study
{
    /// <summary>Compares claimed partial derivatives with the right ones, and looks for the slips that explain the wrong ones.</summary>
    /// <inheritdoc cref="GradientChecker.Check"/>
    public GradientReport CheckGradient(IReadOnlyList<Claim> claims, double[] point, double? tolerance = null) =>
        new GradientChecker(_bound, _book.Partials(_bound.Variables), _numbers, _printer.Text, _budget).Check(claims, point, tolerance);

    /// <summary>Whether two formulas are one by identity: they simplify to the same form, or their difference to 0.</summary>
    public static bool AreIdentical(Expression a, Expression b)
    {
        ArgumentNullException.ThrowIfNull(a);
        return a == b || Simplify.Of(a) == Simplify.Of(b) || Graph.IsZero(Simplify.Of(a.Graph.Subtract(a, b)));
    }

    /// <summary>
    /// A point at which formulas can be compared where none is asked for: nothing special about it, the function and its gradient finite
    /// there; the first candidate where none is.
    /// </summary>
    public double[] PointForFormulas()
    {
        var origin = new double[Layout.Count];
        Array.Fill(origin, Middle);
        double[][] candidates = [[.. Enumerable.Range(0, Layout.Count).Select(static i => FirstCoordinates[i % FirstCoordinates.Length])], .. SamplePoints.Around(origin)];
        return Array.Find(candidates, IsOrdinary) ?? candidates[0];
    }

    private static ReadOnlySpan<double> FirstCoordinates => [1.3, 0.7, 1.9, 0.4, 1.6];

    // Candidates lie on both sides of it, and of 0.
    private const double Middle = 0.3;

    private bool IsOrdinary(double[] point)
    {
        Evaluation at = _numbers.ValuesAt(_book.ExactGradient, point);
        return at.Value.Entries.All(double.IsFinite) && at.Numbers.All(double.IsFinite);
    }
}
