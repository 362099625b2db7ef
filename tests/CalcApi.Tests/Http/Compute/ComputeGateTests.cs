using CalcApi.Http;
using CalcApi.Http.Compute;
using CalcApi.Http.Problems;
using Calculus.Budgets;
using Microsoft.AspNetCore.Mvc.Testing;
using Xunit;

namespace CalcApi.Tests.Http.Compute;

/// <summary>No more work than there are slots; a client that waits too long is told so, and one that leaves frees a slot.</summary>
public sealed class ComputeGateTests
{
    [Fact]
    public async Task Tells_requests_that_find_no_room_that_it_is_busy()
    {
        using var gate = Gate(slots: 1, queue: 1, patience: 50, seconds: 60);
        using var finish = new ManualResetEventSlim();
        var first = gate.Run(_ => { finish.Wait(TestContext.Current.CancellationToken); return 1; }, CancellationToken.None);

        // One waits and gives up, and meanwhile another finds the queue full.
        var waiting = gate.Run(_ => 2, CancellationToken.None);
        var busy = (await Assert.ThrowsAsync<RefusalException>(() => gate.Run(_ => 3, CancellationToken.None))).Problem;
        Assert.Equal((503, 1), (busy.Status, busy.RetryAfterSeconds!.Value));
        await Assert.ThrowsAsync<RefusalException>(() => waiting);

        finish.Set();
        Assert.Equal(1, await first);
        Assert.Equal(4, await gate.Run(_ => 4, CancellationToken.None));
        Assert.True(gate.HasRoom);
    }

    [Fact]
    public async Task Ends_work_that_takes_too_long()
    {
        using var gate = Gate(slots: 1, queue: 1, patience: 1000, seconds: 1);
        var limit = await Assert.ThrowsAsync<LimitException>(() => gate.Run(Forever, CancellationToken.None));
        Assert.Equal(("quickSeconds", 1), (limit.Limit, limit.Maximum));
        Assert.Equal(5, await gate.Run(_ => 5, CancellationToken.None));
    }

    [Fact]
    public async Task Ends_work_whose_client_left()
    {
        using var gate = Gate(slots: 1, queue: 1, patience: 1000, seconds: 60);
        using var client = new CancellationTokenSource();
        var work = gate.Run(Forever, client.Token);
        await client.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => work);
        Assert.Equal(6, await gate.Run(_ => 6, CancellationToken.None));
    }

    [Fact]
    public async Task Hands_on_what_work_throws()
    {
        using var gate = Gate(slots: 1, queue: 1, patience: 1000, seconds: 60);
        await Assert.ThrowsAsync<InvalidOperationException>(() => gate.Run<int>(_ => throw new InvalidOperationException(), CancellationToken.None));
        Assert.Equal(7, await gate.Run(_ => 7, CancellationToken.None));
    }

    [Fact]
    public async Task A_client_that_leaves_a_long_descent_makes_room_for_the_next()
    {
        using var service = new WebApplicationFactory<Program>().WithWebHostBuilder(host => host.WithoutWarmUp()
            .UseSetting("Logging:LogLevel:Default", "Warning")
            .UseSetting("Limits:RunSlots", "1")
            .UseSetting("Limits:QueueMilliseconds", "30000"));
        using var client = service.CreateClient();
        var heavy = string.Join('+', Enumerable.Range(1, 600).Select(i => $"sin({i}x)*cos({i}x)"));
        using var leaving = new CancellationTokenSource(TimeSpan.FromMilliseconds(500));
        using var body = new StringContent(
            $$"""{ "function": "{{heavy}}", "start": 1, "optimizer": { "name": "sgd", "lr": 1e-9 }, "steps": 1000000 }""", System.Text.Encoding.UTF8, "application/json");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.PostAsync(new Uri("/api/v1/descent", UriKind.Relative), body, leaving.Token));

        var next = await client.Ask("descent", """{ "function": "x^2", "start": 3, "optimizer": { "name": "gradient_descent", "lr": 0.1 }, "steps": 3 }""");
        Assert.Equal(System.Net.HttpStatusCode.OK, next.Status);
    }

    private static int Forever(CancellationToken cancellation)
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            Thread.Yield();
        }
    }

    private static ComputeGate Gate(int slots, int queue, int patience, int seconds) =>
        new(slots, new ServiceLimits { QueuePerSlot = queue, QueueMilliseconds = patience }, seconds, "quickSeconds");
}
