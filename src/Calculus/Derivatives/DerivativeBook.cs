using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Differentiation;
using Calculus.Expressions;
using Calculus.Simplification;

namespace Calculus.Derivatives;

/// <summary>The derivatives of one function, each taken once. A derivative has the axes of the function, then those of the variable.</summary>
/// <param name="bound">The function.</param>
/// <param name="budget">What may be spent.</param>
public sealed class DerivativeBook(BoundDefinition bound, Budget budget)
{
    // Nobody reads more entries than this one by one.
    private const int MostOutputs = 64;

    // Nodes of a formula whose domain nobody would read.
    private const int LargestDomain = 2_000;

    // Each is compared with all others, to leave out what follows; what comes after so many is told to nobody.
    private const int MostConditions = 256;

    private readonly Graph _graph = bound.Function.Graph;
    private readonly Dictionary<(DerivedFormula Of, Symbol By), DerivedFormula> _next = [];
    private readonly KnownTotals _totals = new(bound);
    private IReadOnlyList<Expression>? _conditions;
    private IReadOnlyList<DerivedFormula>? _exactGradient;

    /// <summary>The function itself.</summary>
    public DerivedFormula Function { get; } = DerivedFormula.Plain(bound.Function);

    /// <summary>The gradient by all variables as the rules give it, for numbers only.</summary>
    public IReadOnlyList<DerivedFormula> ExactGradient => _exactGradient ??=
        [.. Derivative.Gradient(bound.Function, bound.Variables).Select((partial, i) => new DerivedFormula(partial, partial, Function, bound.Variables[i]))];

    /// <summary>What formulas used of the data: phrases such as "the rows of Y sum to 1".</summary>
    public IReadOnlyCollection<string> UsedOfData => _totals.Used;

    /// <summary>The variable of a name.</summary>
    /// <exception cref="ArgumentException">The function has no such variable.</exception>
    public Symbol Variable(string name) =>
        bound.Variables.FirstOrDefault(symbol => string.Equals(symbol.Name, name, StringComparison.Ordinal))
        ?? throw new ArgumentException($"'{name}' is not a variable of the function.", nameof(name));

    /// <summary>The derivative of any order by one variable.</summary>
    /// <param name="x">The variable.</param>
    /// <param name="order">How many times, at least 0.</param>
    /// <exception cref="LimitException">The order or the work goes beyond a limit.</exception>
    public DerivedFormula Of(Symbol x, int order = 1)
    {
        CheckOrder(order);
        var formula = Function;
        for (var n = 1; n <= order; n++) formula = Next(formula, x);
        return formula;
    }

    /// <summary>The first derivatives by several variables.</summary>
    public IReadOnlyList<DerivedFormula> Partials(IReadOnlyList<Symbol> variables) => Partials(Function, variables);

    /// <summary>For a list of numbers that depends on numbers: the derivative of each entry by each variable, a row for each entry. Null where a variable is an array, or the function is not a list.</summary>
    /// <param name="variables">The variables, in the order of the columns.</param>
    public IReadOnlyList<IReadOnlyList<DerivedFormula>>? EntriesOfJacobian(IReadOnlyList<Symbol> variables)
    {
        if (variables.Any(static variable => !variable.Shape.IsScalar)) return null;
        return bound.Function switch
        {
            Stack { Shape.Rank: 1, Parts.Length: <= MostOutputs } list => [.. list.Parts.Select(output => Partials(DerivedFormula.Plain(output), variables))],
            { Shape.IsScalar: true } => [Partials(variables)],
            _ => null,
        };
    }

    /// <summary>The second derivatives of a number: entry k, l has the axes of variable k, then those of l.</summary>
    /// <param name="variables">The variables, in the order of the rows and columns.</param>
    public IReadOnlyList<IReadOnlyList<DerivedFormula>> Hessian(IReadOnlyList<Symbol> variables)
    {
        var first = Partials(variables);
        var blocks = new DerivedFormula[variables.Count][];
        for (var k = 0; k < blocks.Length; k++)
        {
            blocks[k] = new DerivedFormula[variables.Count];
            var row = Partials(first[k], [.. variables.Skip(k)]);
            for (var l = k; l < blocks.Length; l++) blocks[k][l] = row[l - k];
        }

        // Second derivatives are symmetric where they are continuous (Schwarz).
        for (var k = 1; k < blocks.Length; k++)
        {
            for (var l = 0; l < k; l++) blocks[k][l] = Turned(blocks[l][k], first[l].Shape.Rank, first[k], variables[l]);
        }

        return blocks;
    }

    /// <summary>A derivative with the axes of the variable before those of the function.</summary>
    /// <param name="derivative">A derivative of the function by one variable.</param>
    public DerivedFormula Transposed(DerivedFormula derivative)
    {
        var (first, rank) = (bound.Function.Shape.Rank, derivative.Shape.Rank);
        if (first == 0 || first == rank) return derivative;
        int[] axes = [.. Enumerable.Range(first, rank - first), .. Enumerable.Range(0, first)];
        return new DerivedFormula(Read(Simplify.Of(_graph.Permute(derivative.Formula, axes))), _graph.Permute(derivative.Exact, axes));
    }

    /// <summary>The derivative along a direction that need not be a unit vector: gradient · direction.</summary>
    /// <param name="direction">A value for each variable, in its shape.</param>
    public DerivedFormula Along(IReadOnlyList<ArrayValue> direction)
    {
        Expression[] components = [.. direction.Select(value => _graph.Literal(value))];
        // A branch of single points is thin along each variable by itself, so it is taken out of each partial derivative.
        var exact = Reachable.AreNumbers([bound.Function, .. bound.Variables]) && !Thin.MayBeIn(bound.Function)
            ? Derivative.Along(bound.Function, bound.Variables, components)
            : _graph.Dot(Derivative.Partials(bound.Function, bound.Variables), components);
        var decimals = direction.Any(static value => Array.Exists(value.Entries, static entry => !double.IsInteger(entry)));
        return new DerivedFormula(Read(Simplify.Of(exact, decimals)), exact);
    }

    /// <summary>A formula that the rules made, in the form that people read.</summary>
    public static DerivedFormula Simplified(Expression exact) => new(Simplify.Of(exact), exact);

    /// <summary>The conditions under which the function has a value and that a formula no longer shows.</summary>
    public IEnumerable<Expression> ConditionsLostIn(Expression formula) =>
        DomainConditions.Lost(_conditions ??= DomainConditions.Of(bound.Function), formula);

    /// <summary>
    /// The conditions under which formulas are the derivatives that they stand for: where the function has a value, where the forms that the
    /// rules made have one, and where neither the function nor a derivative on the way jumps.
    /// </summary>
    public IReadOnlyList<Expression> ConditionsOf(IEnumerable<DerivedFormula> formulas)
    {
        _conditions ??= DomainConditions.Of(bound.Function);
        return DomainConditions.Together(_conditions.Concat(formulas.Where(static formula => Reachable.From(formula.Exact).Count <= LargestDomain)
            .SelectMany(formula => DomainConditions.Of(formula.Exact).Concat(WithoutJumps(formula)))).Distinct().Take(MostConditions));
    }

    // Along the whole way from the function to its derivative.
    private IEnumerable<Expression> WithoutJumps(DerivedFormula formula)
    {
        var (way, by) = (new List<Expression>(), new HashSet<Symbol>());
        for (var each = formula; each is not null; each = each.Of)
        {
            way.Add(each.Formula);
            if (each.By is { } variable) by.Add(variable);
        }

        // A slope along a direction has no way of its own.
        if (by.Count == 0 && formula.Formula != bound.Function) (by, way) = ([.. bound.Variables], [formula.Formula, bound.Function]);
        return way.SelectMany(each => DomainConditions.WithoutJumps(each, by));
    }

    /// <summary>Refuses an order that is too high.</summary>
    /// <exception cref="LimitException">It is.</exception>
    public void CheckOrder(int order)
    {
        var maximum = budget.Limits.DerivativeOrder;
        if (order > maximum)
            throw new LimitException("derivativeOrder", maximum, $"A derivative of order {order} is asked for; at most {maximum} is allowed.", order);
    }

    /// <summary>The derivative of a formula by one variable.</summary>
    public DerivedFormula Next(DerivedFormula of, Symbol by) => Partials(of, [by])[0];

    private IReadOnlyList<DerivedFormula> Partials(DerivedFormula of, IReadOnlyList<Symbol> variables)
    {
        Symbol[] missing = [.. variables.Where(variable => !_next.ContainsKey((of, variable)))];
        var exact = missing.Length == 0 ? [] : Derivative.Partials(of.Formula, missing);
        for (var i = 0; i < missing.Length; i++) _next[(of, missing[i])] = new DerivedFormula(Read(DerivativesByEntry.Of(of.Formula, missing[i]) ?? Simplify.Of(exact[i])), exact[i], of, missing[i]);
        return [.. variables.Select(variable => _next[(of, variable)])];
    }

    /// <summary>A simplified form with the totals that the data fix: 1 for sums of the rows of one-hot targets.</summary>
    public Expression Read(Expression formula) => _totals.In(formula) is var known && known != formula ? Simplify.Of(known) : formula;

    private DerivedFormula Turned(DerivedFormula block, int first, DerivedFormula of, Symbol by)
    {
        var rank = block.Shape.Rank;
        if (rank == 0) return new DerivedFormula(block.Formula, block.Exact, of, by);
        int[] axes = [.. Enumerable.Range(first, rank - first), .. Enumerable.Range(0, first)];
        return new DerivedFormula(Read(DerivativesByEntry.Of(of.Formula, by) ?? Simplify.Of(_graph.Permute(block.Formula, axes))), _graph.Permute(block.Exact, axes), of, by);
    }
}
