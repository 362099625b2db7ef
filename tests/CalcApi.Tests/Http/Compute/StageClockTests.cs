using CalcApi.Http.Compute;
using Calculus.Budgets;
using Xunit;

namespace CalcApi.Tests.Http.Compute;

/// <summary>What the time of computing is spent on.</summary>
public sealed class StageClockTests
{
    [Fact]
    public void A_stage_within_another_counts_alone_and_waiting_counts_nowhere()
    {
        var time = new ManualTime();
        var clock = new StageClock(time);
        clock.Set(Stage.Other);
        time.Pass(TimeSpan.FromSeconds(1));
        var around = clock.Turn(Stage.Verify);
        time.Pass(TimeSpan.FromSeconds(2));
        var verifying = clock.Turn(Stage.Evaluate);
        time.Pass(TimeSpan.FromSeconds(4));
        var waiting = clock.Set(null);
        time.Pass(TimeSpan.FromSeconds(100));
        clock.Set(waiting);
        time.Pass(TimeSpan.FromSeconds(8));
        clock.Turn(verifying);
        time.Pass(TimeSpan.FromSeconds(16));
        clock.Turn(around);
        time.Pass(TimeSpan.FromSeconds(32));
        clock.Set(null);
        Assert.Equal(
            [(Stage.Other, TimeSpan.FromSeconds(33)), (Stage.Evaluate, TimeSpan.FromSeconds(12)), (Stage.Verify, TimeSpan.FromSeconds(18))],
            clock.Times);
    }
}
