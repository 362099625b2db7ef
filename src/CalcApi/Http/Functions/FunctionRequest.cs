using System.Text.Json.Serialization;
using CalcApi.Http.OpenApi;
using CalcApi.Http.Requests;

namespace CalcApi.Http.Functions;

/// <summary>What every question about a function gives.</summary>
public abstract record FunctionRequest : IFunctionInFormat
{
    /// <summary>The definition: an expression such as <c>x^2 + 3</c>, or statements separated by <c>;</c> of which the last is the function under study.</summary>
    [JsonPropertyOrder(-2)]
    public required string Function { get; init; }

    /// <summary>The notation of the function: text, latex, python or javascript; where it is left out the text shows it. Nothing of it is run.</summary>
    [JsonPropertyOrder(-2), Words("text", "latex", "python", "javascript")]
    public string? Format { get; init; }

    /// <summary>Values of names that are constants of the function: never differentiated, letters in formulas, numbers where numbers are asked for.</summary>
    [JsonPropertyOrder(-1)]
    public IReadOnlyDictionary<string, Value>? Data { get; init; }

    /// <summary>
    /// The lengths of vectors and matrices whose values are not given, by name: [3] for a vector, [10, 3] for a matrix, letters such as
    /// ["n", "d"] where only formulas are asked for.
    /// </summary>
    [JsonPropertyOrder(-1)]
    public IReadOnlyDictionary<string, Lengths>? Shapes { get; init; }

    /// <summary>Whether formulas of derivatives are compared with derivatives found in other ways; true where left out. Answers without such a formula have nothing to compare.</summary>
    [JsonPropertyOrder(2)]
    public bool? Verify { get; init; }
}
