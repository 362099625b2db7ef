using System.Text;
using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Syntax;

namespace Calculus.Printing;

/// <summary>Definitions of functions that are nodes.</summary>
internal static class DefinitionWriter
{
    /// <summary>
    /// The definition that reading its text would give, made of the node itself; parts that the style names are statements before it.
    /// How large it may be is for <see cref="SyntaxLimits"/> to say.
    /// </summary>
    /// <param name="name">The name of the function.</param>
    /// <param name="parameters">Its parameters in order; where there are none it is a value.</param>
    /// <param name="function">The function.</param>
    /// <param name="style">How to write it.</param>
    /// <param name="budget">What may be spent.</param>
    /// <exception cref="LimitException">The text is longer than a printed text may be.</exception>
    public static Definition Of(string name, IReadOnlyList<string> parameters, Expression function, PrintStyle style, Budget budget)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(budget);
        var writer = new SyntaxWriter(style, budget);
        var written = writer.Write(function);
        var text = new StringBuilder();
        var statements = new List<Statement>();
        foreach (var (part, tree) in written.Parts)
        {
            statements.Add(Append(part, [], tree));
            text.Append("; ");
        }

        statements.Add(Append(name, parameters, written.Formula));
        return new Definition(text.ToString(), statements, []);

        Statement Append(string defined, IReadOnlyList<string> signature, SyntaxNode tree)
        {
            var nameSpan = Place(defined);
            List<Parameter> declared = [];
            foreach (var parameter in signature)
            {
                text.Append(declared.Count == 0 ? "(" : ", ");
                declared.Add(new Parameter(parameter, Place(parameter)));
            }

            text.Append(declared.Count == 0 ? " = " : ") = ");
            List<SyntaxNode> nodes = [];
            if (!SyntaxPrinter.Append(tree, text, budget.Limits.PrintedLength, budget, nodes)) throw writer.TooLong();
            return new Statement(defined, nameSpan, declared.Count == 0 ? null : declared, nodes[^1], nodes);
        }

        TextSpan Place(string word)
        {
            var start = text.Length;
            text.Append(word);
            return new TextSpan(start, text.Length);
        }
    }
}
