using System.Runtime.CompilerServices;
using Calculus.Functions;

namespace Calculus.Programs;

/// <summary>Runs instructions at one point.</summary>
internal static class PointInterpreter
{
    /// <summary>Runs the instructions in order.</summary>
    /// <param name="code">The instructions.</param>
    /// <param name="calls">What they call.</param>
    /// <param name="slots">The slots, the inputs filled in.</param>
    /// <param name="gathered">Room for the arguments of the longest call.</param>
    /// <param name="outputs">Receives the outputs.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(ReadOnlySpan<Instruction> code, CallTables calls, Span<double> slots, Span<double> gathered, Span<double> outputs)
    {
        for (var i = 0; i < code.Length; i++)
        {
            ref readonly var step = ref code[i];
            switch (step.Code)
            {
                case OpCode.Constant:
                    slots[step.Destination] = step.Constant;
                    break;
                case OpCode.Output:
                    outputs[step.Destination] = slots[step.A];
                    break;
                case OpCode.Add:
                    slots[step.Destination] = slots[step.A] + slots[step.B];
                    break;
                case OpCode.AddConstant:
                    slots[step.Destination] = slots[step.A] + step.Constant;
                    break;
                case OpCode.Subtract:
                    slots[step.Destination] = slots[step.A] - slots[step.B];
                    break;
                case OpCode.SubtractFrom:
                    slots[step.Destination] = step.Constant - slots[step.A];
                    break;
                case OpCode.Multiply:
                    slots[step.Destination] = slots[step.A] * slots[step.B];
                    break;
                case OpCode.Scale:
                    slots[step.Destination] = slots[step.A] * step.Constant;
                    break;
                case OpCode.Divide:
                    slots[step.Destination] = slots[step.A] / slots[step.B];
                    break;
                case OpCode.DivideBy:
                    slots[step.Destination] = slots[step.A] / step.Constant;
                    break;
                case OpCode.DivideInto:
                    slots[step.Destination] = step.Constant / slots[step.A];
                    break;
                case OpCode.Negate:
                    slots[step.Destination] = -slots[step.A];
                    break;
                case OpCode.Sqrt:
                    slots[step.Destination] = Math.Sqrt(slots[step.A]);
                    break;
                case OpCode.Power:
                    slots[step.Destination] = Power.Raise(slots[step.A], slots[step.B]);
                    break;
                case OpCode.PowerConstant:
                    slots[step.Destination] = Power.Raise(slots[step.A], step.Constant);
                    break;
                case OpCode.Select:
                    slots[step.Destination] = slots[step.A] != 0 ? slots[step.B] : slots[step.C];
                    break;
                case OpCode.Unary:
                    slots[step.Destination] = calls.Unaries[step.B].Value(slots[step.A]);
                    break;
                case OpCode.Call:
                    var arguments = calls.Arguments.AsSpan(step.A, step.C);
                    for (var k = 0; k < arguments.Length; k++) gathered[k] = slots[arguments[k]];
                    slots[step.Destination] = calls.Functions[step.B].Value(gathered[..step.C]);
                    break;
                default:
                    throw new InvalidOperationException($"Nothing runs {step.Code}.");
            }
        }
    }
}
