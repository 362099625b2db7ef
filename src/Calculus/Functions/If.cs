using Calculus.Balls;
using Calculus.Expressions;

namespace Calculus.Functions;

/// <summary>The branch that a condition picks. Its calls become choices, so that the other branch has no influence.</summary>
internal sealed class If : Function
{
    /// <summary>The one instance.</summary>
    public static If Function { get; } = new();

    public override string Name => "if";
    public override IReadOnlyList<FunctionParameter> Parameters { get; } = [new("condition"), new("a"), new("b")];
    public override string Latex => @"\operatorname{if}";
    public override string Sentence => "The second argument where the condition holds, otherwise the third; only the branch taken is evaluated.";
    public override string Formula => Example;
    public override string Example => "if(x > 0, x^2, -x)";

    public override Expression Apply(Graph graph, params ReadOnlySpan<Expression> arguments) =>
        graph.Choice(arguments[0], arguments[1], arguments[2]);

    public override double Value(ReadOnlySpan<double> arguments) => arguments[0] != 0 ? arguments[1] : arguments[2];

    public override Ball Value(ReadOnlySpan<Ball> arguments, int bits) => arguments[0].Sign switch
    {
        0 => arguments[2],
        null => arguments[0].IsFinite ? Ball.Unknown : arguments[0],
        _ => arguments[1],
    };

    public override Expression Partial(int place, ReadOnlySpan<Expression> arguments, Expression value) => place switch
    {
        1 => value.Graph.Choice(arguments[0], value.Graph.One, value.Graph.Zero),
        2 => value.Graph.Choice(arguments[0], value.Graph.Zero, value.Graph.One),
        _ => value.Graph.Zero,
    };
}
