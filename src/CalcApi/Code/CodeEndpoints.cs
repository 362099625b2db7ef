using System.Collections.Frozen;
using CalcApi.Http;
using CalcApi.Http.Answers;
using CalcApi.Http.Compute;
using CalcApi.Http.Functions;
using CalcApi.Http.OpenApi;
using Calculus.CodeExport;

namespace CalcApi.Code;

/// <summary>Functions as code of other languages.</summary>
internal static class CodeEndpoints
{
    private const string Value = "value";

    /// <summary>LaTeX, which is typeset and not run.</summary>
    public const string Latex = "latex";

    /// <summary>The languages that run.</summary>
    public static FrozenDictionary<string, CodeLanguage> Languages { get; } = new Dictionary<string, CodeLanguage>(StringComparer.Ordinal)
    {
        ["numpy"] = CodeLanguage.NumPy,
        ["pytorch"] = CodeLanguage.PyTorch,
        ["jax"] = CodeLanguage.Jax,
        ["csharp"] = CodeLanguage.CSharp,
        ["javascript"] = CodeLanguage.JavaScript,
        ["c"] = CodeLanguage.C,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What code computes.</summary>
    public static FrozenDictionary<string, CodeContent> Contents { get; } = new Dictionary<string, CodeContent>(StringComparer.Ordinal)
    {
        [Value] = CodeContent.Value,
        ["gradient"] = CodeContent.Gradient,
        ["hessian"] = CodeContent.Hessian,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Maps <c>code</c>.</summary>
    public static void MapCode(this IEndpointRouteBuilder routes) =>
        routes.MapQuestion<CodeRequest, CodeAnswer>("/code", Write)
            .WithTags("Function").WithName("Code")
            .WithSummary("A function as code of another language")
            .WithDescription(
                "A whole program that runs as it stands: common parts computed once, stable forms kept, and comparisons with numbers that were computed here. "
                + "Vectors and matrices are arrays in Python; in C, C# and JavaScript their entries row by row. Their data are written into the program, so their sizes are numbers. "
                + "A program for JAX runs with NumPy where JAX is missing; one for PyTorch also compares its gradient with autograd.")
            .Example("A gradient in NumPy", """{ "function": "f(x, z) = 2z^3 x^2", "language": "numpy", "of": "gradient", "point": { "x": 3, "z": 2 } }""")
            .Example("A logistic loss in PyTorch", """{ "function": "loss(w, b) = softplus(w*x + b) - y*(w*x + b)", "data": { "x": 2, "y": 1 }, "language": "pytorch", "of": "gradient" }""")
            .Example("Second derivatives in C", """{ "function": "(1 - x)^2 + 100*(y - x^2)^2", "language": "c", "of": "hessian" }""")
            .Example("A gradient of logistic regression in NumPy", """{ "function": "loss(w, b) = sum(softplus(X @ w + b)) - y'@(X @ w + b)", "data": { "X": [[0.5, 1], [-1, 2], [1.5, -0.5]], "y": [1, 0, 1] }, "language": "numpy", "of": "gradient", "point": { "w": [0.1, -0.2], "b": 0.3 } }""")
            .Example("Typeset", """{ "function": "x^2*sin(y)", "language": "latex", "of": "gradient" }""");

    private static CodeAnswer Write(CodeRequest request, Computation computation)
    {
        var study = request.Study(computation, request.Point);
        var content = Contents[request.Of ?? Value];
        var point = request.Point is { } given ? Points.Of(study, given, "point") : null;
        var code = Languages.TryGetValue(request.Language, out var language)
            ? study.Code(language, content, point)
            : new ExportedCode(study.CodeAsLatex(content), []);
        return new()
        {
            Code = code.Code,
            Language = request.Language,
            Of = request.Of ?? Value,
            Points = [.. code.Points.Select(each => Points.Answer(study, each))],
            Notes = NoteAnswer.Of(study.Notes([])),
        };
    }
}
