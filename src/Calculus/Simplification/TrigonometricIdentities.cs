using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.Simplification;

/// <summary>Sine, cosine and their hyperbolic counterparts.</summary>
internal static class TrigonometricIdentities
{
    /// <summary>sin(u)/cos(u) = tan(u), sinh(u)/cosh(u) = tanh(u).</summary>
    public static Expression? Quotient(Expression node)
    {
        if (node is not Product || !FactorList.Any(node, static (@base, _) => @base is Call { Function: Sin or Sinh })) return null;
        var graph = node.Graph;
        var list = FactorList.Of(Rational.One, node);
        for (var i = 0; i < list.Powers.Count; i++)
        {
            var above = list.Powers[i];
            if (above is not { Base: Call { Function: Sin or Sinh } sine, Number: { IsInteger: true, Sign: > 0 } n }) continue;
            var below = list.Powers.FindIndex(power =>
                power is { Base: Call cosine, Number: { IsInteger: true, Sign: < 0 } }
                && cosine.Arguments[0] == sine.Arguments[0]
                && (sine.Function is Sin ? cosine.Function is Cos : cosine.Function is Cosh));
            if (below < 0) continue;
            var m = -list.Powers[below].Number!.Value;
            var shared = n < m ? n : m;
            var tangent = sine.Function is Sin ? Tan.Of(sine.Arguments[0]) : Tanh.Of(sine.Arguments[0]);
            list.Powers[i] = above.With(graph, n - shared);
            list.Powers[below] = list.Powers[below].With(graph, shared - m);
            list.Powers.Add(new RaisedBase(tangent, graph.Number(shared), false));
            return list.Build(graph);
        }

        return null;
    }

    /// <summary>c·sin(u)^2 + c·cos(u)^2 = c, c − c·sin(u)^2 = c·cos(u)^2, cosh(u)^2 − sinh(u)^2 = 1, each with any co-factor.</summary>
    public static Expression? Squares(Expression node)
    {
        if (node is not Sum sum || !HasSquare(sum)) return null;
        var graph = node.Graph;
        var squares = new Dictionary<(Expression Argument, Expression CoFactor, bool IsHyperbolic), (Rational Sine, Rational Cosine)>();
        foreach (var term in sum.Terms)
        {
            foreach (var (key, isSine) in Squared(term.Of))
            {
                var (sine, cosine) = squares.GetValueOrDefault(key);
                squares[key] = isSine ? (sine + term.Coefficient, cosine) : (sine, cosine + term.Coefficient);
            }
        }

        foreach (var ((argument, coFactor, isHyperbolic), (sine, cosine)) in squares)
        {
            var (s, c) = isHyperbolic ? (Sinh.Of(argument), Cosh.Of(argument)) : (Sin.Of(argument), Cos.Of(argument));
            // a·s² + b·c² = b·(c² ± s²) + (a ∓ b)·s², and likewise with the cosine left over.
            var sign = isHyperbolic ? Rational.Of(-1, 1) : Rational.One;
            var isPair = !sine.IsZero && !cosine.IsZero;
            var leftOver = isPair ? cosine : Constant(sum, coFactor);
            if (leftOver.IsZero) continue;
            var without = isPair
                ? sum - (sine * (coFactor * graph.Power(s, 2))) - (cosine * (coFactor * graph.Power(c, 2)))
                : sum;
            if (isPair) return without + (cosine * coFactor) + ((sine - (sign * cosine)) * (coFactor * graph.Power(s, 2)));
            if (!sine.IsZero && leftOver == -(sign * sine))
                return sum - (leftOver * coFactor) - (sine * (coFactor * graph.Power(s, 2))) + (leftOver * (coFactor * graph.Power(c, 2)));
            if (!cosine.IsZero && leftOver == -cosine)
                return sum - (leftOver * coFactor) - (cosine * (coFactor * graph.Power(c, 2))) + (sign * leftOver * (coFactor * graph.Power(s, 2)));
        }

        return null;
    }

    private static bool HasSquare(Sum sum)
    {
        foreach (var term in sum.Terms)
        {
            if (FactorList.Any(term.Of, static (@base, exponent) => @base is Call { Function: Sin or Cos or Sinh or Cosh } && exponent is Number { Value: var n } && n == 2)) return true;
        }

        return false;
    }

    private static Rational Constant(Sum sum, Expression coFactor)
    {
        if (coFactor is Number) return sum.Constant;
        foreach (var term in sum.Terms)
        {
            if (term.Of == coFactor) return term.Coefficient;
        }

        return Rational.Zero;
    }

    private static IEnumerable<((Expression Argument, Expression CoFactor, bool IsHyperbolic) Key, bool IsSine)> Squared(Expression term)
    {
        var list = FactorList.Of(Rational.One, term);
        for (var i = 0; i < list.Powers.Count; i++)
        {
            if (list.Powers[i] is not { Base: Call { Function: Sin or Cos or Sinh or Cosh } call, Number: { } n } || n != 2) continue;
            var rest = FactorList.Of(Rational.One, term);
            rest.Powers.RemoveAt(i);
            yield return ((call.Arguments[0], rest.Build(term.Graph), call.Function is Sinh or Cosh), call.Function is Sin or Sinh);
        }
    }
}
