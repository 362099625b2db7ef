namespace Calculus.Programs;

internal sealed partial class Program
{
    // Once, so that a wrong program fails where it is made and not where it runs: every slot lies in range and is
    // written before it is read, inputs are never written, each output is written once.
    private void Verify()
    {
        var written = new bool[Slots];
        Array.Fill(written, value: true, 0, Inputs);
        var given = new bool[Outputs];
        Span<int> operands = stackalloc int[3];
        for (var i = 0; i < _code.Length; i++)
        {
            var instruction = _code[i];
            var holds = true;
            foreach (var slot in instruction.Reads(_calls.Arguments, operands)) holds &= (uint)slot < (uint)Slots && written[slot];
            if (instruction.Code is OpCode.Unary) holds &= (uint)instruction.B < (uint)_calls.Unaries.Length;
            if (instruction.Code is OpCode.Call) holds &= (uint)instruction.B < (uint)_calls.Functions.Length && instruction.C <= _calls.MaximumArity;
            var targets = instruction.Code is OpCode.Output ? given : written;
            holds &= (uint)instruction.Destination < (uint)targets.Length;
            holds &= instruction.Code is OpCode.Output ? !given[instruction.Destination] : instruction.Destination >= Inputs;
            if (!holds) throw new InvalidOperationException($"Instruction {i} ({instruction}) does not fit its program.");
            targets[instruction.Destination] = true;
        }

        if (Array.IndexOf(given, value: false) is >= 0 and var missing)
            throw new InvalidOperationException($"Output {missing} is never written.");
    }
}
