using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.GradientCheck;
using Calculus.Numerics;
using Calculus.Programs.Arrays;
using Chance = Calculus.Verification.Chance;

namespace Calculus;

/// <summary>A claimed gradient by vectors and matrices, compared with the right one.</summary>
public sealed partial class Study
{
    // A wrong derivative that agrees along three directions drawn by chance agrees everywhere.
    private const int Directions = 3;

    // Entries whose slopes on both sides are looked at.
    private const int MostKinks = 64;

    // The function, the gradient by every variable and the claimed formulas at one point, and a last digit beside it.
    private sealed record ArraySample(double[] Point, ArrayValue[] Values, ArrayValue[] Beside);

    private sealed record ArrayCheck(IReadOnlyList<Expression> Formulas, Expression[] Claimed, List<ArraySample> Samples, Func<double[], double> Value, ArrayProgram Program)
    {
        public ArrayValue ClaimedAt(Claim claim, int k, bool beside = false) => claim.Formula is { } formula
            ? (beside ? Samples[k].Beside : Samples[k].Values)[1 + Formulas.Count + Array.IndexOf(Claimed, formula)]
            : claim.Array ?? ArrayValue.Of(claim.Number);

        public ArrayValue ExactAt(int place, int k, bool beside = false) => (beside ? Samples[k].Beside : Samples[k].Values)[1 + place];
    }

    private GradientReport CheckArrayGradient(IReadOnlyList<Claim> claims, double[] point, double? tolerance)
    {
        var entries = claims.Sum(claim => ShapeOf(Variables[claim.Place]).Count);
        if (entries > _budget.Limits.CheckedEntries)
            throw new LimitException("checkedEntries", _budget.Limits.CheckedEntries, $"The claimed gradient has {entries} entries; at most {_budget.Limits.CheckedEntries} are checked.", entries);
        var check = InArrays(claims, point);
        if (!Array.TrueForAll(check.Samples[0].Values[..(1 + Variables.Count)], static value => Array.TrueForAll(value.Entries, double.IsFinite)))
            NoteUndefined(check.Program.FirstNonFinite(ValuesOf(point), _budget));
        var largest = check.Samples[0].Values[1..(1 + Variables.Count)].SelectMany(static value => value.Entries).Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();
        var zero = Agreement.ZeroTolerance * (largest == 0 ? 1 : largest);
        var numeric = check.Program.Operations <= NumericOperations / NumericValues / Math.Max(1, entries);

        var (reports, components) = (new List<ComponentReport>(), new List<Component>());
        foreach (var claim in claims)
        {
            var (report, judged) = Report(check, claim, point, tolerance ?? (claim.Formula is null ? Agreement.NumberTolerance : Agreement.FormulaTolerance), zero, numeric);
            reports.Add(report);
            components.Add(ComponentOf(check, claims, claim, judged));
        }

        int[] wrong = [.. Enumerable.Range(0, reports.Count)
            .Where(i => reports[i].Correct == false && components[i].Claimed.Length > 0 && claims[i].Shape == ShapeOf(Variables[claims[i].Place]))
            .OrderByDescending(i => reports[i].RelativeError).Take(MostDiagnosed).Order()];
        var found = Diagnose([.. wrong.Select(i => components[i])], out var isCut);
        for (var i = 0; i < wrong.Length; i++) reports[wrong[i]] = reports[wrong[i]] with { Diagnoses = found[i] };
        return Summary(reports, [.. Enumerable.Range(0, reports.Count).Where(i => reports[i].Correct == false && components[i].Claimed.Length > 0)
            .OrderByDescending(i => reports[i].RelativeError).Take(MostDiagnosed).Order()], isCut);
    }

    private ArrayCheck InArrays(IReadOnlyList<Claim> claims, double[] point)
    {
        var formulas = ArrayDerivatives(Variables);
        Expression[] claimed = [.. claims.Select(static claim => claim.Formula).OfType<Expression>().Distinct()];
        var program = ArrayProgram.Compile([Function, .. formulas.Select(Exactly), .. claimed], _bound.Variables, AllData, _budget);
        var function = ArrayProgram.Compile([Function], _bound.Variables, AllData, _budget);
        var samples = new List<ArraySample> { Sample(point) };
        if (claimed.Length > 0)
        {
            foreach (var near in SamplePoints.Around(point))
            {
                if (samples.Count > PointsAround) break;
                var sample = Sample(near);
                if (sample.Values.Take(1 + formulas.Count).All(static value => Array.TrueForAll(value.Entries, double.IsFinite))) samples.Add(sample);
            }
        }

        return new ArrayCheck(formulas, claimed, samples, at => function.Evaluate(ValuesOf(at), _budget)[0].Number, program);

        ArraySample Sample(double[] at) => new(at, ValuesAt(at), ValuesAt(Array.ConvertAll(at, static x => x * (1 + Math.ScaleB(1, -50)))));

        ArrayValue[] ValuesAt(double[] at)
        {
            var values = program.Evaluate(ValuesOf(at), _budget);
            if (!double.IsNaN(values[0].Number)) return values;
            // Where the function has no value, it has no derivative.
            for (var i = 1; i <= formulas.Count; i++) values[i] = values[i] with { Entries = [.. Enumerable.Repeat(double.NaN, values[i].Entries.Length)] };
            return values;
        }
    }

    private Expression Exactly(Expression formula) => _derivatives.TryGetValue(formula, out var derived) ? derived.Exact : formula;

    private (ComponentReport Report, Judgement Judged) Report(ArrayCheck check, Claim claim, double[] point, double tolerance, double zero, bool numeric)
    {
        var shape = ShapeOf(Variables[claim.Place]);
        var offset = OffsetOf(claim.Place);
        int[] samples = claim.Formula is null ? [0] : [.. Enumerable.Range(0, check.Samples.Count)];
        var isTurned = claim.Shape != shape;
        ArrayValue[] claimed = [.. samples.Select(k => isTurned ? Turned(check.ClaimedAt(claim, k)) : check.ClaimedAt(claim, k))];
        ArrayValue[] exact = [.. samples.Select(k => check.ExactAt(claim.Place, k))];
        (ArrayValue Claimed, ArrayValue Exact)[] beside = [.. samples.Select(k => (isTurned ? Turned(check.ClaimedAt(claim, k, true)) : check.ClaimedAt(claim, k, true), check.ExactAt(claim.Place, k, true)))];
        var kinks = 0;
        var judged = ArrayJudgement.Of(
            claimed, exact, beside, entry => kinks++ < MostKinks ? OneSidedSlopes.Of(AlongEntry(check, offset + entry, point), point[offset + entry]) : null, tolerance, zero);
        var (error, worst) = ArrayJudgement.Worst(claimed[0], exact[0]);
        double[]? slopes = numeric ? [.. Enumerable.Range(offset, (int)shape.Count).Select(i => NumericDerivative.Of(AlongEntry(check, i, point), point[i]).Value)] : null;
        var report = new ComponentReport(
            claim, claimed[0].Number, exact[0].Number, check.Formulas[claim.Place], shape.IsScalar ? slopes?[0] : null,
            shape.IsScalar && double.IsFinite(error) ? Agreement.RelativeError(claimed[0].Number, exact[0].Number) : error,
            judged.Correct, judged.Precision, judged.Compared.Count, judged.DiffersAt is { } k ? check.Samples[k].Point : null, judged.Remark, [])
        {
            Arrays = shape.IsScalar ? null : new ArrayComparison(
                check.ClaimedAt(claim, 0), exact[0], slopes is null ? null : new ArrayValue(shape, slopes), double.IsNaN(error) ? null : ArrayJudgement.IndicesOf(shape, worst)),
        };
        if (!isTurned) return (report, judged);
        var isRight = judged.Correct == true;
        return (report with
        {
            Correct = false,
            Precision = Precision.None,
            Diagnoses = [Transposed($"The claim is {claim.Shape}, and the derivative by {Variables[claim.Place]} has the shape of {Variables[claim.Place]}: {shape}.", isRight)],
        }, judged);
    }

    private static Diagnosis Transposed(string where, bool isRight)
    {
        var slip = Slips.All.First(static slip => string.Equals(slip.Id, "transposed", StringComparison.Ordinal));
        return new Diagnosis(
            slip.Id, slip.Title, $"{where} {slip.Meaning}",
            isRight ? "With rows and columns exchanged the claim is right." : "With rows and columns exchanged the shape is right; some entries are wrong even so.");
    }

    private Func<double, double> AlongEntry(ArrayCheck check, int coordinate, double[] point)
    {
        double[] moved = [.. point];
        return x =>
        {
            moved[coordinate] = x;
            return check.Value(moved);
        };
    }

    private int OffsetOf(int place) => (int)Variables.Take(place).Sum(name => ShapeOf(name).Count);

    private static ArrayValue Turned(ArrayValue matrix)
    {
        var (rows, columns) = (matrix.Shape[0].Length, matrix.Shape[1].Length);
        var entries = new double[matrix.Entries.Length];
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++) entries[(j * rows) + i] = matrix.Entries[(i * columns) + j];
        }

        return new ArrayValue(new Shape(columns, rows), entries);
    }

    // A number is compared at points, an array at points along directions.
    private Component ComponentOf(ArrayCheck check, IReadOnlyList<Claim> claims, Claim claim, Judgement judged)
    {
        var shape = ShapeOf(Variables[claim.Place]);
        if (claim.Shape != shape) return new Component(new CheckedGradient(Variables, [[]], [0], [], [], new DefinitionTraits([], [], false), static _ => double.NaN, static (_, _) => double.NaN), claim.Place, [0]);
        var along = new Dictionary<Shape, double[][]>();
        var samples = judged.Compared
            .Where(k => Array.TrueForAll(check.ClaimedAt(claim, k).Entries, double.IsFinite) && Array.TrueForAll(check.ExactAt(claim.Place, k).Entries, double.IsFinite))
            .SelectMany(k => Enumerable.Range(0, shape.IsScalar ? 1 : Directions).Select(v => (k, v))).ToArray();
        var claimAt = new double[Variables.Count];
        Array.Fill(claimAt, double.NaN);
        foreach (var each in claims) claimAt[each.Place] = each.Shape == ShapeOf(Variables[each.Place]) ? Projected(check.ClaimedAt(each, 0), 0) : double.NaN;
        var gradient = new CheckedGradient(
            Variables, [.. samples.Select(sample => check.Samples[sample.k].Point)], [.. samples.Select(sample => check.Samples[sample.k].Values[0].Number)],
            [.. Enumerable.Range(0, Variables.Count).Select(place => samples.Select(sample => Projected(check.ExactAt(place, sample.k), sample.v)).ToArray())],
            claimAt, ArrayTraits(), check.Value, (place, at) => check.Program.Evaluate(ValuesOf(at), _budget)[1 + place].Number)
        {
            Offsets = [.. Enumerable.Range(0, Variables.Count).Select(OffsetOf)],
            Lengths = [.. samples.Select(sample => Math.Sqrt(Enumerable.Range(0, Variables.Count).Sum(place => check.ExactAt(place, sample.k).Entries.Sum(static x => x * x))))],
        };
        var isSquare = shape is { Rank: 2 } && shape[0] == shape[1];
        return new Component(gradient, claim.Place, [.. samples.Select(sample => Projected(check.ClaimedAt(claim, sample.k), sample.v))])
        {
            Directions = shape.IsScalar ? null : [.. samples.Select(sample => DirectionsOf(shape)[sample.v])],
            Transposed = isSquare ? [.. samples.Select(sample => Projected(Turned(check.ExactAt(claim.Place, sample.k)), sample.v))] : null,
            Slack = shape.IsScalar ? null : [.. samples.Select(sample => Slack(claim, check.ClaimedAt(claim, sample.k), DirectionsOf(shape)[sample.v]))],
        };

        double[][] DirectionsOf(Shape of)
        {
            if (along.TryGetValue(of, out var known)) return known;
            var chance = new Chance(Chance.SeedOf(of.ToString()));
            return along[of] = [.. Enumerable.Range(0, Directions).Select(_ =>
                Enumerable.Range(0, (int)of.Count).Select(_ => (chance.Below(2) == 0 ? -1 : 1) * chance.Between(0.5, 1.5)).ToArray())];
        }

        double Projected(ArrayValue value, int v) => value.Shape.IsScalar ? value.Number : value.Entries.Zip(DirectionsOf(value.Shape)[v], static (x, d) => x * d).Sum();
    }

    // Numbers are written with some digits, and single precision has seven.
    private static double Slack(Claim claim, ArrayValue claimed, double[] direction)
    {
        const double single = 2e-6, fewDigits = 9;
        var largest = claimed.Entries.Max(Math.Abs);
        var slack = 0.0;
        for (var i = 0; i < direction.Length; i++)
        {
            var entry = claimed.Entries[i];
            var digits = claim.Formula is null && entry != 0 ? Agreement.Digits(entry) : 17;
            var unit = digits is >= 3 and <= (int)fewDigits ? Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(entry))) - digits + 1) / 2 : 0;
            slack += Math.Abs(direction[i]) * Math.Max(unit, single * Math.Abs(entry));
        }

        return slack + (1e-12 * largest);
    }

    private DefinitionTraits ArrayTraits()
    {
        const int most = 16;
        var traits = Traits();
        var lengths = Reachable.From(Function).SelectMany(static node => node.Shape.Dimensions.ToArray().Select(static length => (long)length.Length).Append(node.Shape.Count))
            .Concat(AllData.Values.SelectMany(static value => value.Shape.Dimensions.ToArray().Select(static length => (long)length.Length).Append(value.Shape.Count)));
        return traits with { Terms = [.. traits.Terms.Concat(lengths.Where(static n => n is > 1 and < int.MaxValue).Select(static n => (int)n)).Distinct().Order().Take(most)] };
    }
}
