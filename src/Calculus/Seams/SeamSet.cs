using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Functions;
using Calculus.Numerics;
using Calculus.Programs;

namespace Calculus.Seams;

/// <summary>Where the branches of a function change: functions of the point that are zero on a seam, and arrays with a seam where their largest entry is tied.</summary>
internal sealed class SeamSet
{
    // The nearest step tried is a millionth of the scale: near enough to lie between two seams, far enough to be seen by 1 + h².
    private const int NearestHalving = 20;

    // The differences of each two of more arguments would be a square: a tie for the largest is looked for instead.
    private const int MostCompared = 40;

    private readonly Cause[] _causes;
    private readonly Evaluator _values;

    private readonly int[]?[] _groups;

    private SeamSet(Cause[] causes, Evaluator values) => (_causes, _values, _groups) = (causes, values, new int[causes.Length][]);

    /// <summary>What is computed at a point to tell on which side of each seam it lies.</summary>
    public IReadOnlyList<Expression> Readings => [.. _causes.Select(static cause => cause.Reading)];

    /// <summary>The seams of a function; null where it has none.</summary>
    /// <param name="bound">The function.</param>
    /// <param name="budget">Pays for every evaluation of them.</param>
    /// <exception cref="UnboundSymbolException">A letter has no value.</exception>
    public static SeamSet? Of(BoundDefinition bound, Budget budget)
    {
        Cause[] causes = [.. Reachable.From(bound.Function).SelectMany(Causes)];
        if (causes.Length == 0) return null;
        // A condition on data alone has one side wherever the point is.
        var changing = Reachable.ChangingWith(Reachable.From([.. causes.Select(static cause => cause.Reading)]), [.. bound.Variables]);
        causes = [.. causes.Where(cause => changing.Contains(cause.Reading))];
        return causes.Length == 0 ? null : new SeamSet(causes, Evaluator.Of([.. causes.Select(static cause => cause.Reading)], bound.Variables, bound.Data, budget));
    }

    /// <summary>The numbers of the <see cref="Readings"/> at a point.</summary>
    public double[] At(ReadOnlySpan<double> point) => _values.At(point);

    /// <summary>Whether a point lies on a seam.</summary>
    public bool Touches(ReadOnlySpan<double> point) => TouchesBy(_values.At(point));

    /// <summary>Whether a point with these values of the <see cref="Readings"/> lies on a seam.</summary>
    public bool TouchesBy(ReadOnlySpan<double> readings)
    {
        for (var place = 0; place < _causes.Length; place++)
        {
            var isTouched = _causes[place].Axes is null ? _values.Outputs.Of(place, readings).Contains(0) : SidesOf(place, readings).Contains(0);
            if (isTouched) return true;
        }

        return false;
    }

    /// <summary>Which of many points lie on a seam.</summary>
    /// <param name="columns">The first coordinate of every point, then the second of every point.</param>
    /// <param name="count">How many points there are.</param>
    public IEnumerable<int> Touching(double[] columns, int count)
    {
        const int atOnce = 256;
        var (dimension, length) = (_values.Inputs.Count, _values.Outputs.Count);
        for (var start = 0; start < count; start += atOnce)
        {
            var block = Math.Min(atOnce, count - start);
            var points = new double[dimension * block];
            for (var i = 0; i < dimension; i++) columns.AsSpan((i * count) + start, block).CopyTo(points.AsSpan(i * block));
            var readings = _values.AtMany(points, block);
            var row = new double[length];
            for (var k = 0; k < block; k++)
            {
                for (var i = 0; i < length; i++) row[i] = readings[(i * block) + k];
                if (TouchesBy(row)) yield return start + k;
            }
        }
    }

    /// <summary>The sides of all seams that a point lies on: −1, 0 on the seam, 1; for tied arrays the place of the largest entry, from 1.</summary>
    public int[] Sides(ReadOnlySpan<double> point)
    {
        var readings = _values.At(point);
        return [.. Enumerable.Range(0, _causes.Length).SelectMany(place => SidesOf(place, readings).ToArray())];
    }

    /// <summary>How far one may go from a point along one coordinate before the next seam is met.</summary>
    /// <param name="coordinate">The coordinate that moves.</param>
    /// <param name="point">The point.</param>
    /// <param name="side">1 to go up, −1 to go down.</param>
    public double ClearStep(int coordinate, double[] point, int side)
    {
        double[] moved = [.. point];
        var step = Math.ScaleB(OneSidedLimit.Scale(point[coordinate]), -NearestHalving);
        moved[coordinate] = point[coordinate] + (side * step);
        var nearest = Sides(moved);
        for (var halving = NearestHalving; halving > 1; halving--, step *= 2)
        {
            moved[coordinate] = point[coordinate] + (2 * side * step);
            if (!Sides(moved).AsSpan().SequenceEqual(nearest)) return step;
        }

        return step;
    }

    /// <summary>Whether all seams that a point lies on continue along a coordinate.</summary>
    /// <param name="coordinate">The coordinate that moves.</param>
    /// <param name="point">The point.</param>
    /// <param name="steps">How far to go down and up.</param>
    public bool StaysAlong(int coordinate, double[] point, (double Left, double Right) steps)
    {
        double[] moved = [.. point];
        var here = Sides(point);
        return Array.TrueForAll([-steps.Left, steps.Right], step =>
        {
            moved[coordinate] = point[coordinate] + step;
            return Sides(moved).Zip(here).All(static pair => pair.Second != 0 || pair.First == 0);
        });
    }

    /// <summary>The one seam that a point lies on: what other systems give there, and how its side changes along a coordinate. Null where there are several.</summary>
    /// <param name="coordinate">The coordinate that moves.</param>
    /// <param name="point">The point.</param>
    /// <param name="steps">How far to go down and up.</param>
    public (IReadOnlyList<Convention> Conventions, int Below, int Above)? OnlyOne(int coordinate, double[] point, (double Left, double Right) steps)
    {
        double[] moved = [.. point];
        var (here, left, right) = (Sides(point), At(-steps.Left), At(steps.Right));
        if (Array.IndexOf(here, 0) is var at && (at < 0 || Array.LastIndexOf(here, 0) != at)) return null;
        var (place, first) = (0, 0);
        while (first + CountOf(place) <= at) first += CountOf(place++);
        var cause = _causes[place];
        if (cause.Axes is null) return (cause.Function?.Conventions(cause.Place) ?? [], left[at], right[at]);
        // A tie of two entries is like that of a function of two arguments.
        var entries = _values.Outputs.Of(place, _values.At(point)).ToArray();
        var extreme = cause.Place > 0 ? entries.Max() : entries.Min();
        return CountOf(place) == 1 && entries.Count(entry => entry == extreme) == 2 ? (cause.Function!.Conventions(0), -1, 1) : null;

        int[] At(double step)
        {
            moved[coordinate] = point[coordinate] + step;
            return Sides(moved);
        }
    }

    private int CountOf(int place) => GroupsOf(place) is { } groups ? groups[^1] + 1 : _values.Outputs.Length(place);

    private ReadOnlySpan<int> SidesOf(int place, ReadOnlySpan<double> readings)
    {
        var own = _values.Outputs.Of(place, readings);
        if (GroupsOf(place) is { } groups) return Largest(own, groups, _causes[place].Place);
        var sides = new int[own.Length];
        for (var i = 0; i < sides.Length; i++) sides[i] = own[i].CompareTo(0);
        return sides;
    }

    // The place of the largest entry of each group, from 1; 0 at a tie.
    private static int[] Largest(ReadOnlySpan<double> entries, int[] groups, int sign)
    {
        var (values, sides) = (new double[groups[^1] + 1], new int[groups[^1] + 1]);
        values.AsSpan().Fill(double.NegativeInfinity);
        for (var entry = 0; entry < entries.Length; entry++)
        {
            var (group, value) = (groups[entry], sign * entries[entry]);
            if (value == values[group]) sides[group] = 0;
            else if (value > values[group]) (values[group], sides[group]) = (value, entry + 1);
        }

        return sides;
    }

    // The entries that differ along the axes alone are one group; the last entry is in the last group.
    private int[]? GroupsOf(int place)
    {
        if (_causes[place].Axes is not { } axes) return null;
        if (_groups[place] is { } known) return known;
        var (shape, numbers) = (_values.Outputs.ShapeOf(place), new Dictionary<int, int>());
        return _groups[place] = [.. Enumerable.Range(0, (int)shape.Count).Select(entry =>
        {
            var index = Places.Of(shape, entry);
            foreach (var axis in axes) index[axis] = 0;
            var key = Places.Offset(shape, index);
            if (!numbers.TryGetValue(key, out var number)) numbers[key] = number = numbers.Count;
            return number;
        })];
    }

    private static IEnumerable<Cause> Causes(Expression node) => node switch
    {
        Call { Function: Extremum extremum, Arguments: { Length: > MostCompared } arguments, Shape.IsScalar: true } =>
            [new Cause(node.Graph.Stack(0, arguments.AsSpan()), extremum, extremum.Direction, [0])],
        Call call => call.Function.Seams(call.Graph, call.Arguments).Select((seam, i) => new Cause(seam, call.Function, i, null)),
        Reduce { Reduction: Reduction.Norm } => [new Cause(node, null, 0, null)],
        Reduce { Reduction: Reduction.Largest or Reduction.Smallest } reduce => [new Cause(reduce.Argument, reduce.Reduction == Reduction.Largest ? Max.Function : Min.Function, reduce.Reduction == Reduction.Largest ? 1 : -1, reduce.Axes)],
        _ => [],
    };

    /// <summary>What makes a seam.</summary>
    /// <param name="Reading">What is zero on it; with axes, the array whose largest entry is looked for.</param>
    /// <param name="Function">The function that is called, where one is.</param>
    /// <param name="Place">Which of the function's seams it is; with axes, 1 for the largest entry and −1 for the smallest.</param>
    /// <param name="Axes">The axes along which a tie is a seam; null where the reading itself is zero on it.</param>
    private sealed record Cause(Expression Reading, Function? Function, int Place, IReadOnlyList<int>? Axes);
}
