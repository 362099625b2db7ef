using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.Printing;

/// <summary>About how many lines of letters a node takes when typeset: what decides between e^u and exp(u).</summary>
internal static class Height
{
    /// <summary>A simple fraction with a power in it is the most that an exponent holds.</summary>
    public const double MostInExponent = 2.5;

    /// <summary>The longest text of an exponent.</summary>
    public const int LongestInExponent = 30;

    private const double Superscript = 0.3, Exponent = 0.6;

    /// <summary>The height of a node, given its children's.</summary>
    public static double Of(Expression node, NodeTable<double> heights)
    {
        switch (node)
        {
            case Number number:
                return number.Value.IsInteger ? 1 : 2;
            case Product product:
                return OfProduct(product, heights);
            case Call { Function: Power, Arguments: [var @base, not Number and var exponent] }:
                return heights[@base] + (Exponent * heights[exponent]);
            case Call { Function: Power or RealPower }:
                var n = PeoplesOrder.NumericExponent(node, out var raised);
                return Raised(heights[raised], n) + (n.Sign < 0 ? 1 : 0);
            case Call { Function.LatexBase: not null } call:
                return 1 + (Exponent * heights[call.Arguments[0]]);
            default:
                var height = 1.0;
                for (var i = 0; i < node.ChildCount; i++) height = Math.Max(height, heights[node.Child(i)]);
                return node is Choice ? height + 1 : height;
        }
    }

    private static double OfProduct(Product product, NodeTable<double> heights)
    {
        double above = 1, below = product.Coefficient.IsInteger ? 0 : 1;
        foreach (var factor in product.Factors)
        {
            var exponent = PeoplesOrder.NumericExponent(factor, out var @base);
            if (exponent.Sign < 0) below = Math.Max(below, Raised(heights[@base], exponent));
            else above = Math.Max(above, heights[factor]);
        }

        return above + below;
    }

    private static double Raised(double height, Rational exponent) => exponent.Abs().IsOne ? height : height + Superscript;
}
