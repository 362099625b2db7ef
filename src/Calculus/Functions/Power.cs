using System.Numerics;
using System.Runtime.CompilerServices;
using Calculus.Balls;
using Calculus.Expressions;
using Calculus.Kernels;

namespace Calculus.Functions;

/// <summary>u^v: repeated multiplication for whole v; for any other v defined where u is not negative.</summary>
internal sealed class Power : Function
{
    /// <summary>The one instance.</summary>
    public static Power Function { get; } = new();

    public override string Name => "^";
    public override bool IsNamed => false;
    public override IReadOnlyList<FunctionParameter> Parameters { get; } = [new("u"), new("v")];
    public override string Latex => "^";
    public override string Sentence => "Raises the base to the exponent.";
    public override string Example => "x^3";

    /// <summary>The base and the exponent of a factor; for anything but a power, the factor itself and null, which stands for 1.</summary>
    public static (Expression Base, Expression? Exponent) Parts(Expression factor) => factor switch
    {
        Call { Function: Power } call => (call.Arguments[0], call.Arguments[1]),
        Call { Function: RealPower } call => (call.Arguments[0], factor.Graph.Number(RealPower.ExponentOf(call.Arguments.AsSpan()))),
        _ => (factor, null),
    };

    /// <summary>The product of two powers of one base as one power, or null unless both are equal for every input.</summary>
    public static Expression? TryJoin(Graph graph, Expression a, Expression b)
    {
        var (@base, first) = Parts(a);
        var (_, second) = Parts(b);
        var facts = @base.Facts;
        if (!TryNumber(first, out var p) || !TryNumber(second, out var q))
            return facts.IsPositive() ? graph.Power(@base, (first ?? graph.One) + (second ?? graph.One)) : null;

        var sum = p + q;
        if (facts.IsPositive() || (facts.IsNotNegative() && p.Sign > 0 && q.Sign > 0)) return graph.Power(@base, sum);
        if (p.IsInteger && q.IsInteger)
            return p.Sign == q.Sign || (facts.IsTotal() && facts.IsNeverZero()) ? graph.Power(@base, sum) : null;
        if (p.Sign != q.Sign) return null;
        var isReal = IsRealAt(a, p) && IsRealAt(b, q);
        if (isReal) return RealPower.Of(@base, sum);
        return sum.IsInteger ? null : graph.Power(@base, sum); // a whole power would lose the condition that the base is not negative
    }

    public override double Value(ReadOnlySpan<double> arguments) => Lanes.At<Kernel>(arguments[0], arguments[1]);

    public override void Values(ReadOnlySpan<double> columns, int arity, Span<double> results) =>
        Lanes.Map<Kernel>(columns[..results.Length], columns[results.Length..], results);

    public override Ball Value(ReadOnlySpan<Ball> arguments, int bits) => PowerBalls.Raise(arguments[0], arguments[1], bits);

    /// <summary>u^v as the language defines it: x^0 is 1, NaN for a negative base and a fractional exponent.</summary>
    public static double Raise(double @base, double exponent) => Lanes.At<Kernel>(@base, exponent);

    public override Complex? ComplexValue(ReadOnlySpan<Complex> arguments) => ComplexElementary.Power(arguments[0], arguments[1]);

    public override Expression Partial(int place, ReadOnlySpan<Expression> arguments, Expression value)
    {
        var (@base, exponent, graph) = (arguments[0], arguments[1], value.Graph);
        if (place == 0) return exponent * graph.Power(@base, exponent is Number n ? graph.Number(n.Value - 1) : exponent - Rational.One);

        // 0^v is 0 for every v > 0, and so is its slope.
        var slope = value * Log.Of(@base);
        return @base is Number { Value.IsZero: true } ? graph.Choice(Less.Of(graph.Zero, exponent), graph.Zero, slope) : slope;
    }

    public override Expression? Rewrite(Graph graph, ReadOnlySpan<Expression> arguments)
    {
        var (@base, exponent) = (arguments[0], arguments[1]);
        if (@base is Symbol { Role: SymbolRole.Constant, Name: NamedConstants.E }) return Exp.Of(exponent);
        if (exponent is Number number) return PowerRewrites.Constant(graph, @base, number.Value);
        if (@base is Number { Value.IsOne: true } one && exponent.Facts.IsTotal()) return one;
        return @base is Call { Function: Power } inner && inner.Arguments[0].Facts.IsPositive()
            ? graph.Power(inner.Arguments[0], inner.Arguments[1] * exponent)
            : null;
    }

    public override Facts FactsOf(ReadOnlySpan<Expression> arguments)
    {
        Facts @base = arguments[0].Facts, exponent = arguments[1].Facts;
        if (arguments[1] is Number { Value: { IsInteger: true } n })
        {
            var facts = @base & Facts.Total;
            if (n.Sign > 0) facts |= @base & (Facts.Integer | Facts.MayBeZero);
            else if (!@base.IsNeverZero()) facts &= ~Facts.Total;
            if (!n.HasEvenNumerator) return facts | (@base & (Facts.MayBeNegative | Facts.MayBePositive));
            return facts | ((@base & (Facts.MayBeNegative | Facts.MayBePositive)) != 0 ? Facts.MayBePositive : Facts.None);
        }

        var result = Facts.MayBePositive;
        if (@base.IsPositive()) return result | (@base & exponent & Facts.Total);
        result |= Facts.MayBeZero;
        if (@base.IsNotNegative() && exponent.IsPositive()) return result | (@base & exponent & Facts.Total);
        return @base.IsNotNegative() || arguments[1] is Number ? result : result | Facts.MayBeNegative;
    }

    public override IEnumerable<Expression> Conditions(Graph graph, ReadOnlySpan<Expression> arguments)
    {
        var (@base, exponent) = (arguments[0], arguments[1]);
        if (exponent is not Number { Value: var n }) return @base.Facts.IsPositive() ? [] : [Less.Of(graph.Zero, @base)];
        if (n.IsInteger) return n.Sign > 0 || @base.Facts.IsNeverZero() ? [] : [NotEqual.Of(@base, graph.Zero)];
        if (n.Sign < 0) return @base.Facts.IsPositive() ? [] : [Less.Of(graph.Zero, @base)];
        return @base.Facts.IsNotNegative() ? [] : [LessOrEqual.Of(graph.Zero, @base)];
    }

    private static bool TryNumber(Expression? exponent, out Rational value)
    {
        value = exponent is null ? Rational.One : exponent is Number number ? number.Value : Rational.Zero;
        return exponent is null or Number;
    }

    private static bool IsRealAt(Expression factor, Rational exponent) =>
        exponent.IsInteger || factor is Call { Function: RealPower };

    /// <summary>The values in lanes of any width.</summary>
    internal readonly struct Kernel : IPairKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x, T y)
            where T : struct, ILanes<T> => Powers.OfLanguage(x, y);
    }
}
