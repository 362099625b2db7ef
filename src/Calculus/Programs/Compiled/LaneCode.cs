using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.Intrinsics;

namespace Calculus.Programs.Compiled;

/// <summary>Arithmetic over lanes as code: in the width in which kernels run too.</summary>
internal sealed class LaneCode
{
    private readonly Type _lanes;
    private readonly Type _operations;

    /// <summary>The widest lanes that this machine computes with.</summary>
    public LaneCode()
    {
        (_lanes, _operations, Count) = Vector512.IsHardwareAccelerated ? (typeof(Vector512<double>), typeof(Vector512), 8)
            : Vector256.IsHardwareAccelerated ? (typeof(Vector256<double>), typeof(Vector256), 4)
            : (typeof(Vector128<double>), typeof(Vector128), 2);
    }

    /// <summary>The type of the lanes.</summary>
    public Type Type => _lanes;

    /// <summary>How many lanes there are.</summary>
    public int Count { get; }

    /// <summary>Loads the lanes from the address on the stack.</summary>
    public void Load(ILGenerator il)
    {
        il.Emit(OpCodes.Unaligned, (byte)1);
        il.Emit(OpCodes.Ldobj, _lanes);
    }

    /// <summary>Writes the lanes on the stack to the address below them.</summary>
    public void Store(ILGenerator il)
    {
        il.Emit(OpCodes.Unaligned, (byte)1);
        il.Emit(OpCodes.Stobj, _lanes);
    }

    /// <summary>The number on the stack in every lane.</summary>
    public void Repeat(ILGenerator il) => il.Emit(OpCodes.Call, _operations.GetMethod("Create", [typeof(double)])!);

    /// <summary>An operator of two operands.</summary>
    public void Binary(ILGenerator il, string name) => il.Emit(OpCodes.Call, _lanes.GetMethod(name, [_lanes, _lanes])!);

    /// <summary>−a</summary>
    public void Negate(ILGenerator il) => il.Emit(OpCodes.Call, _lanes.GetMethod("op_UnaryNegation", [_lanes])!);

    /// <summary>√a</summary>
    public void Root(ILGenerator il) => il.Emit(OpCodes.Call, Generic("Sqrt"));

    /// <summary>Where a equals b.</summary>
    public void Equal(ILGenerator il) => il.Emit(OpCodes.Call, Generic("Equals"));

    /// <summary>b where the bits of a are ones, otherwise c.</summary>
    public void Choose(ILGenerator il) => il.Emit(OpCodes.Call, Generic("ConditionalSelect"));

    private MethodInfo Generic(string name) =>
        _operations.GetMethods().Single(method => method.IsGenericMethodDefinition && string.Equals(method.Name, name, StringComparison.Ordinal)).MakeGenericMethod(typeof(double));
}
