using CalcApi.Http;
using CalcApi.Http.Requests;
using Calculus.Learning.DataSets;
using Calculus.Learning.Tables;
using FluentValidation;

namespace CalcApi.Train;

internal sealed class DatasetValidator : AbstractValidator<DatasetRequest>
{
    private const double LargestNoise = 1_000;

    public DatasetValidator(ServiceLimits limits) => RuleFor(dataset => dataset).Custom((dataset, context) =>
    {
        if (new object?[] { dataset.Name, dataset.Columns, dataset.Csv }.Count(static given => given is not null) != 1)
        {
            context.RefuseShape("dataset", "Give one of name, columns and csv.");
            return;
        }

        foreach (var (given, member, where) in new (object?, string, string)[]
        {
            (dataset.Name is null ? dataset.N : null, "n", "name"), (dataset.Name is null ? dataset.Noise : null, "noise", "name"), (dataset.Name is null ? dataset.Seed : null, "seed", "name"),
            (dataset.Csv is null ? dataset.Separator : null, "separator", "csv"), (dataset.Csv is null ? dataset.Header : null, "header", "csv"),
            (dataset.Name is null ? null : dataset.Features, "features", "columns or csv"), (dataset.Name is null ? null : dataset.Target, "target", "columns or csv"),
        })
        {
            if (given is not null) context.RefuseShape($"dataset.{member}", $"It goes with {where} only.");
        }

        if (dataset.Separator is { } separator && !SeparatedText.Separators.Contains(separator, StringComparer.Ordinal)) context.RefuseValue("dataset.separator", "It must be a comma, a semicolon or the word tab.");
        if (dataset.Name is not null) CheckNamed(dataset, limits, context);
        if (dataset.Columns is not null) CheckColumns(dataset.Columns, limits, context);
    });

    private static void CheckNamed(DatasetRequest dataset, ServiceLimits limits, ValidationContext<DatasetRequest> context)
    {
        if (NamedDataSets.Find(dataset.Name!) is not { } definition)
        {
            context.RefuseValue("dataset.name", $"There is no data set {Quoted.Of(dataset.Name!)}; there are {string.Join(", ", NamedDataSets.All.Select(static each => each.Name))}.");
            return;
        }

        foreach (var (given, member) in new (object?, string)[] { (dataset.N, "n"), (dataset.Noise, "noise"), (dataset.Seed, "seed") })
            if (given is not null && !definition.IsMade)
                context.RefuseValue($"dataset.{member}", $"The points of '{definition.Name}' are what they are.");
        if (dataset.N < DataSetDefinition.FewestPoints) context.RefuseValue("dataset.n", $"It must be at least {DataSetDefinition.FewestPoints}.");
        var numbers = (dataset.N ?? 0L) * (definition.Features.Count + 1);
        if (numbers > limits.DataNumbers) context.RefuseLimit("dataset.n", "dataNumbers", limits.DataNumbers, numbers);
        if (dataset.Noise is not (null or (>= 0 and <= LargestNoise))) context.RefuseValue("dataset.noise", $"It must lie between 0 and {LargestNoise}.");
    }

    private static void CheckColumns(IReadOnlyDictionary<string, ColumnValues> columns, ServiceLimits limits, ValidationContext<DatasetRequest> context)
    {
        if (columns.Count == 0)
        {
            context.RefuseValue("dataset.columns", "There is no column.");
            return;
        }

        var rows = columns.First().Value.Count;
        foreach (var (name, values) in columns)
            if (values.Count != rows)
                context.RefuseValue($"dataset.columns.{Quoted.Cut(name)}", $"It has {values.Count} entries, but {Quoted.Of(columns.First().Key)} has {rows}.");
        if ((long)rows * columns.Count is var numbers && numbers > limits.DataNumbers) context.RefuseLimit("dataset.columns", "dataNumbers", limits.DataNumbers, numbers);
        if (columns.Count > limits.DataColumns) context.RefuseLimit("dataset.columns", "dataColumns", limits.DataColumns, columns.Count);
    }
}
