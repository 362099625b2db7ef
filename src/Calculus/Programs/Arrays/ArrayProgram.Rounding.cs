using Calculus.Budgets;
using Calculus.Expressions;

namespace Calculus.Programs.Arrays;

internal sealed partial class ArrayProgram
{
    // As many units in the last place as programs of numbers move their results by.
    private const double Perturbation = 16 * 2.220446049250313e-16;

    private const double Underflow = 1e-290;

    /// <summary>
    /// The outputs with every intermediate result moved at random by a few units in its last place: how far they scatter is how far
    /// rounding may have moved them (Parker, <i>Monte Carlo Arithmetic</i>, 1997). The terms of a sum are moved too, so that cancellation
    /// within it shows; whole numbers are not moved.
    /// </summary>
    /// <param name="point">A value for each input.</param>
    /// <param name="seed">Of the random numbers; the same seed moves the results alike.</param>
    /// <param name="budget">Pays for four times <see cref="Operations"/>.</param>
    /// <param name="values">A value for each output.</param>
    /// <returns>False where a number left the range of the doubles: no perturbation shows what was lost there.</returns>
    /// <exception cref="ArgumentException">A value does not have the shape of its input.</exception>
    /// <exception cref="LimitException">The budget does not suffice.</exception>
    public bool TryPerturb(IReadOnlyList<ArrayValue> point, ulong seed, Budget budget, out ArrayValue[] values)
    {
        ArgumentNullException.ThrowIfNull(point);
        ArgumentNullException.ThrowIfNull(budget);
        budget.SpendOperations(Math.Min(Operations, long.MaxValue / 8) * 4);
        AllHeld(budget);
        using var memory = new Workspace(_held, Arena.Apart(_held));
        var (chance, isSound) = (seed, true);
        Fill(memory, point);
        foreach (var step in _steps)
        {
            budget.Cancellation.ThrowIfCancellationRequested();
            if (step is RegionStep entries) isSound &= entries.TryPerturb(memory, ref chance, budget);
            else if (step is CarryStep) step.Run(memory, budget);
            else Sum(step);
        }

        values = Array.ConvertAll(_outputs, output => new ArrayValue(output.Shape, memory.Read(output.Value).ToArray()));
        return isSound;

        void Sum(ArrayStep step)
        {
            var exact = new (double[], int)[step.Reads.Length];
            for (var read = 0; read < exact.Length; read++)
            {
                var terms = memory.Read(step.Reads[read]).ToArray();
                Move(terms);
                exact[read] = memory.Exchange(step.Reads[read], (terms, 0));
            }

            step.Run(memory, budget);
            for (var read = exact.Length - 1; read >= 0; read--) memory.Exchange(step.Reads[read], exact[read]);
            foreach (var write in step.Writes) Move(memory.Write(write));
        }

        void Move(Span<double> entries)
        {
            foreach (ref var entry in entries)
            {
                isSound &= !double.IsInfinity(entry) && (entry == 0 || !(Math.Abs(entry) < Underflow));
                if (double.IsInteger(entry)) continue;
                chance = (chance * 6364136223846793005) + 1442695040888963407; // Knuth's MMIX
                entry *= 1 + (Perturbation * (((chance >> 11) * (2.0 / (1UL << 53))) - 1));
            }
        }
    }
}
