using System.Numerics;
using Calculus.Expressions;
using Calculus.Numerics;
using Calculus.Programs;

namespace Calculus;

public sealed partial class Study
{
    // So small that no branch but the point's own can be met.
    private const double BesideTheAxis = 1e-20;

    /// <summary>The function along one variable through a point, on the real axis and beside it.</summary>
    /// <param name="variable">The place of the variable that moves.</param>
    /// <param name="point">One number for each of <see cref="Variables"/>.</param>
    /// <exception cref="UnboundSymbolException">A letter has no value.</exception>
    public AnalyticFunction Along(int variable, ReadOnlySpan<double> point)
    {
        var program = Compile([Function]);
        double[] moved = [.. point];
        var outputs = new double[program.Outputs];
        var beside = Complexified(point);
        return new(
            x =>
            {
                moved[variable] = x;
                program.Evaluate(moved, outputs, _budget);
                return outputs[0];
            },
            z =>
            {
                beside[variable] = z;
                return program.Continue(beside, _budget).Value;
            });
    }

    /// <summary>What part of the function has no analytic continuation along one variable at a point; null where all has.</summary>
    /// <param name="variable">The place of the variable that moves.</param>
    /// <param name="point">One number for each of <see cref="Variables"/>.</param>
    public Expression? WithoutContinuation(int variable, ReadOnlySpan<double> point)
    {
        var beside = Complexified(point);
        beside[variable] = new Complex(point[variable], BesideTheAxis);
        return Compile([Function]).Continue(beside, _budget).Origin;
    }

    private static Complex[] Complexified(ReadOnlySpan<double> point) => Array.ConvertAll(point.ToArray(), static coordinate => (Complex)coordinate);
}
