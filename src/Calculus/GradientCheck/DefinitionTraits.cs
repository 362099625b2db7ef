using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.GradientCheck;

/// <summary>The properties of a definition that mistakes depend on.</summary>
/// <param name="Terms">How many terms its sums and how many entries its arrays have: a mean is such a sum divided by their number.</param>
/// <param name="Factors">Whole numbers that occur in it as factors, divisors or exponents.</param>
/// <param name="HasAngles">Whether it has trigonometric functions.</param>
internal sealed record DefinitionTraits(IReadOnlyList<int> Terms, IReadOnlyList<int> Factors, bool HasAngles)
{
    private const int MostFactors = 16;
    private const int LargestFactor = 1_000_000;

    /// <summary>The traits of a function and of the data in it.</summary>
    public static DefinitionTraits Of(Expression function, IEnumerable<ArrayValue> data)
    {
        var nodes = Reachable.From(function);
        var numbers = nodes.OfType<Number>().Select(static number => number.Value)
            .Concat(nodes.OfType<Product>().Select(static product => product.Coefficient))
            .Concat(nodes.OfType<Sum>().SelectMany(static sum => sum.Terms.Select(static term => term.Coefficient)));
        var lengths = nodes.Select(static node => node.Shape).Concat(data.Select(static value => value.Shape))
            .SelectMany(static shape => shape.Dimensions.ToArray().Select(static length => (long)length.Length).Append(shape.Count));
        return new DefinitionTraits(
            [
                .. nodes.OfType<Sum>().Select(static sum => (long)sum.Terms.Length).Concat(lengths)
                    .Where(static n => n is > 1 and < int.MaxValue).Select(static n => (int)n).Distinct().Order(),
            ],
            [.. numbers.SelectMany(static n => new[] { n.Numerator, n.Denominator }).Where(static n => n > 1 && n < LargestFactor).Select(static n => (int)n).Distinct().Order().Take(MostFactors)],
            nodes.OfType<Call>().Any(static call => call.Function is Sin or Cos or Tan or Sec or Csc or Cot));
    }
}
