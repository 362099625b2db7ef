namespace Calculus.Programs.Compiled;

/// <summary>
/// In which order the instructions of a program run over a block of points: kernels one by one over the whole block, and between them
/// all arithmetic that can be done, in one loop whose results stay in registers. What another loop reads is kept in a column.
/// </summary>
internal sealed class BlockPlan
{
    private readonly int[] _stages;

    /// <summary>Plans the instructions of a verified program.</summary>
    /// <param name="code">The instructions.</param>
    /// <param name="calls">What they call.</param>
    /// <param name="inputs">How many columns are read.</param>
    /// <param name="isNumber">Which of them are one number for all points.</param>
    public BlockPlan(Instruction[] code, CallTables calls, int inputs, ReadOnlySpan<bool> isNumber)
    {
        (Code, Inputs) = (code, inputs);
        Operands = new int[code.Length][];
        _stages = new int[inputs + code.Length];
        var stages = Levels(calls);
        Kernels = new List<int>[stages];
        Loops = new List<int>[stages];
        for (var level = 0; level < stages; level++) (Kernels[level], Loops[level]) = ([], []);
        for (var i = 0; i < code.Length; i++) (IsKernel(code[i]) ? Kernels : Loops)[_stages[inputs + i] / 2].Add(i);
        Columns = new int[inputs + code.Length];
        Place(isNumber);
    }

    /// <summary>The instructions.</summary>
    public Instruction[] Code { get; }

    /// <summary>How many columns are read.</summary>
    public int Inputs { get; }

    /// <summary>For each instruction the values that it reads: an input by its number, the result of instruction i as <see cref="Inputs"/> + i.</summary>
    public int[][] Operands { get; }

    /// <summary>The instructions that run over the whole block, level by level.</summary>
    public List<int>[] Kernels { get; }

    /// <summary>The arithmetic that follows them in one loop.</summary>
    public List<int>[] Loops { get; }

    /// <summary>For each value the column that keeps it within the block, or −1.</summary>
    public int[] Columns { get; }

    /// <summary>How many such columns there are.</summary>
    public int ColumnCount { get; private set; }

    /// <summary>Whether an instruction runs over the whole block.</summary>
    public static bool IsKernel(in Instruction step) => step.Code is OpCode.Unary or OpCode.Call or OpCode.Power or OpCode.PowerConstant;

    // Kernels of a level stand at an even stage, the arithmetic after them at the odd one.
    private int Levels(CallTables calls)
    {
        var holder = new Dictionary<int, int>();
        for (var input = 0; input < Inputs; input++) holder[input] = input;
        Span<int> room = stackalloc int[3];
        var last = 0;
        for (var i = 0; i < Code.Length; i++)
        {
            var reads = Code[i].Reads(calls.Arguments, room);
            var operands = Operands[i] = new int[reads.Length];
            var level = 0;
            for (var place = 0; place < operands.Length; place++)
            {
                operands[place] = holder[reads[place]];
                level = Math.Max(level, _stages[operands[place]] / 2);
            }

            _stages[Inputs + i] = IsKernel(Code[i]) ? 2 * (level + 1) : (2 * level) + 1;
            last = Math.Max(last, _stages[Inputs + i] / 2);
            if (Code[i].Code is not OpCode.Output) holder[Code[i].Destination] = Inputs + i;
        }

        return last + 1;
    }

    // A value that its own loop alone reads needs no column; a column is free again after the last stage that reads it.
    private void Place(ReadOnlySpan<bool> isNumber)
    {
        var lastRead = new int[Columns.Length];
        var isKept = new bool[Columns.Length];
        for (var i = 0; i < Code.Length; i++)
        {
            var stage = _stages[Inputs + i];
            isKept[Inputs + i] = IsKernel(Code[i]);
            foreach (var value in Operands[i])
            {
                lastRead[value] = Math.Max(lastRead[value], stage);
                isKept[value] |= value >= Inputs ? _stages[value] != stage : isNumber.Length > 0 && isNumber[value] && IsKernel(Code[i]);
            }
        }

        Array.Fill(Columns, -1);
        var order = Enumerable.Range(0, Columns.Length).Where(value => isKept[value]).OrderBy(value => _stages[value]);
        var busy = new PriorityQueue<int, int>();
        var free = new Stack<int>();
        foreach (var value in order)
        {
            while (busy.TryPeek(out var done, out var until) && until < _stages[value])
            {
                busy.Dequeue();
                free.Push(done);
            }

            if (!free.TryPop(out var column)) column = ColumnCount++;
            Columns[value] = column;
            busy.Enqueue(column, Math.Max(lastRead[value], _stages[value]));
        }
    }
}
