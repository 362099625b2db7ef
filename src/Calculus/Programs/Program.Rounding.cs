using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.Programs;

internal sealed partial class Program
{
    // Some sixteen units in the last place: the more accurate functions and the less accurate ones.
    private const double Perturbation = 16 * 2.220446049250313e-16;

    private const double Underflow = 1e-290;

    /// <summary>
    /// The outputs with every intermediate result moved at random by a few units in its last place: how far they scatter is
    /// how far rounding may have moved them (Parker, <i>Monte Carlo Arithmetic</i>, 1997). Whole numbers computed from whole
    /// numbers are exact and are not moved.
    /// </summary>
    /// <param name="point">The coordinates.</param>
    /// <param name="seed">Of the random numbers; the same seed moves the results alike.</param>
    /// <param name="outputs">Receives <see cref="Outputs"/> numbers.</param>
    /// <param name="budget">Pays for four times <see cref="Operations"/>.</param>
    /// <returns>False where a result is not finite, or was rounded to a bound that its function never reaches: no perturbation shows what was lost there.</returns>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    /// <exception cref="LimitException">The budget does not suffice.</exception>
    public bool TryPerturb(ReadOnlySpan<double> point, ulong seed, Span<double> outputs, Budget budget)
    {
        ArgumentNullException.ThrowIfNull(budget);
        Fits(point.Length, Inputs, nameof(point));
        Fits(outputs.Length, Outputs, nameof(outputs));
        budget.SpendOperations(4 * Operations);
        return TryPerturbPaid(point, ref seed, outputs, budget);
    }

    /// <summary>The same where the work is paid for and the lengths fit; the random sequence continues.</summary>
    internal bool TryPerturbPaid(ReadOnlySpan<double> point, ref ulong chance, Span<double> outputs, Budget budget)
    {
        var slots = new double[Slots];
        var gathered = new double[_calls.MaximumArity];
        point.CopyTo(slots);
        var isSound = true;
        Span<int> operands = stackalloc int[3];
        for (var i = 0; i < _code.Length; i++)
        {
            budget.Visit();
            var instruction = _code[i];
            var isExact = instruction.Code is OpCode.Constant or OpCode.Output or OpCode.Select or OpCode.Negate || IsExact(instruction, slots, operands);
            var vanishes = instruction.Code is OpCode.Multiply && slots[instruction.A] != 0 && slots[instruction.B] != 0;
            PointInterpreter.Run(_code.AsSpan(i, 1), _calls, slots, gathered, outputs);
            if (instruction.Code is OpCode.Output or OpCode.Constant) continue;
            ref var result = ref slots[instruction.Destination];
            isSound &= !double.IsInfinity(result) && !(Math.Abs(result) < Underflow && (result != 0 || vanishes)) && IsInRange(instruction, result);
            if (isExact && double.IsInteger(result)) continue;
            chance = (chance * 6364136223846793005) + 1442695040888963407; // Knuth's MMIX
            result *= 1 + (Perturbation * (((chance >> 11) * (2.0 / (1UL << 53))) - 1));
        }

        return isSound;
    }

    private bool IsInRange(Instruction instruction, double result) =>
        instruction.Code is not OpCode.Unary || double.IsNaN(result) || _calls.Unaries[instruction.B].Range.Contains(result);

    private bool IsExact(Instruction instruction, double[] slots, Span<int> operands)
    {
        if (instruction.Code is OpCode.Unary && !_calls.Unaries[instruction.B].FactsOf(Facts.AnySign).IsInteger()) return false;
        if (instruction.Code is OpCode.Unary || (instruction.Code is OpCode.Call && _calls.Functions[instruction.B] is Relation)) return true;
        foreach (var slot in instruction.Reads(_calls.Arguments, operands))
        {
            if (!double.IsInteger(slots[slot])) return false;
        }

        return double.IsInteger(instruction.Constant);
    }
}
