using Calculus.CodeExport;
using Calculus.Expressions;

namespace Calculus;

public sealed partial class Study
{
    private ExportedCode CodeOfArrays(CodeLanguage language, CodeContent content, double[]? point)
    {
        if (Reachable.From(Function).Concat(_bound.Variables).FirstOrDefault(static node => node.Shape.IsSymbolic || node is Symbol { Role: SymbolRole.Dimension }) is { } unknown)
            throw new CodeException("language", $"Code is written for arrays of known sizes, and here {_text.Print(unknown)} is {(unknown.Shape.IsSymbolic ? unknown.Shape : "a length")}: give the sizes as numbers.");
        if (content == CodeContent.Hessian && !Function.Shape.IsScalar) throw HessianOfArray();
        IReadOnlyList<Expression> first = content == CodeContent.Value ? [] : Differentiation.ArrayDerivative.Of(Function, _bound.Variables);
        Expression[] derivatives = content == CodeContent.Hessian ? [.. first.SelectMany(partial => Differentiation.ArrayDerivative.Of(partial, _bound.Variables))] : [.. first];
        return Written(language, content, derivatives, point, AllData);
    }
}
