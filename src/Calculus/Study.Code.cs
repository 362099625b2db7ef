using Calculus.Budgets;
using Calculus.CodeExport;
using Calculus.Expressions;
using Calculus.Printing;

namespace Calculus;

public sealed partial class Study
{
    private const int LongestInComment = 100;

    /// <summary>The function, its gradient or its Hessian as a program of another language that checks itself.</summary>
    /// <param name="language">The language.</param>
    /// <param name="content">What it computes.</param>
    /// <param name="point">A point at which it is to be compared too: the variables' entries in the order of <see cref="Variables"/>, a matrix row by row; null for none.</param>
    /// <exception cref="CodeException">The language has no counterpart of a function, or there is nothing to differentiate by.</exception>
    /// <exception cref="Programs.UnboundSymbolException">A letter has no value.</exception>
    public ExportedCode Code(CodeLanguage language, CodeContent content, double[]? point = null)
    {
        if (content != CodeContent.Value && Variables.Count == 0) throw NothingToDifferentiateBy();
        if (HasArrays) return CodeOfArrays(language, content, point);
        var first = content == CodeContent.Value ? [] : Differentiation.Derivative.Gradient(Function, _bound.Variables);
        Expression[] derivatives = content == CodeContent.Hessian
            ? [.. first.SelectMany(partial => _bound.Variables.Select(symbol => Differentiation.Derivative.Of(partial, symbol)))]
            : [.. first];
        return Written(language, content, derivatives, point, arrays: null);
    }

    private ExportedCode Written(CodeLanguage language, CodeContent content, Expression[] derivatives, double[]? point, IReadOnlyDictionary<string, ArrayValue>? arrays) => CodeExporter.Of(
        new CodeQuestion(language, content, Name ?? "f", DefinitionForCode())
        {
            Function = Function,
            Variables = _bound.Variables,
            Derivatives = derivatives,
            Data = _context.Data,
            Arrays = arrays,
            Points = point is null ? [] : [point],
        },
        _budget);

    private string DefinitionForCode()
    {
        var head = $"{Name ?? "f"}({string.Join(", ", Variables)})";
        return OperationCount.Of(Function) > LongestInComment ? head : $"{head} = {_text.Print(Function)}";
    }

    /// <summary>The function, its gradient or its Hessian as a display of LaTeX, each formula in the form a person would write.</summary>
    /// <param name="content">What is shown.</param>
    /// <exception cref="CodeException">There is nothing to differentiate by.</exception>
    /// <exception cref="LimitException">The display is longer than it may be.</exception>
    public string CodeAsLatex(CodeContent content)
    {
        if (content != CodeContent.Value && Variables.Count == 0) throw NothingToDifferentiateBy();
        if (content == CodeContent.Hessian && !Function.Shape.IsScalar) throw HessianOfArray();
        var (name, by) = (LatexName.Of(Name ?? "f"), Variables.Select(LatexName.Of).ToList());
        List<string> lines = [];
        if (content != CodeContent.Hessian) lines.Add($@"{name}\left({string.Join(", ", by)}\right) &= {_latex.Print(Function)}");
        var gradient = HasArrays && content == CodeContent.Gradient ? ArrayDerivatives(Variables) : null;
        var blocks = HasArrays && content == CodeContent.Hessian ? Hessian(Variables) : null;
        for (var i = 0; i < by.Count && content != CodeContent.Value; i++)
        {
            var partial = gradient?[i] ?? (blocks is null ? Derivative(Variables[i]) : Function);
            if (content == CodeContent.Gradient) lines.Add($@"\frac{{\partial {name}}}{{\partial {by[i]}}} &= {_latex.Print(partial)}");
            for (var k = i; k < by.Count && content == CodeContent.Hessian; k++)
            {
                var below = i == k ? $@"\partial {by[i]}^{{2}}" : $@"\partial {by[i]}\,\partial {by[k]}";
                lines.Add($@"\frac{{\partial^{{2}} {name}}}{{{below}}} &= {_latex.Print(blocks?[i][k] ?? Next(partial, SymbolOf(Variables[k]), 2))}");
            }
        }

        var code = "\\begin{aligned}\n" + string.Join(" \\\\\n", lines) + "\n\\end{aligned}\n";
        var longest = _budget.Limits.PrintedLength;
        return code.Length <= longest ? code : throw new LimitException("printedLength", longest, $"The code would have {code.Length} characters; at most {longest} are allowed.", code.Length);
    }

    private CodeException HessianOfArray() => new("of", $"Second derivatives are written of functions whose value is a number, and this one's is {Function.Shape}.");

    private static CodeException NothingToDifferentiateBy() =>
        new("of", "The function has no variables to differentiate by; name them in a signature, such as f(x) = 5.");
}
