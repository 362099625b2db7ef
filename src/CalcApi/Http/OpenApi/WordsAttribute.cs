using System.Reflection;
using System.Text.Json.Nodes;
using CalcApi.Http.Requests;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace CalcApi.Http.OpenApi;

/// <summary>Says that a text is one of a few words, which the document lists.</summary>
/// <param name="words">The words.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class WordsAttribute(params string[] words) : Attribute
{
    /// <summary>The words are the constants of a type.</summary>
    /// <param name="constants">The type.</param>
    public WordsAttribute(Type constants)
        : this([.. constants.GetFields(BindingFlags.Public | BindingFlags.Static).Where(static field => field.IsLiteral && field.FieldType == typeof(string)).Select(static field => (string)field.GetRawConstantValue()!)])
    {
    }

    /// <summary>The words, in order.</summary>
    public IReadOnlyList<string> Words => words;
}

/// <summary>Lists the words.</summary>
internal sealed class WordsFilter : ISchemaFilter
{
    /// <inheritdoc/>
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema { Properties: { Count: > 0 } members }) return;
        foreach (var property in context.Type.GetProperties())
            if (property.GetCustomAttribute<WordsAttribute>() is { } words && members.TryGetValue(JsonNames.Of(property), out var member) && member is OpenApiSchema written)
                written.Enum = [.. words.Words.Select(static word => (JsonNode)word)];
    }
}
