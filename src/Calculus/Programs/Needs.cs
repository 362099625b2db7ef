using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.Programs;

/// <summary>Which nodes the outputs depend on, and in which form: one backward pass over the graph.</summary>
internal sealed class Needs
{
    private const byte Value = 1, Denominator = 2;

    private readonly byte[] _needs;
    private readonly Budget _budget;

    private Needs(int nodes, Budget budget) => (_needs, _budget) = (new byte[nodes], budget);

    /// <summary>One more than the largest index of a needed node.</summary>
    public int Count => _needs.Length;

    /// <summary>What is needed for the given outputs.</summary>
    public static Needs Of(IReadOnlyList<Expression> outputs, Budget budget)
    {
        var needs = new Needs(outputs.Count == 0 ? 0 : outputs.Max(static output => output.Index) + 1, budget);
        foreach (var output in outputs) needs.Ask(output);
        for (var index = needs.Count - 1; index >= 0; index--)
        {
            budget.Visit();
            if (needs._needs[index] != 0) needs.AskChildren(outputs[0].Graph.Nodes[index]);
        }

        return needs;
    }

    /// <summary>Whether the node's value is needed.</summary>
    public bool NeedsValue(int index) => (_needs[index] & Value) != 0;

    /// <summary>Whether the node is a negative power whose positive power is needed, because a product divides by it.</summary>
    public bool NeedsDenominator(int index) => (_needs[index] & Denominator) != 0;

    private void Ask(Expression node) => _needs[node.Index] |= Value;

    private void AskChildren(Expression node)
    {
        switch (node)
        {
            case Sum sum when Reading.TryOneMinusSquare(sum) is { } squashed:
                Ask(squashed);
                Ask(squashed.Arguments[0]);
                break;
            case Sum sum:
                AskTerms(sum, Reading.ExponentialMinusOne(sum));
                break;
            case Product product:
                AskFactors(product);
                break;
            case Call call:
                AskArguments(call);
                break;
            case Choice choice:
                Ask(choice.Condition);
                Ask(choice.Then);
                Ask(choice.Otherwise);
                break;
        }
    }

    private void AskArguments(Call call)
    {
        if (Reading.TryExponent(call) is { } exponent)
        {
            Ask(exponent);
        }
        else if (Reading.TryLogOnePlus(call) is { } sum)
        {
            AskTerms(sum, -1);
        }
        else if (call.Function is Power or RealPower && call.Arguments[1] is Number)
        {
            Ask(call.Arguments[0]);
        }
        else
        {
            foreach (var argument in call.Arguments)
            {
                _budget.Visit();
                Ask(argument);
            }
        }
    }

    private void AskTerms(Sum sum, int exponentialMinusOne)
    {
        for (var i = 0; i < sum.Terms.Length; i++)
        {
            _budget.Visit();
            var term = sum.Terms[i];
            if (i == exponentialMinusOne) Ask(Reading.TryExponent(term.Of)!);
            else if (Reading.TryInline(term) is { } product) AskFactors(product);
            else if (term.Coefficient.Abs().IsOne) Ask(term.Of);
            else AskFactor(term.Of);
        }
    }

    private void AskFactors(Product product)
    {
        foreach (var factor in product.Factors)
        {
            _budget.Visit();
            AskFactor(factor);
        }
    }

    private void AskFactor(Expression factor) => _needs[factor.Index] |= Reading.IsBelowLine(factor) ? Denominator : Value;
}
