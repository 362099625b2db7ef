using System.Numerics;
using System.Runtime.CompilerServices;
using Calculus.Balls;
using Calculus.Expressions;
using Calculus.Kernels;

namespace Calculus.Functions;

/// <summary>The angle of the point (x, y), from −π to π. On the negative x-axis the value jumps.</summary>
internal sealed class Atan2 : Function
{
    /// <summary>The one instance.</summary>
    public static Atan2 Function { get; } = new();

    public override string Name => "atan2";
    public override IReadOnlyList<string> Aliases => ["arctan2"];
    public override IReadOnlyList<FunctionParameter> Parameters { get; } = [new("y"), new("x")];
    public override string Latex => @"\operatorname{atan2}";
    public override string Sentence => "The angle of the point (x, y), from -pi to pi; y comes first.";
    public override string Example => "atan2(y, x)";
    public override RealSet Range { get; } = new(-Math.PI, Math.PI);

    public override IEnumerable<Expression> Seams(Graph graph, IReadOnlyList<Expression> arguments) =>
        [graph.Choice(LessOrEqual.Of(arguments[1], graph.Zero), arguments[0], graph.One)];

    public override Spellings Spellings { get; } = new("np.arctan2({0}, {1})", "atan2({0}, {1})");
    public override double Value(ReadOnlySpan<double> arguments) => Lanes.At<Kernel>(arguments[0], arguments[1]);

    public override void Values(ReadOnlySpan<double> columns, int arity, Span<double> results) =>
        Lanes.Map<Kernel>(columns[..results.Length], columns[results.Length..], results);
    public override Ball Value(ReadOnlySpan<Ball> arguments, int bits) => Ball.NotFinite(arguments) ?? AngleBalls.Atan2(arguments[0], arguments[1], bits);

    public override Complex? ComplexValue(ReadOnlySpan<Complex> arguments)
    {
        var (y, x) = (arguments[0], arguments[1]);
        if (x.Real == 0 && y.Real == 0) return null;
        if (Math.Abs(x.Real) >= Math.Abs(y.Real))
            return ComplexInverse.Atan(y / x) + (x.Real > 0 ? 0 : Math.CopySign(Math.PI, y.Real));
        return Math.CopySign(Math.PI / 2, y.Real) - ComplexInverse.Atan(x / y);
    }

    public override Expression Partial(int place, ReadOnlySpan<Expression> arguments, Expression value)
    {
        var graph = value.Graph;
        var square = graph.Power(arguments[0], 2) + graph.Power(arguments[1], 2);
        return place == 0 ? arguments[1] / square : -arguments[0] / square;
    }

    public override Facts FactsOf(ReadOnlySpan<Expression> arguments) =>
        Facts.AnySign | (arguments[0].Facts & arguments[1].Facts & Facts.Total);

    /// <summary>The values in lanes of any width.</summary>
    internal readonly struct Kernel : IPairKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x, T y)
            where T : struct, ILanes<T> => InverseAngles.OfPoint(x, y);
    }
}
