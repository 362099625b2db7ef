namespace Calculus.Kernels;

/// <summary>A function of one number, written once for every width.</summary>
internal interface IKernel
{
    /// <summary>The value in each lane.</summary>
    static abstract T Of<T>(T x)
        where T : struct, ILanes<T>;
}

/// <summary>A function of three numbers, written once for every width.</summary>
internal interface ITripleKernel
{
    /// <summary>The value in each lane.</summary>
    static abstract T Of<T>(T x, T y, T z)
        where T : struct, ILanes<T>;
}

/// <summary>A function of two numbers, written once for every width.</summary>
internal interface IPairKernel
{
    /// <summary>The value in each lane.</summary>
    static abstract T Of<T>(T x, T y)
        where T : struct, ILanes<T>;
}
