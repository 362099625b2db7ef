using System.Text.Json.Nodes;
using Calculus.Optimization;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace CalcApi.Http.Trajectories;

/// <summary>Writes the parameters of the registered optimizers and of the schedules into the schemas of <see cref="OptimizerRequest"/> and <see cref="ScheduleRequest"/>.</summary>
internal sealed class OptimizerSchema(Optimizers optimizers) : ISchemaFilter
{
    /// <inheritdoc/>
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema { Properties: { } members }) return;
        if (context.Type == typeof(OptimizerRequest))
        {
            Use[] uses =
            [
                .. optimizers.All.SelectMany(static each => each.Parameters, static (optimizer, its) => new Use(optimizer.Name, its)),
                .. optimizers.All.SelectMany(static each => each.Dialects, static (optimizer, dialect) => (Optimizer: optimizer.Name, Dialect: dialect))
                    .SelectMany(static each => each.Dialect.Parameters, static (each, its) => new Use(each.Optimizer, its, each.Dialect.Name)),
            ];
            Write(members, [.. optimizers.All.Select(static each => each.Name)], optimizers.Parameters, uses);
        }
        else if (context.Type == typeof(ScheduleRequest))
        {
            var schedules = ScheduleList.Own;
            Write(members, [.. schedules.All.Select(static each => each.Name)], schedules.Parameters,
                [.. schedules.All.SelectMany(static each => each.Parameters, static (schedule, its) => new Use(schedule.Name, its))]);
        }
    }

    private static void Write(IDictionary<string, IOpenApiSchema> members, IReadOnlyList<string> names, IReadOnlyList<Parameter> parameters, IReadOnlyList<Use> uses)
    {
        if (members["name"] is OpenApiSchema name)
        {
            name.Description += AlsoNamed(names, name.Description ?? "");
            name.Enum = [.. names.Select(static each => (JsonNode)each)];
        }

        foreach (var parameter in parameters)
        {
            var written = SchemaOf(parameter);
            written.Description = Describe(parameter, names.Count, [.. uses.Where(use => string.Equals(use.Its.Name, parameter.Name, StringComparison.Ordinal))]);
            members[parameter.Name] = written;
        }
    }

    private static OpenApiSchema SchemaOf(Parameter parameter) => parameter.Default switch
    {
        ParameterValue.Flag => new() { Type = JsonSchemaType.Boolean },
        ParameterValue.Number => new() { Type = JsonSchemaType.Number, Format = "double" },
        ParameterValue.Word => new() { Type = JsonSchemaType.String },
        _ => new() { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.Number, Format = "double" } },
    };

    private static string AlsoNamed(IReadOnlyList<string> names, string description)
    {
        var named = description.Split([' ', ',', '.'], StringSplitOptions.RemoveEmptyEntries);
        var others = names.Where(name => !named.Contains(name, StringComparer.Ordinal)).ToList();
        return others.Count == 0 ? "" : $" Also {Listed(others)}.";
    }

    // Which have it, unless all do, or in which dialect, where PyTorch has it nowhere; what it is, for each of them; what it may be, where that
    // is a word; and its default, where that is the same for all that have it.
    private static string Describe(Parameter parameter, int count, IReadOnlyList<Use> all)
    {
        var own = all.Where(static use => use.Dialect is null).ToList();
        var uses = own.Count > 0 ? own : [.. all];
        var dialects = own.Count > 0 ? "" : $" in the dialect {Listed([.. uses.Select(static use => use.Dialect!).Distinct(StringComparer.Ordinal)])}";
        var meanings = uses.GroupBy(static use => use.Its.Sentence.Split(". ")[0].TrimEnd('.'), StringComparer.Ordinal).ToList();
        var whose = meanings.Count == 1 && own.Count == count
            ? meanings[0].Key
            : string.Join("; ", meanings.Select((meaning, i) =>
                $"{(i == 0 ? "Of" : "of")} {Listed([.. meaning.Select(static use => use.Owner).Distinct(StringComparer.Ordinal)])}{dialects}: {char.ToLowerInvariant(meaning.Key[0])}{meaning.Key[1..]}"));
        var words = parameter.Default is ParameterValue.Word ? $", {parameter.Allowed.Replace("\"", "", StringComparison.Ordinal)}" : "";
        var defaults = uses.Select(static use => Default(use.Its.Default)).Distinct(StringComparer.Ordinal).ToList();
        return defaults is [{ Length: > 0 } one] ? $"{whose}{words}; by default {one}." : $"{whose}{words}.";
    }

    private static string Default(ParameterValue value) => value switch
    {
        ParameterValue.Flag => "",
        ParameterValue.Numbers(var numbers) => Listed([.. numbers.Select(static number => ((ParameterValue)number).ToString())]),
        ParameterValue.Word(var word) => word,
        _ => value.ToString(),
    };

    private static string Listed(List<string> names) =>
        names.Count == 1 ? names[0] : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}";

    /// <summary>A parameter of one optimizer or schedule.</summary>
    /// <param name="Owner">Whose it is.</param>
    /// <param name="Its">The parameter.</param>
    /// <param name="Dialect">The dialect that has it; null for PyTorch's own.</param>
    private sealed record Use(string Owner, Parameter Its, string? Dialect = null);
}
