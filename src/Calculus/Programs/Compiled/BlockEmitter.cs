using System.Reflection.Emit;
using Calculus.Functions;

namespace Calculus.Programs.Compiled;

/// <summary>Code that computes a program at a block of points whose columns lie at equal distances.</summary>
/// <param name="points">The first coordinate of the first point.</param>
/// <param name="outputs">Where the first output of the first point goes.</param>
/// <param name="count">From one column to the next.</param>
/// <param name="start">The first point of the block.</param>
/// <param name="length">Points in the block, at least as many as there are lanes.</param>
/// <param name="scratch">Room for the columns within a block.</param>
internal delegate void BlockCode(ref double points, ref double outputs, nint count, nint start, int length, ref double scratch);

/// <summary>Code that computes a program at a block of entries of arrays.</summary>
/// <param name="arrays">The memory in which each array lies.</param>
/// <param name="places">Where it begins there.</param>
/// <param name="start">The first entry of the block.</param>
/// <param name="length">Entries in the block, at least as many as there are lanes.</param>
/// <param name="scratch">Room for the columns within a block.</param>
internal delegate void ColumnCode(double[][] arrays, int[] places, nint start, int length, ref double scratch);

/// <summary>
/// Writes a plan as code. The last lanes of a loop overlap those before where the length is no multiple of the lanes, so that nothing is
/// written beyond the block; no loop writes what it reads.
/// </summary>
internal sealed class BlockEmitter
{
    /// <summary>The most points in a block.</summary>
    public const int Longest = 256;

    // From one of the block's own columns to the next: an odd number of cache lines, since columns 4,096 bytes apart would share cache sets.
    private const int Stride = Longest + 8;

    private readonly BlockPlan _plan;
    private readonly bool[] _isNumber;
    private readonly DynamicMethod _method;
    private readonly ILGenerator _il;
    private readonly LocalBuilder[] _inputs;
    private readonly LocalBuilder[] _outputs;
    private readonly Constants _constants;
    private readonly byte _length;
    private readonly byte _scratch;

    private BlockEmitter(BlockPlan plan, bool[] isNumber, int outputs, Type[] parameters)
    {
        (_plan, _isNumber) = (plan, isNumber);
        _method = new("OverBlock", typeof(void), [typeof(CodeTables), .. parameters], typeof(Program).Module, skipVisibility: true);
        _il = _method.GetILGenerator();
        _constants = Constants.Declare(_il);
        _inputs = [.. Enumerable.Range(0, plan.Inputs).Select(_ => _il.DeclareLocal(typeof(double).MakeByRefType()))];
        _outputs = [.. Enumerable.Range(0, outputs).Select(_ => _il.DeclareLocal(typeof(double).MakeByRefType()))];
        (_length, _scratch) = ((byte)(parameters.Length - 1), (byte)parameters.Length);
    }

    /// <summary>How many numbers the columns within a block take.</summary>
    public static int Scratch(BlockPlan plan, CallTables calls) => (plan.ColumnCount + calls.MaximumArity) * Stride;

    /// <summary>Code for columns at equal distances.</summary>
    public static DynamicMethod OverColumns(BlockPlan plan, CallTables calls, int outputs)
    {
        var reference = typeof(double).MakeByRefType();
        var emitter = new BlockEmitter(plan, new bool[plan.Inputs], outputs, [reference, reference, typeof(nint), typeof(nint), typeof(int), reference]);
        for (var input = 0; input < plan.Inputs; input++) emitter.Column(OpCodes.Ldarg_1, input, emitter._inputs[input]);
        for (var output = 0; output < outputs; output++) emitter.Column(OpCodes.Ldarg_2, output, emitter._outputs[output]);
        emitter.Body(calls);
        return emitter._method;
    }

    /// <summary>Code for columns in arrays.</summary>
    public static DynamicMethod OverArrays(BlockPlan plan, CallTables calls, bool[] isNumber, int[] reads, int[] writes)
    {
        var emitter = new BlockEmitter(plan, isNumber, writes.Length, [typeof(double[][]), typeof(int[]), typeof(nint), typeof(int), typeof(double).MakeByRefType()]);
        for (var input = 0; input < plan.Inputs; input++) emitter.Column(reads[input], emitter._inputs[input], isNumber[input]);
        for (var output = 0; output < writes.Length; output++) emitter.Column(writes[output], emitter._outputs[output], isNumber: false);
        emitter.Body(calls);
        return emitter._method;
    }

    // origin + 8·(place·count + start)
    private void Column(System.Reflection.Emit.OpCode origin, int place, LocalBuilder address)
    {
        _il.Emit(origin);
        _il.Emit(OpCodes.Ldarg_3);
        _il.Emit(OpCodes.Ldc_I4, place);
        _il.Emit(OpCodes.Conv_I);
        _il.Emit(OpCodes.Mul);
        _il.Emit(OpCodes.Ldarg_S, (byte)4);
        _il.Emit(OpCodes.Add);
        Scaled();
        _il.Emit(OpCodes.Add);
        _il.Emit(OpCodes.Stloc, address);
    }

    // &arrays[place][places[place]] + 8·start
    private void Column(int place, LocalBuilder address, bool isNumber)
    {
        _il.Emit(OpCodes.Ldarg_1);
        _il.Emit(OpCodes.Ldc_I4, place);
        _il.Emit(OpCodes.Ldelem_Ref);
        _il.Emit(OpCodes.Ldarg_2);
        _il.Emit(OpCodes.Ldc_I4, place);
        _il.Emit(OpCodes.Ldelem_I4);
        _il.Emit(OpCodes.Ldelema, typeof(double));
        if (!isNumber)
        {
            _il.Emit(OpCodes.Ldarg_3);
            Scaled();
            _il.Emit(OpCodes.Add);
        }

        _il.Emit(OpCodes.Stloc, address);
    }

    private void Scaled()
    {
        _il.Emit(OpCodes.Ldc_I4, sizeof(double));
        _il.Emit(OpCodes.Conv_I);
        _il.Emit(OpCodes.Mul);
    }

    private void Body(CallTables calls)
    {
        var loops = new LoopEmitter(_il, _plan, _isNumber, _constants, _length, LoadAddress, place => _il.Emit(OpCodes.Ldloc, _outputs[place]));
        for (var input = 0; input < _plan.Inputs; input++)
        {
            if (_plan.Columns[input] < 0) continue;
            _il.Emit(OpCodes.Ldloc, _inputs[input]);
            LoadAddress(input);
            Call(nameof(BlockCalls.Fill));
        }

        for (var level = 0; level < _plan.Kernels.Length; level++)
        {
            Kernels(_plan.Kernels[level], calls);
            loops.Emit(_plan.Loops[level]);
        }

        _il.Emit(OpCodes.Ret);
    }

    // Where the value of an input or an instruction is kept; an input that has no column of the block's own lies in the caller's.
    private void LoadAddress(int value)
    {
        if (_plan.Columns[value] < 0) _il.Emit(OpCodes.Ldloc, _inputs[value]);
        else LoadScratch(_plan.Columns[value]);
    }

    private void LoadScratch(int column)
    {
        _il.Emit(OpCodes.Ldarg_S, _scratch);
        _il.Emit(OpCodes.Ldc_I4, checked(column * Stride * sizeof(double)));
        _il.Emit(OpCodes.Add);
    }

    private void Kernels(List<int> kernels, CallTables calls)
    {
        var done = new HashSet<int>();
        foreach (var i in kernels)
        {
            if (!done.Add(i)) continue;
            var (step, operands) = (_plan.Code[i], _plan.Operands[i]);
            if (Partner(i, kernels, calls) is { } other)
            {
                done.Add(other);
                var isSine = calls.Unaries[step.B] is Sin;
                LoadAddress(operands[0]);
                LoadAddress(_plan.Inputs + (isSine ? i : other));
                LoadAddress(_plan.Inputs + (isSine ? other : i));
                Call(nameof(BlockCalls.Both));
                continue;
            }

            switch (step.Code)
            {
                case OpCode.Unary:
                    _il.Emit(OpCodes.Ldarg_0);
                    _il.Emit(OpCodes.Ldc_I4, step.B);
                    LoadAddress(operands[0]);
                    LoadAddress(_plan.Inputs + i);
                    Call(nameof(BlockCalls.Unary));
                    break;
                case OpCode.Power:
                    LoadAddress(operands[0]);
                    LoadAddress(operands[1]);
                    LoadAddress(_plan.Inputs + i);
                    Call(nameof(BlockCalls.Power));
                    break;
                case OpCode.PowerConstant:
                    LoadAddress(operands[0]);
                    _constants.Load(i);
                    LoadAddress(_plan.Inputs + i);
                    Call(nameof(BlockCalls.PowerConstant));
                    break;
                default:
                    Function(i);
                    break;
            }
        }
    }

    private void Function(int i)
    {
        var (step, operands) = (_plan.Code[i], _plan.Operands[i]);
        for (var place = 0; place < operands.Length; place++)
        {
            LoadAddress(operands[place]);
            LoadScratch(_plan.ColumnCount);
            _il.Emit(OpCodes.Ldc_I4, place);
            Call(nameof(BlockCalls.Copy));
        }

        _il.Emit(OpCodes.Ldarg_0);
        _il.Emit(OpCodes.Ldc_I4, step.B);
        _il.Emit(OpCodes.Ldc_I4, operands.Length);
        LoadScratch(_plan.ColumnCount);
        LoadAddress(_plan.Inputs + i);
        Call(nameof(BlockCalls.Function));
    }

    // The cosine of the angle whose sine this is, or the other way round, on the same level.
    private int? Partner(int i, List<int> kernels, CallTables calls)
    {
        if (!IsTurn(i, out var isSine)) return null;
        foreach (var other in kernels)
        {
            if (other > i && IsTurn(other, out var isOtherSine) && isOtherSine != isSine && _plan.Operands[other][0] == _plan.Operands[i][0]) return other;
        }

        return null;

        bool IsTurn(int place, out bool isSine)
        {
            var function = _plan.Code[place].Code is OpCode.Unary ? calls.Unaries[_plan.Code[place].B] : null;
            isSine = function is Sin;
            return function is Sin or Cos;
        }
    }

    // The length is the last argument of all.
    private void Call(string name)
    {
        _il.Emit(OpCodes.Ldarg_S, _length);
        _il.Emit(OpCodes.Call, typeof(BlockCalls).GetMethod(name)!);
    }
}
