using System.Text;
using CalcApi.Http.Hosting;
using CalcApi.Http.OpenApi;
using Calculus.Balls;
using Calculus.Functions;

namespace CalcApi.Health;

/// <summary>
/// Asks every route its own examples while the service starts. The first answer of a process waits until everything it needs is
/// compiled; this way no visitor has to wait for it.
/// </summary>
internal sealed partial class WarmUp(EndpointDataSource routes, OwnDoor door, IServiceScopeFactory scopes, IHostApplicationLifetime life, ILogger<WarmUp> log) : BackgroundService
{
    /// <summary>True once every route has been asked.</summary>
    public bool IsDone => ExecuteTask is { IsCompletedSuccessfully: true };

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Started(stoppingToken);
        BallTables.Prepare();
        Catalogue.Prepare();
        foreach (var route in routes.Endpoints)
        {
            foreach (var example in route.Metadata.GetOrderedMetadata<RequestExample>().Where(static example => !example.LeavesTraces)) await Ask(route, example, stoppingToken);
        }

        await Knock(stoppingToken);
        IdleCollection.Collect();
    }

    // Routes are known from then on.
    private async Task Started(CancellationToken stop)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var isStarted = life.ApplicationStarted.Register(() => started.TrySetResult());
        await using var isStopped = stop.Register(() => started.TrySetCanceled(stop));
        await started.Task;
    }

    // One route suffices for what all have in common.
    private async Task Knock(CancellationToken stop)
    {
        foreach (var route in routes.Endpoints.OfType<RouteEndpoint>())
        {
            if (route.RoutePattern.RawText is not { } path || route.Metadata.GetMetadata<RequestExample>() is not { LeavesTraces: false } example) continue;
            try
            {
                await door.Ask(path, example, stop);
            }
            catch (Exception reason) when (!stop.IsCancellationRequested)
            {
                Unanswered(log, reason, route.DisplayName);
            }

            return;
        }
    }

    private async Task Ask(Endpoint route, RequestExample example, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var body = Encoding.UTF8.GetBytes(example.Json);
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider, RequestAborted = stop };
        http.Request.Method = HttpMethods.Post;
        http.Request.ContentType = "application/json";
        http.Request.ContentLength = body.Length;
        http.Request.Body = new MemoryStream(body);
        http.SetEndpoint(route);
        try
        {
            await route.RequestDelegate!(http);
        }
        // Lower limits in the settings, or a service that is asked already, are no reason not to start.
        catch (Exception reason) when (!stop.IsCancellationRequested)
        {
            Unanswered(log, reason, route.DisplayName);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The example of {Route} was not answered while the service warmed up.")]
    private static partial void Unanswered(ILogger log, Exception reason, string? route);
}
