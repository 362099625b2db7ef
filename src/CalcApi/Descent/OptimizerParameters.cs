using System.Text.Json;
using CalcApi.Http.Problems;
using CalcApi.Http.Requests;
using Calculus.Optimization;

namespace CalcApi.Descent;

/// <summary>Reads the optimizer's parameters in a request, by the tables of the optimizers.</summary>
internal static class OptimizerParameters
{
    /// <summary>The parameters by name; those that the optimizer itself lacks are left for it to refuse.</summary>
    /// <exception cref="RefusalException">No optimizer has such a parameter, or a value is of another kind.</exception>
    public static IReadOnlyDictionary<string, ParameterValue> Of(OptimizerRequest request, Optimizers optimizers)
    {
        var refusals = new Refusals();
        var own = optimizers.Find(request.Name)?.Parameters ?? [];
        var values = new Dictionary<string, ParameterValue>(StringComparer.Ordinal);
        foreach (var (name, json) in request.Parameters)
        {
            var path = $"optimizer.{Quoted.Cut(name)}";
            if (own.Concat(optimizers.Parameters).FirstOrDefault(each => string.Equals(each.Name, name, StringComparison.Ordinal)) is not { } parameter)
                RequestReader.UnknownMember(path, name, ["name", .. optimizers.Parameters.Select(static each => each.Name)], refusals);
            else if (json.ValueKind != JsonValueKind.Null && Value(parameter, json, path, refusals) is { } value)
                values[name] = value;
        }

        refusals.ThrowIfAny();
        return values;
    }

    private static ParameterValue? Value(Parameter parameter, JsonElement json, string path, Refusals refusals) => parameter.Default switch
    {
        ParameterValue.Flag => FieldReader.Flag(json, path, refusals) is bool flag ? flag : null,
        ParameterValue.Number => FieldReader.Number(json, path, refusals) is double number ? number : null,
        _ => Numbers(json, path, refusals),
    };

    private static ParameterValue? Numbers(JsonElement json, string path, Refusals refusals)
    {
        if (json.ValueKind == JsonValueKind.Array)
            return json.EnumerateArray().Select((entry, i) => FieldReader.Number(entry, $"{path}[{i}]", refusals)).OfType<double>().ToArray();

        refusals.Shape(path, $"An array is expected, not {FieldReader.Kind(json)}.");
        return null;
    }
}
