using System.Text.Json;
using System.Text.Json.Nodes;
using CalcApi.Http.OpenApi;

namespace CalcApi.Catalog;

/// <summary>The functions that a definition can call.</summary>
/// <param name="Functions">Those of numbers, entry by entry on vectors and matrices, in the order in which people meet them.</param>
/// <param name="ArrayFunctions">Those of whole vectors and matrices, likewise.</param>
public sealed record FunctionCatalogAnswer(IReadOnlyList<FunctionAnswer> Functions, IReadOnlyList<ArrayFunctionAnswer> ArrayFunctions);

/// <summary>A function of whole vectors and matrices.</summary>
/// <param name="Name">Its name in a definition.</param>
/// <param name="Aliases">Other names that read as this function.</param>
/// <param name="Parameters">Its parameters, in order.</param>
/// <param name="Latex">What it is, as a formula.</param>
/// <param name="Sentence">What it is, in one sentence.</param>
/// <param name="Example">A definition that uses it, in terms of the vectors v and w and the square matrix A.</param>
/// <param name="Request">A request that runs: the gradient of the example.</param>
public sealed record ArrayFunctionAnswer(
    string Name, IReadOnlyList<string> Aliases, IReadOnlyList<ParameterAnswer> Parameters, string Latex, string Sentence, string Example, CatalogQuestion Request);

/// <summary>A function that a definition can call.</summary>
/// <param name="Name">Its name in a definition.</param>
/// <param name="Aliases">Other names that read as this function.</param>
/// <param name="Parameters">Its parameters, in order.</param>
/// <param name="MinimumArguments">The fewest arguments.</param>
/// <param name="MaximumArguments">The most arguments; missing where there is no bound.</param>
/// <param name="Latex">The LaTeX that stands before the bracket.</param>
/// <param name="Sentence">What it is, in one sentence.</param>
/// <param name="Formula">The call that introduces it, such as <c>leaky_relu(x, slope)</c>.</param>
/// <param name="Derivatives">The derivative of that call by each of its variables.</param>
/// <param name="Inverse">The function that undoes it, where there is one.</param>
/// <param name="Domain">Where it is defined, such as <c>[0, ∞)</c>; missing where a call needs several arguments.</param>
/// <param name="Range">Which values it takes; missing where a call needs several arguments.</param>
/// <param name="Kinks">Where the slope or the value jumps in the first argument, the others at their defaults.</param>
/// <param name="Example">A definition that uses it.</param>
/// <param name="Request">A request that runs.</param>
public sealed record FunctionAnswer(
    string Name,
    IReadOnlyList<string> Aliases,
    IReadOnlyList<ParameterAnswer> Parameters,
    int MinimumArguments,
    int? MaximumArguments,
    string Latex,
    string Sentence,
    string Formula,
    IReadOnlyList<FunctionDerivativeAnswer> Derivatives,
    string? Inverse,
    string? Domain,
    string? Range,
    IReadOnlyList<KinkAnswer> Kinks,
    string Example,
    CatalogQuestion Request);

/// <summary>A parameter of a function.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Default">What it is where a call leaves it out; missing where a call must give it.</param>
public sealed record ParameterAnswer(string Name, string? Default);

/// <summary>The derivative of a function by one of its variables.</summary>
/// <param name="Variable">The variable.</param>
/// <param name="Text">The derivative in the function language.</param>
/// <param name="Latex">The derivative in LaTeX.</param>
public sealed record FunctionDerivativeAnswer(string Variable, string Text, string Latex);

/// <summary>A point where the slope of a function jumps, or its value does.</summary>
/// <param name="At">Where it is.</param>
/// <param name="Left">The slope on the left.</param>
/// <param name="Right">The slope on the right.</param>
/// <param name="Value">The derivative that is used at the point itself.</param>
/// <param name="Period">The distance to the next such point, where they repeat.</param>
public sealed record KinkAnswer(double At, double Left, double Right, double Value, double? Period);

/// <summary>The rules that steps go by.</summary>
/// <param name="Rules">All of them, in the order in which people learn them.</param>
public sealed record RuleCatalogAnswer(IReadOnlyList<RuleAnswer> Rules);

/// <summary>A rule that steps go by.</summary>
/// <param name="Rule">Its name for programs, as steps carry it.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Sentence">What it says, in one sentence.</param>
/// <param name="Latex">The rule as a formula; missing where it has none.</param>
/// <param name="Example">A definition whose steps use it.</param>
/// <param name="Request">A request that runs, and whose steps use it.</param>
public sealed record RuleAnswer(string Rule, string Title, string Sentence, string? Latex, string Example, CatalogQuestion Request);

/// <summary>Examples worth looking at.</summary>
/// <param name="Examples">All of them.</param>
/// <param name="Problems">The test problems of Moré, Garbow and Hillstrom (ACM Transactions on Mathematical Software 7, 1981).</param>
public sealed record ExampleCatalogAnswer(IReadOnlyList<ExampleAnswer> Examples, IReadOnlyList<TestProblemAnswer> Problems);

/// <summary>A problem on which optimizers are tested: a sum of squares.</summary>
/// <param name="Number">Its number in the paper.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Sentence">What makes it hard.</param>
/// <param name="Function">The definition.</param>
/// <param name="Latex">The function in LaTeX.</param>
/// <param name="Residuals">How many squares are added.</param>
/// <param name="ValueAtStart">The function at the standard start.</param>
/// <param name="KnownValues">The function at its lowest point and at others where methods are known to end, rising.</param>
/// <param name="Window">What to look at: from and to, for each variable; empty where there are not two numbers.</param>
/// <param name="Request">A request that runs: a descent from the standard start.</param>
public sealed record TestProblemAnswer(
    int Number,
    string Name,
    string Sentence,
    string Function,
    string Latex,
    int Residuals,
    double ValueAtStart,
    IReadOnlyList<double> KnownValues,
    IReadOnlyDictionary<string, IReadOnlyList<double>> Window,
    CatalogQuestion Request);

/// <summary>An example worth looking at.</summary>
/// <param name="Idea">What it is an example of; those of one idea stand together.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Kind">curve or surface: of one variable or of two numbers; model: of vectors and matrices.</param>
/// <param name="Sentence">What there is to see.</param>
/// <param name="Function">The definition.</param>
/// <param name="Latex">The function in LaTeX, as it is written.</param>
/// <param name="Chapter">slope, derivative, chain-rule, gradient, direction or descent: the chapter of calculus that it belongs to.</param>
/// <param name="Window">What to look at: from and to, for each variable; empty for a model.</param>
/// <param name="Request">A request that runs.</param>
public sealed record ExampleAnswer(
    string Idea,
    string Name,
    [property: Words("curve", "surface", "model")] string Kind,
    string Sentence,
    string Function,
    string Latex,
    string Chapter,
    IReadOnlyDictionary<string, IReadOnlyList<double>> Window,
    CatalogQuestion Request);

/// <summary>A request that runs.</summary>
/// <param name="Route">The address to post to.</param>
/// <param name="Body">The body, a request of that route.</param>
public sealed record CatalogQuestion(string Route, JsonElement Body)
{
    /// <summary>A request about a function.</summary>
    /// <param name="route">The address without the part that all share.</param>
    /// <param name="function">The definition.</param>
    /// <param name="body">The rest of the body.</param>
    internal static CatalogQuestion Of(string route, string function, string body)
    {
        var request = new JsonObject { ["function"] = function };
        foreach (var (name, value) in JsonNode.Parse(body)!.AsObject()) request[name] = value?.DeepClone();
        return new($"/api/v1/{route}", JsonSerializer.SerializeToElement(request));
    }

    /// <summary>A request that is not about a function.</summary>
    /// <param name="route">The address without the part that all share.</param>
    /// <param name="body">The body.</param>
    internal static CatalogQuestion Of(string route, string body) => new($"/api/v1/{route}", JsonSerializer.Deserialize<JsonElement>(body));
}

/// <summary>The mistakes in a derivative that are looked for where a claimed gradient is wrong.</summary>
/// <param name="Slips">All of them, the likelier ones first.</param>
public sealed record SlipCatalogAnswer(IReadOnlyList<SlipAnswer> Slips);

/// <summary>A mistake that people make in a derivative.</summary>
/// <param name="Slip">Its stable name.</param>
/// <param name="Title">The mistake in a few words.</param>
/// <param name="Meaning">What was done and what is right, in one sentence.</param>
public sealed record SlipAnswer(string Slip, string Title, string Meaning);

/// <summary>What there are exercises for.</summary>
/// <param name="Exercises">All kinds, in the order in which people learn them.</param>
public sealed record ExerciseCatalogAnswer(IReadOnlyList<ExerciseKindAnswer> Exercises);

/// <summary>Something to be practised.</summary>
/// <param name="Rule">Its name among the rules of a sheet.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Sentence">What is practised.</param>
/// <param name="Request">A request that makes a sheet of it.</param>
public sealed record ExerciseKindAnswer(string Rule, string Title, string Sentence, CatalogQuestion Request);
