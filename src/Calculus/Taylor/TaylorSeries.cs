using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.Taylor;

/// <summary>
/// Power series of every node of a tape around one point, order by order. For y = φ(u) the coefficients follow from
/// y′ = φ′(u)·u′: k·y_k = Σ j·u_j·φ′_(k−j). Griewank and Walther, Evaluating Derivatives, 2nd ed., section 13.2; Knuth,
/// The Art of Computer Programming, volume 2, section 4.7, for powers.
/// </summary>
/// <typeparam name="T">A coefficient.</typeparam>
/// <param name="tape">The nodes.</param>
/// <param name="ring">The arithmetic.</param>
/// <param name="point">The value of the variable.</param>
internal sealed class TaylorSeries<T>(TaylorTape tape, ICoefficients<T> ring, T point)
{
    // Up to this exponent a whole power is computed as a product, which involves no division.
    private const int LongestProductOfPowers = 8;

    private readonly Dictionary<Expression, T[]> _series = new(tape.Nodes.Count);
    private readonly Dictionary<Expression, T[][]> _products = [];
    private readonly Dictionary<Choice, bool> _taken = [];

    /// <summary>Computes the whole tape, coefficient by coefficient.</summary>
    /// <param name="budget">Pays for each product of two coefficients.</param>
    /// <exception cref="LimitException">The budget is spent.</exception>
    /// <returns>The coefficients of the root, from order 0 on.</returns>
    public T[] Run(Budget budget)
    {
        for (var k = 0; k <= tape.Order; k++)
        {
            budget.SpendOperations((long)tape.Nodes.Count * (k + 1));
            foreach (var node in tape.Nodes)
            {
                budget.Visit();
                if (tape.OrderOf(node) < k) continue;
                if (k == 0) _series[node] = new T[tape.OrderOf(node) + 1];
                _series[node][k] = Coefficient(node, k);
            }
        }

        return [.. Enumerable.Range(0, tape.Order + 1).Select(k => At(tape.Root, k))];
    }

    /// <summary>The value of a node at the point.</summary>
    public T Value(Expression node) => _series[node][0];

    private T At(Expression node, int k)
    {
        var series = _series[node];
        return k < series.Length ? series[k] : ring.Number(Rational.Zero);
    }

    private T Coefficient(Expression node, int k) => node switch
    {
        Number number => ring.Number(number.Value),
        Symbol symbol when tape.IsVariable(symbol) => k == 0 ? point : ring.Number(k == 1 ? Rational.One : Rational.Zero),
        Symbol symbol => ring.Symbol(symbol),
        Sum sum => OfSum(sum, k),
        Product product => OfProduct(product, k),
        Choice choice => OfChoice(choice, k),
        Call call when TaylorTape.IsStaircase(call.Function) => k == 0 ? ring.Constant(call, Values(call)) : ring.Number(Rational.Zero),
        Call call when TaylorTape.IsConstantPower(call) => OfPower(call, k),
        Call call => k == 0 ? ring.Apply(call, Values(call)) : OfCall(call, k),
        _ => throw new NotSupportedException($"There is no series of a {node.GetType().Name}."),
    };

    private T[] Values(Call call) => [.. call.Arguments.Select(argument => _series[argument][0])];

    private T OfSum(Sum sum, int k)
    {
        var total = ring.Number(k == 0 ? sum.Constant : Rational.Zero);
        foreach (var (coefficient, node) in sum.Terms) total = ring.Add(total, ring.Scale(coefficient, At(node, k)));
        return total;
    }

    private T OfChoice(Choice choice, int k)
    {
        if (k == 0) _taken[choice] = ring.Holds(choice, _series[choice.Condition][0]);
        return At(_taken[choice] ? choice.Then : choice.Otherwise, k);
    }

    private T OfProduct(Product product, int k) =>
        ring.Scale(product.Coefficient, Multiplied(product, [.. product.Factors], k));

    // The k-th coefficient of a product from left to right; the partial products are kept for the next order.
    private T Multiplied(Expression owner, Expression[] factors, int k)
    {
        if (!_products.TryGetValue(owner, out var partial))
            _products[owner] = partial = [.. factors.Skip(1).Select(_ => new T[tape.OrderOf(owner) + 1])];
        for (var i = 1; i < factors.Length; i++)
        {
            var total = ring.Number(Rational.Zero);
            for (var j = 0; j <= k; j++)
                total = ring.Add(total, ring.Multiply(i == 1 ? At(factors[0], j) : partial[i - 2][j], At(factors[i], k - j)));
            partial[i - 1][k] = total;
        }

        return factors.Length == 1 ? At(factors[0], k) : partial[^1][k];
    }

    private T OfCall(Call call, int k)
    {
        var total = ring.Number(Rational.Zero);
        for (var place = 0; place < call.Arguments.Length; place++)
        {
            var argument = call.Arguments[place];
            if (!tape.Moves(argument)) continue;
            var partial = tape.Partial(call, place);
            for (var j = 1; j <= k; j++)
                total = ring.Add(total, ring.Scale(j, ring.Multiply(At(argument, j), At(partial, k - j))));
        }

        return ring.Scale(Rational.Of(1, k), total);
    }

    // y = u^a: u·y′ = a·u′·y gives k·u_0·y_k = Σ (a·j − (k − j))·u_j·y_(k−j).
    private T OfPower(Call call, int k)
    {
        var (@base, exponent) = (call.Arguments[0], ((Number)Power.Parts(call).Exponent!).Value);
        var start = At(@base, 0);
        if (exponent is { IsInteger: true, Sign: > 0 } && (exponent <= LongestProductOfPowers || ring.IsZero(start)))
            return exponent > LongestProductOfPowers && exponent > tape.OrderOf(call)
                ? ring.Number(Rational.Zero)
                : Multiplied(call, [.. Enumerable.Repeat(@base, (int)exponent.Numerator)], k);
        if (k == 0) return ring.Apply(call, Values(call));
        var total = ring.Number(Rational.Zero);
        for (var j = 1; j <= k; j++)
            total = ring.Add(total, ring.Scale((exponent * j) - (k - j), ring.Multiply(At(@base, j), At(call, k - j))));
        return ring.Divide(ring.Scale(Rational.Of(1, k), total), start);
    }
}
