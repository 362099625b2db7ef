using System.Collections.Immutable;
using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Numerics;
using Calculus.Programs;
using Calculus.Programs.Arrays;
using Calculus.Verification;

namespace Calculus.Explanations;

/// <summary>Measures how a function changes with one of its parts, from values alone: the part is moved, and what it is made of is not.</summary>
/// <param name="function">The function, a number.</param>
/// <param name="inputs">Everything that has no value of its own: variables and letters.</param>
/// <param name="data">Values of constants.</param>
/// <param name="budget">What may be spent, apart from the question.</param>
internal sealed class PartSlopes(Expression function, IReadOnlyList<Symbol> inputs, IReadOnlyDictionary<string, ArrayValue> data, Budget budget)
{
    private const string Moved = ".part";
    private const int Points = 8, EnoughPoints = 2, Steps = 9;
    private const double FirstStep = 1.0 / 16;

    // The values of lengths that are letters: distinct, so that no axis is mistaken for another.
    private const int Longest = 100;

    private static readonly ImmutableArray<int> s_lengths = [5, 3, 4, 2, 7, 6, 8, 9];

    /// <summary>
    /// The largest difference between the slope that a formula gives and the one that was measured, relative to the larger of 1 and
    /// what is added up; NaN where no point could be used.
    /// </summary>
    public double Residual(Expression part, Expression formula)
    {
        var letters = WithLengths.Letters([function, part, formula, .. inputs]);
        if (letters.Count > s_lengths.Length) return double.NaN;
        try
        {
            return budget.Apart(() => Measured(part, formula, letters));
        }
        catch (Exception reason) when (reason is UnboundSymbolException or LimitException)
        {
            return double.NaN;
        }
    }

    private double Measured(Expression part, Expression formula, IReadOnlyList<string> letters)
    {
        if (letters.Count == 0) return Measured(part, formula);
        var least = WithLengths.Least([function, part, formula, .. inputs]);
        var lengths = letters.Zip(s_lengths).ToDictionary(static pair => pair.First, pair => Math.Max(pair.Second, least.GetValueOrDefault(pair.First)), StringComparer.Ordinal);
        if (lengths.Values.Any(static length => length > Longest)) return double.NaN;
        var made = WithLengths.In(new Graph(budget, Rewriting.None), lengths, [function, part, formula, .. inputs]);
        return new PartSlopes(made[function], [.. inputs.Select(input => (Symbol)made[input])], data, budget).Measured(made[part], made[formula]);
    }

    private double Measured(Expression part, Expression formula)
    {
        var graph = new Graph(budget, Rewriting.None);
        var stand = graph.Symbol(Moved, SymbolRole.Variable, part.Shape);
        var made = new Dictionary<Expression, Expression> { [part] = stand };
        foreach (var node in Reachable.From(function))
        {
            if (node != part) made[node] = Rebuild.WithChildren(node, graph, child => made[child]);
        }

        Symbol[] all = [.. inputs.Select(input => graph.Symbol(input.Name, input.Role, input.Shape)), stand];
        var moved = ArrayProgram.Compile([made[function]], all, data, budget);
        var values = ArrayProgram.Compile([part, formula], inputs, data, budget);
        var chance = new Chance(Chance.SeedOf(Moved));
        var (worst, used) = (double.NaN, 0);
        foreach (var numbers in new Candidates((int)inputs.Sum(static input => input.Shape.Count), [], chance).At(0).Take(Points))
        {
            if (used == EnoughPoints) break;
            var next = 0;
            ArrayValue[] at = [.. inputs.Select(input => new ArrayValue(input.Shape, numbers[next..(next += (int)input.Shape.Count)]))];
            var result = values.Evaluate(at, budget);
            var (value, slope) = (result[0], result[1]);
            if (!Array.TrueForAll(value.Entries, double.IsFinite) || !Array.TrueForAll(slope.Entries, double.IsFinite)) continue;
            var direction = value.Entries.Select(_ => chance.Between(-1, 1)).ToArray();
            var steps = SlopeTable.Steps(1, FirstStep, Steps);
            var measured = SlopeTable.Of(steps, At(0), Array.ConvertAll(steps, step => At(-step)), Array.ConvertAll(steps, At));
            double expected = 0, size = 1;
            for (var i = 0; i < direction.Length; i++)
            {
                expected += slope.Entries[i] * direction[i];
                size = Math.Max(size, Math.Abs(slope.Entries[i] * direction[i]));
            }

            if (!double.IsFinite(measured.Value) || measured.Error > 1e-7 * size) continue;
            used++;
            var difference = Math.Abs(expected - measured.Value) / size;
            worst = double.IsNaN(worst) ? difference : Math.Max(worst, difference);

            double At(double step) => moved.Evaluate([.. at, Along(value, direction, step)], budget)[0].Number;
        }

        return worst;
    }

    private static ArrayValue Along(ArrayValue value, double[] direction, double step) =>
        value with { Entries = [.. value.Entries.Select((entry, i) => entry + (step * direction[i]))] };
}
