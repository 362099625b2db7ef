using System.Reflection.Emit;

namespace Calculus.Programs.Compiled;

/// <summary>Writes arithmetic over a block as one loop: each column is read once, each result stays in a register.</summary>
/// <param name="il">Where the code goes.</param>
/// <param name="plan">What is computed.</param>
/// <param name="isNumber">Which inputs are one number for all points.</param>
/// <param name="constants">The numbers of the program.</param>
/// <param name="length">Which argument is the length of the block.</param>
/// <param name="address">Loads the address of a value's column.</param>
/// <param name="output">Loads the address of an output's column.</param>
internal sealed class LoopEmitter(ILGenerator il, BlockPlan plan, bool[] isNumber, Constants constants, byte length, Action<int> address, Action<int> output)
{
    // As many numbers as leave registers for the rest.
    private const int MostSpread = 12;

    private readonly LaneCode _lanes = new();
    private readonly LocalBuilder _offset = il.DeclareLocal(typeof(nint));
    private readonly LocalBuilder _last = il.DeclareLocal(typeof(nint));
    private readonly Dictionary<int, LocalBuilder> _held = [];
    private readonly Dictionary<int, LocalBuilder> _spread = [];

    /// <summary>Writes the loop of these instructions.</summary>
    public void Emit(List<int> instructions)
    {
        if (instructions.Count == 0) return;
        _held.Clear();
        _spread.Clear();
        Repeated(instructions);
        var (body, end) = (il.DefineLabel(), il.DefineLabel());
        Bytes(_lanes.Count);
        il.Emit(OpCodes.Stloc, _last);
        Number(0);
        il.Emit(OpCodes.Stloc, _offset);
        il.MarkLabel(body);
        foreach (var i in instructions) Write(i);
        il.Emit(OpCodes.Ldloc, _offset);
        Number(_lanes.Count * sizeof(double));
        il.Emit(OpCodes.Add);
        il.Emit(OpCodes.Stloc, _offset);
        il.Emit(OpCodes.Ldloc, _offset);
        il.Emit(OpCodes.Ldloc, _last);
        il.Emit(OpCodes.Ble, body);
        // What is left is fewer lanes than one vector: the last vector begins before it.
        il.Emit(OpCodes.Ldloc, _offset);
        Bytes(0);
        il.Emit(OpCodes.Bge, end);
        il.Emit(OpCodes.Ldloc, _last);
        il.Emit(OpCodes.Stloc, _offset);
        il.Emit(OpCodes.Br, body);
        il.MarkLabel(end);
    }

    private void Number(int value)
    {
        il.Emit(OpCodes.Ldc_I4, value);
        il.Emit(OpCodes.Conv_I);
    }

    // 8·(length − less)
    private void Bytes(int less)
    {
        il.Emit(OpCodes.Ldarg_S, length);
        il.Emit(OpCodes.Conv_I);
        Number(less);
        il.Emit(OpCodes.Sub);
        Number(sizeof(double));
        il.Emit(OpCodes.Mul);
    }

    // Numbers that are the same for all points are spread before the loop.
    private void Repeated(List<int> instructions)
    {
        foreach (var i in instructions)
        {
            if (HasConstant(plan.Code[i].Code) && _spread.Count < MostSpread)
            {
                constants.Load(i);
                _lanes.Repeat(il);
                var local = il.DeclareLocal(_lanes.Type);
                _spread.Add(i, local);
                il.Emit(OpCodes.Stloc, local);
            }

            foreach (var value in plan.Operands[i])
            {
                if (value >= plan.Inputs || !isNumber[value] || plan.Columns[value] >= 0 || _held.ContainsKey(value)) continue;
                address(value);
                il.Emit(OpCodes.Ldind_R8);
                _lanes.Repeat(il);
                Hold(value);
            }
        }
    }

    private void Hold(int value)
    {
        var local = il.DeclareLocal(_lanes.Type);
        _held.Add(value, local);
        il.Emit(OpCodes.Stloc, local);
    }

    private void Ready(int[] operands)
    {
        foreach (var value in operands)
        {
            if (_held.ContainsKey(value)) continue;
            address(value);
            il.Emit(OpCodes.Ldloc, _offset);
            il.Emit(OpCodes.Add);
            _lanes.Load(il);
            Hold(value);
        }
    }

    private void Write(int i)
    {
        var (step, operands) = (plan.Code[i], plan.Operands[i]);
        Ready(operands);
        if (step.Code is OpCode.Output)
        {
            output(step.Destination);
            il.Emit(OpCodes.Ldloc, _offset);
            il.Emit(OpCodes.Add);
            Load(operands[0]);
            _lanes.Store(il);
            return;
        }

        Value(i, step, operands);
        Hold(plan.Inputs + i);
        if (plan.Columns[plan.Inputs + i] < 0) return;
        address(plan.Inputs + i);
        il.Emit(OpCodes.Ldloc, _offset);
        il.Emit(OpCodes.Add);
        Load(plan.Inputs + i);
        _lanes.Store(il);
    }

    private void Load(int value) => il.Emit(OpCodes.Ldloc, _held[value]);

    private void Value(int i, in Instruction step, int[] operands)
    {
        switch (step.Code)
        {
            case OpCode.Constant:
                Constant(i);
                break;
            case OpCode.Add or OpCode.Subtract or OpCode.Multiply or OpCode.Divide:
                Load(operands[0]);
                Load(operands[1]);
                _lanes.Binary(il, Operator(step.Code));
                break;
            case OpCode.AddConstant or OpCode.Scale or OpCode.DivideBy:
                Load(operands[0]);
                Constant(i);
                _lanes.Binary(il, Operator(step.Code));
                break;
            case OpCode.SubtractFrom or OpCode.DivideInto:
                Constant(i);
                Load(operands[0]);
                _lanes.Binary(il, Operator(step.Code));
                break;
            case OpCode.Negate:
                Load(operands[0]);
                _lanes.Negate(il);
                break;
            case OpCode.Sqrt:
                Load(operands[0]);
                _lanes.Root(il);
                break;
            case OpCode.Select:
                Load(operands[0]);
                il.Emit(OpCodes.Ldc_R8, 0.0);
                _lanes.Repeat(il);
                _lanes.Equal(il);
                Load(operands[2]);
                Load(operands[1]);
                _lanes.Choose(il);
                break;
            default:
                throw new InvalidOperationException($"Nothing writes {step.Code}.");
        }
    }

    private static bool HasConstant(OpCode code) =>
        code is OpCode.Constant or OpCode.AddConstant or OpCode.Scale or OpCode.DivideBy or OpCode.SubtractFrom or OpCode.DivideInto;

    private void Constant(int i)
    {
        if (_spread.TryGetValue(i, out var local))
        {
            il.Emit(OpCodes.Ldloc, local);
            return;
        }

        constants.Load(i);
        _lanes.Repeat(il);
    }

    private static string Operator(OpCode code) => code switch
    {
        OpCode.Add or OpCode.AddConstant => "op_Addition",
        OpCode.Subtract or OpCode.SubtractFrom => "op_Subtraction",
        OpCode.Multiply or OpCode.Scale => "op_Multiply",
        _ => "op_Division",
    };
}
