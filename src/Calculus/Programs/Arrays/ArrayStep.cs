using Calculus.Budgets;

namespace Calculus.Programs.Arrays;

/// <summary>One step of a program of arrays: reads arrays, makes arrays.</summary>
/// <param name="source">The index of the node that it computes, or is a part of.</param>
/// <param name="reads">The arrays that it reads.</param>
/// <param name="writes">The arrays that it makes.</param>
internal abstract class ArrayStep(int source, int[] reads, int[] writes)
{
    /// <summary>The index of the node that it computes, or is a part of.</summary>
    public int Source { get; } = source;

    /// <summary>The arrays that it reads.</summary>
    public int[] Reads { get; } = reads;

    /// <summary>The arrays that it makes.</summary>
    public int[] Writes { get; } = writes;

    /// <summary>Elementary operations.</summary>
    public abstract long Operations { get; }

    /// <summary>Those of products of arrays.</summary>
    public virtual long ProductOperations => 0;

    /// <summary>Numbers that it holds beside the arrays while it runs.</summary>
    public virtual long Scratch => 0;

    /// <summary>Does it.</summary>
    public abstract void Run(Workspace memory, Budget budget);
}
