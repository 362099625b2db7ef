using Calculus.CodeExport;
using Calculus.Expressions;

namespace Calculus;

public sealed partial class Study
{
    /// <summary>The function, its gradient or its Hessian as a program of another language that checks itself.</summary>
    /// <param name="language">The language.</param>
    /// <param name="content">What it computes.</param>
    /// <param name="point">A point at which it is to be compared too, in the order of <see cref="Variables"/>; null for none.</param>
    /// <exception cref="CodeException">The language has no counterpart of a function.</exception>
    /// <exception cref="Programs.UnboundSymbolException">A letter has no value.</exception>
    public ExportedCode Code(CodeLanguage language, CodeContent content, double[]? point = null)
    {
        if (content != CodeContent.Value && Variables.Count == 0)
            throw new CodeException("The function has no variables to differentiate by; name them in a signature, such as f(x) = 5.");
        var first = content == CodeContent.Value ? [] : Differentiation.Derivative.Gradient(Function, _bound.Variables);
        Expression[] derivatives = content == CodeContent.Hessian
            ? [.. first.SelectMany(partial => _bound.Variables.Select(symbol => Differentiation.Derivative.Of(partial, symbol)))]
            : [.. first];
        var name = Name ?? "f";
        return CodeExporter.Of(
            new CodeQuestion(language, content, name, $"{name}({string.Join(", ", Variables)}) = {_text.Print(Function)}")
            {
                Function = Function,
                Variables = _bound.Variables,
                Derivatives = derivatives,
                Data = _context.Data,
                Points = point is null ? [] : [point],
            },
            _budget);
    }
}
