using Calculus.Optimization;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace CalcApi.Http.Trajectories;

/// <summary>Writes the parameters of the registered optimizers into the schema of <see cref="OptimizerRequest"/>.</summary>
internal sealed class OptimizerSchema(Optimizers optimizers) : ISchemaFilter
{
    /// <inheritdoc/>
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (context.Type != typeof(OptimizerRequest) || schema is not OpenApiSchema { Properties: { } members }) return;

        if (members["name"] is OpenApiSchema name) name.Description += AlsoNamed(name.Description ?? "");
        foreach (var parameter in optimizers.Parameters)
        {
            var written = SchemaOf(parameter.Default);
            written.Description = Describe(parameter);
            members[parameter.Name] = written;
        }
    }

    private static OpenApiSchema SchemaOf(ParameterValue value) => value switch
    {
        ParameterValue.Flag => new() { Type = JsonSchemaType.Boolean },
        ParameterValue.Number => new() { Type = JsonSchemaType.Number, Format = "double" },
        _ => new() { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.Number, Format = "double" } },
    };

    private string AlsoNamed(string description)
    {
        var named = description.Split([' ', ',', '.'], StringSplitOptions.RemoveEmptyEntries);
        var others = optimizers.All.Select(static each => each.Name).Where(name => !named.Contains(name, StringComparer.Ordinal)).ToList();
        return others.Count == 0 ? "" : $" Also {Listed(others)}.";
    }

    // Which optimizers have it, unless all do; what it is; and its default, where that is the same for all that have it.
    private string Describe(Parameter parameter)
    {
        var uses = optimizers.All
            .SelectMany(static each => each.Parameters, static (optimizer, its) => (Optimizer: optimizer.Name, Its: its))
            .Where(use => string.Equals(use.Its.Name, parameter.Name, StringComparison.Ordinal)).ToList();
        var what = parameter.Sentence.Split(". ")[0].TrimEnd('.');
        var whose = uses.Count == optimizers.All.Count ? what : $"Of {Listed([.. uses.Select(static use => use.Optimizer)])}: {char.ToLowerInvariant(what[0])}{what[1..]}";
        var defaults = uses.Select(static use => Default(use.Its.Default)).Distinct(StringComparer.Ordinal).ToList();
        return defaults is [{ Length: > 0 } one] ? $"{whose}; by default {one}." : $"{whose}.";
    }

    private static string Default(ParameterValue value) => value switch
    {
        ParameterValue.Flag => "",
        ParameterValue.Numbers(var numbers) => Listed([.. numbers.Select(static number => ((ParameterValue)number).ToString())]),
        _ => value.ToString(),
    };

    private static string Listed(List<string> names) =>
        names.Count == 1 ? names[0] : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}";
}
