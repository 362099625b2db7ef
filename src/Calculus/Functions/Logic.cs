using Calculus.Balls;
using Calculus.Expressions;

namespace Calculus.Functions;

/// <summary>A connective of conditions: 1 where it holds, otherwise 0.</summary>
internal abstract class Connective : Function
{
    public override bool IsNamed => false;
    public override string Sentence => "Joins conditions.";
    public override Expression Partial(int place, ReadOnlySpan<Expression> arguments, Expression value) => value.Graph.Zero;

    public override Facts FactsOf(ReadOnlySpan<Expression> arguments)
    {
        var facts = Facts.Total | Facts.NotNegative | Facts.Integer;
        foreach (var argument in arguments)
        {
            if (!argument.Facts.IsTotal()) facts &= ~Facts.Total;
        }

        return facts;
    }
}

/// <summary>Both conditions hold.</summary>
internal sealed class And : Connective
{
    /// <summary>The one instance.</summary>
    public static And Function { get; } = new();

    public override string Name => "and";
    public override IReadOnlyList<FunctionParameter> Parameters { get; } = [new("a"), new("b")];
    public override string Latex => @"\land";
    public override string Example => "if(x > 0 and x < 1, x, 0)";
    public override double Value(ReadOnlySpan<double> arguments) => arguments[0] != 0 && arguments[1] != 0 ? 1 : 0;

    public override Ball Value(ReadOnlySpan<Ball> arguments, int bits) =>
        arguments[0].IsZero || arguments[1].IsZero ? Ball.Zero : arguments[0].Sign is null || arguments[1].Sign is null ? Ball.Unknown : Ball.One;

    public override Expression? Rewrite(Graph graph, ReadOnlySpan<Expression> arguments) => (arguments[0], arguments[1]) switch
    {
        (Number a, var b) => a.Value.IsZero ? a : b,
        (var a, Number b) => b.Value.IsZero ? b : a,
        _ => null,
    };
}

/// <summary>At least one of two conditions holds.</summary>
internal sealed class Or : Connective
{
    /// <summary>The one instance.</summary>
    public static Or Function { get; } = new();

    public override string Name => "or";
    public override IReadOnlyList<FunctionParameter> Parameters { get; } = [new("a"), new("b")];
    public override string Latex => @"\lor";
    public override string Example => "if(x < 0 or x > 1, x, 0)";
    public override double Value(ReadOnlySpan<double> arguments) => arguments[0] != 0 || arguments[1] != 0 ? 1 : 0;

    public override Ball Value(ReadOnlySpan<Ball> arguments, int bits) =>
        arguments[0].Sign is 1 or -1 || arguments[1].Sign is 1 or -1 ? Ball.One : arguments[0].IsZero && arguments[1].IsZero ? Ball.Zero : Ball.Unknown;

    public override Expression? Rewrite(Graph graph, ReadOnlySpan<Expression> arguments) => (arguments[0], arguments[1]) switch
    {
        (Number a, var b) => a.Value.IsZero ? b : a,
        (var a, Number b) => b.Value.IsZero ? a : b,
        _ => null,
    };
}

/// <summary>The condition does not hold.</summary>
internal sealed class Not : Connective
{
    /// <summary>The one instance.</summary>
    public static Not Function { get; } = new();

    /// <summary>The condition that holds where the given one does not.</summary>
    public static Expression Of(Expression condition) => condition.Graph.Call(Function, condition);

    public override string Name => "not";
    public override string Latex => @"\lnot";
    public override string Example => "if(not x > 0, -x, x)";
    public override double Value(ReadOnlySpan<double> arguments) => arguments[0] != 0 ? 0 : 1;
    public override Ball Value(ReadOnlySpan<Ball> arguments, int bits) => arguments[0].Sign is { } sign ? Ball.Of(sign == 0 ? 1 : 0) : Ball.Unknown;

    public override Expression? Rewrite(Graph graph, ReadOnlySpan<Expression> arguments) =>
        arguments[0] is Number n ? (n.Value.IsZero ? graph.One : graph.Zero) : null;
}
