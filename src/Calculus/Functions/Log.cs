using System.Numerics;
using System.Runtime.CompilerServices;
using Calculus.Balls;
using Calculus.Expressions;
using Calculus.Kernels;

namespace Calculus.Functions;

/// <summary>The natural logarithm, or with a second argument the logarithm to that base.</summary>
internal sealed class Log : Function
{
    /// <summary>The one instance.</summary>
    public static Log Function { get; } = new();

    public override string Name => "log";
    public override IReadOnlyList<string> Aliases => ["ln"];
    public override IReadOnlyList<FunctionParameter> Parameters { get; } = [new("x"), new("b", "e")];
    public override string Latex => @"\ln";
    public override bool LatexPowerFollowsName => true;
    public override string Sentence => "The natural logarithm; log(x, b) is the logarithm to the base b.";
    public override string Formula => "log(x)";
    public override string Example => "log(x)";
    public override string? Inverse => "exp";
    public override RealSet Domain { get; } = new(0, double.PositiveInfinity, true, true);

    /// <summary>The natural logarithm of a node.</summary>
    public static Expression Of(Expression x) => x.Graph.Call(Function, x);

    public override Spellings Spellings { get; } = Spellings.Named("log");
    public override double Value(ReadOnlySpan<double> arguments) => Lanes.At<Kernel>(arguments[0]);
    public override void Values(ReadOnlySpan<double> columns, int arity, Span<double> results) => Lanes.Map<Kernel>(columns[..results.Length], results);
    public override Ball Value(ReadOnlySpan<Ball> arguments, int bits) => ElementaryBalls.Log(arguments[0], bits);
    public override Complex? ComplexValue(ReadOnlySpan<Complex> arguments) => ComplexElementary.Log(arguments[0]);
    public override Expression Partial(int place, ReadOnlySpan<Expression> arguments, Expression value) => 1 / arguments[0];

    /// <summary>log(x), or log(x, b) = log(x)/log(b); the bases 2 and 10 have functions of their own.</summary>
    public override Expression Apply(Graph graph, params ReadOnlySpan<Expression> arguments)
    {
        if (arguments.Length == 1) return graph.Call(this, arguments);
        return arguments[1] switch
        {
            Number { Value: var b } when b == 2 => Log2.Of(arguments[0]),
            Number { Value: var b } when b == 10 => Log10.Of(arguments[0]),
            _ => Of(arguments[0]) / Of(arguments[1]),
        };
    }

    public override Expression? Rewrite(Graph graph, ReadOnlySpan<Expression> arguments) => arguments[0] switch
    {
        Number { Value.IsOne: true } => graph.Zero,
        Symbol { Role: SymbolRole.Constant, Name: NamedConstants.E } => graph.One,
        Call { Function: Exp } inner => inner.Arguments[0],
        Call { Function: Sigmoid } inner when graph.NamesStableForms => -Softplus.Of(-inner.Arguments[0]),
        Sum sum when graph.NamesStableForms && Softplus.TryReadArgument(sum) is { } u => Softplus.Of(u),
        MatrixFunction { Operation: MatrixOperation.Determinant } determinant => graph.MatrixFunction(MatrixOperation.LogDeterminant, determinant.Argument),
        Contraction total when graph.NamesStableForms => OfTotal(graph, total),
        _ => null,
    };

    // log Σ exp(u) is the stable logsumexp(u), along whichever axes are summed.
    private static Expression? OfTotal(Graph graph, Contraction total)
    {
        if (total.Factors is not [{ Of: Call { Function: Exp } exponential, Labels: var labels }] || labels.Distinct().Count() < labels.Length) return null;
        var summed = Enumerable.Range(0, labels.Length).Where(axis => !total.Out.Contains(labels[axis], StringComparison.Ordinal)).ToArray();
        var kept = new string([.. labels.Where((_, axis) => !summed.Contains(axis))]);
        return summed.Length > 0 && string.Equals(kept, total.Out, StringComparison.Ordinal)
            ? graph.Reduce(Reduction.LogSumExp, exponential.Arguments[0], summed)
            : null;
    }

    public override Facts FactsOf(ReadOnlySpan<Expression> arguments) =>
        Facts.AnySign | (arguments[0].Facts.IsPositive() ? arguments[0].Facts & Facts.Total : Facts.None);

    public override IEnumerable<Expression> Conditions(Graph graph, ReadOnlySpan<Expression> arguments) =>
        arguments[0].Facts.IsPositive() ? [] : [Less.Of(graph.Zero, arguments[0])];

    /// <summary>The values in lanes of any width.</summary>
    internal readonly struct Kernel : IKernel
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of<T>(T x)
            where T : struct, ILanes<T> => Logarithm.Of(x);
    }
}
