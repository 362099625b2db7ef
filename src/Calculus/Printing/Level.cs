using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.Printing;

/// <summary>How tightly the outermost sign of a written node binds; the loosest first.</summary>
internal enum Level
{
    Any,
    Or,
    And,
    Not,
    Relation,
    Sum,
    Product,
    Power,
    Atom,
    Postfix,
}

/// <summary>The levels of nodes.</summary>
internal static class Levels
{
    /// <summary>The level at which a node is written in the function language.</summary>
    public static Level Of(Expression node, bool decimals) => node switch
    {
        Number { Value.Sign: < 0 } or Sum or Product { Coefficient.Sign: < 0 } => Level.Sum,
        Number number => Numeral.Of(number.Value, decimals).Divisor is null ? Level.Postfix : Level.Product,
        Product => Level.Product,
        Call call => call.Function switch
        {
            Power or RealPower => OfPower(call),
            Relation => Level.Relation,
            And => Level.And,
            Or => Level.Or,
            Not => Level.Not,
            Factorial => Level.Atom,
            Notation notation => notation.Level,
            _ => Level.Postfix,
        },
        _ => Level.Postfix,
    };

    private static Level OfPower(Call power)
    {
        var exponent = PeoplesOrder.NumericExponent(power, out var @base);
        if (@base == power) return Level.Power; // the exponent is not a number
        return exponent.Sign < 0 ? Level.Product : exponent == Rational.Of(1, 2) ? Level.Atom : Level.Power;
    }
}
