using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace CalcApi.Http.OpenApi;

/// <summary>Writes the examples of a route into its request body.</summary>
internal sealed class ExamplesFilter : IOperationFilter
{
    /// <inheritdoc/>
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (operation.RequestBody is not OpenApiRequestBody { Content: { } content } body) return;

        body.Required = true;
        var examples = new Dictionary<string, IOpenApiExample>(StringComparer.Ordinal);
        foreach (var example in context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<RequestExample>())
            examples[string.Create(CultureInfo.InvariantCulture, $"example{examples.Count + 1}")] = new OpenApiExample
            {
                Summary = example.Summary,
                Value = JsonNode.Parse(example.Json),
            };
        foreach (var media in content.Values)
            if (media is OpenApiMediaType written)
                written.Examples = examples;
    }
}
