using System.Numerics;
using Calculus.Balls;

namespace Calculus.Expressions;

/// <summary>
/// Everything the library knows about one real function: names, value, derivative, exact rewrites, facts, domain, and a
/// description for people. One function, one class, one file.
/// </summary>
public abstract class Function
{
    /// <summary>Half the gap from 1 to the next double: how far one rounding is off, as a share of the number.</summary>
    protected const double UnitRoundoff = 1.0 / (1L << 53);

    private const int FewArguments = 16;

    /// <summary>The name in a definition, as in <c>tanh(x)</c>, or the operator.</summary>
    public abstract string Name { get; }

    /// <summary>Other names that read as this function.</summary>
    public virtual IReadOnlyList<string> Aliases => [];

    /// <summary>Whether a definition can call it by name; operators and functions that only rules produce cannot be called.</summary>
    public virtual bool IsNamed => true;

    /// <summary>Its parameters in order; those with a default come last and may be left out of a call.</summary>
    public virtual IReadOnlyList<FunctionParameter> Parameters => OneParameter;

    /// <summary>The fewest arguments.</summary>
    public int MinimumArity => Parameters.Count(static parameter => parameter.Default is null);

    /// <summary>The most arguments.</summary>
    public virtual int MaximumArity => Parameters.Count;

    /// <summary>The LaTeX before the bracket, such as <c>\sin</c>.</summary>
    public abstract string Latex { get; }

    /// <summary>The LaTeX before and after the arguments; other than name and bracket for |x| and the like.</summary>
    public virtual (string Open, string Close) LatexBrackets => ($@"{Latex}\left(", @"\right)");

    /// <summary>The LaTeX between two arguments.</summary>
    public virtual string LatexSeparator => ", ";

    /// <summary>The base where LaTeX writes a call as a power, as in e^x, otherwise null.</summary>
    public virtual string? LatexBase => null;

    /// <summary>Whether a whole power of a call is written after the name, as in sin²(x).</summary>
    public virtual bool LatexPowerFollowsName => false;

    /// <summary>Whether decimals are part of its definition, which formulas made from it keep.</summary>
    public virtual bool HasDecimals => false;

    /// <summary>What it is, in one sentence for people.</summary>
    public abstract string Sentence { get; }

    /// <summary>The call by which the function is introduced, in the function language.</summary>
    public virtual string Formula => $"{Name}({string.Join(", ", Parameters.Select(static parameter => parameter.Name))})";

    /// <summary>A definition that uses it.</summary>
    public abstract string Example { get; }

    /// <summary>The name of its inverse, on the branch that both use, or null.</summary>
    public virtual string? Inverse => null;

    /// <summary>Where it is defined, by the first argument, the others at their defaults; plots sample it and tests probe it.</summary>
    public virtual RealSet Domain => RealSet.All;

    /// <summary>Which values it takes.</summary>
    public virtual RealSet Range => RealSet.All;

    /// <summary>Of a function of one argument: where it turns between rising and falling; null where that is not stated.</summary>
    public virtual Turns? Turns => null;

    /// <summary>The same to the right of the last pole, for functions whose turns between poles are not stated.</summary>
    public virtual Turns? TurnsRightOfPoles => null;

    /// <summary>
    /// Where the slope or the value jumps, in the first argument, the others at their defaults; there
    /// <see cref="Partial"/> follows a convention.
    /// </summary>
    public virtual IReadOnlyList<Kink> Kinks => [];

    /// <summary>Expressions that are zero exactly where a derivative of some order jumps: at kinks, ties and the edges of branches.</summary>
    public virtual IEnumerable<Expression> Seams(Graph graph, IReadOnlyList<Expression> arguments) => [];

    /// <summary>What other systems give on a seam, as far as it is known for certain.</summary>
    /// <param name="seam">Which of <see cref="Seams"/>, from 0.</param>
    public virtual IReadOnlyList<Convention> Conventions(int seam) => [];

    /// <summary>
    /// For a function with many jumps: a number that is constant between two jumps and different after the next.
    /// Null where the seams tell the pieces apart by their signs.
    /// </summary>
    public virtual Expression? Piece(Graph graph, IReadOnlyList<Expression> arguments) => null;

    /// <summary>Why the arguments make no sense, as a sentence for people, or null where they do.</summary>
    public virtual string? Refusal(ReadOnlySpan<Expression> arguments) => null;

    /// <summary>The value at one point; NaN outside the domain.</summary>
    public abstract double Value(ReadOnlySpan<double> arguments);

    /// <summary>The values at many points, each bit for bit what <see cref="Value(ReadOnlySpan{double})"/> gives there.</summary>
    /// <param name="columns">The first argument of every point, then the second of every point.</param>
    /// <param name="arity">How many arguments there are.</param>
    /// <param name="results">Receives a value for each point.</param>
    public virtual void Values(ReadOnlySpan<double> columns, int arity, Span<double> results)
    {
        Span<double> arguments = arity <= FewArguments ? stackalloc double[FewArguments] : new double[arity];
        arguments = arguments[..arity];
        for (var k = 0; k < results.Length; k++)
        {
            for (var place = 0; place < arity; place++) arguments[place] = columns[(place * results.Length) + k];
            results[k] = Value(arguments);
        }
    }

    /// <summary>An enclosure of every value that numbers in the balls have; undefined where none has one, unknown where that is not known.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="bits">How many bits are wanted.</param>
    public abstract Ball Value(ReadOnlySpan<Ball> arguments, int bits);

    /// <summary>
    /// How far the value in doubles may be off everywhere in the domain, in units in its last place: beyond this, only by
    /// <see cref="AbsoluteError"/> and by the smallest normal double. The arguments count as exact.
    /// </summary>
    public virtual double UnitsInLastPlace => 4;

    /// <summary>What the value in doubles may be off beyond <see cref="UnitsInLastPlace"/>: not 0 near zeros, and where digits are lost that have to do with the arguments.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="value">The value in doubles.</param>
    public virtual double AbsoluteError(ReadOnlySpan<double> arguments, double value) => 0;

    /// <summary>
    /// The value off the real axis, of the analytic continuation of the branch that the real parts are on; null where
    /// there is none: on a seam, and for functions without one here. Called only where the real parts have a finite value
    /// and some imaginary part is not zero.
    /// </summary>
    public virtual Complex? ComplexValue(ReadOnlySpan<Complex> arguments) => null;

    /// <summary>The derivative with respect to one argument, in terms of the arguments and of the value, whichever is cheaper.</summary>
    /// <param name="place">Which argument, from 0.</param>
    /// <param name="arguments">The arguments.</param>
    /// <param name="value">The call itself.</param>
    public abstract Expression Partial(int place, ReadOnlySpan<Expression> arguments, Expression value);

    /// <summary>What the name means in terms of nodes: by default a call of this function, rewritten where possible.</summary>
    public virtual Expression Apply(Graph graph, params ReadOnlySpan<Expression> arguments) => graph.Call(this, arguments);

    /// <summary>An equal node that is simpler, or null: exact for every input, by facts alone.</summary>
    public virtual Expression? Rewrite(Graph graph, ReadOnlySpan<Expression> arguments) => null;

    /// <summary>How the languages of code write a call; null for operators, which every language writes its own way.</summary>
    public virtual Spellings? Spellings => null;

    /// <summary>What is known about the value, given the arguments' facts.</summary>
    public virtual Facts FactsOf(ReadOnlySpan<Expression> arguments) => Facts.AnySign;

    /// <summary>Under which conditions a call is defined, beyond its arguments being defined.</summary>
    public virtual IEnumerable<Expression> Conditions(Graph graph, ReadOnlySpan<Expression> arguments) => [];

    private static IReadOnlyList<FunctionParameter> OneParameter { get; } = [new("x")];
}

/// <summary>A function of one argument.</summary>
internal abstract class UnaryFunction : Function
{
    /// <summary>f at one point; NaN outside the domain.</summary>
    public abstract double Value(double x);

    /// <summary>f at many points, each bit for bit what <see cref="Value(double)"/> gives there; results may be written over them.</summary>
    /// <param name="x">The points.</param>
    /// <param name="results">Receives a value for each.</param>
    public virtual void Values(ReadOnlySpan<double> x, Span<double> results)
    {
        for (var k = 0; k < x.Length; k++) results[k] = Value(x[k]);
    }

    /// <summary>An enclosure of f on a ball.</summary>
    /// <param name="x">The argument.</param>
    /// <param name="bits">How many bits are wanted.</param>
    public abstract Ball Value(Ball x, int bits);

    /// <summary>f off the real axis; null where the function has no analytic continuation.</summary>
    public virtual Complex? ComplexValue(Complex z) => null;

    /// <summary>f′ in terms of x and y = f(x), whichever is cheaper.</summary>
    public abstract Expression Derivative(Expression x, Expression y);

    /// <summary>An equal node that is simpler, or null.</summary>
    public virtual Expression? Rewrite(Expression x) => null;

    /// <summary>What is known about f(x), by default from <see cref="Function.Domain"/> and <see cref="Function.Range"/>.</summary>
    public virtual Facts FactsOf(Facts x)
    {
        var facts = Range.Signs;
        if (x.IsTotal() && Domain.IsAll) facts |= Facts.Total;
        return facts;
    }

    /// <inheritdoc/>
    public override IEnumerable<Expression> Seams(Graph graph, IReadOnlyList<Expression> arguments) =>
        Kinks.Select(kink => arguments[0] - Rational.FromDecimal(kink.At));

    /// <inheritdoc/>
    public sealed override double Value(ReadOnlySpan<double> arguments) => Value(arguments[0]);

    /// <inheritdoc/>
    public sealed override void Values(ReadOnlySpan<double> columns, int arity, Span<double> results) => Values(columns, results);

    /// <inheritdoc/>
    public sealed override Ball Value(ReadOnlySpan<Ball> arguments, int bits) => arguments[0].IsFinite ? Value(arguments[0], bits) : arguments[0];

    /// <inheritdoc/>
    public sealed override Complex? ComplexValue(ReadOnlySpan<Complex> arguments) => ComplexValue(arguments[0]);

    /// <inheritdoc/>
    public sealed override Expression Partial(int place, ReadOnlySpan<Expression> arguments, Expression value) =>
        Derivative(arguments[0], value);

    /// <inheritdoc/>
    public sealed override Expression? Rewrite(Graph graph, ReadOnlySpan<Expression> arguments) => Rewrite(arguments[0]);

    /// <inheritdoc/>
    public sealed override Facts FactsOf(ReadOnlySpan<Expression> arguments) => FactsOf(arguments[0].Facts);
}

/// <summary>A function of one argument with its one instance, so that a formula can say <c>Exp.Of(x)</c>.</summary>
/// <typeparam name="TSelf">The function itself.</typeparam>
internal abstract class UnaryFunction<TSelf> : UnaryFunction
    where TSelf : UnaryFunction<TSelf>, new()
{
    /// <summary>The one instance.</summary>
    public static TSelf Function { get; } = new();

    /// <summary>The function applied to a node.</summary>
    public static Expression Of(Expression x) => Function.Apply(x.Graph, x);
}
