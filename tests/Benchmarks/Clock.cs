namespace Benchmarks;

/// <summary>
/// Times what is done again and again, in processor time, so that what else the machine does counts as little as it can; on an idle machine it is
/// the time that passes.
/// </summary>
internal static class Clock
{
    private const int Rounds = 9;
    private static readonly TimeSpan s_round = TimeSpan.FromMilliseconds(40);

    /// <summary>Nanoseconds a call, the median of nine rounds, once the code is as fast as it gets.</summary>
    public static double Nanoseconds(Action call)
    {
        var repetitions = 1;
        while (Time(call, repetitions) < s_round) repetitions *= 2;
        // Code that has just been compiled anew is measured in the rounds that follow.
        for (var round = 0; round < Rounds / 2; round++) Time(call, repetitions);
        return Median([.. Enumerable.Range(0, Rounds).Select(_ => Time(call, repetitions).TotalNanoseconds / repetitions)]);
    }

    /// <summary>The number in the middle.</summary>
    public static double Median(double[] numbers)
    {
        Array.Sort(numbers);
        return (numbers[(numbers.Length - 1) / 2] + numbers[numbers.Length / 2]) / 2;
    }

    /// <summary>The bytes that a call allocates, the mean of so many.</summary>
    public static double Bytes(Action call, int repetitions)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < repetitions; i++) call();
        return (double)(GC.GetAllocatedBytesForCurrentThread() - before) / repetitions;
    }

    /// <summary>Microseconds a call, the mean of so many.</summary>
    public static double Microseconds(Action call, int repetitions) => Time(call, repetitions).TotalMicroseconds / repetitions;

    private static TimeSpan Time(Action call, int repetitions)
    {
        var start = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < repetitions; i++) call();
        return Environment.CpuUsage.TotalTime - start;
    }
}
