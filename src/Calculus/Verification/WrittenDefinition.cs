using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Differentiation;
using Calculus.Expressions;

namespace Calculus.Verification;

/// <summary>A definition in a graph of its own in which nothing is rewritten, so that no wrong rewrite can hide.</summary>
internal sealed class WrittenDefinition
{
    private WrittenDefinition(Expression function, IReadOnlyList<Symbol> inputs, Budget budget)
    {
        (Function, Inputs, Budget) = (function, inputs, budget);
        Constants = [.. Reachable.From(function).SelectMany(Numbers).Select(static number => number.ToDouble()).Where(static number => number is not 0).Distinct().Take(MostConstants)];
    }

    private const int MostConstants = 12;

    /// <summary>The function.</summary>
    public Expression Function { get; }

    /// <summary>What a point gives numbers to: the variables, then the letters without a value.</summary>
    public IReadOnlyList<Symbol> Inputs { get; }

    /// <summary>Numbers that stand in the definition; points are looked for around them too.</summary>
    public IReadOnlyList<double> Constants { get; }

    /// <summary>What the check may spend.</summary>
    public Budget Budget { get; }

    /// <summary>Binds the definition as written.</summary>
    /// <param name="claim">The claim about it.</param>
    /// <param name="budget">What the check may spend.</param>
    public static WrittenDefinition Of(Claim claim, Budget budget)
    {
        var graph = new Graph(budget, Rewriting.None);
        var bound = Binder.Bind(claim.Definition, claim.Context, graph);
        Symbol[] variables = [.. claim.Variables.Select(name => graph.Symbol(name, SymbolRole.Variable))];
        var letters = Reachable.From(bound.Function).OfType<Symbol>()
            .Where(symbol => symbol.Role is SymbolRole.Parameter or SymbolRole.Variable && !variables.Contains(symbol));
        return new WrittenDefinition(bound.Function, [.. variables, .. letters], budget);
    }

    /// <summary>The automatic derivatives that a claim is compared with.</summary>
    /// <exception cref="LimitException">They grow beyond the budget.</exception>
    public IReadOnlyList<Expression> Automatic(Claim claim) => claim switch
    {
        DerivativeClaim derivative => [Derivative.Of(Function, Inputs[derivative.By], derivative.Chain.Count)],
        GradientClaim gradient => Derivative.Gradient(Function, [.. gradient.By.Select(place => Inputs[place])]),
        _ => throw new ArgumentException("A claim of an unknown kind.", nameof(claim)),
    };

    private static IEnumerable<Rational> Numbers(Expression node) => node switch
    {
        Number number => [number.Value],
        Sum sum => sum.Terms.Select(static term => term.Coefficient.Abs()).Append(sum.Constant).Where(static number => !number.IsOne),
        _ => [],
    };
}
