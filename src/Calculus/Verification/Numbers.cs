using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Programs;

namespace Calculus.Verification;

/// <summary>Expressions of one graph as numbers, and how much of the numbers is rounding.</summary>
/// <param name="program">The expressions.</param>
/// <param name="budget">What the check may spend.</param>
internal sealed class Numbers(Program program, Budget budget)
{
    private const int Perturbations = 4;

    /// <summary>How many expressions.</summary>
    public int Count => program.Outputs;

    /// <summary>Compiles expressions.</summary>
    /// <param name="expressions">Nodes of one graph.</param>
    /// <param name="inputs">What a point gives numbers to, in that graph.</param>
    /// <param name="claim">Gives the data and the order of the variables.</param>
    /// <param name="budget">What the check may spend.</param>
    public static Numbers Of(IReadOnlyList<Expression> expressions, IReadOnlyList<Symbol> inputs, Claim claim, Budget budget) =>
        new(Lowering.Compile(expressions, inputs, claim.Context.Data, claim.Variables, budget), budget);

    /// <summary>Every expression at one point.</summary>
    public double[] At(double[] point)
    {
        var values = new double[program.Outputs];
        program.Evaluate(point, values, budget);
        return values;
    }

    /// <summary>Every expression at many points: the first at every point, then the second at every point.</summary>
    /// <param name="columns">The first coordinate of every point, then the second of every point.</param>
    /// <param name="count">How many points.</param>
    public double[] AtMany(double[] columns, int count)
    {
        var values = new double[program.Outputs * count];
        program.EvaluateBlock(columns, count, values, budget);
        return values;
    }

    /// <summary>How far rounding may have moved each expression at a point; null where that cannot be told.</summary>
    public double[]? Noise(double[] point)
    {
        var (values, noise, perturbed) = (At(point), new double[program.Outputs], new double[program.Outputs]);
        for (var run = 1; run <= Perturbations; run++)
        {
            if (!program.TryPerturb(point, (ulong)run, perturbed, budget)) return null;
            for (var i = 0; i < noise.Length; i++) noise[i] = Math.Max(noise[i], Math.Abs(perturbed[i] - values[i]));
        }

        return noise;
    }
}
