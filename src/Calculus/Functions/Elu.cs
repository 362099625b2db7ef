using System.Numerics;
using System.Runtime.CompilerServices;
using Calculus.Balls;
using Calculus.Expressions;
using Calculus.Kernels;

namespace Calculus.Functions;

/// <summary>x above zero, alpha·(e^x − 1) below. At 0 its slope is the left one, as in PyTorch.</summary>
internal sealed class Elu : Function
{
    /// <summary>The one instance.</summary>
    public static Elu Function { get; } = new();

    public override string Name => "elu";
    public override IReadOnlyList<FunctionParameter> Parameters { get; } = [new("x"), new("alpha", "1")];
    public override string Latex => @"\operatorname{elu}";
    public override string Sentence => "x above zero and alpha*(exp(x) - 1) below; alpha is 1 by default.";
    public override string Example => "elu(x)";
    public override RealSet Range { get; } = new(-1, double.PositiveInfinity, true, true);
    public override IEnumerable<Expression> Seams(Graph graph, IReadOnlyList<Expression> arguments) => [arguments[0]];

    public override IReadOnlyList<Convention> Conventions(int seam) =>
    [
        new("PyTorch", KinkSide.Lower, "The lower branch holds where x <= 0."),
        new("JAX", KinkSide.Lower, "jax.nn.elu is x where x > 0."),
    ];

    public override Spellings Spellings { get; } = Spellings.Helped("elu", 2) with
    {
        NumPyHelper = """
        def elu(x, alpha):
            return np.where(x > 0, x, alpha * np.expm1(np.where(x > 0, 0.0, x)))
        """,
        CHelper = """
        double elu(double x, double alpha) {
            return x > 0.0 ? x : alpha * expm1(x);
        }
        """,
    };

    public override double Value(ReadOnlySpan<double> arguments) =>
        Lanes.At<Kernel>(arguments[0], arguments.Length > 1 ? arguments[1] : 1);

    public override void Values(ReadOnlySpan<double> columns, int arity, Span<double> results)
    {
        if (arity == 1) Lanes.Map<Kernel>(columns[..results.Length], 1, results);
        else Lanes.Map<Kernel>(columns[..results.Length], columns[results.Length..], results);
    }

    public override Ball Value(ReadOnlySpan<Ball> arguments, int bits)
    {
        if (Ball.NotFinite(arguments) is { } unknown) return unknown;
        var below = ElementaryBalls.Expm1(arguments[0].Smallest(Ball.Zero, bits), bits);
        return arguments[0].Largest(Ball.Zero, bits).Add(arguments.Length > 1 ? below.Multiply(arguments[1], bits) : below, bits);
    }

    public override Complex? ComplexValue(ReadOnlySpan<Complex> arguments) => arguments[0].Real switch
    {
        0 => null,
        > 0 => arguments[0],
        _ => ComplexElementary.ExpMinusOne(arguments[0]) * (arguments.Length > 1 ? arguments[1] : 1),
    };

    public override Expression Partial(int place, ReadOnlySpan<Expression> arguments, Expression value)
    {
        var graph = value.Graph;
        var positive = Less.Of(graph.Zero, arguments[0]);
        if (place == 1) return graph.Choice(positive, graph.Zero, Expm1.Of(arguments[0]));
        var exponential = Exp.Of(arguments[0]);
        return graph.Choice(positive, graph.One, arguments.Length > 1 ? arguments[1] * exponential : exponential);
    }

    /// <summary>The default alpha is left out.</summary>
    public override Expression? Rewrite(Graph graph, ReadOnlySpan<Expression> arguments)
    {
        if (arguments[0] is Number { Value.Sign: >= 0 }) return arguments[0];
        return arguments is [var x, Number { Value.IsOne: true }] ? graph.Call(this, x) : null;
    }

    public override Facts FactsOf(ReadOnlySpan<Expression> arguments)
    {
        var x = arguments[0].Facts;
        var below = arguments.Length == 1 ? x : x.Times(arguments[1].Facts);
        return (x & below & Facts.Total) | ((x | below) & Facts.AnySign);
    }

    /// <summary>The values in lanes of any width.</summary>
    internal readonly struct Kernel : IPairKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x, T y)
            where T : struct, ILanes<T> => T.Select(x > T.Of(0), x, Exponential.MinusOne(T.Smaller(x, T.Of(0))) * y);
    }
}
