using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.Tests.Printing;

/// <summary>A graph with the names that the rows use.</summary>
public sealed class Sample
{
    public Sample(Rewriting rewriting = Rewriting.All, Limits? limits = null)
    {
        Budget = new Budget(limits ?? new Limits());
        Graph = new Graph(Budget, rewriting);
    }

    public Budget Budget { get; }

    public Graph Graph { get; }

    public Expression X => Variable("x");

    public Expression Y => Variable("y");

    public Expression Z => Variable("z");

    public Expression W => Variable("w1");

    public Expression A => Graph.Symbol("a", SymbolRole.Datum);

    public Expression B => Graph.Symbol("b", SymbolRole.Datum);

    public Expression Pi => Graph.Symbol(NamedConstants.Pi, SymbolRole.Constant);

    public Expression E => Graph.Symbol(NamedConstants.E, SymbolRole.Constant);

    public Expression Variable(string name) => Graph.Symbol(name, SymbolRole.Variable);

    public Expression N(Rational value) => Graph.Number(value);

    public static Rational Q(long numerator, long denominator) => Rational.Of(numerator, denominator);

    public Expression If(Expression condition, Expression then, Expression otherwise) => Graph.Choice(condition, then, otherwise);

    public Expression Max(params Expression[] arguments) => Graph.Call(Calculus.Functions.Max.Function, arguments);

    public Expression Min(params Expression[] arguments) => Graph.Call(Calculus.Functions.Min.Function, arguments);

    public Expression Share(params Expression[] arguments) => Graph.Call(LargestShare.Function, arguments);

    public Expression And(Expression a, Expression b) => Graph.Call(Calculus.Functions.And.Function, a, b);

    public Expression Or(Expression a, Expression b) => Graph.Call(Calculus.Functions.Or.Function, a, b);

    public Expression Not(Expression a) => Graph.Call(Calculus.Functions.Not.Function, a);

    public static Expression Pow(Expression @base, Rational exponent) => @base.Graph.Power(@base, exponent);

    public static Expression Pow(Expression @base, Expression exponent) => @base.Graph.Power(@base, exponent);

    public static Expression Root(Expression @base, long p, long q) => RealPower.Of(@base, Rational.Of(p, q));
}
