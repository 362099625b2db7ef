namespace Calculus.Programs;

/// <summary>One step of a program.</summary>
/// <param name="Code">What it does.</param>
/// <param name="Destination">The slot it writes, or the output.</param>
/// <param name="A">The slot of the first operand, or where the arguments begin.</param>
/// <param name="B">The slot of the second operand, or the function.</param>
/// <param name="C">The slot of the third operand, or how many arguments there are.</param>
/// <param name="Constant">The constant.</param>
internal readonly record struct Instruction(OpCode Code, int Destination, int A = 0, int B = 0, int C = 0, double Constant = 0)
{
    /// <summary>The slots that it reads.</summary>
    /// <param name="arguments">The program's table of arguments.</param>
    /// <param name="operands">Room for three.</param>
    public ReadOnlySpan<int> Reads(ReadOnlySpan<int> arguments, Span<int> operands)
    {
        if (Code == OpCode.Call) return arguments.Slice(A, C);
        (operands[0], operands[1], operands[2]) = (A, B, C);
        return operands[..OperandCount];
    }

    private int OperandCount => Code switch
    {
        OpCode.Constant => 0,
        OpCode.Add or OpCode.Subtract or OpCode.Multiply or OpCode.Divide or OpCode.Power => 2,
        OpCode.Select => 3,
        _ => 1,
    };
}
