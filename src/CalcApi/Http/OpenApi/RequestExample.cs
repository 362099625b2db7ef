namespace CalcApi.Http.OpenApi;

/// <summary>A request that runs, shown in the OpenAPI document under its route.</summary>
/// <param name="Summary">What it shows, in a few words.</param>
/// <param name="Json">The request's body.</param>
/// <param name="LeavesTraces">Whether the service is another one once it was asked, so that it does not ask itself.</param>
public sealed record RequestExample(string Summary, string Json, bool LeavesTraces = false);

/// <summary>Gives examples to routes.</summary>
public static class RequestExamples
{
    /// <summary>Adds an example; the first is the one that the document's page fills in.</summary>
    public static RouteHandlerBuilder Example(this RouteHandlerBuilder route, string summary, string json, bool leavesTraces = false) =>
        route.WithMetadata(new RequestExample(summary, json, leavesTraces));
}
