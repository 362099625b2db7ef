using System.Text.Json;
using Calculus.Optimization;

namespace CalcApi.Catalog;

/// <summary>The optimizers that a descent can follow.</summary>
/// <param name="Optimizers">All of them, the oldest first.</param>
public sealed record OptimizerCatalogAnswer(IReadOnlyList<OptimizerAnswer> Optimizers);

/// <summary>An optimizer that a descent can follow.</summary>
/// <param name="Name">Its name in a request.</param>
/// <param name="Title">What people call it.</param>
/// <param name="SameAs">Another optimizer that makes the same updates while both have their defaults; missing where there is none.</param>
/// <param name="Sentence">What it does, in one sentence.</param>
/// <param name="Latex">The update as a formula.</param>
/// <param name="Parameters">What can be set.</param>
/// <param name="GradientTolerance">The length of the gradient at which a descent stops where a request says nothing of stopping; missing where it then does all its steps.</param>
/// <param name="TakesBox">Whether its point can be kept in a box.</param>
/// <param name="TakesSumOfSquares">Whether it takes only sums of squares and vectors of residuals.</param>
/// <param name="Source">Where it was first described.</param>
/// <param name="Dialects">How other libraries compute it.</param>
/// <param name="Request">A request that runs: a descent with every parameter at its default.</param>
public sealed record OptimizerAnswer(
    string Name,
    string Title,
    string? SameAs,
    string Sentence,
    string Latex,
    IReadOnlyList<OptimizerParameterAnswer> Parameters,
    double? GradientTolerance,
    bool TakesBox,
    bool TakesSumOfSquares,
    string Source,
    IReadOnlyList<DialectAnswer> Dialects,
    CatalogQuestion Request)
{
    /// <summary>The optimizer as it is answered.</summary>
    internal static OptimizerAnswer Of(OptimizerDefinition definition) => new(
        definition.Name,
        definition.Title,
        definition.SameAs,
        definition.Sentence,
        definition.Latex,
        [.. definition.Parameters.Select(OptimizerParameterAnswer.Of)],
        definition.DefaultGradientTolerance,
        definition.AllowsBox,
        definition.TakesSumOfSquares,
        definition.Source.ToString(),
        [.. definition.Dialects.Select(dialect => DialectAnswer.Of(definition, dialect))],
        ParameterJson.Descent(ParameterJson.Of(definition.Name, definition.Parameters)));
}

/// <summary>How another library computes an optimizer.</summary>
/// <param name="Name">The library: keras or optax.</param>
/// <param name="Differs">A sentence on each difference to PyTorch.</param>
/// <param name="Latex">The update as a formula.</param>
/// <param name="Parameters">What can be set there, with that library's defaults.</param>
/// <param name="Request">A request that runs: a descent with every parameter at its default.</param>
public sealed record DialectAnswer(
    string Name, IReadOnlyList<string> Differs, string Latex, IReadOnlyList<OptimizerParameterAnswer> Parameters, CatalogQuestion Request)
{
    /// <summary>The dialect as it is answered.</summary>
    internal static DialectAnswer Of(OptimizerDefinition definition, OptimizerDialect dialect) => new(
        dialect.Name,
        dialect.Differs,
        dialect.Latex,
        [.. dialect.Parameters.Select(OptimizerParameterAnswer.Of)],
        ParameterJson.Descent(ParameterJson.Of(definition.Name, dialect.Parameters, $"\"dialect\": \"{dialect.Name}\"")));
}

/// <summary>A parameter of an optimizer or a schedule.</summary>
/// <param name="Name">Its name in a request.</param>
/// <param name="Default">The value where a request gives none: a number, several numbers, a word, or true or false.</param>
/// <param name="Range">Which values it takes, in words.</param>
/// <param name="Sentence">What it does.</param>
public sealed record OptimizerParameterAnswer(string Name, JsonElement Default, string Range, string Sentence)
{
    /// <summary>The parameter as it is answered.</summary>
    internal static OptimizerParameterAnswer Of(Parameter parameter) =>
        new(parameter.Name, JsonSerializer.Deserialize<JsonElement>(parameter.Default.ToString()), parameter.Allowed, parameter.Sentence);
}

/// <summary>The schedules that a learning rate can follow.</summary>
/// <param name="Schedules">All of them, the oldest first.</param>
public sealed record ScheduleCatalogAnswer(IReadOnlyList<ScheduleAnswer> Schedules);

/// <summary>A schedule that a learning rate can follow.</summary>
/// <param name="Name">Its name in a request.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Sentence">What it does, in one sentence.</param>
/// <param name="Latex">The rate of the step after t steps, as a formula.</param>
/// <param name="Parameters">What can be set.</param>
/// <param name="Source">Where it was first described.</param>
/// <param name="Request">A request that runs: a descent with every parameter at its default.</param>
public sealed record ScheduleAnswer(
    string Name, string Title, string Sentence, string Latex, IReadOnlyList<OptimizerParameterAnswer> Parameters, string Source, CatalogQuestion Request)
{
    /// <summary>The schedule as it is answered.</summary>
    internal static ScheduleAnswer Of(ScheduleDefinition definition) => new(
        definition.Name,
        definition.Title,
        definition.Sentence,
        definition.Latex,
        [.. definition.Parameters.Select(OptimizerParameterAnswer.Of)],
        definition.Source.ToString(),
        ParameterJson.Descent($$"""{ "name": "sgd", "lr": 0.04, "schedule": {{ParameterJson.Of(definition.Name, definition.Parameters)}} }"""));
}

/// <summary>Parameters as a request has them.</summary>
internal static class ParameterJson
{
    /// <summary>A name with every parameter at its default; the text of a value is JSON.</summary>
    /// <param name="name">The name.</param>
    /// <param name="parameters">The parameters.</param>
    /// <param name="more">Members that stand after the name.</param>
    public static string Of(string name, IEnumerable<Parameter> parameters, params IEnumerable<string> more) =>
        $"{{ {string.Join(", ", more.Prepend($"\"name\": \"{name}\"").Concat(parameters.Select(static each => $"\"{each.Name}\": {each.Default}")))} }}";

    /// <summary>A descent that runs.</summary>
    /// <param name="optimizer">Its optimizer, as JSON.</param>
    public static CatalogQuestion Descent(string optimizer) =>
        CatalogQuestion.Of("descent", "x^2 + 10y^2", $$"""{ "start": { "x": 4, "y": 1 }, "optimizer": {{optimizer}}, "steps": 200 }""");
}
