using System.Numerics;
using System.Runtime.CompilerServices;
using Calculus.Balls;
using Calculus.Expressions;
using Calculus.Kernels;

namespace Calculus.Functions;

/// <summary>√(x² + y²) without overflow. Its gradient at the origin is taken as 0.</summary>
internal sealed class Hypot : Function
{
    /// <summary>The one instance.</summary>
    public static Hypot Function { get; } = new();

    public override string Name => "hypot";
    public override IReadOnlyList<FunctionParameter> Parameters { get; } = [new("x"), new("y")];
    public override string Latex => @"\operatorname{hypot}";
    public override string Sentence => "The length sqrt(x^2 + y^2) of the vector (x, y).";
    public override string Example => "hypot(x, y)";
    public override RealSet Range { get; } = new(0, double.PositiveInfinity, false, true);
    public override IEnumerable<Expression> Seams(Graph graph, IReadOnlyList<Expression> arguments) => [graph.Call(this, [.. arguments])];
    public override Spellings Spellings { get; } = new("np.hypot({0}, {1})", "hypot({0}, {1})");
    public override double Value(ReadOnlySpan<double> arguments) => Lanes.At<Kernel>(arguments[0], arguments[1]);

    public override void Values(ReadOnlySpan<double> columns, int arity, Span<double> results) =>
        Lanes.Map<Kernel>(columns[..results.Length], columns[results.Length..], results);
    public override Ball Value(ReadOnlySpan<Ball> arguments, int bits) => Ball.NotFinite(arguments) ?? PowerBalls.Hypot(arguments[0], arguments[1], bits);

    public override Complex? ComplexValue(ReadOnlySpan<Complex> arguments)
    {
        var scale = Math.Max(Math.Abs(arguments[0].Real), Math.Abs(arguments[1].Real));
        if (scale == 0) return null;
        var (x, y) = (arguments[0] / scale, arguments[1] / scale);
        return scale * ComplexElementary.Sqrt((x * x) + (y * y));
    }

    public override Expression Partial(int place, ReadOnlySpan<Expression> arguments, Expression value) =>
        arguments[place] * ReciprocalOrZero.Of(value);

    /// <summary>Exact where the root is; the signs of the arguments do not matter.</summary>
    public override Expression? Rewrite(Graph graph, ReadOnlySpan<Expression> arguments)
    {
        var (x, y) = (arguments[0], arguments[1]);
        if (x is Number { Value: var a } && y is Number { Value: var b })
            return ((a * a) + (b * b)).TryRoot(2) is { } root ? graph.Number(root) : null;
        if (x is Number { Value.IsZero: true }) return Abs.Of(y);
        return y is Number { Value.IsZero: true } ? Abs.Of(x) : null;
    }

    public override Facts FactsOf(ReadOnlySpan<Expression> arguments)
    {
        var (x, y) = (arguments[0].Facts, arguments[1].Facts);
        return Facts.MayBePositive | (x & y & (Facts.Total | Facts.MayBeZero));
    }

    /// <summary>The values in lanes of any width.</summary>
    internal readonly struct Kernel : IPairKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x, T y)
            where T : struct, ILanes<T> => Powers.Length(x, y);
    }
}
