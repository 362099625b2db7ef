namespace CalcApi.Http.Compute;

/// <summary>
/// How much of its patience a level has. While all who come are served, a queue is a burst that passes, or a crowd that waits for its answers before it
/// asks again: all of it. Once more come than can be served, a queue serves nobody more and makes every answer late (Nichols and Jacobson,
/// <i>Controlling queue delay</i>, ACM Queue 10, 2012): the least, until hardly anybody is refused any more. A crowd that asks again as soon as it is
/// refused looks like that too, but would fit into the whole queue; so the whole is tried again now and then, ever more seldom. The caller holds a lock.
/// </summary>
/// <param name="time">The clock.</param>
internal sealed class Patience(TimeProvider time)
{
    /// <summary>The least share: a queue that keeps the slots busy between two arrivals.</summary>
    public const double Least = 1 / 16d;

    // Refused of those who came, above which more come than can be served.
    private const double MostRefused = 0.05;

    // As many refusals say it before the interval is over.
    private const int Plenty = 20;

    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(100), s_firstTrial = TimeSpan.FromSeconds(5), s_lastTrial = TimeSpan.FromMinutes(1);

    private long _since = time.GetTimestamp(), _changed = time.GetTimestamp();
    private int _came, _refused;
    private TimeSpan _untilTrial = s_firstTrial;

    /// <summary>The share, from <see cref="Least"/> to 1.</summary>
    public double Share { get; private set; } = 1;

    /// <summary>Somebody came.</summary>
    /// <param name="isRefused">And was refused.</param>
    public void Came(bool isRefused)
    {
        var passed = time.GetElapsedTime(_since) / s_interval;
        if (passed >= 1) End(Math.Floor(passed));
        _came++;
        if (!isRefused) return;
        _refused++;
        if (_refused >= Plenty && IsTooMuch) Shorten();
    }

    private bool IsTooMuch => _refused > MostRefused * _came;

    private void End(double intervals)
    {
        if (IsTooMuch) Shorten();
        else Share = Math.Min(1, 2 * Share);
        // Intervals in which nobody came are calm.
        if (intervals >= 2) Share = Math.Min(1, Share * Math.Pow(2, Math.Min(intervals - 1, 10)));
        (_since, _came, _refused) = (time.GetTimestamp(), 0, 0);
        if (Share == 1)
        {
            if (time.GetElapsedTime(_changed) > s_firstTrial) _untilTrial = s_firstTrial;
        }
        else if (time.GetElapsedTime(_changed) > _untilTrial)
        {
            _untilTrial = _untilTrial * 2 < s_lastTrial ? _untilTrial * 2 : s_lastTrial;
            (Share, _changed) = (1, time.GetTimestamp());
        }
    }

    private void Shorten()
    {
        if (Share > Least) _changed = time.GetTimestamp();
        Share = Least;
    }
}
