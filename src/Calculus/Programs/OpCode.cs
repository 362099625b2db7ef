namespace Calculus.Programs;

/// <summary>What an instruction writes to its destination; a, b, c are the values of its operands and k is its constant.</summary>
internal enum OpCode
{
    /// <summary>k</summary>
    Constant,

    /// <summary>a, to an output of the program instead of a slot.</summary>
    Output,

    /// <summary>a + b</summary>
    Add,

    /// <summary>a + k</summary>
    AddConstant,

    /// <summary>a − b</summary>
    Subtract,

    /// <summary>k − a</summary>
    SubtractFrom,

    /// <summary>a·b</summary>
    Multiply,

    /// <summary>a·k</summary>
    Scale,

    /// <summary>a / b</summary>
    Divide,

    /// <summary>a / k</summary>
    DivideBy,

    /// <summary>k / a</summary>
    DivideInto,

    /// <summary>−a</summary>
    Negate,

    /// <summary>√a</summary>
    Sqrt,

    /// <summary>a^b</summary>
    Power,

    /// <summary>a^k</summary>
    PowerConstant,

    /// <summary>b where a is not zero, otherwise c.</summary>
    Select,

    /// <summary>The function of one argument with the number B, of a.</summary>
    Unary,

    /// <summary>The function with the number B, of the C arguments whose slots begin at A in the table of arguments.</summary>
    Call,
}
