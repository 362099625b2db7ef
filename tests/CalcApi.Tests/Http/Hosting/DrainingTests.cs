using CalcApi.Http.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace CalcApi.Tests.Http.Hosting;

/// <summary>A service that is asked to end answers what it has taken in.</summary>
public sealed class DrainingTests
{
    [Fact]
    public async Task What_was_taken_in_is_answered_before_the_service_ends()
    {
        var draining = Of("30");
        var answered = new TaskCompletionSource();
        var request = draining.Note(new DefaultHttpContext(), _ => answered.Task);
        var end = draining.StoppingAsync(TestContext.Current.CancellationToken);
        Assert.True(draining.Began);
        var late = new DefaultHttpContext();
        await draining.Note(late, static _ => Task.CompletedTask);
        Assert.Equal("close", late.Response.Headers.Connection);

        await Task.Delay(400, TestContext.Current.CancellationToken);
        Assert.False(end.IsCompleted);
        answered.SetResult();
        await request;
        await end;
    }

    [Fact]
    public async Task It_does_not_wait_for_ever()
    {
        var draining = Of("0");
        var request = draining.Note(new DefaultHttpContext(), static _ => new TaskCompletionSource().Task);
        await draining.StoppingAsync(TestContext.Current.CancellationToken);
        Assert.False(request.IsCompleted);
    }

    private static Draining Of(string seconds) =>
        new(new ConfigurationBuilder().AddInMemoryCollection([new("Shutdown:DrainSeconds", seconds)]).Build(), TimeProvider.System);
}
