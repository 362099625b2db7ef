using Calculus.Expressions;
using Calculus.Programs;
using Xunit;

namespace Calculus.Tests.Programs;

/// <summary>Code is made from programs that fit: a wrong one fails where it is made, before anything of it runs.</summary>
public sealed class VerifiedTests
{
    [Theory]
    [InlineData(nameof(OpCode.Add), 2, 0, 1, false)]
    [InlineData(nameof(OpCode.Add), 2, 0, 7, true)]
    [InlineData(nameof(OpCode.Add), 2, 0, -1, true)]
    [InlineData(nameof(OpCode.Add), 2, 0, 3, true)]
    [InlineData(nameof(OpCode.Add), 9, 0, 1, true)]
    [InlineData(nameof(OpCode.Add), 0, 0, 1, true)]
    [InlineData(nameof(OpCode.Unary), 2, 0, 4, true)]
    [InlineData(nameof(OpCode.Call), 2, 0, 4, true)]
    public void A_program_that_does_not_fit_is_not_made(string code, int destination, int a, int b, bool isWrong)
    {
        var f = new Formulas();
        var made = Record.Exception(() => Made(f, new Instruction(Enum.Parse<OpCode>(code), destination, a, b), new Instruction(OpCode.Output, 0, 2)));
        if (isWrong) Assert.IsType<InvalidOperationException>(made);
        else Assert.Null(made);
    }

    [Fact]
    public void Each_output_is_written_once()
    {
        var f = new Formulas();
        Assert.Throws<InvalidOperationException>(() => Made(f, new Instruction(OpCode.Add, 2, 0, 1)));
        Assert.Throws<InvalidOperationException>(() => Made(f, new Instruction(OpCode.Add, 2, 0, 1), new Instruction(OpCode.Output, 0, 2), new Instruction(OpCode.Output, 0, 2)));
    }

    // A program of x and y with one output and two slots besides.
    private static Program Made(Formulas f, params Instruction[] code)
    {
        Expression sum = f.Graph.Sum(Rational.Zero, [new Term(Rational.One, f.X), new Term(Rational.One, f.Y)]);
        return new Program([f.X, f.Y], [sum], new SlotAllocation(code, new int[code.Length], [], 4), new InstructionBuilder(2), null);
    }
}
