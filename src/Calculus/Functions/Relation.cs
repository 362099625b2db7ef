using System.Numerics;
using Calculus.Balls;
using Calculus.Expressions;
using Calculus.Kernels;

namespace Calculus.Functions;

/// <summary>A comparison of two numbers: 1 where it holds, otherwise 0. Written between its operands.</summary>
internal abstract class Relation : Function
{
    public override bool IsNamed => false;
    public override IReadOnlyList<FunctionParameter> Parameters { get; } = [new("a"), new("b")];
    public override string Sentence => "Compares two numbers.";
    public override string Example => $"if(x {Name} 1, x, 0)";

    /// <summary>Whether it holds between two numbers, given their order: −1, 0 or 1.</summary>
    protected abstract bool Holds(int order);

    public override double Value(ReadOnlySpan<double> arguments)
    {
        var (a, b) = (arguments[0], arguments[1]);
        if (double.IsNaN(a) || double.IsNaN(b)) return Holds(-1) && Holds(1) ? 1 : 0; // IEEE 754: only != holds
        return Holds(a.CompareTo(b)) ? 1 : 0;
    }

    public override Ball Value(ReadOnlySpan<Ball> arguments, int bits) =>
        arguments[0].CompareTo(arguments[1], bits) is { } order ? Ball.Of(Holds(order) ? 1 : 0) : Ball.Unknown;

    public override Complex? ComplexValue(ReadOnlySpan<Complex> arguments) =>
        arguments[0].Real == arguments[1].Real ? null : Value([arguments[0].Real, arguments[1].Real]);

    public override IEnumerable<Expression> Seams(Graph graph, IReadOnlyList<Expression> arguments) => [arguments[0] - arguments[1]];
    public override Expression Partial(int place, ReadOnlySpan<Expression> arguments, Expression value) => value.Graph.Zero;

    public override Expression? Rewrite(Graph graph, ReadOnlySpan<Expression> arguments)
    {
        if (arguments[0] is Number a && arguments[1] is Number b) return Holds(a.Value.CompareTo(b.Value)) ? graph.One : graph.Zero;
        return arguments[0] == arguments[1] && arguments[0].Facts.IsTotal() ? (Holds(0) ? graph.One : graph.Zero) : null;
    }

    public override Facts FactsOf(ReadOnlySpan<Expression> arguments) =>
        (arguments[0].Facts & arguments[1].Facts & Facts.Total) | Facts.NotNegative | Facts.Integer;
}

/// <summary>a &lt; b</summary>
internal sealed class Less : Relation
{
    /// <summary>The one instance.</summary>
    public static Less Function { get; } = new();

    public override string Name => "<";
    public override string Latex => "<";

    /// <summary>The comparison as a node.</summary>
    public static Expression Of(Expression a, Expression b) => a.Graph.Call(Function, a, b);

    public override void Values(ReadOnlySpan<double> columns, int arity, Span<double> results) =>
        Lanes.Map<Arithmetic.Less>(columns[..results.Length], columns[results.Length..], results);

    protected override bool Holds(int order) => order < 0;
}

/// <summary>a ≤ b</summary>
internal sealed class LessOrEqual : Relation
{
    /// <summary>The one instance.</summary>
    public static LessOrEqual Function { get; } = new();

    public override string Name => "<=";
    public override string Latex => @"\le";

    /// <summary>The comparison as a node.</summary>
    public static Expression Of(Expression a, Expression b) => a.Graph.Call(Function, a, b);

    public override void Values(ReadOnlySpan<double> columns, int arity, Span<double> results) =>
        Lanes.Map<Arithmetic.LessOrEqual>(columns[..results.Length], columns[results.Length..], results);

    protected override bool Holds(int order) => order <= 0;
}

/// <summary>a = b</summary>
internal sealed class Equal : Relation
{
    /// <summary>The one instance.</summary>
    public static Equal Function { get; } = new();

    public override string Name => "==";
    public override string Latex => "=";

    /// <summary>The comparison as a node.</summary>
    public static Expression Of(Expression a, Expression b) => a.Graph.Call(Function, a, b);

    public override void Values(ReadOnlySpan<double> columns, int arity, Span<double> results) =>
        Lanes.Map<Arithmetic.Equal>(columns[..results.Length], columns[results.Length..], results);

    protected override bool Holds(int order) => order == 0;
}

/// <summary>a ≠ b</summary>
internal sealed class NotEqual : Relation
{
    /// <summary>The one instance.</summary>
    public static NotEqual Function { get; } = new();

    public override string Name => "!=";
    public override string Latex => @"\ne";

    /// <summary>The comparison as a node.</summary>
    public static Expression Of(Expression a, Expression b) => a.Graph.Call(Function, a, b);

    public override void Values(ReadOnlySpan<double> columns, int arity, Span<double> results) =>
        Lanes.Map<Arithmetic.NotEqual>(columns[..results.Length], columns[results.Length..], results);

    protected override bool Holds(int order) => order != 0;
}
