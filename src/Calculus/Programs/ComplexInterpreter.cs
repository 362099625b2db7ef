using System.Numerics;
using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.Programs;

/// <summary>
/// Runs instructions at one point off the real axis. A value without an analytic continuation is not invented: it
/// carries the instruction where it arose, and counts only in the branch that a choice takes.
/// </summary>
/// <param name="calls">What the instructions call.</param>
/// <param name="slots">How many slots there are.</param>
internal sealed class ComplexInterpreter(CallTables calls, int slots)
{
    private static readonly Complex s_undefined = new(double.NaN, double.NaN);

    private readonly Complex[] _slots = new Complex[slots];
    private readonly int?[] _origins = new int?[slots];

    /// <summary>Sets an input.</summary>
    public void Set(int input, Complex value) => _slots[input] = value;

    /// <summary>The value in a slot, and the place of the instruction that had no continuation, where there is one.</summary>
    public (Complex Value, int? Origin) this[int slot] => (_slots[slot], _origins[slot]);

    /// <summary>Runs one instruction that is not an output.</summary>
    /// <param name="step">The instruction.</param>
    /// <param name="place">Its place in the program.</param>
    public void Run(in Instruction step, int place)
    {
        if (step.Code is OpCode.Select)
        {
            var taken = _slots[step.A].Real != 0 ? step.B : step.C;
            (_slots[step.Destination], _origins[step.Destination]) = (_slots[taken], _origins[step.A] ?? _origins[taken]);
            return;
        }

        int? origin = null;
        Span<int> operands = stackalloc int[3];
        foreach (var slot in step.Reads(calls.Arguments, operands)) origin ??= _origins[slot];
        var value = origin is null ? Value(step) : s_undefined;
        if (value is null) origin = place;
        (_slots[step.Destination], _origins[step.Destination]) = (value ?? s_undefined, origin);
    }

    private Complex? Value(in Instruction step) => step.Code switch
    {
        OpCode.Constant => step.Constant,
        OpCode.Add => _slots[step.A] + _slots[step.B],
        OpCode.AddConstant => _slots[step.A] + step.Constant,
        OpCode.Subtract => _slots[step.A] - _slots[step.B],
        OpCode.SubtractFrom => step.Constant - _slots[step.A],
        OpCode.Multiply => _slots[step.A] * _slots[step.B],
        OpCode.Scale => _slots[step.A] * step.Constant,
        OpCode.Divide => Quotient(_slots[step.A], _slots[step.B]),
        OpCode.DivideBy => _slots[step.A] / step.Constant,
        OpCode.DivideInto => Quotient(step.Constant, _slots[step.A]),
        OpCode.Negate => -_slots[step.A],
        OpCode.Sqrt => Called(Sqrt.Function, [_slots[step.A]]),
        OpCode.Power => Called(Power.Function, [_slots[step.A], _slots[step.B]]),
        OpCode.PowerConstant => Called(Power.Function, [_slots[step.A], step.Constant]),
        OpCode.Unary => Called(calls.Unaries[step.B], [_slots[step.A]]),
        OpCode.Call => Called(calls.Functions[step.B], Array.ConvertAll(calls.Arguments[step.A..(step.A + step.C)], slot => _slots[slot])),
        _ => throw new InvalidOperationException($"Nothing runs {step.Code}."),
    };

    // On the real axis the quotient is the real one, infinities included.
    private static Complex Quotient(Complex a, Complex b) => a.Imaginary == 0 && b.Imaginary == 0 ? a.Real / b.Real : a / b;

    // Where a function is not defined at the point below on the axis, a continuation would be that of another function.
    private static Complex? Called(Function function, Complex[] arguments)
    {
        var real = function.Value(Array.ConvertAll(arguments, static argument => argument.Real));
        if (!double.IsFinite(real)) return s_undefined;
        return Array.TrueForAll(arguments, static argument => argument.Imaginary == 0) ? real : function.ComplexValue(arguments);
    }
}
