using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Differentiation;
using Calculus.Expressions;
using Calculus.Programs;
using Calculus.Programs.Arrays;

namespace Calculus.Verification;

/// <summary>
/// Compares formulas of arrays with automatic differentiation of the definition as written, entry by entry, and along a few
/// directions with slopes measured on values alone. Differences are relative to the largest entry: sums of many terms leave
/// rounding of that size in every one.
/// </summary>
public sealed class ArrayVerifier
{
    private const double AutomaticTolerance = 1e-7, NumericTolerance = 1e-5;
    private const int EnoughPoints = 3, MostTries = 16;

    // So much may be spent on slopes whatever the question costs; a costly one is checked at one point along one direction.
    private const long AlwaysAffordable = 4_000_000;

    private readonly ArrayClaim _claim;
    private readonly Budget _budget;
    private readonly Chance _chance;
    private readonly IReadOnlyList<Symbol> _inputs;
    private readonly int[] _by;
    private readonly ArrayProgram _function, _formulas;
    private readonly ArrayProgram? _automatic;
    private readonly bool _isCostly;
    private double? _worstAutomatic, _worstNumeric;
    private string? _leftOut;

    private ArrayVerifier(ArrayClaim claim, Budget budget)
    {
        (_claim, _budget) = (claim, budget);
        _chance = new Chance(Chance.SeedOf(claim.Definition.Text));
        _by = [.. claim.By];
        var graph = new Graph(budget, Rewriting.None);
        var written = Binder.Bind(claim.Definition, claim.Context, graph).Function;
        Symbol[] variables = [.. claim.Variables.Select(symbol => graph.Symbol(symbol.Name, symbol.Role, symbol.Shape))];
        var letters = Reachable.From(written).OfType<Symbol>().Where(symbol => IsLetter(symbol) && !variables.Contains(symbol));
        _inputs = [.. variables, .. letters];
        _function = ArrayProgram.Compile([written], _inputs, claim.Context.AllData, budget);
        Symbol[] inputs = [.. _inputs.Select(input => claim.Function.Graph.Symbol(input.Name, input.Role, input.Shape))];
        _formulas = ArrayProgram.Compile(claim.Formulas, inputs, claim.Context.AllData, budget);
        try
        {
            _automatic = ArrayProgram.Compile(Automatic(written, variables), _inputs, claim.Context.AllData, budget);
        }
        catch (LimitException)
        {
            _leftOut = "Automatic differentiation of the definition as written grows too large to be compared with.";
        }

        _isCostly = 100 * _function.Operations > AlwaysAffordable;
    }

    /// <summary>The verdict on a claim. It never refuses: what cannot be told is null, with the reason.</summary>
    /// <param name="claim">The formulas, and what they are said to be.</param>
    /// <param name="asked">Points of the question, in the order of the variables; they are looked at first.</param>
    /// <param name="budget">What the check may spend, apart from the question.</param>
    /// <exception cref="OperationCanceledException">The request was called off.</exception>
    public static Verdict Of(ArrayClaim claim, IReadOnlyList<IReadOnlyList<ArrayValue>> asked, Budget budget)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(asked);
        if (claim.Variables.Any(static variable => variable.Shape.IsSymbolic) || Reachable.From(claim.Function).Any(static node => node.Shape.IsSymbolic))
            return new Verdict(null, 0) { Reason = "Lengths are letters here, so there are no numbers to compare." };
        try
        {
            return new ArrayVerifier(claim, budget).Run(asked);
        }
        catch (LimitException limit)
        {
            return new Verdict(null, 0) { Reason = $"The check was given up: {limit.Message}" };
        }
        catch (UnboundSymbolException unbound)
        {
            return new Verdict(null, 0) { Reason = $"The check was given up: {unbound.Message}" };
        }
    }

    private bool IsLetter(Symbol symbol) =>
        symbol.Role is SymbolRole.Parameter or SymbolRole.Variable || (symbol.Role == SymbolRole.Datum && !_claim.Context.IsDatum(symbol.Name));

    private IReadOnlyList<Expression> Automatic(Expression written, Symbol[] variables)
    {
        Symbol[] by = [.. _by.Select(place => variables[place])];
        var first = ReverseMode.Of(written, by);
        return _claim.Order == 1 ? first : [.. first.SelectMany(partial => ReverseMode.Of(partial, by))];
    }

    private Verdict Run(IReadOnlyList<IReadOnlyList<ArrayValue>> asked)
    {
        var (points, tries, enough) = (0, 0, _isCostly ? 1 : EnoughPoints);
        foreach (var point in asked.Take(2).Select(WithLetters).Concat(Drawn()))
        {
            if (points >= enough || tries++ > MostTries) break;
            var at = point.ToArray();
            var formulas = _formulas.Evaluate(at, _budget);
            if (!formulas.All(IsFinite) || !IsFinite(_function.Evaluate(at, _budget)[0])) continue;
            var worst = _worstAutomatic;
            if (_automatic is not null && Differs(at, formulas) is ({ } disagreement, var formula, var entry))
            {
                if (!IsWrongAsWritten(at, formulas, formula, entry)) return Result(false, points + 1) with { Disagreement = disagreement };
                _worstAutomatic = worst;
                _leftOut = "Where the definition as written leaves the range of the doubles, its values alone were compared.";
            }

            var told = 0;
            for (var direction = 0; direction < (_isCostly ? 1 : 2); direction++)
            {
                var numeric = Slope(at, formulas, out var isTold);
                if (numeric is not null) return Result(false, points + 1) with { Disagreement = numeric };
                if (isTold) told++;
            }

            if (told > 0) points++;
        }

        return points > 0
            ? Result(true, points) with { Reason = _leftOut }
            : Result(null, 0) with { Reason = "No point was found where the function has both a value and a slope that can be measured." };
    }

    private Verdict Result(bool? verified, int points) =>
        new(verified, points) { SymbolicVsAutomatic = _worstAutomatic, SymbolicVsNumeric = _worstNumeric };

    private (Disagreement? Disagreement, int Formula, int Entry) Differs(ArrayValue[] at, ArrayValue[] formulas)
    {
        var automatic = _automatic!.Evaluate(at, _budget);
        for (var k = 0; k < formulas.Length; k++)
        {
            if (!IsFinite(automatic[k])) continue;
            var size = Math.Max(Largest(formulas[k]), Largest(automatic[k]));
            for (var i = 0; i < formulas[k].Entries.Length && size > 0; i++)
            {
                var difference = Math.Abs(formulas[k].Entries[i] - automatic[k].Entries[i]) / size;
                _worstAutomatic = Math.Max(_worstAutomatic ?? 0, difference);
                if (difference > AutomaticTolerance && IsLasting(at, k, i, formulas[k].Entries[i] - automatic[k].Entries[i]))
                    return (At(at, formulas[k].Entries[i], automatic[k].Entries[i], "automatic", k), k, i);
            }

            _worstAutomatic ??= 0;
        }

        return default;
    }

    // exp(t)/(1 + exp(t))² computed as it is written is 1 at t = 400, where the right value is 0: measured along the entry in question,
    // the function's own values side with the formula.
    private bool IsWrongAsWritten(ArrayValue[] at, ArrayValue[] formulas, int formula, int entry)
    {
        var (row, column) = (formula / _by.Length, formula % _by.Length);
        var columns = at[_by[column]].Entries.Length;
        double[][] direction = [.. _by.Select(place => new double[at[place].Entries.Length])];
        direction[column][entry % columns] = 1;
        if (_claim.Order == 2) direction[row][entry / columns] = 1;
        var measured = DirectionalSlopes.Of(step => _function.Evaluate(Moved(at, direction, step), _budget)[0].Entries, _claim.Order, 6);
        var output = _claim.Order == 2 ? 0 : entry / columns;
        var (value, error) = measured[output];
        var (symbolic, size) = Along(formulas, direction, output, measured.Length);
        var (automatic, _) = Along(_automatic!.Evaluate(at, _budget), direction, output, measured.Length);
        var allowed = (10 * error) + (NumericTolerance * size) + 1e-9;
        return double.IsFinite(value) && Math.Abs(symbolic - value) <= allowed && Math.Abs(automatic - value) > 10 * allowed;
    }

    // Rounding changes with every digit of the point; a wrong formula is as wrong right beside it.
    private bool IsLasting(ArrayValue[] at, int formula, int entry, double difference)
    {
        const double aside = 1e-12, alike = 0.1;
        for (var turn = 0; turn < 3; turn++)
        {
            ArrayValue[] beside = [.. at.Select(value => value with { Entries = [.. value.Entries.Select(number => number * (1 + (aside * _chance.Between(-1, 1))))] })];
            var other = _formulas.Evaluate(beside, _budget)[formula].Entries[entry] - _automatic!.Evaluate(beside, _budget)[formula].Entries[entry];
            if (Math.Abs(other - difference) > alike * Math.Abs(difference)) return false;
        }

        return true;
    }

    // Along a direction d: J·d against the slope of f, or d'H·d against its bend.
    private Disagreement? Slope(ArrayValue[] at, ArrayValue[] formulas, out bool isTold)
    {
        var direction = _by.Select(place => at[place].Entries.Select(_ => _chance.Between(-1, 1)).ToArray()).ToArray();
        var measured = DirectionalSlopes.Of(step => _function.Evaluate(Moved(at, direction, step), _budget)[0].Entries, _claim.Order, _isCostly ? 3 : 6);
        isTold = false;
        // Where all that is added up is zero, the slope is zero beside the size of the values.
        var scale = Largest(_function.Evaluate(at, _budget)[0]);
        for (var output = 0; output < measured.Length; output++)
        {
            var (expected, size) = Along(formulas, direction, output, measured.Length);
            var (value, error) = measured[output];
            if (!double.IsFinite(value) || !double.IsFinite(error) || error > 1e-3 * Math.Max(size, scale)) continue;
            isTold = true;
            var difference = Math.Abs(expected - value);
            _worstNumeric = Math.Max(_worstNumeric ?? 0, difference / Math.Max(size, scale == 0 ? 1 : scale));
            if (difference > (10 * error) + (NumericTolerance * size) + 1e-9) return At(at, expected, value, "numeric", 0);
        }

        return null;
    }

    private (double Sum, double Size) Along(ArrayValue[] formulas, double[][] direction, int output, int outputs)
    {
        double sum = 0, size = 0;
        for (var k = 0; k < formulas.Length; k++)
        {
            var rows = _claim.Order == 2 ? direction[k / _by.Length] : [1];
            var columns = direction[k % _by.Length];
            var first = _claim.Order == 2 ? 0 : output * columns.Length;
            for (var i = 0; i < rows.Length; i++)
            {
                for (var j = 0; j < columns.Length; j++)
                {
                    var term = rows[i] * formulas[k].Entries[first + (i * columns.Length) + j] * columns[j];
                    (sum, size) = (sum + term, size + Math.Abs(term));
                }
            }
        }

        return (sum, size);
    }

    private ArrayValue[] Moved(ArrayValue[] at, double[][] direction, double step)
    {
        var moved = (ArrayValue[])at.Clone();
        for (var k = 0; k < _by.Length; k++)
        {
            var entries = (double[])at[_by[k]].Entries.Clone();
            for (var i = 0; i < entries.Length; i++) entries[i] += step * direction[k][i];
            moved[_by[k]] = at[_by[k]] with { Entries = entries };
        }

        return moved;
    }

    private IEnumerable<ArrayValue> WithLetters(IReadOnlyList<ArrayValue> point) =>
        point.Concat(_inputs.Skip(point.Count).Select(letter => new ArrayValue(letter.Shape, [.. Enumerable.Range(0, (int)letter.Shape.Count).Select(_ => _chance.Between(0.3, 2))])));

    private IEnumerable<IEnumerable<ArrayValue>> Drawn()
    {
        foreach (var numbers in new Candidates((int)_inputs.Sum(static input => input.Shape.Count), [], _chance).At(0))
        {
            var next = 0;
            yield return _inputs.Select(input =>
            {
                var count = (int)input.Shape.Count;
                next += count;
                return new ArrayValue(input.Shape, numbers[(next - count)..next]);
            }).ToArray();
        }
    }

    private Disagreement At(ArrayValue[] at, double symbolic, double expected, string by, int formula)
    {
        // Of arrays the entries are named as they are read: w[2], X[1, 3].
        var names = _inputs.SelectMany(static input => EntryNames.Of(input.Name, input.Shape)).ToList();
        return new Disagreement(names, [.. at.SelectMany(static value => value.Entries)], symbolic, expected, by, formula);
    }

    private static bool IsFinite(ArrayValue value) => Array.TrueForAll(value.Entries, double.IsFinite);

    private static double Largest(ArrayValue value) => value.Entries.Length == 0 ? 0 : value.Entries.Max(Math.Abs);
}
