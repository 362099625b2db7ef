using System.Net;
using CalcApi.Http.Problems;

namespace CalcApi.Http.Compute;

/// <summary>Looks now and then after work that holds others up.</summary>
internal sealed partial class Admission
{
    // Work that does not poll, or a wait that was predicted wrongly, must not hold up the first level.
    private void Sweep()
    {
        lock (_lock)
        {
            List<Job> late = [.. _first.Where(IsLate)];
            foreach (var job in late)
            {
                if (job.Waits)
                {
                    GiveUp(job);
                    job.Turn.TrySetException(new RefusalException(Busy(_levels[0], job.Asker)));
                }
                else if (_levels[1].Running < 2 * _limits.HeavySlots)
                {
                    Release(job);
                    job.Level = 1;
                    _levels[1].Enter();
                    Begin(job);
                }
            }

            _isSweeping = false;
            if (_levels[0].Waiting > 0) Rearm();
        }
    }

    private bool IsLate(Job job)
    {
        var elapsed = _time.GetElapsedTime(job.Since);
        return job.Waits
            ? elapsed > LongestWait && elapsed > _levels[0].Longest && !job.Asker.Address.Equals(IPAddress.None)
            : job.Runs && elapsed > LateShares * _levels[0].Share;
    }

    private void Rearm()
    {
        _isSweeping = true;
        _sweep.Change(SweepInterval, Timeout.InfiniteTimeSpan);
    }
}
