using Calculus.Budgets;

namespace Calculus.Expressions;

/// <summary>Which rewrites a graph does while nodes are made.</summary>
[Flags]
public enum Rewriting
{
    /// <summary>Nodes are made exactly as requested; only equal ones are shared.</summary>
    None = 0,

    /// <summary>Canonical order, exact arithmetic and the rewrites that hold for every input.</summary>
    Exact = 1,

    /// <summary>Spelled-out forms of <c>sigmoid</c> and <c>softplus</c> become those functions, which are stable.</summary>
    StableNames = 2,

    /// <summary>All of them.</summary>
    All = Exact | StableNames,
}

/// <summary>
/// An append-only graph of expressions: interned, children before parents, metered. Building a node puts it in canonical
/// form. Belongs to one request and, while it grows, to one thread.
/// </summary>
public sealed partial class Graph
{
    private const int FewNodes = 32;

    private readonly List<Expression> _nodes = new(FewNodes);
    private readonly HashIndex _byHash;
    private Dictionary<Type, object>? _kept;
    private int _rewriteDepth;

    // A rewrite makes nodes that are rewritten in turn. Beyond this depth nodes are made as requested, which is just as correct,
    // and no input can drive the chain further.
    private const int DeepestRewrite = 32;

    /// <summary>An empty graph.</summary>
    /// <param name="budget">What may still be spent.</param>
    /// <param name="rewriting">Which rewrites are done.</param>
    public Graph(Budget budget, Rewriting rewriting = Rewriting.All)
    {
        (Budget, Rewriting) = (budget, rewriting);
        _byHash = new HashIndex(_nodes);
    }

    /// <summary>The nodes as the graph holds them, for passes that are asked often.</summary>
    internal List<Expression> Made => _nodes;

    /// <summary>Every node, children before parents.</summary>
    public IReadOnlyList<Expression> Nodes => _nodes;

    /// <summary>What may still be spent.</summary>
    public Budget Budget { get; }

    /// <summary>Whether every node so far is a number.</summary>
    public bool IsOfNumbers { get; private set; } = true;

    /// <summary>Whether any node is a choice between branches.</summary>
    public bool HasChoices { get; private set; }

    /// <summary>Which rewrites are done.</summary>
    public Rewriting Rewriting { get; }

    /// <summary>Whether its formulas keep numbers as decimals, as the definition has them: no common factor is taken out of these.</summary>
    public bool KeepsDecimals { get; init; }

    /// <summary>Whether nodes are put into canonical form.</summary>
    public bool IsExact => (Rewriting & Rewriting.Exact) != 0;

    private bool Rewrites => IsExact && _rewriteDepth < DeepestRewrite;

    /// <summary>Whether spelled-out stable functions are recognised.</summary>
    public bool NamesStableForms => (Rewriting & Rewriting.StableNames) != 0;

    /// <summary>The number zero.</summary>
    public Expression Zero => Number(Rational.Zero);

    /// <summary>The number one.</summary>
    public Expression One => Number(Rational.One);

    /// <summary>An exact number.</summary>
    /// <exception cref="LimitException">It is longer than the bits allowed, or no double is near it.</exception>
    public Number Number(Rational value)
    {
        if (value.Bits > Math.Max(Budget.Limits.ExactBits, 64))
            throw new LimitException("exactBits", Budget.Limits.ExactBits,
                $"An exact number grows beyond {Budget.Limits.ExactBits} bits.", value.Bits);
        if (!value.IsWithinDoubles)
            throw new LimitException("exactBits", Budget.Limits.ExactBits, "A number that the formula comes to is larger or smaller than a double can hold.", value.Bits);
        var hash = Structure.MixNumber(Structure.Begin(Structure.NumberTag), value);
        while (_byHash.TryGetValue(hash, out var found))
        {
            if (found is Number number && number.Value == value) return number;
            hash++;
        }

        var facts = Facts.Total;
        facts |= value.Sign switch { < 0 => Facts.MayBeNegative, 0 => Facts.MayBeZero, _ => Facts.MayBePositive };
        if (value.IsInteger) facts |= Facts.Integer;
        return Keep(new Number(this, hash, facts, value));
    }

    /// <summary>A name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="role">What it stands for.</param>
    /// <param name="shape">The shape of its value.</param>
    public Symbol Symbol(string name, SymbolRole role, Shape shape = default)
    {
        var hash = Structure.Mix(Structure.Mix(Structure.Begin(Structure.SymbolTag), name), (ulong)role);
        foreach (var dimension in shape.Dimensions) hash = Structure.MixDimension(hash, dimension);
        while (_byHash.TryGetValue(hash, out var found))
        {
            if (found is Symbol symbol && symbol.Role == role && symbol.Shape == shape && string.Equals(symbol.Name, name, StringComparison.Ordinal)) return symbol;
            hash++;
        }

        return Keep(new Symbol(this, hash, NamedConstants.FactsOf(name, role), shape, name, role));
    }

    /// <summary>A function applied to arguments, or the simpler node that equals it for every input.</summary>
    public Expression Call(Function function, params ReadOnlySpan<Expression> arguments)
    {
        if (Rewrites)
        {
            _rewriteDepth++;
            var simpler = function.Rewrite(this, arguments);
            if (simpler is null && !IsOfNumbers && function is not (Functions.Relation or Functions.And or Functions.Or or Functions.Not)) simpler = RepeatedCall(function, arguments);
            _rewriteDepth--;
            if (simpler is not null) return Fit(simpler, ShapeOf(arguments));
        }

        var hash = Structure.Mix(Structure.Begin(Structure.CallTag), function.Name);
        foreach (var argument in arguments) hash = Structure.Mix(hash, argument.Hash);
        while (_byHash.TryGetValue(hash, out var found))
        {
            if (found is Call call && call.Function == function && call.Arguments.AsSpan().SequenceEqual(arguments)) return call;
            hash++;
        }

        var facts = function.FactsOf(arguments);
        return Keep(new Call(this, hash, facts, ShapeOf(arguments), function, [.. arguments]));
    }

    // Apart, since a closure is made wherever its method begins.
    private Expression? RepeatedCall(Function function, ReadOnlySpan<Expression> arguments) => Repeated(arguments, parts => Call(function, parts));

    /// <summary>A call that is only written, never computed: its arguments may have any shapes, and nothing is rewritten.</summary>
    /// <param name="function">How it is written.</param>
    /// <param name="shape">The shape of its value.</param>
    /// <param name="arguments">Its arguments.</param>
    internal Call Written(Function function, Shape shape, ReadOnlySpan<Expression> arguments)
    {
        var hash = Structure.Mix(Structure.Begin(Structure.CallTag), function.Name);
        foreach (var argument in arguments) hash = Structure.Mix(hash, argument.Hash);
        while (_byHash.TryGetValue(hash, out var found))
        {
            if (found is Call call && call.Function.Equals(function) && call.Arguments.AsSpan().SequenceEqual(arguments)) return call;
            hash++;
        }

        return Keep(new Call(this, hash, Facts.AnySign, shape, function, [.. arguments]));
    }

    /// <summary>One of two branches by a condition; a constant condition or equal branches leave no choice.</summary>
    public Expression Choice(Expression condition, Expression then, Expression otherwise)
    {
        var shape = ShapeOf([condition, then, otherwise]);
        if (IsExact)
        {
            if (condition is Number known) return Fit(known.Value.IsZero ? otherwise : then, shape);
            if (condition.Shape == shape) (then, otherwise) = (AsNumber(then), AsNumber(otherwise));
            if (then is Choice inner && inner.Condition == condition) then = inner.Then;
            if (otherwise is Choice other && other.Condition == condition) otherwise = other.Otherwise;
            if (then == otherwise && condition.Facts.IsTotal()) return Fit(then, shape);
            if (NamesStableForms && Functions.SincDerivative.TryRead(condition, then, otherwise) is { } derivative) return derivative;
        }

        var hash = Structure.Mix(Structure.Begin(Structure.ChoiceTag), condition.Hash);
        hash = Structure.Mix(Structure.Mix(hash, then.Hash), otherwise.Hash);
        while (_byHash.TryGetValue(hash, out var found))
        {
            if (found is Choice choice && choice.Condition == condition && choice.Then == then && choice.Otherwise == otherwise) return choice;
            hash++;
        }

        var facts = then.Facts.Or(otherwise.Facts);
        if (!condition.Facts.IsTotal()) facts &= ~Facts.Total;
        HasChoices = true;
        return Keep(new Choice(this, hash, facts, shape, condition, then, otherwise));
    }

    // An array of equal numbers is the number, next to one of the shape.
    private Expression AsNumber(Expression branch) => branch switch
    {
        Product { Factors: [var only] } product when IsOnes(only) => Number(product.Coefficient),
        _ when IsOnes(branch) => One,
        _ => branch,
    };

    /// <summary>The power with its exact rewrites.</summary>
    public Expression Power(Expression @base, Expression exponent) =>
        !IsExact && @base is Number { Value: var b } && exponent is Number { Value: { IsInteger: true } n }
            && b.TryPower(n.Numerator, Budget.Limits.ExactBits) is { } power
            ? Number(power) // numbers stay exact even where nothing else is rewritten
            : Call(Functions.Power.Function, @base, exponent);

    /// <summary>The power with a constant exponent.</summary>
    public Expression Power(Expression @base, Rational exponent) => Power(@base, Number(exponent));

    /// <summary>The quotient, as a product with a negative power.</summary>
    public Expression Divide(Expression dividend, Expression divisor) =>
        Product(Rational.One, [dividend, Power(divisor, -1)]);

    /// <summary>What passes have found out about the nodes and keep for the next pass; empty where it is first asked for.</summary>
    /// <typeparam name="T">Belongs to one kind of pass.</typeparam>
    internal T Kept<T>()
        where T : class, new()
    {
        _kept ??= [];
        if (!_kept.TryGetValue(typeof(T), out var kept)) _kept[typeof(T)] = kept = new T();
        return (T)kept;
    }

    private T Keep<T>(T node)
        where T : Expression
    {
        Budget.SpendNode();
        IsOfNumbers &= node.Shape.IsScalar;
        _nodes.Add(node);
        _byHash.AddLast();
        return node;
    }
}
