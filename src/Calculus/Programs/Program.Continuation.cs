using System.Numerics;
using Calculus.Budgets;
using Calculus.Expressions;

namespace Calculus.Programs;

internal sealed partial class Program
{
    /// <summary>The first output off the real axis, by complex arithmetic and the functions' analytic continuations.</summary>
    /// <param name="point">The coordinates; their imaginary parts are steps off the axis.</param>
    /// <param name="budget">Pays for eight times <see cref="Operations"/>.</param>
    /// <returns>
    /// The value, not finite where the function is undefined; and the sub-expression that has no analytic continuation at
    /// this point, where there is one: the value is NaN then.
    /// </returns>
    /// <exception cref="ArgumentException">The length does not fit.</exception>
    /// <exception cref="LimitException">The budget does not suffice.</exception>
    public (Complex Value, Expression? Origin) Continue(ReadOnlySpan<Complex> point, Budget budget)
    {
        ArgumentNullException.ThrowIfNull(budget);
        Fits(point.Length, Inputs, nameof(point));
        budget.SpendOperations(8 * Operations);
        var interpreter = new ComplexInterpreter(_calls, Slots);
        for (var input = 0; input < Inputs; input++) interpreter.Set(input, point[input]);
        for (var i = 0; i < _code.Length; i++)
        {
            budget.Visit();
            if (_code[i].Code is not OpCode.Output) interpreter.Run(_code[i], i);
            else if (_code[i].Destination == 0) return Found(interpreter[_code[i].A]);
        }

        throw new InvalidOperationException("A program without outputs has no value.");

        (Complex Value, Expression? Origin) Found((Complex Value, int? Origin) output) =>
            (output.Value, output.Origin is { } place ? _graph!.Nodes[_sources[place]] : null);
    }
}
