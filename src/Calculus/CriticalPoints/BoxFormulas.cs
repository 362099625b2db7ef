using Calculus.Balls;
using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Certification;
using Calculus.Derivatives;
using Calculus.Expressions;
using Calculus.Functions;
using Calculus.Intervals;
using Calculus.Simplification;

namespace Calculus.CriticalPoints;

/// <summary>A function of several numbers with its gradient and its Hessian, over boxes.</summary>
internal sealed class BoxFormulas
{
    private const int Bits = 192;

    private readonly IntervalProgram _slopes;
    private readonly IntervalProgram _all;
    private readonly Enclosure[] _ranges;
    private readonly Enclosures _exact;
    private readonly Allowance _allowance;

    /// <summary>Makes the formulas ready.</summary>
    /// <param name="bound">The function.</param>
    /// <param name="book">Its derivatives.</param>
    /// <param name="line">Knows the data.</param>
    /// <param name="allowance">Pays for evaluations.</param>
    /// <param name="budget">Pays for exact arithmetic.</param>
    public BoxFormulas(BoundDefinition bound, DerivativeBook book, LineFormulas line, Allowance allowance, Budget budget)
    {
        _allowance = allowance;
        Count = bound.Variables.Count;
        var gradient = book.Partials(bound.Variables);
        Hessian = book.Hessian(bound.Variables);
        Expression[] slopes = [bound.Function, .. gradient.Select(static partial => partial.Formula)];
        Expression[] bends = [.. Enumerable.Range(0, Count).SelectMany(k => Enumerable.Range(k, Count - k).Select(l => Hessian[k][l].Formula))];
        _slopes = line.Program(Inside(DomainConditions.Of(bound.Function)), slopes);
        _all = line.Program(Assumptions.None, [.. slopes, .. bends]);
        _ranges = new Enclosure[slopes.Length + bends.Length];
        _exact = new Enclosures(slopes[1..], new Inputs(bound.Variables, bound.Data, bound.Context.Decimals), budget);
        var conditions = DomainConditions.Of(bound.Function).ToHashSet();
        HasSlopes = [.. gradient.Select(partial => DomainConditions.Of(partial.Exact).All(conditions.Contains))];
    }

    // What holds wherever the function has a value, single points aside.
    private static Assumptions Inside(IReadOnlyList<Expression> conditions) => conditions.OfType<Call>()
        .Where(static condition => condition.Function is Less or LessOrEqual)
        .Aggregate(Assumptions.None, static (known, condition) => known.WithSign(condition.Arguments[1] - condition.Arguments[0], 1));

    /// <summary>How many variables there are.</summary>
    public int Count { get; }

    /// <summary>The second derivatives.</summary>
    public IReadOnlyList<IReadOnlyList<DerivedFormula>> Hessian { get; }

    /// <summary>Whether a partial derivative has a value wherever the function has one.</summary>
    public IReadOnlyList<bool> HasSlopes { get; }

    /// <summary>The values of the function over the part of a box on which it has values, and the gradient.</summary>
    public Enclosure Slopes(ReadOnlySpan<Enclosure> box, Span<Enclosure> gradient)
    {
        _allowance.Spend(_slopes.Cost);
        _slopes.Run(box, _ranges.AsSpan(0, Count + 1));
        _ranges.AsSpan(1, Count).CopyTo(gradient);
        return _ranges[0];
    }

    /// <summary>The values of the function over a box, the gradient, and the Hessian row by row.</summary>
    public Enclosure All(ReadOnlySpan<Enclosure> box, Span<Enclosure> gradient, Enclosure[,] hessian)
    {
        _allowance.Spend(_all.Cost);
        _all.Run(box, _ranges);
        _ranges.AsSpan(1, Count).CopyTo(gradient);
        var next = Count + 1;
        for (var k = 0; k < Count; k++)
        {
            for (var l = k; l < Count; l++) hessian[k, l] = hessian[l, k] = _ranges[next++];
        }

        return _ranges[0];
    }

    /// <summary>Whether the gradient is exactly 0 at a point of decimals, by exact arithmetic.</summary>
    public bool IsStationary(ReadOnlySpan<double> point)
    {
        var balls = new Ball[point.Length];
        for (var i = 0; i < balls.Length; i++) balls[i] = Ball.Of(Rational.FromDecimal(point[i]));
        return _exact.TryAt(balls, Bits, out var values) && values.All(static value => value[0].IsZero);
    }
}
