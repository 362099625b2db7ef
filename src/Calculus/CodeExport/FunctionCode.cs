using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Derivatives;
using Calculus.Differentiation;
using Calculus.Expressions;
using Calculus.Printing;

namespace Calculus.CodeExport;

/// <summary>A function, its gradient or its Hessian as a program of another language, or as a display of LaTeX.</summary>
/// <param name="bound">The function.</param>
/// <param name="book">Its derivatives.</param>
/// <param name="printer">How its formulas are written.</param>
/// <param name="budget">What may be spent.</param>
internal sealed class FunctionCode(BoundDefinition bound, DerivativeBook book, FormulaPrinter printer, Budget budget)
{
    private const int LongestInComment = 100;

    private string Name => bound.Name ?? "f";

    /// <summary>A program that checks itself.</summary>
    /// <param name="language">The language.</param>
    /// <param name="content">What it computes.</param>
    /// <param name="point">The coordinates of a point at which it is to be compared too; null for none.</param>
    /// <exception cref="CodeException">The language has no counterpart of a function, or there is nothing to differentiate by.</exception>
    /// <exception cref="Programs.UnboundSymbolException">A letter has no value.</exception>
    public ExportedCode Program(CodeLanguage language, CodeContent content, double[]? point)
    {
        Check(content);
        var isOfNumbers = Reachable.AreNumbers([bound.Function, .. bound.Variables]);
        if (!isOfNumbers && Reachable.From(bound.Function).Concat(bound.Variables).FirstOrDefault(static node => node.Shape.IsSymbolic || node is Symbol { Role: SymbolRole.Dimension }) is { } unknown)
            throw new CodeException("language", $"Code is written for arrays of known sizes, and here {printer.Text(unknown)} is {(unknown.Shape.IsSymbolic ? unknown.Shape : "a length")}: give the sizes as numbers.");
        var first = content == CodeContent.Value ? [] : Derivative.Gradient(bound.Function, bound.Variables);
        var head = $"{Name}({string.Join(", ", printer.Style.Variables)})";
        var question = new CodeQuestion(language, content, Name, OperationCount.Of(bound.Function) > LongestInComment ? head : $"{head} = {printer.Text(bound.Function)}")
        {
            Function = bound.Function,
            Variables = bound.Variables,
            Derivatives = content == CodeContent.Hessian ? [.. first.SelectMany(partial => Derivative.Partials(partial, bound.Variables))] : first,
            Data = bound.Context.Data,
            Arrays = isOfNumbers ? null : bound.Data,
            Points = point is null ? [] : [point],
        };
        return CodeExporter.Of(question, budget);
    }

    /// <summary>A display of LaTeX, each formula in the form a person would write.</summary>
    /// <param name="content">What is shown.</param>
    /// <exception cref="CodeException">There is nothing to differentiate by.</exception>
    /// <exception cref="LimitException">The display is longer than it may be.</exception>
    public string Latex(CodeContent content)
    {
        Check(content);
        var (name, by) = (LatexName.Of(Name), bound.Variables.Select(static variable => LatexName.Of(variable.Name)).ToList());
        List<string> lines = [];
        if (content != CodeContent.Hessian) lines.Add($@"{name}\left({string.Join(", ", by)}\right) &= {printer.Latex(bound.Function)}");
        if (content == CodeContent.Gradient) lines.AddRange(book.Partials(bound.Variables).Select((partial, i) => $@"\frac{{\partial {name}}}{{\partial {by[i]}}} &= {printer.Latex(partial)}"));
        if (content == CodeContent.Hessian)
        {
            var blocks = book.Hessian(bound.Variables);
            for (var i = 0; i < by.Count; i++)
            {
                for (var k = i; k < by.Count; k++)
                {
                    var below = i == k ? $@"\partial {by[i]}^{{2}}" : $@"\partial {by[i]}\,\partial {by[k]}";
                    lines.Add($@"\frac{{\partial^{{2}} {name}}}{{{below}}} &= {printer.Latex(blocks[i][k])}");
                }
            }
        }

        var code = "\\begin{aligned}\n" + string.Join(" \\\\\n", lines) + "\n\\end{aligned}\n";
        var longest = budget.Limits.PrintedLength;
        return code.Length <= longest ? code : throw new LimitException("printedLength", longest, $"The code would have {code.Length} characters; at most {longest} are allowed.", code.Length);
    }

    private void Check(CodeContent content)
    {
        if (content != CodeContent.Value && bound.Variables.Count == 0)
            throw new CodeException("of", "The function has no variables to differentiate by; name them in a signature, such as f(x) = 5.");
        if (content == CodeContent.Hessian && !bound.Function.Shape.IsScalar)
            throw new CodeException("of", $"Second derivatives are written of functions whose value is a number, and this one's is {bound.Function.Shape}.");
    }
}
