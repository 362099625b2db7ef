using System.Numerics;
using Calculus.Balls;
using Calculus.Expressions;
using Calculus.Kernels;

namespace Calculus.Functions;

/// <summary>What the largest and the smallest of several numbers have in common.</summary>
internal abstract class Extremum : Function
{
    public override IReadOnlyList<FunctionParameter> Parameters { get; } = [new("a"), new("b")];
    public override int MaximumArity => int.MaxValue;

    /// <summary>1 for the largest, −1 for the smallest.</summary>
    public abstract int Direction { get; }

    public override Complex? ComplexValue(ReadOnlySpan<Complex> arguments)
    {
        var extremum = arguments[0];
        var isTie = false;
        foreach (var argument in arguments[1..])
        {
            var order = Direction * argument.Real.CompareTo(extremum.Real);
            isTie = order == 0 ? isTie || argument != extremum : order < 0 && isTie;
            if (order > 0) extremum = argument;
        }

        return isTie ? null : extremum;
    }

    /// <summary>The derivative by one argument: 1 where it alone is the extremum, an equal share at ties, otherwise 0.</summary>
    public override Expression Partial(int place, ReadOnlySpan<Expression> arguments, Expression value)
    {
        var graph = value.Graph;
        var ordered = new Expression[arguments.Length];
        ordered[0] = Signed(arguments[place]);
        for (int i = 0, next = 1; i < arguments.Length; i++)
        {
            if (i != place) ordered[next++] = Signed(arguments[i]);
        }

        return graph.Call(LargestShare.Function, ordered);
    }

    /// <summary>Nested extrema are joined, numbers folded, equal arguments kept once, the rest sorted. A number that another argument never falls short of is left out.</summary>
    public override Expression? Rewrite(Graph graph, ReadOnlySpan<Expression> arguments)
    {
        var kept = new List<Expression>(arguments.Length);
        Rational? number = null;
        var seen = new HashSet<Expression>();
        foreach (var argument in arguments)
        {
            var inner = argument is Call call && call.Function == this ? call.Arguments : [argument];
            foreach (var operand in inner)
            {
                if (operand is Number { Value: var n }) number = number is { } best && n.CompareTo(best) * Direction <= 0 ? best : n;
                else if (seen.Add(operand)) kept.Add(operand);
            }
        }

        // max(u, 0) is u where u is nowhere negative.
        if (number is { IsZero: true } && kept.Exists(argument => Direction > 0 ? argument.Facts.IsNotNegative() : argument.Facts.IsNotPositive())) number = null;
        if (number is { } constant) kept.Add(graph.Number(constant));
        if (kept.Count == 1) return kept[0];
        kept.Sort(static (a, b) => a.Hash.CompareTo(b.Hash));
        return kept.Count == arguments.Length && arguments.SequenceEqual(kept.ToArray()) ? null : graph.Call(this, [.. kept]);
    }

    public override Facts FactsOf(ReadOnlySpan<Expression> arguments)
    {
        var facts = arguments[0].Facts;
        foreach (var argument in arguments[1..])
        {
            var next = facts.Or(argument.Facts);
            if (Direction > 0 && (facts.IsNotNegative() || argument.Facts.IsNotNegative())) next &= ~Facts.MayBeNegative;
            if (Direction > 0 && (facts.IsPositive() || argument.Facts.IsPositive())) next &= ~Facts.MayBeZero;
            if (Direction < 0 && (facts.IsNotPositive() || argument.Facts.IsNotPositive())) next &= ~Facts.MayBePositive;
            facts = next;
        }

        return facts;
    }

    public override IEnumerable<Expression> Seams(Graph graph, IReadOnlyList<Expression> arguments) =>
        arguments.SelectMany((a, i) => arguments.Skip(i + 1).Select(b => a - b));

    public override IReadOnlyList<Convention> Conventions(int seam) =>
    [
        new("PyTorch", KinkSide.Middle, "torch.maximum and torch.minimum give each argument half of the slope at a tie."),
        new("JAX", KinkSide.Middle, "jnp.maximum and jnp.minimum give each argument half of the slope at a tie."),
        new("TensorFlow", null, "tf.maximum and tf.minimum give the whole slope to one of the two arguments, so their order matters."),
        new("SymPy", KinkSide.Middle, "The derivative is a Heaviside function, and Heaviside(0) is 1/2."),
    ];

    private Expression Signed(Expression argument) => Direction > 0 ? argument : -argument;
}

/// <summary>The largest of its arguments.</summary>
internal sealed class Max : Extremum
{
    /// <summary>The one instance.</summary>
    public static Max Function { get; } = new();

    public override string Name => "max";
    public override IReadOnlyList<string> Aliases => ["maximum"];
    public override string Latex => @"\max";
    public override string Sentence => "The largest of its arguments; at a tie the slope is shared equally.";
    public override string Example => "max(x, 1 - x)";

    public override int Direction => 1;

    public override Spellings Spellings { get; } = new("np.maximum({0}, {1})", "maximum({0}, {1})")
    {
        Folds = true,
        CHelper = """
        double maximum(double a, double b) {
            return a > b || a != a ? a : b;
        }
        """,
    };

    public override double Value(ReadOnlySpan<double> arguments)
    {
        var largest = arguments[0];
        foreach (var argument in arguments[1..]) largest = Math.Max(largest, argument);
        return largest;
    }

    public override void Values(ReadOnlySpan<double> columns, int arity, Span<double> results)
    {
        columns[..results.Length].CopyTo(results);
        for (var place = 1; place < arity; place++) Lanes.Map<Arithmetic.Larger>(results, columns.Slice(place * results.Length, results.Length), results);
    }

    public override Ball Value(ReadOnlySpan<Ball> arguments, int bits)
    {
        if (Ball.NotFinite(arguments) is { } unknown) return unknown;
        var largest = arguments[0];
        foreach (var argument in arguments[1..]) largest = largest.Largest(argument, bits);
        return largest;
    }
}

/// <summary>The smallest of its arguments.</summary>
internal sealed class Min : Extremum
{
    /// <summary>The one instance.</summary>
    public static Min Function { get; } = new();

    public override string Name => "min";
    public override IReadOnlyList<string> Aliases => ["minimum"];
    public override string Latex => @"\min";
    public override string Sentence => "The smallest of its arguments; at a tie the slope is shared equally.";
    public override string Example => "min(x, 1)";

    public override int Direction => -1;

    public override Spellings Spellings { get; } = new("np.minimum({0}, {1})", "minimum({0}, {1})")
    {
        Folds = true,
        CHelper = """
        double minimum(double a, double b) {
            return a < b || a != a ? a : b;
        }
        """,
    };

    public override double Value(ReadOnlySpan<double> arguments)
    {
        var smallest = arguments[0];
        foreach (var argument in arguments[1..]) smallest = Math.Min(smallest, argument);
        return smallest;
    }

    public override void Values(ReadOnlySpan<double> columns, int arity, Span<double> results)
    {
        columns[..results.Length].CopyTo(results);
        for (var place = 1; place < arity; place++) Lanes.Map<Arithmetic.Smaller>(results, columns.Slice(place * results.Length, results.Length), results);
    }

    public override Ball Value(ReadOnlySpan<Ball> arguments, int bits)
    {
        if (Ball.NotFinite(arguments) is { } unknown) return unknown;
        var smallest = arguments[0];
        foreach (var argument in arguments[1..]) smallest = smallest.Smallest(argument, bits);
        return smallest;
    }
}
