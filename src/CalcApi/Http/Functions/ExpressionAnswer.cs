using Calculus;
using Calculus.Expressions;
using Calculus.Printing;

namespace CalcApi.Http.Functions;

/// <summary>A formula of an answer: the bare right-hand side.</summary>
/// <param name="Text">The formula in the function language; the service reads it back under the variables.</param>
/// <param name="Latex">The formula in LaTeX.</param>
/// <param name="Variables">The variables of the function it belongs to, in order.</param>
public sealed record ExpressionAnswer(string Text, string Latex, IReadOnlyList<string> Variables)
{
    /// <summary>Prints an expression.</summary>
    public static ExpressionAnswer Of(Study study, Expression expression) => Of(study.Print(expression));

    /// <summary>Prints an expression, where there is one.</summary>
    public static ExpressionAnswer? OrNull(Study study, Expression? expression) => expression is null ? null : Of(study, expression);

    /// <summary>A formula that is printed already.</summary>
    public static ExpressionAnswer Of(Printed printed) => new(printed.Text, printed.Latex, printed.Variables);
}
