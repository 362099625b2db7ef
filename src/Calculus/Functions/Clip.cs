using System.Numerics;
using System.Runtime.CompilerServices;
using Calculus.Balls;
using Calculus.Expressions;
using Calculus.Kernels;

namespace Calculus.Functions;

/// <summary>min(max(x, lo), hi). At its ends the slope is the inner one, and where lo is above hi the value is hi, as in PyTorch.</summary>
internal sealed class Clip : Function
{
    /// <summary>The one instance.</summary>
    public static Clip Function { get; } = new();

    public override string Name => "clip";
    public override IReadOnlyList<FunctionParameter> Parameters { get; } = [new("x"), new("lo"), new("hi")];
    public override string Latex => @"\operatorname{clip}";
    public override string Sentence => "x, but lo where x is below lo and hi where x is above hi.";
    public override string Example => "clip(x, -1, 1)";

    public override IEnumerable<Expression> Seams(Graph graph, IReadOnlyList<Expression> arguments) =>
        [arguments[0] - arguments[1], arguments[0] - arguments[2], arguments[1] - arguments[2]];

    public override IReadOnlyList<Convention> Conventions(int seam) => seam > 1 ? [] :
    [
        new("PyTorch", seam == 0 ? KinkSide.Upper : KinkSide.Lower, "torch.clamp passes the slope on from lo to hi, both ends included."),
        new("JAX", KinkSide.Middle, "jnp.clip is built from maximum and minimum, which share the slope at a tie."),
    ];

    public override Spellings Spellings { get; } = new("np.minimum(np.maximum({0}, {1}), {2})", "minimum(maximum({0}, {1}), {2})");
    public override double Value(ReadOnlySpan<double> arguments) => Lanes.At<Kernel>(arguments[0], arguments[1], arguments[2]);

    public override void Values(ReadOnlySpan<double> columns, int arity, Span<double> results)
    {
        var n = results.Length;
        Lanes.Map<Kernel>(columns[..n], columns.Slice(n, n), columns.Slice(2 * n, n), results);
    }

    public override Ball Value(ReadOnlySpan<Ball> arguments, int bits) => Ball.NotFinite(arguments) ?? arguments[0].Largest(arguments[1], bits).Smallest(arguments[2], bits);

    public override Complex? ComplexValue(ReadOnlySpan<Complex> arguments)
    {
        var (x, lower, upper) = (arguments[0], arguments[1], arguments[2]);
        if (x.Real == lower.Real || x.Real == upper.Real || lower.Real == upper.Real) return null;
        var raised = x.Real > lower.Real ? x : lower;
        return raised.Real < upper.Real ? raised : upper;
    }

    public override Expression Partial(int place, ReadOnlySpan<Expression> arguments, Expression value)
    {
        var (x, lower, upper) = (arguments[0], arguments[1], arguments[2]);
        var graph = value.Graph;
        var condition = place switch
        {
            0 => graph.Call(And.Function, LessOrEqual.Of(lower, x), LessOrEqual.Of(x, upper)),
            1 => graph.Call(And.Function, Less.Of(x, lower), Less.Of(lower, upper)),
            _ => graph.Call(Or.Function, Less.Of(upper, x), LessOrEqual.Of(upper, lower)),
        };
        return graph.Choice(condition, graph.One, graph.Zero);
    }

    public override Expression? Rewrite(Graph graph, ReadOnlySpan<Expression> arguments)
    {
        if (arguments[0] is not Number { Value: var x } || arguments[1] is not Number { Value: var lower } || arguments[2] is not Number { Value: var upper })
            return null;
        var raised = x < lower ? lower : x;
        return graph.Number(raised > upper ? upper : raised);
    }

    public override Facts FactsOf(ReadOnlySpan<Expression> arguments)
    {
        var (x, lower, upper) = (arguments[0].Facts, arguments[1].Facts, arguments[2].Facts);
        var facts = x.Or(lower).Or(upper);
        if (lower.IsNotNegative() && upper.IsNotNegative()) facts &= ~Facts.MayBeNegative;
        if (lower.IsPositive() && upper.IsPositive()) facts &= ~Facts.MayBeZero;
        return upper.IsNotPositive() ? facts & ~Facts.MayBePositive : facts;
    }

    /// <summary>The values in lanes of any width.</summary>
    internal readonly struct Kernel : ITripleKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x, T y, T z)
            where T : struct, ILanes<T> => Arithmetic.Smaller.Of(Arithmetic.Larger.Of(x, y), z);
    }
}
