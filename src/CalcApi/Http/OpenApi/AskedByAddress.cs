using CalcApi.Http.Requests;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace CalcApi.Http.OpenApi;

/// <summary>Marks a question that is asked by GET, its members in the query.</summary>
/// <param name="Request">The record that the same question by POST is read into.</param>
public sealed record AskedByAddress(Type Request);

/// <summary>Describes the parameters of such a question in the words of the request's members.</summary>
internal sealed class AskedByAddressFilter : IOperationFilter
{
    private const string Written = " Written as x=3,z=2, as x,z or as JSON.";

    /// <inheritdoc/>
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<AskedByAddress>().SingleOrDefault() is not { Request: var request }) return;
        context.SchemaGenerator.GenerateSchema(request, context.SchemaRepository);
        var schema = context.SchemaRepository.Schemas[request.Name];
        operation.Description = $"The question of the POST at this address, as a link. {operation.Description}".TrimEnd();
        operation.Parameters = [.. (schema.Properties ?? new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)).Select(member => (IOpenApiParameter)new OpenApiParameter
        {
            Name = member.Key,
            In = ParameterLocation.Query,
            Required = schema.Required?.Contains(member.Key) ?? false,
            Description = IsPlain(request, member.Key) ? member.Value.Description : member.Value.Description + Written,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        })];
    }

    private static bool IsPlain(Type request, string name) =>
        Array.Find(request.GetProperties(), property => string.Equals(JsonNames.Of(property), name, StringComparison.Ordinal))?.PropertyType is { } type
        && (Nullable.GetUnderlyingType(type) ?? type) is var plain && (plain.IsPrimitive || plain == typeof(string));
}
