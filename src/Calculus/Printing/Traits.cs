using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.Printing;

/// <summary>What the order of terms and factors needs to know of a node.</summary>
/// <param name="HasVariable">Whether a variable occurs in it.</param>
/// <param name="HasCall">Whether a function other than a power with a constant exponent is applied to variables.</param>
/// <param name="Degree">The total degree in the variables outside calls; for a sum, the highest among its terms.</param>
/// <param name="CallDegree">The total degree in calls.</param>
/// <param name="Length">About how many characters it takes when written out; saturates.</param>
/// <param name="Names">The first and the last name in it, in the variables' order.</param>
/// <param name="Numbers">The sum of the numbers in it: what sin(2*x) and sin(3*x), or x - 1 and x + 2, differ by.</param>
internal sealed record Traits(bool HasVariable, bool HasCall, double Degree, double CallDegree, long Length, NameSpan Names, double Numbers)
{
    private const long Longest = long.MaxValue / 4;

    public static Traits Of(Expression node, Func<Symbol, bool> isVariable, Func<Symbol, int> rankOf, NodeTable<Traits> known)
    {
        switch (node)
        {
            case Number number:
                return new Traits(false, false, 0, 0, (number.Value.Numerator.GetBitLength() / 3) + (number.Value.IsInteger ? 1 : 3), default, number.Value.ToDouble());
            case Symbol symbol:
                var variable = isVariable(symbol);
                return new Traits(variable, false, variable ? 1 : 0, 0, symbol.Name.Length, NameSpan.Of(rankOf(symbol), symbol.Name), 0);
            case Sum sum:
                return OfSum(sum, known);
            case Product product:
                return Together(product.Coefficient.IsOne ? 0 : 2, product.Coefficient.IsOne ? 0 : product.Coefficient.ToDouble(), product.Factors.AsSpan(), known);
            case Call { Function: Power } power when power.Arguments[1] is Number exponent:
                return known[power.Arguments[0]].Raised(exponent.Value);
            case Call { Function: RealPower } power:
                return known[power.Arguments[0]].Raised(RealPower.ExponentOf(power.Arguments.AsSpan()));
            case Call { Function: Exp, Arguments: [Product { Coefficient: { IsInteger: true, Sign: > 0 } times } product] } power
                when product.Factors is [Symbol symbol] && isVariable(symbol):
                // exp(2*x) is the square of exp(x).
                return known[product] with { HasCall = true, Degree = 0, CallDegree = times.ToDouble(), Length = known[product].Length + power.Function.Name.Length + 1, Numbers = times.ToDouble() };
            case Call { Function: Notation { Level: Level.Product } } product:
                return Together(0, 0, product.Arguments.AsSpan(), known);
            default:
                var any = false;
                var (names, numbers) = (default(NameSpan), 0.0);
                long length = node is Call call ? call.Function.Name.Length : "if".Length;
                for (var i = 0; i < node.ChildCount; i++)
                {
                    var child = known[node.Child(i)];
                    any |= child.HasVariable;
                    names = names.With(child.Names);
                    numbers += child.Numbers;
                    length = Math.Min(length + child.Length + 1, Longest);
                }

                return new Traits(any, any, 0, any ? 1 : 0, length, names, numbers);
        }
    }

    /// <summary>Which of two comes first that are of one kind, degree and length: by their names, then by their numbers.</summary>
    public int CompareTied(Traits of)
    {
        var order = Names.CompareTo(of.Names);
        return order != 0 ? order : Numbers.CompareTo(of.Numbers);
    }

    private static Traits OfSum(Sum sum, NodeTable<Traits> known)
    {
        var (variable, call) = (false, false);
        var (degree, callDegree) = sum.Constant.IsZero ? (double.NegativeInfinity, double.NegativeInfinity) : (0.0, 0.0);
        long length = sum.Constant.IsZero ? 0 : 1;
        var (names, numbers) = (default(NameSpan), sum.Constant.ToDouble());
        foreach (var term in sum.Terms)
        {
            var of = known[term.Of];
            numbers += of.Numbers + (term.Coefficient.IsOne ? 0 : term.Coefficient.ToDouble());
            variable |= of.HasVariable;
            call |= of.HasCall;
            degree = Math.Max(degree, of.Degree);
            callDegree = Math.Max(callDegree, of.CallDegree);
            length = Math.Min(length + of.Length + 3, Longest);
            names = names.With(of.Names);
        }

        return new Traits(variable, call, degree, callDegree, length, names, numbers);
    }

    private static Traits Together(long length, double numbers, ReadOnlySpan<Expression> factors, NodeTable<Traits> known)
    {
        var (variable, call) = (false, false);
        var (degree, callDegree) = (0.0, 0.0);
        var names = default(NameSpan);
        foreach (var factor in factors)
        {
            var of = known[factor];
            variable |= of.HasVariable;
            call |= of.HasCall;
            degree += of.Degree;
            callDegree += of.CallDegree;
            length = Math.Min(length + of.Length + 1, Longest);
            names = names.With(of.Names);
            numbers += of.Numbers;
        }

        return new Traits(variable, call, degree, callDegree, length, names, numbers);
    }

    private Traits Raised(Rational exponent)
    {
        var n = exponent.ToDouble();
        return this with { Degree = Degree == 0 ? 0 : Degree * n, CallDegree = CallDegree == 0 ? 0 : CallDegree * n, Length = Math.Min(Length + 2, Longest), Numbers = Numbers + n };
    }
}
