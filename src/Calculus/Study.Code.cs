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
    /// <param name="point">A point at which it is to be compared too, in the order of <see cref="Variables"/>; null for none.</param>
    /// <exception cref="CodeException">The language has no counterpart of a function, or there is nothing to differentiate by.</exception>
    /// <exception cref="Programs.UnboundSymbolException">A letter has no value.</exception>
    public ExportedCode Code(CodeLanguage language, CodeContent content, double[]? point = null)
    {
        if (content != CodeContent.Value && Variables.Count == 0) throw NothingToDifferentiateBy();
        var first = content == CodeContent.Value ? [] : Differentiation.Derivative.Gradient(Function, _bound.Variables);
        Expression[] derivatives = content == CodeContent.Hessian
            ? [.. first.SelectMany(partial => _bound.Variables.Select(symbol => Differentiation.Derivative.Of(partial, symbol)))]
            : [.. first];
        var name = Name ?? "f";
        var head = $"{name}({string.Join(", ", Variables)})";
        var definition = OperationCount.Of(Function) > LongestInComment ? head : $"{head} = {_text.Print(Function)}";
        return CodeExporter.Of(
            new CodeQuestion(language, content, name, definition)
            {
                Function = Function,
                Variables = _bound.Variables,
                Derivatives = derivatives,
                Data = _context.Data,
                Points = point is null ? [] : [point],
            },
            _budget);
    }

    /// <summary>The function, its gradient or its Hessian as a display of LaTeX, each formula in the form a person would write.</summary>
    /// <param name="content">What is shown.</param>
    /// <exception cref="CodeException">There is nothing to differentiate by.</exception>
    /// <exception cref="LimitException">The display is longer than it may be.</exception>
    public string CodeAsLatex(CodeContent content)
    {
        if (content != CodeContent.Value && Variables.Count == 0) throw NothingToDifferentiateBy();
        var (name, by) = (LatexName.Of(Name ?? "f"), Variables.Select(LatexName.Of).ToList());
        List<string> lines = [];
        if (content != CodeContent.Hessian) lines.Add($@"{name}\left({string.Join(", ", by)}\right) &= {_latex.Print(Function)}");
        for (var i = 0; i < by.Count && content != CodeContent.Value; i++)
        {
            var partial = Derivative(Variables[i]);
            if (content == CodeContent.Gradient) lines.Add($@"\frac{{\partial {name}}}{{\partial {by[i]}}} &= {_latex.Print(partial)}");
            for (var k = i; k < by.Count && content == CodeContent.Hessian; k++)
            {
                var below = i == k ? $@"\partial {by[i]}^{{2}}" : $@"\partial {by[i]}\,\partial {by[k]}";
                lines.Add($@"\frac{{\partial^{{2}} {name}}}{{{below}}} &= {_latex.Print(Next(partial, SymbolOf(Variables[k]), 2))}");
            }
        }

        var code = "\\begin{aligned}\n" + string.Join(" \\\\\n", lines) + "\n\\end{aligned}\n";
        var longest = _budget.Limits.PrintedLength;
        return code.Length <= longest ? code : throw new LimitException("printedLength", longest, $"The code would have {code.Length} characters; at most {longest} are allowed.", code.Length);
    }

    private static CodeException NothingToDifferentiateBy() =>
        new("of", "The function has no variables to differentiate by; name them in a signature, such as f(x) = 5.");
}
