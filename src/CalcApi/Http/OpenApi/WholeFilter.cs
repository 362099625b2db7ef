using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace CalcApi.Http.OpenApi;

/// <summary>What the document says as a whole: where the service is, what its groups are, and which sentence of a refusal is shown first.</summary>
internal sealed class WholeFilter : IDocumentFilter
{
    private static readonly (string Name, string Description)[] s_tags =
    [
        ("Function", "What a function is, what it is worth, and how it runs."), ("Derivatives", "Derivatives, gradients, and what follows from them, with their steps."),
        ("Descent", "Gradient descent and other optimizers, step by step."), ("Training", "Models that learn from data."),
        ("Runs", "Long work that outlives its connection: begun, followed, cancelled."), ("Exercises", "Problems to solve, and what is right or wrong about an answer."),
        ("Catalog", "What there is to ask for, each with a request that runs."), ("Service", "Several questions at once, limits, and what refusals mean."), ("Health", "Whether the service is up."),
    ];

    /// <inheritdoc/>
    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        swaggerDoc.Servers = [new OpenApiServer { Url = "/", Description = "This service." }];
        swaggerDoc.Tags = s_tags.Select(static tag => new OpenApiTag { Name = tag.Name, Description = tag.Description }).ToHashSet();
        // Generated clients throw this sentence.
        if (swaggerDoc.Components?.Schemas?["Problem"] is { Properties: { } members } && members["detail"] is OpenApiSchema detail)
            detail.AddExtension("x-ms-primary-error-message", new JsonNodeExtension(JsonValue.Create(true)));
    }
}
