using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace CalcApi.Http.OpenApi;

/// <summary>
/// Documents that a number in an answer may be one of the strings NaN, Infinity and -Infinity; requests take finite numbers only. The number
/// stands first, since generators of clients that know no alternatives take the first.
/// </summary>
internal sealed class AnswerNumbersFilter : IDocumentFilter
{
    /// <inheritdoc/>
    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        if (swaggerDoc.Components?.Schemas is not { } schemas) return;

        schemas[ValueSchemas.ValueName] = ValueSchemas.Value();
        var open = new Stack<IOpenApiSchema>(schemas.Where(each => !each.Key.EndsWith("Request", StringComparison.Ordinal)).Select(each => each.Value));
        while (open.TryPop(out var next))
        {
            if (next is not OpenApiSchema schema) continue;
            if (schema.Type is { } type && type.HasFlag(JsonSchemaType.Number)) AllowNotFinite(schema, type);
            else
                foreach (var inner in Inner(schema)) open.Push(inner);
        }
    }

    private static void AllowNotFinite(OpenApiSchema schema, JsonSchemaType type)
    {
        schema.OneOf =
        [
            new OpenApiSchema { Type = JsonSchemaType.Number, Format = schema.Format },
            new OpenApiSchema { Type = JsonSchemaType.String, Enum = ["NaN", "Infinity", "-Infinity"] },
        ];
        if (type.HasFlag(JsonSchemaType.Null)) schema.OneOf.Add(new OpenApiSchema { Type = JsonSchemaType.Null });
        (schema.Type, schema.Format) = (null, null);
    }

    private static IEnumerable<IOpenApiSchema> Inner(OpenApiSchema schema)
    {
        foreach (var property in schema.Properties?.Values ?? []) yield return property;
        if (schema.Items is { } items) yield return items;
        if (schema.AdditionalProperties is { } additional) yield return additional;
        foreach (var one in schema.OneOf ?? []) yield return one;
        foreach (var one in schema.AnyOf ?? []) yield return one;
    }
}
