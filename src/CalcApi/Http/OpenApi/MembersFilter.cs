using System.Reflection;
using System.Text.Json.Serialization;
using CalcApi.Http.Requests;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace CalcApi.Http.OpenApi;

/// <summary>
/// Documents for each member whether it is always there, as the nullable annotations say, and that a request has no others.
/// A member that may be missing is missing, never null, unless it is marked as always written.
/// </summary>
internal sealed class MembersFilter : ISchemaFilter
{
    /// <inheritdoc/>
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema { Properties: { Count: > 0 } members } written) return;

        var isRequest = context.Type.Name.EndsWith("Request", StringComparison.Ordinal);
        // A client should not break when a member is added to an answer.
        written.AdditionalPropertiesAllowed = !isRequest;

        written.Required = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in context.Type.GetProperties())
        {
            var name = JsonNames.Of(property);
            if (!members.TryGetValue(name, out var member)) continue;

            var nullable = new NullabilityInfoContext().Create(property).ReadState == NullabilityState.Nullable;
            var alwaysWritten = property.GetCustomAttribute<JsonIgnoreAttribute>()?.Condition == JsonIgnoreCondition.Never;
            if (!nullable || alwaysWritten) written.Required.Add(name);
            if (!alwaysWritten && member is OpenApiSchema own) ForgetNull(own);
        }
    }

    private static void ForgetNull(OpenApiSchema schema)
    {
        if (schema.Type is { } type) schema.Type = type & ~JsonSchemaType.Null;
        if (schema.OneOf is { } choices) schema.OneOf = [.. choices.Where(static choice => choice.Type != JsonSchemaType.Null)];
    }
}
