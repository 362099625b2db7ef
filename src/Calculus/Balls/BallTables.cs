namespace Calculus.Balls;

/// <summary>Numbers that are computed once in a process: π and log 2 to many digits, and 400 Bernoulli numbers.</summary>
internal static class BallTables
{
    /// <summary>Computes them now, so that no question whose memory is counted pays for them: the Bernoulli numbers alone allocate 100 MiB.</summary>
    public static void Prepare()
    {
        BernoulliNumbers.Of(BernoulliNumbers.Count);
        BallConstants.Pi(1);
    }
}
