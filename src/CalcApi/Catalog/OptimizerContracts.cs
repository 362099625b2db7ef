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
/// <param name="Source">Where it was first described.</param>
/// <param name="Request">A request that runs: a descent with every parameter at its default.</param>
public sealed record OptimizerAnswer(
    string Name,
    string Title,
    string? SameAs,
    string Sentence,
    string Latex,
    IReadOnlyList<OptimizerParameterAnswer> Parameters,
    string Source,
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
        definition.Source.ToString(),
        CatalogQuestion.Of("descent", "x^2 + 10y^2", $$"""{ "start": { "x": 4, "y": 1 }, "optimizer": {{Settings(definition)}}, "steps": 200 }"""));

    // The text of a value is JSON.
    private static string Settings(OptimizerDefinition definition) =>
        $"{{ {string.Join(", ", definition.Parameters.Select(static each => $"\"{each.Name}\": {each.Default}").Prepend($"\"name\": \"{definition.Name}\""))} }}";
}

/// <summary>A parameter of an optimizer.</summary>
/// <param name="Name">Its name in a request.</param>
/// <param name="Default">The value where a request gives none: a number, several numbers, or true or false.</param>
/// <param name="Range">Which values it takes, in words.</param>
/// <param name="Sentence">What it does.</param>
public sealed record OptimizerParameterAnswer(string Name, JsonElement Default, string Range, string Sentence)
{
    /// <summary>The parameter as it is answered.</summary>
    internal static OptimizerParameterAnswer Of(Parameter parameter) =>
        new(parameter.Name, JsonSerializer.Deserialize<JsonElement>(parameter.Default.ToString()), parameter.Allowed, parameter.Sentence);
}
