using CalcApi.Http.Compute;
using CalcApi.Http.Problems;
using Calculus.Syntax;

namespace CalcApi.Http.Functions;

/// <summary>A request with a function, and the notation in which that is written.</summary>
public interface IFunctionInFormat
{
    /// <summary>The notation of the function: text, latex, python or javascript; where it is left out the text shows it.</summary>
    string? Format { get; }
}

/// <summary>The notations of functions, by the names that requests give them.</summary>
public static class Formats
{
    /// <summary>What a handler computes with, once the notation of its request is known.</summary>
    /// <param name="request">The request.</param>
    /// <param name="computation">What it computes with.</param>
    /// <exception cref="RefusalException">There is no such notation.</exception>
    public static Computation Of(object request, Computation computation)
    {
        ArgumentNullException.ThrowIfNull(computation);
        return request is IFunctionInFormat { Format: { } name } ? computation with { Format = Named(name) } : computation;
    }

    private static SourceFormat Named(string name) => name switch
    {
        "text" => SourceFormat.Text,
        "latex" => SourceFormat.Latex,
        "python" => SourceFormat.Python,
        "javascript" => SourceFormat.Javascript,
        _ => throw Refuse.NotSupported("format", "The notations are text, latex, python and javascript; where none is named the text shows it."),
    };
}
