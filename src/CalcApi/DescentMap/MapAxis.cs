using System.Text.Json;
using CalcApi.Http.Problems;
using CalcApi.Http.Requests;
using Calculus;
using Calculus.Optimization;

namespace CalcApi.DescentMap;

/// <summary>An axis whose name was found in the function or among the optimizer's parameters.</summary>
/// <param name="Name">The coordinate or the parameter.</param>
/// <param name="Place">The coordinate's place; null where it is a parameter.</param>
/// <param name="Values">Its values.</param>
internal sealed record MapAxis(string Name, int? Place, IReadOnlyList<double> Values)
{
    public const string Linear = "linear";
    public const string Logarithmic = "logarithmic";
    public const int DefaultResolution = 50;

    /// <summary>Finds what an axis moves.</summary>
    /// <param name="study">The function.</param>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="dialect">A dialect that it has.</param>
    /// <param name="axis">The axis.</param>
    /// <param name="field">Where it stands in the request.</param>
    /// <exception cref="RefusalException">The function has no such coordinate, or the optimizer no such parameter with such values.</exception>
    public static MapAxis Of(Study study, OptimizerDefinition optimizer, string dialect, MapAxisRequest axis, string field)
    {
        var values = ValuesOf(axis);
        if (axis.Parameter is { } parameter) return OfParameter(optimizer, dialect, parameter, values, $"{field}.parameter");

        var name = axis.Coordinate!;
        var variable = study.Variables.ToList().IndexOf(name);
        if (variable >= 0 && study.ShapeOf(name).IsScalar) return new(name, study.Layout.Offset(variable), values);
        if (variable >= 0)
            throw Refuse.Value($"{field}.coordinate", $"{Quoted.Of(name)} is {study.ShapeOf(name)}: name one of its entries, such as {study.Layout.Names(variable).First()}.");
        return study.Layout.Find(name) is { } place
            ? new(study.Layout.NameOf(place), place, values)
            : throw Refuse.Value($"{field}.coordinate", $"The function has no variable {Quoted.Of(name)}; it has {string.Join(", ", study.Variables)}.");
    }

    /// <summary>A value as a request would write it.</summary>
    /// <param name="value">The value.</param>
    public static JsonElement Json(double value) => JsonSerializer.SerializeToElement(value);

    private static MapAxis OfParameter(OptimizerDefinition optimizer, string dialect, string name, double[] values, string field)
    {
        var numbers = optimizer.ParametersIn(dialect).Where(static each => each.Default is ParameterValue.Number).ToList();
        if (numbers.Find(each => string.Equals(each.Name, name, StringComparison.Ordinal)) is not { } parameter)
            throw Refuse.Value(field, $"The optimizer {Quoted.Of(optimizer.Name)} has no number {Quoted.Of(name)}; it has {string.Join(", ", numbers.Select(static each => each.Name))}.");
        try
        {
            parameter.Check(values[0], ParameterOwner.Optimizer(optimizer.Name, dialect));
            parameter.Check(values[^1], ParameterOwner.Optimizer(optimizer.Name, dialect));
        }
        catch (DescentException refused)
        {
            throw Refuse.Value(field, refused.Message);
        }

        return new(name, null, values);
    }

    private static double[] ValuesOf(MapAxisRequest axis)
    {
        var values = new double[axis.Resolution ?? DefaultResolution];
        for (var i = 0; i < values.Length; i++)
        {
            var share = (double)i / (values.Length - 1);
            values[i] = axis.Scale is Logarithmic
                ? Math.Exp((Math.Log(axis.From) * (1 - share)) + (Math.Log(axis.To) * share))
                : (axis.From * (1 - share)) + (axis.To * share);
        }

        (values[0], values[^1]) = (axis.From, axis.To);
        return values;
    }
}
