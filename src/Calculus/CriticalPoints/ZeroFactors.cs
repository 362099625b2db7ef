using Calculus.Expressions;
using Calculus.Functions;
using Calculus.Simplification;

namespace Calculus.CriticalPoints;

/// <summary>The parts of a formula whose zeros are its own: of a product the factors, of a power its base. Each has simple zeros where that can be had.</summary>
internal static class ZeroFactors
{
    private const int LargestDegree = 40;

    // Operations that take as long as to look at one node.
    private const int CostOfNode = 50;

    /// <summary>Formulas that together have the zeros of a formula, wherever that has a value; empty where it has none.</summary>
    /// <param name="formula">The formula.</param>
    /// <param name="x">The variable.</param>
    public static IReadOnlyList<Expression> Of(Expression formula, Symbol x)
    {
        var factors = new List<Expression>();
        var open = new Stack<Expression>([formula]);
        while (open.TryPop(out var u))
        {
            switch (u)
            {
                case Number { Value.IsZero: false }: break;
                case Product { Coefficient.IsZero: false } product:
                    foreach (var factor in product.Factors) open.Push(factor);
                    break;
                case Call { Function: Power or RealPower, Arguments: [var @base, Number { Value.Sign: > 0 }, ..] } call when SignOfExponent(call) > 0: open.Push(@base); break;
                case Call { Function: Power or RealPower } power when SignOfExponent(power) < 0: break;
                case Call { Function: Abs or Functions.Sign or Sqrt or Cbrt or Sinh or Tanh or Asinh or Atan or Erf or Atanh or Asin or Expm1 or Log1p or Softsign } odd: open.Push(odd.Arguments[0]); break;
                case Call { Function: Log, Arguments: [var logged] }: open.Push(logged - Rational.One); break;
                case Call call when call.Facts.IsNeverZero(): break;
                default:
                    var simple = Simple(u, x);
                    // A product whose coefficient is 0 is as simple as it gets.
                    if (simple is Product && simple != u) open.Push(simple);
                    else if (!factors.Contains(simple)) factors.Add(simple);
                    break;
            }
        }

        return [.. factors.OrderBy(static factor => factor.Index)];
    }

    private static int SignOfExponent(Call power) => power.Function is RealPower ? RealPower.ExponentOf(power.Arguments.AsSpan()).Sign : power.Arguments[1] is Number { Value: var n } ? n.Sign : 0;

    // A sum with the same zeros, which are simple: 1 − cos(u) is 2·sin(u/2)², and a polynomial loses the factors that it has twice.
    private static Expression Simple(Expression u, Symbol x)
    {
        var half = Rational.Of(1, 2);
        if (u is Sum { Constant: var c, Terms: [{ Coefficient: var k, Of: Call { Function: Sin or Cos } wave }] } && c.Abs() == k.Abs() && !c.IsZero)
        {
            var angle = half * wave.Arguments[0];
            var quarter = Rational.Of(1, 4) * (Expression)u.Graph.Symbol(NamedConstants.Pi, SymbolRole.Constant);
            if (wave.Function is Cos) return c.Sign == k.Sign ? Cos.Of(angle) : Sin.Of(angle);
            return c.Sign == k.Sign ? Sin.Of(angle + quarter) : Sin.Of(angle - quarter);
        }

        if (u is Sum fractions) u = WithoutFractions(fractions);
        if (u is not Sum || CoefficientsOf(u, x) is not { } polynomial || polynomial.Degree < 2) return u;
        var slope = new Rational[polynomial.Degree];
        for (var power = 1; power <= polynomial.Degree; power++) slope[power - 1] = polynomial[power] * power;
        var common = Polynomial.GreatestCommonDivisor(polynomial, Polynomial.Of(slope));
        if (common.Degree < 1) return u;
        var once = polynomial.DividedBy(common).Quotient;
        return u.Graph.Sum(once[0], [.. Enumerable.Range(1, once.Degree).Select(power => new Term(once[power], u.Graph.Power(x, power)))]);
    }

    // The sum times the powers that its terms are divided by: it is 0 at the same places.
    private static Expression WithoutFractions(Sum sum)
    {
        var (graph, lowest) = (sum.Graph, new Dictionary<Expression, Rational>());
        foreach (var term in sum.Terms)
        {
            foreach (var (@base, exponent) in Powers(term.Of))
            {
                if (exponent.Sign < 0 && (!lowest.TryGetValue(@base, out var known) || exponent < known)) lowest[@base] = exponent;
            }
        }

        if (lowest.Count == 0) return sum;
        var below = lowest.Aggregate((Expression)graph.One, (product, power) => product * graph.Power(power.Key, -power.Value));
        var whole = sum.Constant * below;
        foreach (var term in sum.Terms)
        {
            var (coefficient, product) = (term.Of is Product { Coefficient: var own } ? term.Coefficient * own : term.Coefficient, (Expression)graph.One);
            var open = new Dictionary<Expression, Rational>(lowest);
            foreach (var (@base, exponent) in Powers(term.Of))
            {
                var least = open.Remove(@base, out var known) ? known : Rational.Zero;
                product *= graph.Power(@base, exponent - least);
            }

            foreach (var (@base, exponent) in open) product *= graph.Power(@base, -exponent);
            whole += coefficient * product;
        }

        return whole;
    }

    private static IEnumerable<(Expression Base, Rational Exponent)> Powers(Expression term)
    {
        foreach (var factor in term is Product product ? product.Factors : [term])
            yield return factor is Call { Function: Power, Arguments: [var @base, Number { Value: { IsInteger: true } n }] } ? (@base, n) : (factor, Rational.One);
    }

    private static Polynomial? CoefficientsOf(Expression u, Symbol x)
    {
        var known = new Dictionary<Expression, Polynomial>();
        var nodes = Reachable.From(u);
        u.Graph.Budget.SpendOperations(CostOfNode * (long)nodes.Count);
        foreach (var node in nodes)
        {
            Polynomial? polynomial = node switch
            {
                Number number => Polynomial.Of([number.Value]),
                Symbol symbol when symbol == x => Polynomial.Of([Rational.Zero, Rational.One]),
                Sum sum => sum.Terms.Aggregate(Polynomial.Of([sum.Constant]), (total, term) => total + (Polynomial.Of([term.Coefficient]) * known[term.Of])),
                Product product when product.Factors.Sum(factor => (long)known[factor].Degree) <= LargestDegree =>
                    product.Factors.Aggregate(Polynomial.Of([product.Coefficient]), (total, factor) => total * known[factor]),
                Call { Function: Power, Arguments: [var @base, Number { Value: { IsInteger: true, Sign: > 0 } n }] } when n <= LargestDegree && known[@base].Degree * n.ToDouble() <= LargestDegree =>
                    Enumerable.Range(0, (int)n.ToDouble()).Aggregate(Polynomial.One, (power, _) => power * known[@base]),
                _ => null,
            };
            if (polynomial is not { Degree: <= LargestDegree } kept) return null;
            known[node] = kept;
        }

        return known[u];
    }
}
