using System.Collections.Frozen;
using Calculus.Syntax;

namespace Calculus.Explanations.FirstPrinciples;

/// <summary>Functions that are written in terms of simpler ones, by their definitions.</summary>
internal static class FunctionDefinitions
{
    private static readonly FrozenDictionary<string, Func<SyntaxFactory, IReadOnlyList<SyntaxNode>, SyntaxNode>> s_definitions =
        new Dictionary<string, Func<SyntaxFactory, IReadOnlyList<SyntaxNode>, SyntaxNode>>(StringComparer.Ordinal)
        {
            ["sec"] = static (make, a) => Reciprocal(make, make.Call("cos", a[0])),
            ["csc"] = static (make, a) => Reciprocal(make, make.Call("sin", a[0])),
            ["cot"] = static (make, a) => make.Divide(make.Call("cos", a[0]), make.Call("sin", a[0])),
            ["sech"] = static (make, a) => Reciprocal(make, make.Call("cosh", a[0])),
            ["csch"] = static (make, a) => Reciprocal(make, make.Call("sinh", a[0])),
            ["coth"] = static (make, a) => make.Divide(make.Call("cosh", a[0]), make.Call("sinh", a[0])),
            ["sinc"] = static (make, a) => make.Divide(make.Call("sin", a[0]), a[0]),
            ["exp2"] = static (make, a) => make.Power(make.Number(2), a[0]),
            ["expm1"] = static (make, a) => make.Subtract(make.Call("exp", a[0]), make.Number(1)),
            ["log2"] = static (make, a) => make.Divide(make.Call("log", a[0]), make.Call("log", make.Number(2))),
            ["log10"] = static (make, a) => make.Divide(make.Call("log", a[0]), make.Call("log", make.Number(10))),
            ["log1p"] = static (make, a) => make.Call("log", make.Add(make.Number(1), a[0])),
            ["hypot"] = static (make, a) => make.Call("sqrt", a.Select(one => make.Power(one, make.Number(2))).Aggregate(make.Add)),
            ["sigmoid"] = static (make, a) => Reciprocal(make, GrowthBelow(make, a[0])),
            ["silu"] = static (make, a) => make.Divide(a[0], GrowthBelow(make, a[0])),
            ["softplus"] = static (make, a) => SoftPlus(make, a[0]),
            ["mish"] = static (make, a) => make.Multiply(a[0], make.Call("tanh", SoftPlus(make, a[0]))),
            ["softsign"] = static (make, a) => make.Divide(a[0], make.Add(make.Number(1), make.Call("abs", a[0]))),
            ["logit"] = static (make, a) => make.Call("log", make.Divide(a[0], make.Subtract(make.Number(1), a[0]))),
            ["relu"] = static (make, a) => make.Divide(make.Add(a[0], make.Call("abs", a[0])), make.Number(2)),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>A call written in terms of simpler functions; null where it has no such definition.</summary>
    /// <param name="function">The function's own name.</param>
    /// <param name="call">The call.</param>
    /// <param name="make">Makes lines.</param>
    public static SyntaxNode? Of(string function, SyntaxNode call, SyntaxFactory make)
    {
        var arguments = call.Children;
        if (s_definitions.TryGetValue(function, out var definition)) return definition(make, arguments);
        return (function, arguments.Count) switch
        {
            ("log", 2) => make.Divide(make.Call("log", arguments[0]), make.Call("log", arguments[1])),
            ("max", 2) => Extreme(make, arguments, make.Add),
            ("min", 2) => Extreme(make, arguments, make.Subtract),
            _ => null,
        };
    }

    private static SyntaxNode Reciprocal(SyntaxFactory make, SyntaxNode node) => make.Divide(make.Number(1), node);

    private static SyntaxNode GrowthBelow(SyntaxFactory make, SyntaxNode x) => make.Add(make.Number(1), make.Call("exp", make.Negate(x)));

    private static SyntaxNode SoftPlus(SyntaxFactory make, SyntaxNode x) => make.Call("log", make.Add(make.Number(1), make.Call("exp", x)));

    // max(a, b) = (a + b + |a − b|)/2, min with a minus.
    private static SyntaxNode Extreme(SyntaxFactory make, IReadOnlyList<SyntaxNode> pair, Func<SyntaxNode, SyntaxNode, SyntaxNode> join) => make.Divide(
        join(make.Add(pair[0], pair[1]), make.Call("abs", make.Subtract(pair[0], pair[1]))), make.Number(2));
}
