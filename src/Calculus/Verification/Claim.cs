using Calculus.Binding;
using Calculus.Expressions;
using Calculus.Syntax;

namespace Calculus.Verification;

/// <summary>Formulas that are said to be derivatives of a definition.</summary>
/// <param name="Definition">The definition as written.</param>
/// <param name="Context">What its names mean besides.</param>
/// <param name="Variables">Its variables in order.</param>
/// <param name="Function">The function in the graph of the formulas; it tells where seams lie.</param>
public abstract record Claim(Definition Definition, BindingContext Context, IReadOnlyList<string> Variables, Expression Function)
{
    /// <summary>The formulas whose values are compared: nodes of one graph.</summary>
    public abstract IReadOnlyList<Expression> Formulas { get; }
}

/// <summary>The derivatives by one variable, of each order up to the one asked for.</summary>
/// <param name="Definition">The definition as written.</param>
/// <param name="Context">What its names mean besides.</param>
/// <param name="Variables">Its variables in order.</param>
/// <param name="Function">The function in the graph of the formulas; it tells where seams lie.</param>
/// <param name="By">The place of the variable.</param>
/// <param name="Chain">The formulas of order 1, 2, …: the last one is in question, those before it are what it is the slope of.</param>
public sealed record DerivativeClaim(
    Definition Definition, BindingContext Context, IReadOnlyList<string> Variables, Expression Function, int By, IReadOnlyList<Expression> Chain)
    : Claim(Definition, Context, Variables, Function)
{
    /// <inheritdoc/>
    public override IReadOnlyList<Expression> Formulas => Chain;
}

/// <summary>First partial derivatives.</summary>
/// <param name="Definition">The definition as written.</param>
/// <param name="Context">What its names mean besides.</param>
/// <param name="Variables">Its variables in order.</param>
/// <param name="Function">The function in the graph of the formulas; it tells where seams lie.</param>
/// <param name="By">The places of the variables that they are taken by.</param>
/// <param name="Partials">The formulas, in the order of <paramref name="By"/>.</param>
public sealed record GradientClaim(
    Definition Definition, BindingContext Context, IReadOnlyList<string> Variables, Expression Function, IReadOnlyList<int> By, IReadOnlyList<Expression> Partials)
    : Claim(Definition, Context, Variables, Function)
{
    /// <inheritdoc/>
    public override IReadOnlyList<Expression> Formulas => Partials;
}
