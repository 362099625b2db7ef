using System.Text.Json;

namespace CalcApi.Catalog;

/// <summary>The functions that a definition can call.</summary>
/// <param name="Functions">All of them, in the order in which people meet them.</param>
public sealed record FunctionCatalogAnswer(IReadOnlyList<FunctionAnswer> Functions);

/// <summary>A function that a definition can call.</summary>
/// <param name="Name">Its name in a definition.</param>
/// <param name="Aliases">Other names that read as this function.</param>
/// <param name="MinimumArguments">The fewest arguments.</param>
/// <param name="MaximumArguments">The most arguments; missing where there is no bound.</param>
/// <param name="Latex">The LaTeX that stands before the bracket.</param>
/// <param name="Sentence">What it is, in one sentence.</param>
/// <param name="Domain">Where it is defined, such as <c>[0, ∞)</c>; of one argument only.</param>
/// <param name="Range">Which values it takes; of one argument only.</param>
/// <param name="Kinks">Where the slope or the value jumps.</param>
/// <param name="Example">A definition that uses it.</param>
/// <param name="Request">A request that runs.</param>
public sealed record FunctionAnswer(
    string Name,
    IReadOnlyList<string> Aliases,
    int MinimumArguments,
    int? MaximumArguments,
    string Latex,
    string Sentence,
    string? Domain,
    string? Range,
    IReadOnlyList<double> Kinks,
    string Example,
    CatalogQuestion Request);

/// <summary>Examples worth looking at.</summary>
/// <param name="Examples">All of them.</param>
public sealed record ExampleCatalogAnswer(IReadOnlyList<ExampleAnswer> Examples);

/// <summary>An example worth looking at.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Kind">curve or surface: of one variable or of two.</param>
/// <param name="Sentence">What there is to see.</param>
/// <param name="Function">The definition.</param>
/// <param name="Latex">The function in LaTeX.</param>
/// <param name="Window">What to look at: from and to, for each variable.</param>
/// <param name="Request">A request that runs.</param>
public sealed record ExampleAnswer(
    string Name,
    string Kind,
    string Sentence,
    string Function,
    string Latex,
    IReadOnlyDictionary<string, IReadOnlyList<double>> Window,
    CatalogQuestion Request);

/// <summary>A request that runs.</summary>
/// <param name="Route">The address to post to.</param>
/// <param name="Body">The body, a request of that route.</param>
public sealed record CatalogQuestion(string Route, JsonElement Body);
