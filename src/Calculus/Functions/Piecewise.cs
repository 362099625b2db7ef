using Calculus.Balls;
using Calculus.Expressions;

namespace Calculus.Functions;

/// <summary>The value after the first condition that holds, otherwise the last argument. Its calls become nested choices.</summary>
internal sealed class Piecewise : Function
{
    /// <summary>The one instance.</summary>
    public static Piecewise Function { get; } = new();

    public override string Name => "piecewise";
    public override IReadOnlyList<FunctionParameter> Parameters { get; } = [new("condition"), new("a"), new("otherwise")];
    public override int MaximumArity => int.MaxValue;
    public override string Latex => @"\operatorname{piecewise}";
    public override string Sentence => "Conditions, each followed by its value; the first that holds decides, and the last argument covers everything else.";
    public override string Formula => Example;
    public override string Example => "piecewise(x < 0, -x, x < 1, x^2, 1)";

    public override Expression Apply(Graph graph, params ReadOnlySpan<Expression> arguments)
    {
        var chosen = arguments[^1];
        for (var i = arguments.Length - 3; i >= 0; i -= 2) chosen = graph.Choice(arguments[i], arguments[i + 1], chosen);
        return chosen;
    }

    public override double Value(ReadOnlySpan<double> arguments)
    {
        for (var i = 0; i < arguments.Length - 1; i += 2)
        {
            if (arguments[i] != 0) return arguments[i + 1];
        }

        return arguments[^1];
    }

    public override Ball Value(ReadOnlySpan<Ball> arguments, int bits)
    {
        for (var i = 0; i < arguments.Length - 1; i += 2)
        {
            if (arguments[i].Sign is not { } sign) return arguments[i].IsFinite ? Ball.Unknown : arguments[i];
            if (sign != 0) return arguments[i + 1];
        }

        return arguments[^1];
    }

    public override Expression Partial(int place, ReadOnlySpan<Expression> arguments, Expression value)
    {
        var graph = value.Graph;
        var parts = arguments.ToArray();
        for (var i = 0; i < parts.Length; i++)
        {
            if (i % 2 == 1 || i == parts.Length - 1) parts[i] = i == place ? graph.One : graph.Zero;
        }

        return place % 2 == 1 || place == parts.Length - 1 ? Apply(graph, parts) : graph.Zero;
    }

    public override string? Refusal(ReadOnlySpan<Expression> arguments) => arguments.Length % 2 == 1
        ? null
        : "'piecewise' takes conditions, each followed by a value, and a last value for everything else.";
}
