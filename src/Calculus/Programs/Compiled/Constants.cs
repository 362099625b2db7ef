using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.InteropServices;

namespace Calculus.Programs.Compiled;

/// <summary>The numbers of a program, which code reads from <see cref="CodeTables"/>, its first argument.</summary>
internal sealed class Constants
{
    private readonly ILGenerator _il;
    private readonly LocalBuilder _first;

    private Constants(ILGenerator il, LocalBuilder first) => (_il, _first) = (il, first);

    /// <summary>Finds the numbers, once for all of the code.</summary>
    public static Constants Declare(ILGenerator il)
    {
        var first = il.DeclareLocal(typeof(double).MakeByRefType());
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldfld, typeof(CodeTables).GetField(nameof(CodeTables.Constants), BindingFlags.Instance | BindingFlags.NonPublic)!);
        il.Emit(OpCodes.Call, typeof(MemoryMarshal).GetMethods().Single(static method => method.Name is nameof(MemoryMarshal.GetArrayDataReference) && method.IsGenericMethod).MakeGenericMethod(typeof(double)));
        il.Emit(OpCodes.Stloc, first);
        return new(il, first);
    }

    /// <summary>Loads the number of an instruction.</summary>
    /// <param name="instruction">Its place in the program.</param>
    public void Load(int instruction)
    {
        _il.Emit(OpCodes.Ldloc, _first);
        if (instruction > 0)
        {
            _il.Emit(OpCodes.Ldc_I4, checked(instruction * sizeof(double)));
            _il.Emit(OpCodes.Add);
        }

        _il.Emit(OpCodes.Ldind_R8);
    }
}
