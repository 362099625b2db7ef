using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace CalcApi.Http.OpenApi;

/// <summary>Says what refusals carry besides their problem, and what each status means here.</summary>
internal sealed class RefusalsFilter : IOperationFilter
{
    private static readonly Dictionary<string, string> s_meanings = new(StringComparer.Ordinal)
    {
        ["200"] = "The answer.",
        ["304"] = "The client has the answer already.",
        ["400"] = "The request is no JSON, or does not have the route's shape.",
        ["404"] = "There is no such thing.",
        ["413"] = "The body is too large.",
        ["414"] = "The query is too long.",
        ["415"] = "The content type is not application/json in UTF-8.",
        ["422"] = "The request was read, but has no meaning, or asks for more than a limit allows.",
        ["429"] = "This address asks too often, or for too much computing.",
        ["503"] = "The service is busy; nothing is wrong with the request.",
    };

    /// <inheritdoc/>
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        foreach (var (status, response) in operation.Responses ?? [])
        {
            if (response is not OpenApiResponse written) continue;
            if (s_meanings.TryGetValue(status, out var meaning)) written.Description = meaning;
            if (status is "429" or "503") written.Headers = Headers("Retry-After", JsonSchemaType.Integer, "After how many seconds to ask again.");
            else if (status is "200" or "304" && operation.Responses!.ContainsKey("304")) written.Headers = Headers("ETag", JsonSchemaType.String, "The name of the answer, to be sent as If-None-Match.");
        }
    }

    private static Dictionary<string, IOpenApiHeader> Headers(string name, JsonSchemaType type, string description) => new(StringComparer.Ordinal)
    {
        [name] = new OpenApiHeader { Description = description, Schema = new OpenApiSchema { Type = type } },
    };
}
