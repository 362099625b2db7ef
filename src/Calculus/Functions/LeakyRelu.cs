using System.Numerics;
using System.Runtime.CompilerServices;
using Calculus.Balls;
using Calculus.Expressions;
using Calculus.Kernels;

namespace Calculus.Functions;

/// <summary>x above zero, slope·x below. At 0 its slope is the left one, as in PyTorch.</summary>
internal sealed class LeakyRelu : Function
{
    internal const double DefaultSlope = 0.01;

    /// <summary>The one instance.</summary>
    public static LeakyRelu Function { get; } = new();

    public override string Name => "leaky_relu";
    public override IReadOnlyList<FunctionParameter> Parameters { get; } = [new("x"), new("slope", "0.01")];
    public override string Latex => @"\operatorname{leaky\_relu}";
    public override string Sentence => "x above zero and slope*x below; the slope is 0.01 by default.";
    public override string Example => "leaky_relu(x)";
    public override bool HasDecimals => true;
    public override IReadOnlyList<Kink> Kinks { get; } = [new(0, DefaultSlope, 1, DefaultSlope)];
    public override IEnumerable<Expression> Seams(Graph graph, IReadOnlyList<Expression> arguments) => [arguments[0]];

    public override IReadOnlyList<Convention> Conventions(int seam) =>
    [
        new("PyTorch", KinkSide.Lower, "The slope is 1 where x > 0 and the given one elsewhere."),
        new("JAX", KinkSide.Upper, "jax.nn.leaky_relu is x where x >= 0."),
        new("TensorFlow", KinkSide.Lower, "tf.nn.leaky_relu has slope 1 where x > 0 and the given one elsewhere."),
    ];

    public override Spellings Spellings { get; } = Spellings.Helped("leaky_relu", 2) with
    {
        NumPyHelper = """
        def leaky_relu(x, slope):
            return np.where(x > 0, x, slope * x)
        """,
        CHelper = """
        double leaky_relu(double x, double slope) {
            return x > 0.0 ? x : slope * x;
        }
        """,
    };

    public override double Value(ReadOnlySpan<double> arguments) =>
        Lanes.At<Kernel>(arguments[0], arguments.Length > 1 ? arguments[1] : DefaultSlope);

    public override void Values(ReadOnlySpan<double> columns, int arity, Span<double> results)
    {
        if (arity == 1) Lanes.Map<Kernel>(columns[..results.Length], DefaultSlope, results);
        else Lanes.Map<Kernel>(columns[..results.Length], columns[results.Length..], results);
    }

    public override Ball Value(ReadOnlySpan<Ball> arguments, int bits)
    {
        if (Ball.NotFinite(arguments) is { } unknown) return unknown;
        var slope = arguments.Length > 1 ? arguments[1] : Ball.Of(Rational.FromDecimal(DefaultSlope));
        return arguments[0].Largest(Ball.Zero, bits).Add(arguments[0].Smallest(Ball.Zero, bits).Multiply(slope, bits), bits);
    }

    public override Complex? ComplexValue(ReadOnlySpan<Complex> arguments) => arguments[0].Real switch
    {
        0 => null,
        > 0 => arguments[0],
        _ => arguments[0] * (arguments.Length > 1 ? arguments[1] : DefaultSlope),
    };

    public override Expression Partial(int place, ReadOnlySpan<Expression> arguments, Expression value)
    {
        var graph = value.Graph;
        if (place == 1) return -Relu.Of(-arguments[0]);
        var slope = arguments.Length > 1 ? arguments[1] : graph.Number(Rational.FromDecimal(DefaultSlope));
        return graph.Choice(Less.Of(graph.Zero, arguments[0]), graph.One, slope);
    }

    /// <summary>The default slope is left out.</summary>
    public override Expression? Rewrite(Graph graph, ReadOnlySpan<Expression> arguments)
    {
        if (arguments[0] is Number { Value.Sign: >= 0 }) return arguments[0];
        return arguments is [var x, Number { Value: var slope }] && slope == Rational.FromDecimal(DefaultSlope) ? graph.Call(this, x) : null;
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
            where T : struct, ILanes<T> => T.Select(x > T.Of(0), x, x * y);
    }
}
