using System.Numerics;
using Calculus.Balls;
using Calculus.Expressions;

namespace Calculus.Functions;

/// <summary>
/// The share of the first argument in being the largest: 1 alone, 1/n in a tie of n, otherwise 0. Arises from differentiating
/// <c>max</c> and <c>min</c>; printed as <c>step</c> of the differences, which differs from it only at ties.
/// </summary>
internal sealed class LargestShare : Function
{
    /// <summary>The one instance.</summary>
    public static LargestShare Function { get; } = new();

    public override string Name => "largest_share";
    public override bool IsNamed => false;
    public override IReadOnlyList<FunctionParameter> Parameters { get; } = [new("a"), new("b")];
    public override int MaximumArity => int.MaxValue;
    public override string Latex => @"\operatorname{step}";
    public override string Sentence => "The share of the first argument in being the largest.";
    public override string Example => "step(x - y)";

    public override double Value(ReadOnlySpan<double> arguments)
    {
        var first = arguments[0];
        var ties = 1;
        foreach (var other in arguments[1..])
        {
            if (double.IsNaN(other) || double.IsNaN(first)) return double.NaN;
            if (other > first) return 0;
            if (other == first) ties++;
        }

        return 1.0 / ties;
    }

    public override Ball Value(ReadOnlySpan<Ball> arguments, int bits)
    {
        if (Ball.NotFinite(arguments) is { } unknown) return unknown;
        int ties = 1, open = 0;
        foreach (var other in arguments[1..])
        {
            switch (other.CompareTo(arguments[0], bits))
            {
                case 1: return Ball.Zero;
                case 0: ties++; break;
                case null: open++; break;
            }
        }

        return open == 0 ? Ball.Of(Rational.Of(1, ties)) : Ball.Unknown;
    }

    public override Complex? ComplexValue(ReadOnlySpan<Complex> arguments)
    {
        var isLargest = true;
        foreach (var argument in arguments[1..])
        {
            if (argument.Real == arguments[0].Real) return null;
            isLargest &= argument.Real < arguments[0].Real;
        }

        return isLargest ? 1 : 0;
    }

    /// <summary>Numbers are compared exactly.</summary>
    public override Expression? Rewrite(Graph graph, ReadOnlySpan<Expression> arguments)
    {
        if (arguments[0] is not Number { Value: var first }) return null;
        var ties = 1;
        foreach (var argument in arguments[1..])
        {
            if (argument is not Number { Value: var other }) return null;
            if (other > first) return graph.Zero;
            if (other == first) ties++;
        }

        return graph.Number(Rational.Of(1, ties));
    }

    public override Expression Partial(int place, ReadOnlySpan<Expression> arguments, Expression value) => value.Graph.Zero;

    public override Facts FactsOf(ReadOnlySpan<Expression> arguments)
    {
        var facts = Facts.Total | Facts.NotNegative;
        foreach (var argument in arguments)
        {
            if (!argument.Facts.IsTotal()) facts &= ~Facts.Total;
        }

        return facts;
    }
}
