namespace CalcApi.Http.Requests;

/// <summary>Marks a route whose body may be as long as one with a data set.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TakesDataAttribute : Attribute;

/// <summary>Says of routes that they take data sets.</summary>
public static class DataRoutes
{
    /// <summary>The body of the route may be as long as one with a data set.</summary>
    public static RouteHandlerBuilder TakesData(this RouteHandlerBuilder route) => route.WithMetadata(new TakesDataAttribute());
}
