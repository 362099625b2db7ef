using System.Runtime.CompilerServices;
using Calculus.Functions;

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
                    Select(block.Read(step.A), block.Read(step.B), block.Read(step.C), block.Write(step.Destination));
                    break;
                case OpCode.Unary:
                    Unary(calls.Unaries[step.B], block.Read(step.A), block.Write(step.Destination));
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Binary(OpCode code, ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> result)
    {
        switch (code)
        {
            case OpCode.Add:
                for (var k = 0; k < result.Length; k++) result[k] = a[k] + b[k];
                break;
            case OpCode.Subtract:
                for (var k = 0; k < result.Length; k++) result[k] = a[k] - b[k];
                break;
            case OpCode.Multiply:
                for (var k = 0; k < result.Length; k++) result[k] = a[k] * b[k];
                break;
            case OpCode.Divide:
                for (var k = 0; k < result.Length; k++) result[k] = a[k] / b[k];
                break;
            case OpCode.Power:
                for (var k = 0; k < result.Length; k++) result[k] = Power.Raise(a[k], b[k]);
                break;
            default:
                throw new InvalidOperationException($"Nothing runs {code}.");
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void WithConstant(OpCode code, ReadOnlySpan<double> a, double constant, Span<double> result)
    {
        switch (code)
        {
            case OpCode.AddConstant:
                for (var k = 0; k < result.Length; k++) result[k] = a[k] + constant;
                break;
            case OpCode.SubtractFrom:
                for (var k = 0; k < result.Length; k++) result[k] = constant - a[k];
                break;
            case OpCode.Scale:
                for (var k = 0; k < result.Length; k++) result[k] = a[k] * constant;
                break;
            case OpCode.DivideBy:
                for (var k = 0; k < result.Length; k++) result[k] = a[k] / constant;
                break;
            case OpCode.DivideInto:
                for (var k = 0; k < result.Length; k++) result[k] = constant / a[k];
                break;
            case OpCode.Negate:
                for (var k = 0; k < result.Length; k++) result[k] = -a[k];
                break;
            case OpCode.Sqrt:
                for (var k = 0; k < result.Length; k++) result[k] = Math.Sqrt(a[k]);
                break;
            case OpCode.PowerConstant:
                for (var k = 0; k < result.Length; k++) result[k] = Power.Raise(a[k], constant);
                break;
            case OpCode.LogOnePlus:
                for (var k = 0; k < result.Length; k++) result[k] = OnePlus.Log(a[k]);
                break;
            case OpCode.ExponentialMinusOne:
                for (var k = 0; k < result.Length; k++) result[k] = MinusOne.Exponential(a[k]);
                break;
            default:
                throw new InvalidOperationException($"Nothing runs {code}.");
        }
    }

    private static void Select(ReadOnlySpan<double> condition, ReadOnlySpan<double> then, ReadOnlySpan<double> otherwise, Span<double> result)
    {
        for (var k = 0; k < result.Length; k++) result[k] = condition[k] != 0 ? then[k] : otherwise[k];
    }

    private static void Unary(Expressions.UnaryFunction function, ReadOnlySpan<double> a, Span<double> result)
    {
        for (var k = 0; k < result.Length; k++) result[k] = function.Value(a[k]);
    }

    private static void Call(in Instruction step, CallTables calls, Block block)
    {
        var arity = step.C;
        var function = calls.Functions[step.B];
        var rows = block.Arguments(arity);
        for (var place = 0; place < arity; place++)
        {
            var column = block.Read(calls.Arguments[step.A + place]);
            for (var k = 0; k < column.Length; k++) rows[(k * arity) + place] = column[k];
        }

        var result = block.Write(step.Destination);
        for (var k = 0; k < result.Length; k++) result[k] = function.Value(rows.Slice(k * arity, arity));
    }
}
