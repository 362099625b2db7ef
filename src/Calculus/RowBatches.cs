using System.Globalization;
using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Learning;
using Calculus.Optimization;
using Calculus.Programs;
using Calculus.Syntax;

namespace Calculus;

/// <summary>
/// A function of which each step of a descent sees some rows of its data. The rows are the entries of vectors and the rows of matrices among the data that are
/// equally many; which they are, the definition tells: it must have a meaning with fewer and with more of them.
/// </summary>
internal sealed class RowBatches
{
    private const string Field = "batch";

    private readonly BoundDefinition _bound;
    private readonly Batches _batches;
    private readonly Evaluator _whole;

    private RowBatches(BoundDefinition bound, IReadOnlyList<string> names, int rows, int size, int seed)
    {
        (_bound, Names, Rows, Size, _batches) = (bound, names, rows, size, new Batches(rows, size, seed));
        // Nothing interrupts what is said of a descent that is out of time.
        _whole = Evaluator.Of([bound.Function], bound.Variables, bound.Data, new Budget(bound.Function.Graph.Budget.Limits));
    }

    /// <summary>The data whose rows are drawn.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>How many rows they have.</summary>
    public int Rows { get; }

    /// <summary>How many of them a step sees.</summary>
    public int Size { get; }

    /// <summary>How many steps an epoch has.</summary>
    public int StepsOfEpoch => _batches.StepsOfEpoch;

    /// <summary>Batches of the rows of a function's data.</summary>
    /// <param name="study">The function; its value is a number.</param>
    /// <param name="size">How many rows a step sees, at least 1.</param>
    /// <param name="seed">Where the random order of the rows begins.</param>
    /// <exception cref="DescentException">The data have no rows that can be told apart, or there are not so many.</exception>
    /// <exception cref="LimitException">It needs more than a limit allows.</exception>
    public static RowBatches Of(Study study, int size, int seed)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        var bound = study.Bound;
        var used = Reachable.From(bound.Function).OfType<Symbol>().Select(static symbol => symbol.Name).ToHashSet(StringComparer.Ordinal);
        var counts = bound.Context.Arrays.Where(datum => used.Contains(datum.Key)).ToLookup(static datum => datum.Value.Shape[0].Length, static datum => datum.Key);
        if (counts.Count == 0) throw new DescentException(Field, "Batches are rows of data, but the function has no vectors or matrices in its data.");

        List<int> fitting = [.. counts.Select(static count => count.Key).Where(rows => rows > 1 && IsFree(bound, [.. counts[rows]], rows))];
        if (fitting is not [var all])
        {
            throw new DescentException(Field, fitting.Count == 0
                ? "Batches are rows of data, but the function has no meaning with fewer or more rows of any of its data: vectors and matrices of one number of rows must be what it runs over."
                : $"It is not clear which rows batches are drawn from: the function has a meaning with any number of rows of {string.Join(" as well as of ", fitting.Select(rows => string.Join(" and ", counts[rows])))}.");
        }

        if (size > all) throw new DescentException(Field, string.Create(CultureInfo.InvariantCulture, $"The data have {all} rows."));
        return new RowBatches(bound, [.. counts[all]], all, size, seed);
    }

    /// <summary>The function as something to be minimised, of the rows that a step sees.</summary>
    /// <exception cref="DescentException">With so few rows it has no meaning.</exception>
    /// <exception cref="LimitException">It needs more than a limit allows.</exception>
    public IObjective Objective()
    {
        BoundDefinition first;
        try
        {
            first = WithRows(_bound, Names, _batches.At(0));
        }
        catch (FormulaException without)
        {
            throw new DescentException(Field, string.Create(CultureInfo.InvariantCulture, $"With {Size} of the {Rows} rows the function has no meaning: {without.Message}"));
        }

        var others = first.Data.Where(datum => !Names.Contains(datum.Key, StringComparer.Ordinal)).ToDictionary(StringComparer.Ordinal);
        return new BatchObjective(first, first.Variables, [.. Names.Select(first.SymbolOf)], others, step =>
        {
            var rows = _batches.At(step).ToArray();
            return [.. Names.Select(name => Some(_bound.Data[name], rows))];
        }, _bound.Function.Graph.Budget);
    }

    /// <summary>The function of all rows.</summary>
    /// <param name="point">The coordinates.</param>
    public double Whole(ReadOnlySpan<double> point) => _whole.At(point)[0];

    // With fewer rows and with more of them, as many as nothing else has entries, so that what fits does not fit by chance: a single row would be repeated.
    private static bool IsFree(BoundDefinition bound, IReadOnlyList<string> names, int rows)
    {
        var taken = bound.Variables.Select(static variable => variable.Shape).Concat(bound.Context.Arrays.Values.Select(static array => array.Shape))
            .SelectMany(static shape => shape.Dimensions.ToArray()).Select(static length => length.Length).ToHashSet();
        var (fewer, more) = (rows - 1, rows + 1);
        while (fewer > 1 && taken.Contains(fewer)) fewer--;
        while (taken.Contains(more)) more++;
        try
        {
            return new[] { fewer, more }.All(count => WithRows(bound, names, [.. Enumerable.Range(0, count).Select(row => row % rows)]).Function.Shape.IsScalar);
        }
        catch (FormulaException)
        {
            return false;
        }
    }

    private static BoundDefinition WithRows(BoundDefinition bound, IReadOnlyList<string> names, ReadOnlySpan<int> rows)
    {
        var arrays = new Dictionary<string, ArrayValue>(bound.Context.Arrays, StringComparer.Ordinal);
        foreach (var name in names) arrays[name] = Some(arrays[name], rows);
        return Binder.Bind(bound.Definition, bound.Context with { Arrays = arrays }, new Graph(bound.Function.Graph.Budget));
    }

    private static ArrayValue Some(ArrayValue all, ReadOnlySpan<int> rows)
    {
        var width = all.Entries.Length / all.Shape[0].Length;
        var entries = new double[rows.Length * width];
        for (var i = 0; i < rows.Length; i++) all.Entries.AsSpan(rows[i] * width, width).CopyTo(entries.AsSpan(i * width));
        return new ArrayValue(all.Shape.Rank == 1 ? new Shape(rows.Length) : new Shape(rows.Length, all.Shape[1]), entries);
    }
}
