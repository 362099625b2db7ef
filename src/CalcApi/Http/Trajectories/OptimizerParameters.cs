using System.Text.Json;
using CalcApi.Http.Problems;
using CalcApi.Http.Requests;
using Calculus.Optimization;
using Refusals = CalcApi.Http.Requests.Refusals;

namespace CalcApi.Http.Trajectories;

/// <summary>Reads the parameters of an optimizer and of its schedule in a request, by the tables of the library.</summary>
internal static class OptimizerParameters
{
    // What the library calls the optimizer in its refusals.
    private const string LibraryPath = "optimizer";

    /// <summary>The parameters by name; those that the optimizer itself lacks are left for it to refuse.</summary>
    /// <param name="request">The optimizer asked for.</param>
    /// <param name="path">Where it stands in the request, such as <c>optimizer</c> or <c>optimizers[2]</c>.</param>
    /// <param name="optimizers">The optimizers that there are.</param>
    /// <exception cref="RefusalException">No optimizer has such a parameter, or a value is of another kind.</exception>
    public static IReadOnlyDictionary<string, ParameterValue> Of(OptimizerRequest request, string path, Optimizers optimizers) =>
        Read(request.Parameters, optimizers.Find(request.Name)?.Parameters ?? [], optimizers.Parameters, path, ["name", "dialect", "schedule"]);

    /// <summary>The parameters of a schedule by name; those that the schedule itself lacks are left for it to refuse.</summary>
    /// <param name="request">The schedule asked for.</param>
    /// <param name="path">Where the optimizer stands in the request.</param>
    /// <exception cref="RefusalException">No schedule has such a parameter, or a value is of another kind.</exception>
    public static IReadOnlyDictionary<string, ParameterValue> Of(ScheduleRequest request, string path) =>
        Read(request.Parameters, ScheduleList.Own.Find(request.Name)?.Parameters ?? [], ScheduleList.Own.Parameters, $"{path}.schedule", ["name"]);

    /// <summary>Starts the optimizer, and the schedule of its rate where there is one.</summary>
    /// <param name="request">The optimizer asked for.</param>
    /// <param name="path">Where it stands in the request.</param>
    /// <param name="optimizers">The optimizers that there are.</param>
    /// <param name="dimension">The number of coordinates.</param>
    /// <exception cref="DescentException">A value is not allowed; its field begins with the path.</exception>
    public static StartedOptimizer Start(OptimizerRequest request, string path, Optimizers optimizers, int dimension) => Placed(path, () =>
    {
        var optimizer = optimizers.Named(request.Name).Start(Of(request, path, optimizers), dimension, request.Dialect ?? DialectNames.PyTorch);
        return new StartedOptimizer(optimizer, request.Schedule is { } schedule ? ScheduleList.Own.Named(schedule.Name).Start(Of(schedule, path), optimizer) : null);
    });

    /// <summary>Lets the library's refusals say where the optimizer stands in the request.</summary>
    /// <param name="path">Where it stands.</param>
    /// <param name="made">Makes what the library may refuse.</param>
    public static T Placed<T>(string path, Func<T> made)
    {
        try
        {
            return made();
        }
        catch (DescentException refused) when (!string.Equals(path, LibraryPath, StringComparison.Ordinal) && refused.Field.StartsWith(LibraryPath, StringComparison.Ordinal))
        {
            throw new DescentException(path + refused.Field[LibraryPath.Length..], refused.Message);
        }
    }

    private static Dictionary<string, ParameterValue> Read(
        IReadOnlyDictionary<string, JsonElement> given, IReadOnlyList<Parameter> own, IReadOnlyList<Parameter> known, string path, IReadOnlyList<string> members)
    {
        var refusals = new Refusals();
        var values = new Dictionary<string, ParameterValue>(StringComparer.Ordinal);
        foreach (var (name, json) in given)
        {
            var place = $"{path}.{Quoted.Cut(name)}";
            if (own.Concat(known).FirstOrDefault(each => string.Equals(each.Name, name, StringComparison.Ordinal)) is not { } parameter)
                RequestReader.UnknownMember(place, name, members.Concat(known.Select(static each => each.Name)), refusals);
            else if (json.ValueKind != JsonValueKind.Null && Value(parameter, json, place, refusals) is { } value)
                values[name] = value;
        }

        refusals.ThrowIfAny();
        return values;
    }

    private static ParameterValue? Value(Parameter parameter, JsonElement json, string path, Refusals refusals) => parameter.Default switch
    {
        ParameterValue.Flag => FieldReader.Flag(json, path, refusals) is bool flag ? flag : null,
        ParameterValue.Number => FieldReader.Number(json, path, refusals) is double number ? number : null,
        ParameterValue.Word => FieldReader.Text(json, path, refusals) is string word ? new ParameterValue.Word(word) : null,
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
