namespace CalcApi.Http.Hosting;

/// <summary>
/// The way out: when the service is asked to end, it says that it is not ready any more, tells each client to use another connection, and goes on to
/// answer until nobody has asked for a moment, or for as many seconds as <c>Shutdown:DrainSeconds</c> says (5 by default). Then it ends.
/// </summary>
/// <param name="configuration">The settings.</param>
/// <param name="time">The clock.</param>
internal sealed class Draining(IConfiguration configuration, TimeProvider time) : IHostedLifecycleService
{
    private static readonly TimeSpan s_quiet = TimeSpan.FromMilliseconds(250), s_look = TimeSpan.FromMilliseconds(25);

    private readonly TimeSpan _longest = TimeSpan.FromSeconds(configuration.GetValue("Shutdown:DrainSeconds", defaultValue: 5));
    private long _latest = time.GetTimestamp();
    private int _open;

    /// <summary>True once the service was asked to end.</summary>
    public bool Began { get; private set; }

    /// <summary>Takes note of a request while it is answered.</summary>
    public async Task Note(HttpContext http, RequestDelegate next)
    {
        Interlocked.Increment(ref _open);
        Volatile.Write(ref _latest, time.GetTimestamp());
        if (Began) http.Response.Headers.Connection = "close";
        try
        {
            await next(http);
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }

    /// <inheritdoc/>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        Began = true;
        var start = time.GetTimestamp();
        // Clients that keep a connection learn from their next answer that it closes.
        while (time.GetElapsedTime(start) < _longest && (Volatile.Read(ref _open) > 0 || time.GetElapsedTime(Math.Max(start, Volatile.Read(ref _latest))) < s_quiet))
            await Task.Delay(s_look, time, cancellationToken);
    }

    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>Where draining stands in the host.</summary>
internal static class DrainingSetup
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddDraining(this IServiceCollection services) =>
        services.AddSingleton<Draining>().AddHostedService(static provider => provider.GetRequiredService<Draining>());

    /// <summary>Counts requests.</summary>
    public static IApplicationBuilder UseDraining(this IApplicationBuilder app)
    {
        var draining = app.ApplicationServices.GetRequiredService<Draining>();
        return app.Use(next => http => draining.Note(http, next));
    }
}
