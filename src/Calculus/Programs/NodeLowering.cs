using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.Programs;

/// <summary>What each kind of node becomes. Its children have been lowered before it.</summary>
internal sealed class NodeLowering(InstructionBuilder builder, SymbolValues symbols, OperandOrder order, int nodes)
{
    private readonly Operand[] _values = new Operand[nodes];
    private readonly Dictionary<int, Operand> _denominators = [];

    /// <summary>The node's value.</summary>
    public Operand Lower(Expression node, Budget budget) => _values[node.Index] = node switch
    {
        Number number => builder.Known(number.Value.ToDouble()),
        Symbol symbol => symbols.Of(symbol, builder),
        Sum sum => OfSum(sum, budget),
        Product product => OfProduct(product.Coefficient, product, budget),
        Call call => OfCall(call, budget),
        Choice choice => builder.Select(ValueOf(choice.Condition), ValueOf(choice.Then), ValueOf(choice.Otherwise)),
        _ => throw new NotSupportedException($"No instruction computes a {node.GetType().Name}."),
    };

    /// <summary>The positive power below the fraction line that replaces a negative one.</summary>
    public void LowerDenominator(Call power) => _denominators[power.Index] = Denominator(power);

    private Operand ValueOf(Expression node) => node is Number number ? builder.Known(number.Value.ToDouble()) : _values[node.Index];

    private Operand OfSum(Sum sum, Budget budget)
    {
        if (Reading.TryOneMinusSquare(sum) is { } squashed) return OneMinusSquare(squashed);
        var place = Reading.ExponentialMinusOne(sum);
        return place < 0
            ? Added(sum, withConstant: true, exponential: null, budget)
            : Added(sum, withConstant: false, sum.Terms[place].Of, budget);
    }

    // 1 − tanh(u)² = sech(u)², 1 − erf(u)² = erfc(u)·erfc(−u) and 1 − σ(u)² = σ(−u)·(1 + σ(u)): nothing cancels.
    private Operand OneMinusSquare(Call squashed)
    {
        var u = ValueOf(squashed.Arguments[0]);
        if (squashed.Function is Sigmoid)
            return builder.Multiply(builder.Unary(Sigmoid.Function, builder.Negate(u)), builder.Add(builder.Known(1), ValueOf(squashed)));
        if (squashed.Function is Erf)
            return builder.Multiply(builder.Unary(Erfc.Function, u), builder.Unary(Erfc.Function, builder.Negate(u)));
        var secant = builder.Unary(Sech.Function, u);
        return builder.Multiply(secant, secant);
    }

    // From left to right; a negative coefficient subtracts.
    private Operand Added(Sum sum, bool withConstant, Expression? exponential, Budget budget)
    {
        Operand? total = null;
        foreach (var (coefficient, node) in order.Terms(sum))
        {
            budget.Visit();
            if (node is Number && !withConstant) continue;
            var isFirst = total is null;
            var term = Scaled(isFirst ? coefficient : coefficient.Abs(), node, node == exponential, budget);
            total = isFirst ? term : coefficient.Sign < 0 ? builder.Subtract(total!.Value, term) : builder.Add(total!.Value, term);
        }

        return total ?? builder.Known(0);
    }

    private Operand Scaled(Rational coefficient, Expression node, bool isExponentialMinusOne, Budget budget)
    {
        if (isExponentialMinusOne)
            return Multiplied(coefficient, [builder.ExponentialMinusOne(ValueOf(Reading.TryExponent(node)!))], []);
        if (coefficient.IsOne) return ValueOf(node);
        if (coefficient == -1) return builder.Negate(ValueOf(node));
        var product = Reading.TryInline(new Term(coefficient, node));
        if (product is null && !Reading.IsBelowLine(node)) return Multiplied(coefficient, [ValueOf(node)], []);

        // An undefined quotient is traced to the term, not to the sum.
        var sum = builder.Source;
        builder.Source = node.Index;
        var scaled = product is null
            ? Multiplied(coefficient, [], [_denominators[node.Index]])
            : OfProduct(coefficient * product.Coefficient, product, budget);
        builder.Source = sum;
        return scaled;
    }

    private Operand OfProduct(Rational coefficient, Product product, Budget budget)
    {
        var above = new List<Operand>(product.Factors.Length);
        var below = new List<Operand>();
        foreach (var factor in order.Factors(product))
        {
            budget.Visit();
            if (Reading.IsBelowLine(factor)) below.Add(_denominators[factor.Index]);
            else above.Add(ValueOf(factor));
        }

        return Multiplied(coefficient, above, below);
    }

    // coefficient·above/below, the coefficient's own numerator and denominator first.
    private Operand Multiplied(Rational coefficient, List<Operand> above, List<Operand> below)
    {
        var (front, divisor) = Coefficient.Of(coefficient, below.Count > 0);
        Operand numerator;
        if (above.Count == 0) numerator = builder.Known(front);
        else if (front == -1) numerator = builder.Negate(above[0]);
        else numerator = builder.Multiply(builder.Known(front), above[0]);
        foreach (var factor in above.Skip(1)) numerator = builder.Multiply(numerator, factor);

        var denominator = builder.Known(divisor);
        foreach (var factor in below) denominator = builder.Multiply(denominator, factor);
        return builder.Divide(numerator, denominator);
    }

    private Operand OfCall(Call call, Budget budget)
    {
        if (Reading.TryExponent(call) is { } exponent) return builder.Unary(Exp.Function, ValueOf(exponent));
        if (Reading.TryLogOnePlus(call) is { } sum) return builder.LogOnePlus(Added(sum, withConstant: false, exponential: null, budget));
        if (Reading.IsBelowLine(call))
        {
            if (!_denominators.TryGetValue(call.Index, out var denominator)) denominator = Denominator(call);
            return builder.Divide(builder.Known(1), denominator);
        }

        if (call.Function is Power) return builder.Raise(ValueOf(call.Arguments[0]), ValueOf(call.Arguments[1]));
        var arguments = new Operand[call.Arguments.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            budget.Visit();
            arguments[i] = ValueOf(call.Arguments[i]);
        }

        return builder.Call(call.Function, arguments);
    }

    private Operand Denominator(Call power)
    {
        var @base = ValueOf(power.Arguments[0]);
        var exponent = ((Number)power.Arguments[1]).Value;
        return power.Function is Power
            ? builder.Raise(@base, (-exponent).ToDouble())
            : builder.Call(RealPower.Function, [@base, builder.Known((-exponent).ToDouble()), ValueOf(power.Arguments[2])]);
    }
}
