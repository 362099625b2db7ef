using System.Runtime.CompilerServices;
using Calculus.Functions;
using Calculus.Kernels;

namespace Calculus.Programs;

/// <summary>Runs instructions at a block of points: one tight loop for each instruction, the same operations as at one point.</summary>
internal static class BlockInterpreter
{
    /// <summary>Runs the instructions in order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(ReadOnlySpan<Instruction> code, CallTables calls, Block block)
    {
        for (var i = 0; i < code.Length; i++)
        {
            ref readonly var step = ref code[i];
            switch (step.Code)
            {
                case OpCode.Constant:
                    block.Write(step.Destination).Fill(step.Constant);
                    break;
                case OpCode.Output:
                    block.Read(step.A).CopyTo(block.Output(step.Destination));
                    break;
                case OpCode.Select:
                    Lanes.Map<Arithmetic.Choose>(block.Read(step.A), block.Read(step.B), block.Read(step.C), block.Write(step.Destination));
                    break;
                case OpCode.Unary:
                    calls.Unaries[step.B].Values(block.Read(step.A), block.Write(step.Destination));
                    break;
                case OpCode.Call:
                    Call(step, calls, block);
                    break;
                case OpCode.Add or OpCode.Subtract or OpCode.Multiply or OpCode.Divide or OpCode.Power:
                    Binary(step.Code, block.Read(step.A), block.Read(step.B), block.Write(step.Destination));
                    break;
                default:
                    WithConstant(step.Code, block.Read(step.A), step.Constant, block.Write(step.Destination));
                    break;
            }
        }
    }

    private static void Binary(OpCode code, ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> result)
    {
        switch (code)
        {
            case OpCode.Add:
                Lanes.Map<Arithmetic.Add>(a, b, result);
                break;
            case OpCode.Subtract:
                Lanes.Map<Arithmetic.Subtract>(a, b, result);
                break;
            case OpCode.Multiply:
                Lanes.Map<Arithmetic.Multiply>(a, b, result);
                break;
            case OpCode.Divide:
                Lanes.Map<Arithmetic.Divide>(a, b, result);
                break;
            case OpCode.Power:
                Lanes.Map<Power.Kernel>(a, b, result);
                break;
            default:
                throw new InvalidOperationException($"Nothing runs {code}.");
        }
    }

    private static void WithConstant(OpCode code, ReadOnlySpan<double> a, double constant, Span<double> result)
    {
        switch (code)
        {
            case OpCode.AddConstant:
                Lanes.Map<Arithmetic.Add>(a, constant, result);
                break;
            case OpCode.SubtractFrom:
                Lanes.Map<Arithmetic.SubtractFrom>(a, constant, result);
                break;
            case OpCode.Scale:
                Lanes.Map<Arithmetic.Multiply>(a, constant, result);
                break;
            case OpCode.DivideBy:
                Lanes.Map<Arithmetic.Divide>(a, constant, result);
                break;
            case OpCode.DivideInto:
                Lanes.Map<Arithmetic.DivideInto>(a, constant, result);
                break;
            case OpCode.Negate:
                Lanes.Map<Arithmetic.Negate>(a, result);
                break;
            case OpCode.Sqrt:
                Lanes.Map<Sqrt.Kernel>(a, result);
                break;
            case OpCode.PowerConstant:
                Lanes.Map<Power.Kernel>(a, constant, result);
                break;
            default:
                throw new InvalidOperationException($"Nothing runs {code}.");
        }
    }

    private static void Call(in Instruction step, CallTables calls, Block block)
    {
        var arity = step.C;
        var columns = block.Arguments(arity);
        for (var place = 0; place < arity; place++) block.Read(calls.Arguments[step.A + place]).CopyTo(columns[(place * block.Length)..]);
        calls.Functions[step.B].Values(columns, arity, block.Write(step.Destination));
    }
}
