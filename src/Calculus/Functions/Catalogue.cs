using System.Collections.Frozen;
using Calculus.Expressions;

namespace Calculus.Functions;

/// <summary>Every function that a definition can call.</summary>
internal static class Catalogue
{
    /// <summary>The functions in the order in which they are usually taught.</summary>
    public static IReadOnlyList<Function> All { get; } =
    [
        Sqrt.Function, Cbrt.Function, Root.Function,
        Exp.Function, Exp2.Function, Expm1.Function, Log.Function, Log2.Function, Log10.Function, Log1p.Function,
        Sin.Function, Cos.Function, Sec.Function, Csc.Function, Tan.Function, Cot.Function,
        Asin.Function, Acos.Function, Atan.Function, Asec.Function, Acsc.Function, Acot.Function, Atan2.Function,
        Sinh.Function, Cosh.Function, Sech.Function, Csch.Function, Tanh.Function, Coth.Function,
        Asinh.Function, Acosh.Function, Atanh.Function, Asech.Function, Acsch.Function, Acoth.Function, Sinc.Function,
        Abs.Function, Sign.Function, Floor.Function, Ceil.Function, Round.Function, Mod.Function,
        Min.Function, Max.Function, Clip.Function, Step.Function, Hypot.Function,
        Factorial.Function, Gamma.Function, Lgamma.Function, Digamma.Function, Trigamma.Function, Polygamma.Function,
        Erf.Function, Erfc.Function,
        Sigmoid.Function, Logit.Function, Relu.Function, LeakyRelu.Function, Elu.Function, Selu.Function, Softplus.Function,
        Softsign.Function, Gelu.Function, GeluTanh.Function, Silu.Function, Mish.Function, HardSigmoid.Function, HardTanh.Function,
        If.Function, Piecewise.Function,
    ];

    /// <summary>The functions by name and by every other name.</summary>
    public static FrozenDictionary<string, Function> ByName { get; } = All
        .SelectMany(static function => function.Aliases.Prepend(function.Name).Select(name => KeyValuePair.Create(name, function)))
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Every name that can be called.</summary>
    public static FrozenSet<string> Names { get; } = ByName.Keys.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Computes every function once, at one point and at many, so that nobody waits later until it is compiled.</summary>
    public static void Prepare()
    {
        const int points = 17, most = 4; // whole lanes of any width, and what is left; arguments
        foreach (var function in All.Concat([Power.Function, RealPower.Function, Less.Function, LessOrEqual.Function, Equal.Function, NotEqual.Function]))
        {
            for (var arity = function.MinimumArity; arity <= Math.Min(function.MaximumArity, most); arity++)
            {
                // Whole exponents, and others.
                double[] columns = [.. Enumerable.Range(0, arity * points).Select(static k => k % 2 == 0 ? 1 : 0.75)];
                function.Value(columns.AsSpan(0, arity));
                function.Values(columns, arity, new double[points]);
            }
        }
    }
}
