using Calculus.Budgets;

namespace Calculus.Programs;

/// <summary>Registers to slots by a linear scan: a slot is free again after the last use of what it holds.</summary>
/// <param name="Code">The instructions that something depends on, over slots.</param>
/// <param name="Sources">For each instruction the index of its node.</param>
/// <param name="Arguments">The slots of the calls' arguments.</param>
/// <param name="Slots">How many slots there are, the inputs first.</param>
internal readonly record struct SlotAllocation(Instruction[] Code, int[] Sources, int[] Arguments, int Slots)
{
    private const int Unused = -1;

    /// <summary>Gives each live register a slot.</summary>
    public static SlotAllocation Of(InstructionBuilder builder, Budget budget)
    {
        var lastUse = LastUses(builder, budget);
        var code = new List<Instruction>(builder.Code.Count);
        var sources = new List<int>(builder.Code.Count);
        var arguments = builder.Arguments.ToArray();
        var slotOf = new int[lastUse.Length];
        for (var input = 0; input < builder.Inputs; input++) slotOf[input] = input;
        var free = new Stack<int>();
        var slots = builder.Inputs;
        Span<int> operands = stackalloc int[3];
        for (var i = 0; i < builder.Code.Count; i++)
        {
            budget.Visit();
            var instruction = builder.Code[i];
            var isOutput = instruction.Code == OpCode.Output;
            if (!isOutput && lastUse[builder.Inputs + i] == Unused) continue;
            foreach (var register in instruction.Reads(arguments, operands))
            {
                budget.Visit();
                if (lastUse[register] != i || register < builder.Inputs) continue;
                lastUse[register] = Unused; // an operand may occur twice
                free.Push(slotOf[register]);
            }

            var placed = Placed(instruction, arguments, slotOf);
            if (!isOutput)
            {
                if (!free.TryPop(out var slot)) slot = slots++;
                slotOf[builder.Inputs + i] = slot;
                placed = placed with { Destination = slot };
            }

            code.Add(placed);
            sources.Add(builder.Sources[i]);
        }

        return new SlotAllocation([.. code], [.. sources], arguments, slots);
    }

    private static int[] LastUses(InstructionBuilder builder, Budget budget)
    {
        var lastUse = new int[builder.Inputs + builder.Code.Count];
        Array.Fill(lastUse, Unused);
        var arguments = builder.Arguments.ToArray();
        Span<int> operands = stackalloc int[3];
        for (var i = builder.Code.Count - 1; i >= 0; i--)
        {
            budget.Visit();
            var instruction = builder.Code[i];
            if (instruction.Code != OpCode.Output && lastUse[builder.Inputs + i] == Unused) continue;
            foreach (var register in instruction.Reads(arguments, operands))
            {
                budget.Visit();
                if (lastUse[register] == Unused) lastUse[register] = i;
            }
        }

        return lastUse;
    }

    private static Instruction Placed(Instruction instruction, Span<int> arguments, int[] slotOf)
    {
        switch (instruction.Code)
        {
            case OpCode.Constant:
                return instruction;
            case OpCode.Call:
                foreach (ref var argument in arguments.Slice(instruction.A, instruction.C)) argument = slotOf[argument];
                return instruction;
            case OpCode.Unary:
                return instruction with { A = slotOf[instruction.A] };
            default:
                // Fields that are not operands are 0, and register 0 keeps its place or is not read.
                return instruction with { A = slotOf[instruction.A], B = slotOf[instruction.B], C = slotOf[instruction.C] };
        }
    }
}
