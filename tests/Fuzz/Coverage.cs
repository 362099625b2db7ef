using System.Runtime.InteropServices;

namespace Fuzz;

/// <summary>The branches that a run takes, counted by the instrumented code, and those that were ever taken.</summary>
internal sealed unsafe class Coverage
{
    /// <summary>The environment variable by which the copy knows that its code counts.</summary>
    public const string Mark = "CALCAPI_FUZZ_COUNTED";

    private const int Size = 1 << 16;

    private readonly ulong* _counts = (ulong*)NativeMemory.AlignedAlloc(Size, 64);
    private readonly byte[] _seen = new byte[Size];

    /// <summary>Counting begins.</summary>
    public Coverage()
    {
        NativeMemory.Clear(_counts, Size);
        SharpFuzz.Common.Trace.SharedMem = (byte*)_counts;
    }

    /// <summary>Whether this process runs the code that counts.</summary>
    public static bool IsCounted => Environment.GetEnvironmentVariable(Mark) is not null;

    /// <summary>How many branches were ever taken.</summary>
    public int Taken { get; private set; }

    /// <summary>Forgets the last run.</summary>
    public void Begin()
    {
        NativeMemory.Clear(_counts, Size);
        SharpFuzz.Common.Trace.PrevLocation = 0;
    }

    /// <summary>Whether the run took a branch that none took before, or one more often than any did, by a power of two.</summary>
    public bool IsNew()
    {
        var isNew = false;
        for (var word = 0; word < Size / sizeof(ulong); word++)
        {
            if (_counts[word] == 0) continue;
            for (var i = word * sizeof(ulong); i < (word + 1) * sizeof(ulong); i++)
            {
                var times = ((byte*)_counts)[i];
                if (times == 0) continue;
                var rank = (byte)(1 << Math.Min(7, int.Log2(times)));
                if ((_seen[i] & rank) != 0) continue;
                if (_seen[i] == 0) Taken++;
                _seen[i] |= rank;
                isNew = true;
            }
        }

        return isNew;
    }
}
