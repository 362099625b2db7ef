using Calculus.Expressions;
using Calculus.Printing;

namespace Calculus.Explanations;

/// <summary>Which rule gives the derivative by a part of a formula of vectors and matrices, and the sentence for it.</summary>
/// <param name="print">How formulas are written.</param>
internal sealed class ArrayWords(Func<Expression, Printed> print)
{
    private const int LongestQuote = 60;

    /// <summary>The rule and the sentence.</summary>
    /// <param name="part">The part.</param>
    /// <param name="users">What it is directly a part of; the last is the outermost.</param>
    public (Rule Rule, string Sentence) Of(Expression part, IReadOnlyList<Expression> users)
    {
        var user = users[^1];
        var (rule, sentence) = RuleOf(user, part);
        var inner = Quote(part);
        List<string> outer = [.. users.Select(Quote).OfType<string>()];
        if (inner is null || outer.Count < users.Count)
            return (rule, users.Count == 1 ? sentence : FormattableString.Invariant($"It is used in {users.Count} places, and the contributions are added."));
        return users.Count == 1
            ? (rule, $"{Belonging(inner, outer[0])}. {sentence}")
            : (rule, $"{inner} is a part of {Words.List(outer)}: the contributions are added.");
    }

    // A function such as softmax is computed by way of another that is not seen in it.
    private static string Belonging(string inner, string outer) =>
        outer.Contains(inner, StringComparison.Ordinal) ? $"{inner} is a part of {outer}" : $"{outer} is computed by way of {inner}";

    private string? Quote(Expression node)
    {
        var text = print(node).Text;
        return text.Length <= LongestQuote ? text : null;
    }

    private (Rule Rule, string Sentence) RuleOf(Expression user, Expression part)
    {
        var (rule, sentence) = user switch
        {
            Sum sum => OfSum(sum, part),
            Product product => OfProduct(product, part),
            Call => (ArrayRules.Chain, user.Shape.IsScalar ? "The derivative is multiplied by the slope of the function there." : ArrayRules.Chain.Sentence),
            Choice => (ArrayRules.Branch, ArrayRules.Branch.Sentence),
            Contraction { Factors: [{ Of: Slice { IsPut: false } slice }] } when slice.Argument == part => Plain(ArrayRules.Entries),
            Contraction contraction => OfContraction(contraction),
            Reduce { Reduction: Reduction.Norm } => Plain(ArrayRules.Norm),
            Reduce { Reduction: Reduction.LogSumExp } => Plain(ArrayRules.LogSumExp),
            Reduce { Reduction: Reduction.Product or Reduction.OtherProducts } => Plain(ArrayRules.ProductOfEntries),
            Reduce => Plain(ArrayRules.Extreme),
            Slice => Plain(ArrayRules.Entries),
            Expressions.Stack => Plain(ArrayRules.Stacked),
            MatrixFunction { Operation: MatrixOperation.Inverse } => Plain(ArrayRules.Inverse),
            MatrixFunction { Operation: MatrixOperation.LogDeterminant } => Plain(ArrayRules.LogDeterminant),
            MatrixFunction => Plain(ArrayRules.Determinant),
            _ => throw new InvalidOperationException($"There is no rule for a {user.GetType().Name} above a {part.GetType().Name}."),
        };
        var isSpread = user is Sum or Product or Call or Choice && part.Shape.IsScalar && !user.Shape.IsScalar;
        return (rule, isSpread ? $"{sentence} A number stands in every entry, so the contributions of all entries are added." : sentence);
    }

    private static (Rule Rule, string Sentence) Plain(Rule rule) => (rule, rule.Sentence);

    private (Rule Rule, string Sentence) OfSum(Sum sum, Expression part)
    {
        var coefficient = sum.Terms.First(term => term.Of == part).Coefficient;
        if (coefficient.IsOne) return Plain(ArrayRules.Sum);
        return coefficient == -Rational.One
            ? (ArrayRules.Sum, "It is subtracted, so it gets the derivative of the difference with the opposite sign.")
            : (ArrayRules.Sum, $"It has the factor {Number(part, coefficient)} there, and so has the derivative.");
    }

    private (Rule Rule, string Sentence) OfProduct(Product product, Expression part)
    {
        if (product.Factors.All(factor => factor == part))
            return (ArrayRules.Scaled, $"The constant factor {Number(part, product.Coefficient)} stays.");
        return (ArrayRules.Product, product.Shape.IsScalar ? "The derivative is multiplied by the other factors." : ArrayRules.Product.Sentence);
    }

    private static (Rule Rule, string Sentence) OfContraction(Contraction contraction)
    {
        var factors = contraction.Factors;
        if (factors is [{ Labels: var labels }])
            return Plain(contraction.Out.Length > 0 ? ArrayRules.Rearranged : labels.Distinct().Count() < labels.Length ? ArrayRules.Trace : ArrayRules.Total);
        if (contraction.Out.Length > 0 || factors.Any(static factor => factor.Labels.Length != 2)) return Plain(ArrayRules.MatrixProduct);
        var isCircle = factors.SelectMany(static factor => factor.Labels).GroupBy(static label => label).All(static same => same.Count() == 2);
        return isCircle
            ? Plain(ArrayRules.Trace)
            : (ArrayRules.MatrixProduct, "The sum is linear in it: each entry gets the number that it is multiplied by.");
    }

    private string Number(Expression part, Rational number) => print(part.Graph.Number(number)).Text;
}
