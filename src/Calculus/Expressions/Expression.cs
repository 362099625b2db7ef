using System.Collections.Immutable;

namespace Calculus.Expressions;

/// <summary>
/// A node of an expression graph: immutable, interned (equal nodes of one graph are one object) and younger than its
/// children, so that every pass is a loop over <see cref="Graph.Nodes"/> by <see cref="Index"/>.
/// </summary>
public abstract class Expression
{
    private protected Expression(Graph graph, UInt128 hash, Facts facts, Shape shape)
    {
        Graph = graph;
        Hash = hash;
        Facts = facts;
        Shape = shape;
        Index = graph.Nodes.Count;
    }

    /// <summary>The graph that the node belongs to.</summary>
    public Graph Graph { get; }

    /// <summary>Its place in the graph; every child's is smaller.</summary>
    public int Index { get; }

    /// <summary>A hash of the structure, the same in every run: the canonical order of operands.</summary>
    public UInt128 Hash { get; }

    /// <summary>What is known about its values; for an array, about each entry.</summary>
    public Facts Facts { get; }

    /// <summary>The shape of its value.</summary>
    public Shape Shape { get; }

    /// <summary>How many children it has.</summary>
    public abstract int ChildCount { get; }

    /// <summary>One child.</summary>
    /// <param name="place">From 0 to <see cref="ChildCount"/> − 1.</param>
    public abstract Expression Child(int place);

    /// <summary>Its place in the graph, which no other node of the graph has.</summary>
    public sealed override int GetHashCode() => Index;

    /// <summary>The sum.</summary>
    public static Expression operator +(Expression a, Expression b) => a.Graph.Add(a, b);

    /// <summary>The sum with a number.</summary>
    public static Expression operator +(Rational a, Expression b) => b.Graph.Sum(a, [new Term(Rational.One, b)]);

    /// <summary>The sum with a number.</summary>
    public static Expression operator +(Expression a, Rational b) => b + a;

    /// <summary>The difference.</summary>
    public static Expression operator -(Expression a, Expression b) => a.Graph.Subtract(a, b);

    /// <summary>The difference from a number.</summary>
    public static Expression operator -(Rational a, Expression b) => b.Graph.Sum(a, [new Term(-1, b)]);

    /// <summary>The difference from a number.</summary>
    public static Expression operator -(Expression a, Rational b) => -b + a;

    /// <summary>The negated node.</summary>
    public static Expression operator -(Expression a) => a.Graph.Scale(-1, a);

    /// <summary>The product.</summary>
    public static Expression operator *(Expression a, Expression b) => a.Graph.Multiply(a, b);

    /// <summary>A number times a node.</summary>
    public static Expression operator *(Rational a, Expression b) => b.Graph.Scale(a, b);

    /// <summary>The quotient.</summary>
    public static Expression operator /(Expression a, Expression b) => a.Graph.Divide(a, b);

    /// <summary>A number divided by a node.</summary>
    public static Expression operator /(Rational a, Expression b) => b.Graph.Scale(a, b.Graph.Power(b, -1));
}

/// <summary>An exact number.</summary>
public sealed class Number : Expression
{
    internal Number(Graph graph, UInt128 hash, Facts facts, Rational value)
        : base(graph, hash, facts, Shape.Scalar) => Value = value;

    /// <summary>The number.</summary>
    public Rational Value { get; }

    /// <inheritdoc/>
    public override int ChildCount => 0;

    /// <inheritdoc/>
    public override Expression Child(int place) => throw new ArgumentOutOfRangeException(nameof(place));
}

/// <summary>What a symbol stands for.</summary>
public enum SymbolRole
{
    /// <summary>An input that one may differentiate by.</summary>
    Variable,

    /// <summary>A named value of the request, constant under differentiation.</summary>
    Datum,

    /// <summary>A mathematical constant such as π.</summary>
    Constant,

    /// <summary>A helper's parameter, replaced at each call.</summary>
    Argument,

    /// <summary>A letter without a value: constant, and an error where a number is required.</summary>
    Parameter,

    /// <summary>The length of an axis, where it is a letter.</summary>
    Dimension,

    /// <summary>The index of a sum or a table: the vector of the numbers that it runs through.</summary>
    IndexRange,
}

/// <summary>A name: a variable, a datum or a constant.</summary>
public sealed class Symbol : Expression
{
    internal Symbol(Graph graph, UInt128 hash, Facts facts, Shape shape, string name, SymbolRole role)
        : base(graph, hash, facts, shape) => (Name, Role) = (name, role);

    /// <summary>The name as the definition spells it.</summary>
    public string Name { get; }

    /// <summary>What it stands for.</summary>
    public SymbolRole Role { get; }

    /// <inheritdoc/>
    public override int ChildCount => 0;

    /// <inheritdoc/>
    public override Expression Child(int place) => throw new ArgumentOutOfRangeException(nameof(place));
}

/// <summary>One term of a sum.</summary>
/// <param name="Coefficient">The number before it.</param>
/// <param name="Of">The node; neither a number nor, in canonical form, a product with a coefficient.</param>
public readonly record struct Term(Rational Coefficient, Expression Of);

/// <summary>A constant plus terms with coefficients, entry by entry: all arrays among them have the same shape, numbers combine with any.</summary>
internal sealed class Sum : Expression
{
    internal Sum(Graph graph, UInt128 hash, Facts facts, Shape shape, Rational constant, ImmutableArray<Term> terms)
        : base(graph, hash, facts, shape) => (Constant, Terms) = (constant, terms);

    /// <summary>The constant.</summary>
    public Rational Constant { get; }

    /// <summary>The terms in canonical order.</summary>
    public ImmutableArray<Term> Terms { get; }

    /// <inheritdoc/>
    public override int ChildCount => Terms.Length;

    /// <inheritdoc/>
    public override Expression Child(int place) => Terms[place].Of;
}

/// <summary>
/// A coefficient times factors, entry by entry: all arrays among them have the same shape, numbers combine with any. Arrays whose axes
/// do not run in parallel are multiplied by a <see cref="Contraction"/>, which may be a factor here.
/// </summary>
public sealed class Product : Expression
{
    internal Product(Graph graph, UInt128 hash, Facts facts, Shape shape, Rational coefficient, ImmutableArray<Expression> factors)
        : base(graph, hash, facts, shape) => (Coefficient, Factors) = (coefficient, factors);

    /// <summary>The number in front.</summary>
    public Rational Coefficient { get; }

    /// <summary>The factors in canonical order.</summary>
    public ImmutableArray<Expression> Factors { get; }

    /// <inheritdoc/>
    public override int ChildCount => Factors.Length;

    /// <inheritdoc/>
    public override Expression Child(int place) => Factors[place];
}

/// <summary>A function of the catalogue applied to arguments, entry by entry: all arrays among them have the same shape, numbers combine with any.</summary>
internal sealed class Call : Expression
{
    internal Call(Graph graph, UInt128 hash, Facts facts, Shape shape, Function function, ImmutableArray<Expression> arguments)
        : base(graph, hash, facts, shape) => (Function, Arguments) = (function, arguments);

    /// <summary>The function.</summary>
    public Function Function { get; }

    /// <summary>Its arguments in order.</summary>
    public ImmutableArray<Expression> Arguments { get; }

    /// <inheritdoc/>
    public override int ChildCount => Arguments.Length;

    /// <inheritdoc/>
    public override Expression Child(int place) => Arguments[place];
}

/// <summary>One of two branches, entry by entry; only the one taken has an influence.</summary>
internal sealed class Choice : Expression
{
    internal Choice(Graph graph, UInt128 hash, Facts facts, Shape shape, Expression condition, Expression then, Expression otherwise)
        : base(graph, hash, facts, shape) => (Condition, Then, Otherwise) = (condition, then, otherwise);

    /// <summary>Where it is not zero, <see cref="Then"/> is taken.</summary>
    public Expression Condition { get; }

    /// <summary>The branch where the condition holds.</summary>
    public Expression Then { get; }

    /// <summary>The branch where it does not.</summary>
    public Expression Otherwise { get; }

    /// <inheritdoc/>
    public override int ChildCount => 3;

    /// <inheritdoc/>
    public override Expression Child(int place) => place switch
    {
        0 => Condition,
        1 => Then,
        2 => Otherwise,
        _ => throw new ArgumentOutOfRangeException(nameof(place)),
    };
}
