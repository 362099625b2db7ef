using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace CalcApi.Http.OpenApi;

/// <summary>Shows what the first example of a route is answered, where that is short. A test compares each with what the service says.</summary>
internal sealed class AnswersFilter : IOperationFilter
{
    private readonly JsonObject _answers = Read();

    /// <inheritdoc/>
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (!string.Equals(context.ApiDescription.HttpMethod, "POST", StringComparison.OrdinalIgnoreCase)) return;
        if (context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<RequestExample>().FirstOrDefault() is not { } question) return;
        if (_answers[$"/{context.ApiDescription.RelativePath}"] is not { } answer) return;
        if (operation.Responses?["200"].Content is { } content && content.TryGetValue("application/json", out var media) && media is OpenApiMediaType written)
            written.Examples = new Dictionary<string, IOpenApiExample>(StringComparer.Ordinal) { ["example1"] = new OpenApiExample { Summary = question.Summary, Value = answer.DeepClone() } };
    }

    private static JsonObject Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("answers.json") ?? throw new InvalidOperationException("The answers of the examples are missing.");
        return JsonNode.Parse(stream)!.AsObject();
    }
}
