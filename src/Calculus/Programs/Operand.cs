namespace Calculus.Programs;

/// <summary>A value while a program is being built: a known number, or the register that will hold it.</summary>
/// <param name="Register">An input, or after the inputs the instruction that makes it; −1 for a known number.</param>
/// <param name="Value">The known number; it is finite.</param>
internal readonly record struct Operand(int Register, double Value)
{
    /// <summary>Whether the number is known.</summary>
    public bool IsKnown => Register < 0;

    /// <summary>Whether it is the known number given.</summary>
    public bool Is(double value) => IsKnown && Value == value;
}
