using System.Net;
using CalcApi.Http;
using CalcApi.Http.Compute;
using CalcApi.Http.Hosting;
using CalcApi.Http.Problems;
using Calculus.Budgets;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace CalcApi.Tests.Http.Compute;

/// <summary>Work is admitted by the time it would wait; light work never stands behind heavy work, nor one address behind another.</summary>
public sealed class AdmissionTests
{
    // Milliseconds after which work that has not ended will not end.
    private const int Hangs = 60_000;

    private static readonly Asker Somebody = new(IPAddress.Parse("203.0.113.1"), new("/somewhere", 6));
    private static readonly Asker Other = new(IPAddress.Parse("203.0.113.2"), new("/somewhere", 6));

    [Fact]
    public async Task Refuses_what_would_wait_too_long_and_takes_it_once_there_is_room()
    {
        using var admission = Of(new() { QuickSlots = 1, Queue = 1, LightMilliseconds = 60_000 });
        using var finish = new Finish();
        var first = admission.Run(Work.Quick, Somebody, Until(finish), CancellationToken.None);
        var second = admission.Run(Work.Quick, Somebody, static _ => 2, CancellationToken.None);

        Assert.False(admission.HasRoom);
        Assert.Equal(503, admission.RefusalOf(Somebody)?.Status);
        var busy = (await Assert.ThrowsAsync<RefusalException>(() => admission.Run(Work.Quick, Somebody, static _ => 3, CancellationToken.None))).Problem;
        Assert.Equal(503, busy.Status);
        Assert.True(busy.RetryAfterMilliseconds > 0);

        finish.Set();
        Assert.Equal((1, 2), (await first, await second));
        Assert.Equal(4, await admission.Run(Work.Quick, Somebody, static _ => 4, CancellationToken.None));
        Assert.True(admission.HasRoom);
    }

    [Fact]
    public async Task Lets_hundreds_of_light_questions_wait()
    {
        using var admission = Of(new() { QuickSlots = 1, QueueMilliseconds = 60_000 });
        var answers = await Task.WhenAll(Enumerable.Range(0, 500).Select(i => admission.Run(Work.Quick, Somebody, _ => i, CancellationToken.None)));
        Assert.Equal(Enumerable.Range(0, 500), answers);
    }

    [Fact]
    public async Task Refuses_early_where_questions_of_the_kind_took_long()
    {
        using var admission = Of(new() { QuickSlots = 1, QueueMilliseconds = 20, LightMilliseconds = 60_000 });
        // What a class takes is learnt from its questions. Seventy like it may stand before one, and then it is refused.
        for (var i = 0; i < 20; i++) await admission.Run(Work.Quick, Somebody, static _ => { Thread.Sleep(5); return 0; }, CancellationToken.None);

        using var finish = new Finish();
        var first = admission.Run(Work.Quick, Somebody, Until(finish), CancellationToken.None);
        var waiting = new List<Task<int>>();
        RefusalException? refused = null;
        while (refused is null && waiting.Count < 200)
        {
            var next = admission.Run(Work.Quick, Somebody, static _ => 1, CancellationToken.None);
            if (next.IsFaulted) refused = await Assert.ThrowsAsync<RefusalException>(() => next);
            else waiting.Add(next);
        }

        Assert.InRange(waiting.Count, 68, 71);
        Assert.InRange(refused!.Problem.RetryAfterMilliseconds!.Value, 70, 10_000);
        finish.Set();
        Assert.Equal(1, await first);
        Assert.All(await Task.WhenAll(waiting), static answer => Assert.Equal(1, answer));
    }

    [Fact]
    public async Task A_light_question_is_answered_while_heavy_ones_fill_their_slots()
    {
        using var admission = Of(new() { QuickSlots = 1, HeavySlots = 1, LightMilliseconds = 1, HeavyQueueMilliseconds = 60_000 });
        using var finish = new CancellationTokenSource();
        // One of the heavy questions runs and three wait to go on.
        var heavy = Enumerable.Range(0, 4).Select(_ => admission.Run(Work.Quick, Somebody, computation => Busily(computation, finish.Token), CancellationToken.None)).ToArray();
        for (var i = 0; i < 20; i++) Assert.Equal(i, await admission.Run(Work.Quick, Somebody, _ => i, CancellationToken.None));
        Assert.DoesNotContain(heavy, static task => task.IsCompleted);
        await finish.CancelAsync();
        Assert.All(await Task.WhenAll(heavy), static answer => Assert.Equal(0, answer));
    }

    [Fact]
    public async Task Heavy_questions_that_find_no_room_are_refused_once_they_prove_heavy()
    {
        using var admission = Of(new() { QuickSlots = 1, HeavySlots = 1, QueuePerSlot = 1, LightMilliseconds = 1, HeavyQueueMilliseconds = 60_000 });
        using var finish = new CancellationTokenSource();
        // One runs and one waits; on a busy machine, where one was late to say that it is heavy, two run.
        var heavy = Enumerable.Range(0, 4).Select(_ => admission.Run(Work.Quick, Somebody, computation => Busily(computation, finish.Token), CancellationToken.None)).ToArray();
        await Assert.ThrowsAsync<RefusalException>(async () => await await Task.WhenAny(heavy));
        await finish.CancelAsync();
        foreach (var each in heavy)
        {
            try
            {
                Assert.Equal(0, await each);
            }
            catch (RefusalException refused)
            {
                Assert.Equal(503, refused.Problem.Status);
            }
        }
    }

    [Fact]
    public async Task A_light_question_that_was_held_up_is_answered_though_the_heavy_ones_have_no_room()
    {
        using var admission = Of(new() { QuickSlots = 1, HeavySlots = 1, QueuePerSlot = 1, LightMilliseconds = 40, HeavyQueueMilliseconds = 60_000 });
        using var finish = new CancellationTokenSource();
        var heavy = Somebody with { Class = new("/somewhere", 14) };
        // One runs among the heavy ones, and one waits there: a third would find no room.
        var flood = Enumerable.Range(0, 2).Select(_ => admission.Run(Work.Quick, heavy, computation => Busily(computation, finish.Token), CancellationToken.None)).ToArray();
        var light = admission.Run(
            Work.Quick, Somebody, static computation =>
            {
                using var enough = new CancellationTokenSource(TimeSpan.FromMilliseconds(60));
                return Busily(computation, enough.Token) + 5;
            },
            CancellationToken.None);
        Assert.Equal(5, await light);
        await finish.CancelAsync();
        Assert.All(await Task.WhenAll(flood), static answer => Assert.Equal(0, answer));
    }

    [Fact]
    public async Task Work_that_does_not_poll_holds_up_nobody()
    {
        using var admission = Of(new() { QuickSlots = 1, HeavySlots = 1, LightMilliseconds = 1, QueueMilliseconds = 60_000 });
        using var finish = new Finish();
        var stuck = admission.Run(Work.Quick, Somebody, Until(finish), CancellationToken.None);
        Assert.Equal(2, await admission.Run(Work.Quick, Somebody, static _ => 2, CancellationToken.None));
        Assert.False(stuck.IsCompleted);
        finish.Set();
        Assert.Equal(1, await stuck);
    }

    [Fact]
    public async Task One_address_does_not_stand_behind_what_another_has_sent()
    {
        using var admission = Of(new() { QuickSlots = 1, QueueMilliseconds = 60_000, LightMilliseconds = 60_000 });
        using var finish = new Finish();
        var order = new List<string>();
        var first = admission.Run(Work.Quick, Somebody, Until(finish), CancellationToken.None);
        var many = Enumerable.Range(0, 50).Select(_ => admission.Run(Work.Quick, Somebody, _ => Note("many"), CancellationToken.None)).ToArray();
        var one = admission.Run(Work.Quick, Other, _ => Note("one"), CancellationToken.None);
        finish.Set();
        await Task.WhenAll([first, .. many, one]);
        Assert.InRange(order.IndexOf("one"), 0, 2);

        int Note(string who)
        {
            order.Add(who);
            return 0;
        }
    }

    [Fact]
    public async Task Light_questions_of_an_address_do_not_stand_behind_its_own_heavy_ones()
    {
        using var admission = Of(new() { QuickSlots = 1, QueueMilliseconds = 20, LightMilliseconds = 60_000 });
        var heavy = Somebody with { Class = new("/somewhere", 14) };
        for (var i = 0; i < 20; i++) await admission.Run(Work.Quick, heavy, static _ => { Thread.Sleep(10); return 0; }, CancellationToken.None);

        using var finish = new Finish();
        var first = admission.Run(Work.Quick, heavy, Until(finish), CancellationToken.None);
        var flood = Enumerable.Range(0, 40).Select(_ => admission.Run(Work.Quick, heavy, static _ => 0, CancellationToken.None)).ToArray();
        var light = admission.Run(Work.Quick, Somebody, static _ => 5, CancellationToken.None);
        finish.Set();
        Assert.Equal(5, await light);
        await Task.WhenAll([first, .. flood]);
    }

    [Fact(Timeout = Hangs)]
    public async Task Ends_work_that_takes_too_long()
    {
        using var admission = Of(new() { QuickSlots = 1, QuickSeconds = 1 });
        var hangs = TestContext.Current.CancellationToken;
        var limit = await Assert.ThrowsAsync<LimitException>(() => admission.Run(Work.Quick, Somebody, computation => Busily(computation, hangs), CancellationToken.None));
        Assert.Equal(("quickSeconds", 1), (limit.Limit, limit.Maximum));
        Assert.Equal(5, await admission.Run(Work.Quick, Somebody, static _ => 5, CancellationToken.None));
    }

    [Theory(Timeout = Hangs)]
    [InlineData(1)]
    [InlineData(60_000)]
    public async Task Ends_work_whose_client_left(int lightMilliseconds)
    {
        // Nothing else would end it.
        using var admission = Of(new() { QuickSeconds = 3_600, QuickSlots = 1, HeavySlots = 1, LightMilliseconds = lightMilliseconds, HeavyQueueMilliseconds = 60_000 });
        var hangs = TestContext.Current.CancellationToken;
        using var client = new CancellationTokenSource();
        // With a short share one of them computes among the heavy ones, and the others wait there.
        var work = Enumerable.Range(0, 3).Select(_ => admission.Run(Work.Quick, Somebody, computation => Busily(computation, hangs), client.Token)).ToArray();
        await Task.Delay(50, TestContext.Current.CancellationToken);
        await client.CancelAsync();
        foreach (var one in work) await Assert.ThrowsAnyAsync<OperationCanceledException>(() => one);
        Assert.Equal(6, await admission.Run(Work.Quick, Somebody, static _ => 6, CancellationToken.None));
        Assert.True(admission.HasRoom);
    }

    [Fact]
    public async Task Hands_on_what_work_throws()
    {
        using var admission = Of(new() { QuickSlots = 1 });
        await Assert.ThrowsAsync<InvalidOperationException>(() => admission.Run<int>(Work.Quick, Somebody, static _ => throw new InvalidOperationException(), CancellationToken.None));
        Assert.Equal(7, await admission.Run(Work.Quick, Somebody, static _ => 7, CancellationToken.None));
    }

    [Fact]
    public async Task An_address_that_has_spent_its_time_waits_and_others_do_not()
    {
        var time = new ManualTime();
        using var admission = Of(time, new() { AddressComputeSeconds = 1, AddressComputeSecondsPerMinute = 1, QuickSeconds = 60 });
        await admission.Run(Work.Quick, Somebody, Takes(time, 1.1), CancellationToken.None);
        var refused = admission.RefusalOf(Somebody)!;
        Assert.Equal(429, refused.Status);
        // A tenth of a second is owed, and a second is given each minute.
        Assert.InRange(refused.RetryAfterMilliseconds!.Value, 6_000, 6_001);
        Assert.Null(admission.RefusalOf(Other));
        time.Pass(TimeSpan.FromMilliseconds(6_001));
        Assert.Null(admission.RefusalOf(Somebody));
    }

    [Fact]
    public async Task A_school_behind_one_address_has_the_time_of_all_its_people()
    {
        var time = new ManualTime();
        using var admission = Of(
            time, new() { AddressComputeSeconds = 1, AddressComputeSecondsPerMinute = 1, QuickSeconds = 60 },
            ("RateLimit:Shared:0:Network", "203.0.113.0/24"), ("RateLimit:Shared:0:People", "30"));
        await admission.Run(Work.Quick, Somebody, Takes(time, 1.1), CancellationToken.None);
        Assert.Null(admission.RefusalOf(Somebody));
    }

    [Theory]
    [InlineData("Network", "not a network")]
    [InlineData("People", "0")]
    public void A_setting_that_makes_no_sense_stops_the_start(string name, string value)
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["RateLimit:Shared:0:Network"] = "203.0.113.0/24", ["RateLimit:Shared:0:People"] = "30", [$"RateLimit:Shared:0:{name}"] = value };
        Assert.Throws<InvalidOperationException>(() => new AddressPolicy(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()));
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

    private static Func<Computation, int> Until(ManualResetEventSlim finish) => _ =>
    {
        finish.Wait(TestContext.Current.CancellationToken);
        return 1;
    };

    private static int Busily(Computation computation, CancellationToken finish)
    {
        while (!finish.IsCancellationRequested)
        {
            computation.Budget.SpendOperations(1_000);
            Thread.Yield();
        }

        return 0;
    }

    private static Func<Computation, int> Takes(ManualTime time, double seconds) => _ =>
    {
        time.Pass(TimeSpan.FromSeconds(seconds));
        return 0;
    };

    private static Admission Of(ServiceLimits limits, params (string Name, string? Value)[] settings) => Of(TimeProvider.System, limits, settings);

    private static Admission Of(TimeProvider time, ServiceLimits limits, params (string Name, string? Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(static setting => KeyValuePair.Create(setting.Name, setting.Value))).Build();
        // Work that never ends by itself may spend without end.
        limits = limits with { Library = limits.Library with { Operations = long.MaxValue / 2 } };
        return new(limits, new AddressTimes(limits, new AddressPolicy(configuration), time), time);
    }
}
