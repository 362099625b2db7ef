using CalcApi.Http.Compute;
using Xunit;

namespace CalcApi.Tests.Http.Compute;

/// <summary>A burst may wait; a queue that only makes answers late is kept short.</summary>
public sealed class PatienceTests
{
    private readonly ManualTime _time = new();
    private readonly Patience _patience;

    public PatienceTests() => _patience = new(_time);

    [Fact]
    public void All_of_it_is_there_while_hardly_anybody_is_refused()
    {
        for (var i = 0; i < 10_000; i++) Come(refused: i % 40 == 0);
        Assert.Equal(1, _patience.Share);
    }

    [Fact]
    public void The_least_is_left_once_more_come_than_can_be_served()
    {
        for (var i = 0; i < 50; i++) Come(refused: i % 2 == 0);
        Assert.Equal(Patience.Least, _patience.Share);
    }

    [Fact]
    public void It_comes_back_within_a_second_once_nobody_is_refused()
    {
        for (var i = 0; i < 50; i++) Come(refused: true);
        for (var i = 0; i < 1_000; i++) Come(refused: false);
        Assert.Equal(1, _patience.Share);
    }

    [Fact]
    public void It_comes_back_while_nobody_comes()
    {
        for (var i = 0; i < 50; i++) Come(refused: true);
        _time.Pass(TimeSpan.FromSeconds(2));
        Come(refused: false);
        Assert.Equal(1, _patience.Share);
    }

    [Fact]
    public void The_whole_is_tried_now_and_then_and_ever_more_seldom()
    {
        var trials = new List<int>();
        for (var millisecond = 0; millisecond < 120_000; millisecond++)
        {
            var before = _patience.Share;
            // Nobody is refused while the queue fills.
            Come(refused: before < 1 && millisecond % 2 == 0);
            if (before == 1 && millisecond > 0) for (var i = 0; i < 40; i++) _patience.Came(isRefused: true);
            if (before < 1 && _patience.Share == 1) trials.Add(millisecond);
        }

        Assert.InRange(trials.Count, 4, 6);
        for (var i = 2; i < trials.Count; i++) Assert.True(trials[i] - trials[i - 1] > trials[i - 1] - trials[i - 2]);
    }

    // A thousand a second.
    private void Come(bool refused)
    {
        _time.Pass(TimeSpan.FromMilliseconds(1));
        _patience.Came(refused);
    }
}
