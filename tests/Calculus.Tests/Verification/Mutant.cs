using Calculus.Balls;
using Calculus.Expressions;

namespace Calculus.Tests.Verification;

/// <summary>A function with a wrong rule for one argument; everything else is the original's.</summary>
internal sealed class Mutant(Function original, int place, Func<Expression, Expression> broken) : Function
{
    public override string Name => original.Name;

    public override IReadOnlyList<FunctionParameter> Parameters => original.Parameters;

    public override int MaximumArity => original.MaximumArity;

    public override string Latex => original.Latex;

    public override string Sentence => original.Sentence;

    public override string Example => original.Example;

    public override IReadOnlyList<Kink> Kinks => original.Kinks;

    public override IEnumerable<Expression> Seams(Graph graph, IReadOnlyList<Expression> arguments) => original.Seams(graph, arguments);

    public override Expression? Piece(Graph graph, IReadOnlyList<Expression> arguments) => original.Piece(graph, arguments);

    public override double Value(ReadOnlySpan<double> arguments) => original.Value(arguments);

    public override Ball Value(ReadOnlySpan<Ball> arguments, int bits) => original.Value(arguments, bits);

    public override Expression Partial(int at, ReadOnlySpan<Expression> arguments, Expression value)
    {
        var right = original.Partial(at, arguments, value);
        return at == place ? broken(right) : right;
    }

    /// <summary>The catalogue with one function in place of its original.</summary>
    public static Dictionary<string, Function> Catalogue(Function mutant) =>
        new(Calculus.Functions.Catalogue.ByName, StringComparer.Ordinal) { [mutant.Name] = mutant };
}
