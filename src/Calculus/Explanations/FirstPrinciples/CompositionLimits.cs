using Calculus.Expressions;
using Calculus.Syntax;

namespace Calculus.Explanations.FirstPrinciples;

/// <summary>Functions of functions, inverse functions, functions by definition or by branches, and what is cited.</summary>
internal sealed class CompositionLimits(Quotients quotients, NumeratorLines numerators)
{
    private SyntaxFactory Factory => quotients.Factory;

    /// <summary>An outer function of an inner one.</summary>
    /// <param name="part">The composed function.</param>
    /// <param name="inner">The inner function.</param>
    /// <param name="outer">The outer function of what stands for the inner one.</param>
    public LimitPlan Chain(Part part, SyntaxNode inner, Func<SyntaxNode, SyntaxNode> outer)
    {
        var frame = quotients.Frames.Inside(part.Frame);
        var (outside, inside) = (new Part(outer(frame.At), frame), part with { Node = inner });
        var change = Factory.Subtract(quotients.Shift(inside), inner);
        return new LimitPlan(LimitRules.InnerDifference, [outside, inside], (chain, limits) =>
        {
            chain.Rewrite(
                LimitRules.InnerDifference,
                $"The quotient is multiplied and divided by the change of {quotients.Quote(inner)}.{(numerators.IsStraight(inside) ? "" : " Where that change is 0, the first factor stands for its limit.")}",
                Factory.Multiply(Factory.Divide(Factory.Subtract(quotients.Shift(part), part.Node), change), quotients.Of(inside)));
            var meaning = new Dictionary<string, SyntaxNode>(StringComparer.Ordinal) { [frame.Variable] = inner };
            chain.Limit(
                LimitRules.ProductOfLimits,
                $"With {frame.Variable} = {quotients.Quote(inner)} and its change {frame.Step}, which goes to 0 with {part.Frame.Step}, the first factor is the difference quotient of {quotients.Quote(outside.Node)}.",
                Factory.Multiply(Substitution.In(limits.Of(outside), meaning, quotients.Notation), limits.Of(inside)), limits.Steps);
        })
        { WorksOut = false };
    }

    /// <summary>A function of the variable whose inverse is easier.</summary>
    public LimitPlan Inverse(Part part, string inverse)
    {
        var frame = quotients.Frames.Inside(part.Frame);
        var outside = new Part(Factory.Call(inverse, frame.At), frame);
        var (value, ahead) = (part.Node, quotients.Shift(part));
        var change = Factory.Subtract(ahead, value);
        var step = Factory.Subtract(Factory.Call(inverse, ahead), Factory.Call(inverse, value));
        return new LimitPlan(LimitRules.Inverse, [outside], (chain, limits) =>
        {
            chain.Rewrite(
                LimitRules.Inverse, $"{inverse} undoes {part.Node.Text}: {part.Frame.Step} is the difference of the values of {inverse}.", Factory.Divide(change, step));
            chain.Rewrite(LimitRules.Inverse, "A quotient is 1 over its reciprocal.", Factory.Divide(Factory.Number(1), Factory.Divide(step, change)));
            var meaning = new Dictionary<string, SyntaxNode>(StringComparer.Ordinal) { [frame.Variable] = value };
            chain.Limit(
                LimitRules.ProductOfLimits, $"With {frame.Variable} = {quotients.Quote(value)} and its change {frame.Step}, the denominator is the difference quotient of {quotients.Quote(outside.Node)}.",
                Factory.Divide(Factory.Number(1), Substitution.In(limits.Of(outside), meaning, quotients.Notation)), limits.Steps);
        })
        { WorksOut = false };
    }

    /// <summary>What is written differently first.</summary>
    public LimitPlan Written(Part part, SyntaxNode differently, Rule rule, string explanation)
    {
        var inner = part with { Node = differently };
        return new LimitPlan(rule, [inner], (chain, limits) =>
        {
            chain.Rewrite(rule, explanation, quotients.Of(inner));
            chain.GoOn(limits.Lines(inner), limits.Of(inner));
        })
        { WorksOut = false, GoesOn = true };
    }

    /// <summary>A choice between branches.</summary>
    public LimitPlan Branches(Part part)
    {
        var arguments = part.Node.Children;
        Part At(int place) => part with { Node = arguments[place] };
        bool IsBranch(int place) => place % 2 == 1 || place == arguments.Count - 1;
        var branches = Enumerable.Range(0, arguments.Count).Where(IsBranch).ToList();
        return new LimitPlan(LimitRules.Branches, [.. branches.Select(At)], (chain, limits) => chain.Limit(
            LimitRules.Branches, LimitRules.Branches.Sentence,
            Factory.Call(part.Node.Text, [.. arguments.Select((argument, place) => IsBranch(place) ? limits.Of(At(place)) : argument)]), limits.Steps))
        { WorksOut = false };
    }

    /// <summary>What is not worked out.</summary>
    public LimitPlan Known(Part part, Function function) => new(LimitRules.Known, [], (chain, _) => chain.Limit(
        LimitRules.Known, $"The limit for {function.Name} takes more than algebra and the standard limits, so its derivative is taken as known.", quotients.Written(part)))
    { WorksOut = false, Cited = function.Name };
}
