using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Differentiation;
using Calculus.Expressions;
using Calculus.Programs;

namespace Calculus.Verification;

/// <summary>
/// A function and its derivatives as numbers in rungs: the entries of the function, their slopes along each coordinate, the slopes of
/// those. Entry o·C + c of a rung is the slope of entry o of the rung below along coordinate c of C. The function is the definition as
/// written, in a graph of its own in which nothing is rewritten, so that no wrong rewrite can hide; the top rung is the formulas.
/// </summary>
internal sealed class Ladder
{
    private const int MostConstants = 12;

    private readonly int[][] _rungs;
    private readonly Expression _written;
    private readonly Claim _claim;

    /// <summary>The ladder of a claim.</summary>
    /// <param name="claim">The claim; every length is a number.</param>
    /// <param name="budget">What the check may spend.</param>
    /// <exception cref="LimitException">The function or the formulas grow beyond the budget.</exception>
    public Ladder(Claim claim, Budget budget)
    {
        var (bound, graph) = (claim.Bound, new Graph(budget, Rewriting.None));
        var function = Binder.Bind(bound.Definition, bound.Context, graph).Function;
        Symbol[] variables = [.. bound.Variables.Select(variable => graph.Symbol(variable.Name, variable.Role, variable.Shape))];
        var nodes = Reachable.From(function);
        Inputs = [.. variables, .. nodes.OfType<Symbol>().Where(symbol => IsLetter(symbol, bound.Context) && !variables.Contains(symbol))];
        Layout = new Layout(Inputs);
        var coordinates = new List<int>();
        for (var i = 0; i < claim.By.Count; i++)
        {
            for (var k = 0; k < Layout.Length(claim.By[i]); k++) coordinates.Add(Layout.Offset(claim.By[i]) + k);
        }

        Coordinates = [.. coordinates];
        (_written, _claim) = (function, claim);
        Constants = ConstantsOf(nodes, bound);

        Symbol[] by = [.. claim.By.Select(place => variables[place])];
        var below = claim.IsChain || claim.Order == 1 ? [] : First(function, by);
        Written = Evaluator.Of([function, .. below], Inputs, bound.Data, budget);
        FormulaInputs = [.. Inputs.Select(input => bound.Function.Graph.Symbol(input.Name, input.Role, input.Shape))];
        Formulas = Evaluator.Of(claim.Formulas, FormulaInputs, bound.Data, budget);
        try
        {
            IReadOnlyList<Expression> automatic = claim.IsChain ? [Derivative.Of(function, by[0], claim.Order)]
                : claim.Order == 1 ? First(function, by) : [.. below.SelectMany(partial => First(partial, by))];
            Automatic = Evaluator.Of(automatic, Inputs, bound.Data, budget);
            AutomaticFormulas = automatic;
        }
        catch (LimitException)
        {
            // The formulas are compared only with slopes.
        }

        var outputs = Written.Outputs.Length(0);
        int[] bottom = [.. Enumerable.Range(0, outputs)];
        _rungs = claim.IsChain ? Chain(bottom, claim.Order)
            : claim.Order == 1 ? [bottom, [.. Rows(0, outputs)]]
            : [bottom, [.. Enumerable.Range(1, Width)], [.. by.SelectMany((row, place) => Rows(place * by.Length, (int)row.Shape.Count))]];

        int Offset(int formula) => Written.Outputs.Count + Formulas.Outputs.Offset(formula);

        IEnumerable<int> Rows(int first, int rows) => Enumerable.Range(0, rows).SelectMany(row => by.SelectMany((column, place) =>
            Enumerable.Range(Offset(first + place) + (row * (int)column.Shape.Count), (int)column.Shape.Count)));
    }

    // The entries of the function, then those of each formula.
    private int[][] Chain(int[] bottom, int order)
    {
        var rungs = new int[order + 1][];
        rungs[0] = bottom;
        for (var k = 0; k < order; k++)
        {
            rungs[k + 1] = new int[bottom.Length];
            for (var i = 0; i < bottom.Length; i++) rungs[k + 1][i] = Written.Outputs.Count + Formulas.Outputs.Offset(k) + i;
        }

        return rungs;
    }

    /// <summary>What a point gives numbers to: the variables, then the letters without a value.</summary>
    public Symbol[] Inputs { get; }

    /// <summary>The same in the graph of the formulas.</summary>
    public Symbol[] FormulaInputs { get; }

    /// <summary>How the coordinates of a point lie.</summary>
    public Layout Layout { get; }

    /// <summary>The coordinates that derivatives are taken by.</summary>
    public int[] Coordinates { get; }

    /// <summary>How many they are.</summary>
    public int Width => Coordinates.Length;

    /// <summary>The numbers in the definition; points near them are tried too.</summary>
    public IReadOnlyList<double> Constants { get; }

    /// <summary>The function as written, and what lies between it and the formulas.</summary>
    public Evaluator Written { get; }

    /// <summary>The formulas.</summary>
    public Evaluator Formulas { get; }

    /// <summary>The top rung by automatic differentiation; null where it grows beyond the budget.</summary>
    public Evaluator? Automatic { get; }

    /// <summary>What <see cref="Automatic"/> computes, in the graph of the definition as written.</summary>
    public IReadOnlyList<Expression> AutomaticFormulas { get; } = [];

    /// <summary>The function whose slopes are the next rung: the one as written for the lowest, then formulas of a chain; null where it is not one number, or not a formula of the claim.</summary>
    /// <param name="rung">The rung.</param>
    public Expression? Function(int rung) => rung == 0 ? Scalar(_written) : _claim.IsChain ? Scalar(_claim.Formulas[rung - 1]) : null;

    private static Expression? Scalar(Expression function) => function.Shape.Count == 1 ? function : null;

    /// <summary>The number of the top rung.</summary>
    public int Top => _rungs.Length - 1;

    /// <summary>How many entries a rung has.</summary>
    public int Count(int rung) => _rungs[rung].Length;

    /// <summary>Where an entry is among the numbers of <see cref="Written"/> and, after them, of <see cref="Formulas"/>.</summary>
    public int Place(int rung, int entry) => _rungs[rung][entry];

    /// <summary>Where an entry of the top rung is among the numbers of <see cref="Automatic"/>.</summary>
    public int AutomaticPlace(int entry) => _rungs[^1][entry] - _rungs[^1][0];

    /// <summary>Which formula an entry belongs to.</summary>
    public int FormulaOf(int rung, int entry) => Formulas.Outputs.PlaceOf(Math.Max(0, Place(rung, entry) - Written.Outputs.Count));

    private static bool IsLetter(Symbol symbol, BindingContext context) =>
        symbol.Role is SymbolRole.Parameter or SymbolRole.Variable || (symbol.Role is SymbolRole.Datum && !context.IsDatum(symbol.Name));

    private static IReadOnlyList<Expression> First(Expression function, Symbol[] by) =>
        Array.TrueForAll(by, static symbol => symbol.Shape.IsScalar) ? Derivative.Gradient(function, by) : ReverseMode.Of(function, by);

    // The first of the definition, then the first of the data.
    private static List<double> ConstantsOf(List<Expression> nodes, BoundDefinition bound)
    {
        var constants = new List<double>();
        foreach (var node in nodes)
        {
            if (node is Number { Value: var value }) Add(value);
            if (node is not Sum sum) continue;
            foreach (var term in sum.Terms)
            {
                if (!term.Coefficient.Abs().IsOne) Add(term.Coefficient.Abs());
            }

            if (!sum.Constant.IsOne) Add(sum.Constant);
        }

        if (bound.Data.Count > 0) constants.AddRange(bound.Data.Values.SelectMany(static value => value.Entries).Where(static number => number is not 0).Take(MostConstants));
        return constants;

        void Add(Rational value)
        {
            var number = value.ToDouble();
            if (constants.Count < MostConstants && number is not 0 && !constants.Contains(number)) constants.Add(number);
        }
    }
}
