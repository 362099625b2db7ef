using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Functions;
using Calculus.Programs;

namespace Calculus.Certification;

/// <summary>Formulas at one point in an arithmetic of enclosed numbers, node by node.</summary>
/// <typeparam name="T">An enclosed number.</typeparam>
/// <param name="plan">The nodes.</param>
/// <param name="arithmetic">The arithmetic.</param>
/// <param name="values">The entries of a variable or datum.</param>
/// <param name="budget">Asked for each node.</param>
internal sealed class NodeWalk<T>(NodePlan plan, IArithmetic<T> arithmetic, Func<Symbol, T[]> values, Budget budget)
{
    // A node has an array, or one number that stands for all its entries.
    private readonly T[] _numbers = new T[plan.Nodes.Length];
    private readonly T[]?[] _entries = new T[]?[plan.Nodes.Length];
    private readonly T _one = arithmetic.Of(Rational.One);
    private ArrayNodes<T>? _arrays;

    /// <summary>The entries of each formula of the plan.</summary>
    /// <exception cref="UnboundSymbolException">A letter has no value.</exception>
    /// <exception cref="OperationCanceledException">The request was cancelled.</exception>
    public T[][] Run()
    {
        for (var place = 0; place < plan.Nodes.Length; place++)
        {
            budget.Visit();
            var (node, children) = (plan.Nodes[place], plan.Children[place]);
            switch (node)
            {
                case Number number:
                    _numbers[place] = arithmetic.Of(number.Value);
                    break;
                case Symbol { Role: SymbolRole.Constant } constant:
                    _numbers[place] = arithmetic.Constant(constant.Name);
                    break;
                case Sum or Product or Call or Choice when node.Shape.IsScalar:
                    _numbers[place] = Entry(node, children, 0);
                    break;
                default:
                    var entries = OfArray(node, children);
                    if (entries is [var only]) _numbers[place] = only;
                    else _entries[place] = entries;
                    break;
            }
        }

        return Array.ConvertAll(plan.Roots, EntriesOf);
    }

    private T[] EntriesOf(int place) => _entries[place] ?? [_numbers[place]];

    private T[] OfArray(Expression node, int[] children)
    {
        switch (node)
        {
            case Symbol { Role: SymbolRole.Dimension } dimension: return [arithmetic.Of(plan.Lengths.Of(new Dimension(0, dimension.Name)))];
            case Symbol { Role: SymbolRole.IndexRange } range: return [.. Enumerable.Range(1, plan.Lengths.Of(range.Shape[0])).Select(index => arithmetic.Of(index))];
            case Symbol symbol: return values(symbol);
            case Sum or Product or Call or Choice: break;
            default: return (_arrays ??= new ArrayNodes<T>(arithmetic, plan.Lengths, budget)).Of(node, Array.ConvertAll(children, EntriesOf));
        }

        var entries = new T[plan.CountOf(node)];
        for (var entry = 0; entry < entries.Length; entry++)
        {
            if ((entry & 63) == 63) budget.Visit();
            entries[entry] = Entry(node, children, entry);
        }

        return entries;
    }

    private T Entry(Expression node, int[] children, int entry)
    {
        switch (node)
        {
            case Sum sum: return OfSum(sum, children, entry);
            case Product product:
                // What was cancelled is not multiplied first: x·1e300·1e-300.
                var result = arithmetic.Of(product.Coefficient);
                foreach (var child in children) result = arithmetic.Multiply(result, At(child, entry));
                return result;
            case Choice:
                return arithmetic.Compare(At(children[0], entry), arithmetic.Of(Rational.Zero)) switch
                {
                    null => arithmetic.Unknown,
                    0 => At(children[2], entry),
                    _ => At(children[1], entry),
                };
            default: return OfCall((Call)node, children, entry);
        }
    }

    private T OfSum(Sum sum, int[] children, int entry)
    {
        if (Reading.TryOneMinusSquare(sum) is { } squashed) return OneMinusSquare(squashed, entry);
        var exponential = Reading.ExponentialMinusOne(sum);
        var total = arithmetic.Of(exponential < 0 ? sum.Constant : sum.Constant - Reading.ConstantOf(sum));
        for (var i = 0; i < children.Length; i++)
        {
            var term = i == exponential && Reading.TryExponent(sum.Terms[i].Of) is { } exponent
                ? Apply(Expm1.Function, OfNode(exponent, entry))
                : At(children[i], entry);
            total = arithmetic.Add(total, arithmetic.Scale(sum.Terms[i].Coefficient, term));
        }

        return total;
    }

    // 1 − tanh(u)² = 4·σ(2u)·σ(−2u), 1 − erf(u)² = erfc(u)·erfc(−u), 1 − σ(u)² = σ(−u)·(1 + σ(u)): nothing cancels.
    private T OneMinusSquare(Call squashed, int entry)
    {
        var u = OfNode(squashed.Arguments[0], entry);
        var minus = arithmetic.Scale(-1, u);
        if (squashed.Function is Erf) return arithmetic.Multiply(Apply(Erfc.Function, u), Apply(Erfc.Function, minus));
        if (squashed.Function is Sigmoid) return arithmetic.Multiply(Apply(Sigmoid.Function, minus), arithmetic.Add(_one, Apply(Sigmoid.Function, u)));
        return arithmetic.Scale(4, arithmetic.Multiply(Apply(Sigmoid.Function, arithmetic.Scale(2, u)), Apply(Sigmoid.Function, arithmetic.Scale(2, minus))));
    }

    private T OfCall(Call call, int[] children, int entry)
    {
        if (Reading.TryExponent(call) is { } exponent && call.Function is Power) return Apply(Exp.Function, OfNode(exponent, entry));
        if (Reading.TryLogOnePlus(call) is { } sum)
        {
            var rest = arithmetic.Of(sum.Constant - Rational.One);
            foreach (var term in sum.Terms) rest = arithmetic.Add(rest, arithmetic.Scale(term.Coefficient, OfNode(term.Of, entry)));
            return Apply(Log1p.Function, rest);
        }

        var arguments = new T[children.Length];
        for (var i = 0; i < arguments.Length; i++) arguments[i] = At(children[i], entry);
        return arithmetic.Call(call.Function, arguments);
    }

    private T Apply(Function function, T argument) => arithmetic.Call(function, [argument]);

    private T At(int place, int entry) => _entries[place] is { } entries ? entries[entry] : _numbers[place];

    private T OfNode(Expression node, int entry) => At(plan.PlaceOf(node), entry);
}
