using System.Reflection;
using System.Reflection.Emit;

namespace Calculus.Programs.Compiled;

/// <summary>Code that computes the outputs of a program at one point.</summary>
/// <param name="point">The first coordinate.</param>
/// <param name="outputs">Where the first output goes; memory that the point does not share.</param>
internal delegate void PointCode(ref double point, ref double outputs);

/// <summary>Instructions as code for one point: the same operations in the same order, their results in registers instead of slots.</summary>
internal static class PointEmitter
{
    private const int Most = 20_000;

    /// <summary>The code, or null where the program is too long or calls a function of too many numbers.</summary>
    public static DynamicMethod? TryEmit(ReadOnlySpan<Instruction> code, CallTables calls, int slots, int inputs)
    {
        if (code.Length > Most || calls.MaximumArity > PointCalls.MostArguments) return null;
        var reference = typeof(double).MakeByRefType();
        var method = new DynamicMethod("AtPoint", typeof(void), [typeof(CodeTables), reference, reference], typeof(Program).Module, skipVisibility: true);
        var il = method.GetILGenerator();
        for (var slot = 0; slot < slots; slot++) il.DeclareLocal(typeof(double));
        var constants = Constants.Declare(il);
        for (var input = 0; input < inputs; input++)
        {
            Address(il, OpCodes.Ldarg_1, input);
            il.Emit(OpCodes.Ldind_R8);
            il.Emit(OpCodes.Stloc, input);
        }

        for (var i = 0; i < code.Length; i++)
        {
            ref readonly var step = ref code[i];
            if (step.Code is OpCode.Output)
            {
                Address(il, OpCodes.Ldarg_2, step.Destination);
                il.Emit(OpCodes.Ldloc, step.A);
                il.Emit(OpCodes.Stind_R8);
                continue;
            }

            Value(il, step, calls, () => constants.Load(i));
            il.Emit(OpCodes.Stloc, step.Destination);
        }

        il.Emit(OpCodes.Ret);
        return method;
    }

    private static void Address(ILGenerator il, System.Reflection.Emit.OpCode origin, int place)
    {
        il.Emit(origin);
        if (place == 0) return;
        il.Emit(OpCodes.Ldc_I4, checked(place * sizeof(double)));
        il.Emit(OpCodes.Add);
    }

    private static void Value(ILGenerator il, in Instruction step, CallTables calls, Action constant)
    {
        switch (step.Code)
        {
            case OpCode.Constant:
                constant();
                break;
            case OpCode.Add or OpCode.Subtract or OpCode.Multiply or OpCode.Divide:
                il.Emit(OpCodes.Ldloc, step.A);
                il.Emit(OpCodes.Ldloc, step.B);
                il.Emit(Operation(step.Code));
                break;
            case OpCode.AddConstant or OpCode.Scale or OpCode.DivideBy:
                il.Emit(OpCodes.Ldloc, step.A);
                constant();
                il.Emit(Operation(step.Code));
                break;
            case OpCode.SubtractFrom or OpCode.DivideInto:
                constant();
                il.Emit(OpCodes.Ldloc, step.A);
                il.Emit(Operation(step.Code));
                break;
            case OpCode.Negate:
                il.Emit(OpCodes.Ldloc, step.A);
                il.Emit(OpCodes.Neg);
                break;
            case OpCode.Sqrt:
                il.Emit(OpCodes.Ldloc, step.A);
                il.Emit(OpCodes.Call, typeof(Math).GetMethod(nameof(Math.Sqrt))!);
                break;
            case OpCode.Power or OpCode.PowerConstant:
                il.Emit(OpCodes.Ldloc, step.A);
                if (step.Code is OpCode.Power) il.Emit(OpCodes.Ldloc, step.B);
                else constant();
                il.Emit(OpCodes.Call, typeof(Functions.Power).GetMethod(nameof(Functions.Power.Raise))!);
                break;
            case OpCode.Select:
                Select(il, step);
                break;
            default:
                Call(il, step, calls);
                break;
        }
    }

    private static System.Reflection.Emit.OpCode Operation(OpCode code) => code switch
    {
        OpCode.Add or OpCode.AddConstant => OpCodes.Add,
        OpCode.Subtract or OpCode.SubtractFrom => OpCodes.Sub,
        OpCode.Multiply or OpCode.Scale => OpCodes.Mul,
        _ => OpCodes.Div,
    };

    // A NaN is not zero.
    private static void Select(ILGenerator il, in Instruction step)
    {
        var (then, end) = (il.DefineLabel(), il.DefineLabel());
        il.Emit(OpCodes.Ldloc, step.A);
        il.Emit(OpCodes.Ldc_R8, 0.0);
        il.Emit(OpCodes.Bne_Un, then);
        il.Emit(OpCodes.Ldloc, step.C);
        il.Emit(OpCodes.Br, end);
        il.MarkLabel(then);
        il.Emit(OpCodes.Ldloc, step.B);
        il.MarkLabel(end);
    }

    private static void Call(ILGenerator il, in Instruction step, CallTables calls)
    {
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldc_I4, step.B);
        var arity = step.Code is OpCode.Unary ? 1 : step.C;
        if (step.Code is OpCode.Unary) il.Emit(OpCodes.Ldloc, step.A);
        else foreach (var slot in calls.Arguments.AsSpan(step.A, step.C)) il.Emit(OpCodes.Ldloc, slot);
        var name = step.Code is OpCode.Unary ? nameof(PointCalls.Unary) : nameof(PointCalls.Function);
        Type[] parameters = [typeof(CodeTables), typeof(int), .. Enumerable.Repeat(typeof(double), arity)];
        il.Emit(OpCodes.Call, typeof(PointCalls).GetMethod(name, BindingFlags.Static | BindingFlags.Public, parameters)!);
    }
}

/// <summary>What emitted code calls at one point.</summary>
internal static class PointCalls
{
    /// <summary>The most arguments that a call may have.</summary>
    public const int MostArguments = 4;

    /// <summary>A function of one number.</summary>
    public static double Unary(CodeTables tables, int place, double a) => tables.Unaries[place].Value(a);

    /// <summary>A function, of one number.</summary>
    public static double Function(CodeTables tables, int place, double a) => tables.Functions[place].Value([a]);

    /// <summary>A function of two numbers.</summary>
    public static double Function(CodeTables tables, int place, double a, double b) => tables.Functions[place].Value([a, b]);

    /// <summary>A function of three numbers.</summary>
    public static double Function(CodeTables tables, int place, double a, double b, double c) => tables.Functions[place].Value([a, b, c]);

    /// <summary>A function of four numbers.</summary>
    public static double Function(CodeTables tables, int place, double a, double b, double c, double d) => tables.Functions[place].Value([a, b, c, d]);
}
