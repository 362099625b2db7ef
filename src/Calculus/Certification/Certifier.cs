using Calculus.Balls;
using Calculus.Budgets;
using Calculus.Expressions;

namespace Calculus.Certification;

/// <summary>
/// Numbers with a guarantee. Doubles are run once more with error bounds, in the form that the rules made and in the form that people
/// read; where neither bound vouches for an answer, balls of more and more bits decide. A number of a request is the decimal that was
/// written, not the double next to it.
/// </summary>
internal sealed class Certifier
{
    /// <summary>How far a number that is called right may be off, relative to its size.</summary>
    public const double Tolerance = 1e-12;

    // A relative difference by which people would notice that a decimal is not the double next to it.
    private const double Noticed = 1e-8;

    private readonly IReadOnlyList<(Expression Exact, Expression Formula)> _outputs;
    private readonly Inputs _inputs;
    private readonly Budget _budget;
    private readonly int[] _offsets;
    private readonly Lazy<Bounds> _exact;
    private readonly Lazy<Bounds> _formulas;

    /// <summary>A certifier of some formulas.</summary>
    /// <param name="outputs">Each in the form that the rules made, which alone decides whether there is a number, and in the form that people read.</param>
    /// <param name="inputs">What they are computed from.</param>
    /// <param name="budget">Pays for it; where it does not suffice, numbers are undecided.</param>
    public Certifier(IReadOnlyList<(Expression Exact, Expression Formula)> outputs, Inputs inputs, Budget budget)
    {
        (_outputs, _inputs, _budget) = (outputs, inputs, budget);
        _exact = new Lazy<Bounds>(() => new Bounds([.. outputs.Select(static output => output.Exact)], inputs, budget));
        _formulas = new Lazy<Bounds>(() => new Bounds([.. outputs.Select(static output => output.Formula)], inputs, budget));
        _offsets = new int[outputs.Count + 1];
        for (var i = 0; i < outputs.Count; i++) _offsets[i + 1] = _offsets[i] + (int)outputs[i].Exact.Shape.Count;
    }

    /// <summary>Whether bounds could not vouch for some numbers, and the budget was spent before balls decided.</summary>
    public bool IsCutShort { get; private set; }

    /// <summary>What is known of the numbers of the formulas at a point.</summary>
    /// <param name="point">The coordinates.</param>
    /// <param name="computed">The numbers as doubles gave them, formula after formula, the entries of an array in order.</param>
    /// <exception cref="OperationCanceledException">The request was cancelled.</exception>
    public Certificate[] Of(ReadOnlySpan<double> point, ReadOnlySpan<double> computed)
    {
        var (coordinates, numbers) = (point.ToArray(), computed.ToArray());
        // An infinite coordinate is no decimal, and there is nothing to be certain of.
        return Array.TrueForAll(coordinates, double.IsFinite)
            ? _budget.Extras.Contain("the certainty of the numbers", () => Decided(coordinates, numbers), Undecided(numbers))
            : Array.ConvertAll(numbers, Certificate.Right);
    }

    private static Certificate[] Undecided(double[] numbers) => Array.ConvertAll(numbers, static number => new Certificate(number, Certainty.Undecided));

    private Certificate[] Decided(double[] point, double[] numbers)
    {
        var (certificates, isBounded) = (Undecided(numbers), false);
        try
        {
            var isLeft = ByBounds(point, certificates);
            isBounded = true;
            if (isLeft) InBalls(point, certificates);
        }
        catch (LimitException)
        {
            // The budget is spent: what is undecided stays so.
            IsCutShort |= isBounded;
        }

        return certificates;
    }

    // True where some numbers are left.
    private bool ByBounds(double[] point, Certificate[] certificates)
    {
        if (!_exact.Value.TryAt(point, out var values)) return true;
        var exact = Flat(values);
        var isLeft = false;
        for (var i = 0; i < certificates.Length; i++)
        {
            if (exact[i].Vouches(certificates[i].Value, Tolerance)) certificates[i] = Certificate.Right(certificates[i].Value);
            else if (exact[i].Vouches(exact[i].Value, Tolerance)) certificates[i] = Certificate.Right(exact[i].Value);
            else (certificates[i], isLeft) = (certificates[i] with { Digits = exact[i].DigitsOf(certificates[i].Value) }, true);
        }

        if (!isLeft || _exact.Value.IsLarge || !_formulas.Value.TryAt(point, out values)) return isLeft;
        var formulas = Flat(values);
        isLeft = false;
        for (var i = 0; i < certificates.Length; i++)
        {
            if (certificates[i].Certainty == Certainty.Right) continue;
            // Whether there is a number, the form of the rules decides.
            if (double.IsFinite(exact[i].Error) && formulas[i].Vouches(formulas[i].Value, Tolerance)) certificates[i] = Certificate.Right(formulas[i].Value);
            else isLeft = true;
        }

        return isLeft;
    }

    private void InBalls(double[] point, Certificate[] certificates)
    {
        int[] asked = [.. Enumerable.Range(0, certificates.Length).Where(i => certificates[i].Certainty == Certainty.Undecided)];
        Climb(point, certificates);
        if (Array.TrueForAll(_inputs.Bounded(point), static coordinate => coordinate.Error == 0)) return;
        int[] found = [.. asked.Where(i => certificates[i].Certainty == Certainty.Right)];
        int[] outputs = [.. found.Select(i => Array.FindLastIndex(_offsets, offset => offset <= i)).Distinct()];
        if (outputs.Length == 0) return;
        var enclosures = new Enclosures([.. outputs.Select(output => _outputs[output].Formula)], _inputs, _budget);
        if (!enclosures.TryAt([.. point.Select(static value => Ball.Of(Rational.Exactly(value)))], 2 * BallLadder.Lowest, out var values)) return;
        foreach (var i in found)
        {
            var place = Array.FindIndex(outputs, output => _offsets[output] <= i && i < _offsets[output + 1]);
            var value = Entry(values[place], i - _offsets[outputs[place]]);
            var other = value.ToDouble();
            if (BallLadder.IsKnown(value) && Math.Abs(other - certificates[i].Value) > Noticed * Math.Max(Math.Abs(other), Math.Abs(certificates[i].Value)))
                certificates[i] = certificates[i] with { AtDoubles = other };
        }
    }

    private void Climb(double[] point, Certificate[] certificates)
    {
        var ladder = new BallLadder();
        while (true)
        {
            int[] open = [.. Enumerable.Range(0, _outputs.Count).Where(output => Entries(output).Any(i => certificates[i].Certainty == Certainty.Undecided))];
            if (open.Length == 0) return;
            var enclosures = new Enclosures([.. open.Select(output => _outputs[output].Exact), .. open.Select(output => _outputs[output].Formula)], _inputs, _budget);
            if (!enclosures.TryAt(_inputs.Balls(point), ladder.Bits, out var values)) return;
            for (var k = 0; k < open.Length; k++)
            {
                foreach (var i in Entries(open[k]))
                {
                    if (certificates[i].Certainty != Certainty.Undecided) continue;
                    var entry = i - _offsets[open[k]];
                    certificates[i] = ladder.Judge(Entry(values[k], entry), Entry(values[open.Length + k], entry), certificates[i].Value);
                }
            }

            if (!ladder.Climb()) return;
        }
    }

    private IEnumerable<int> Entries(int output) => Enumerable.Range(_offsets[output], _offsets[output + 1] - _offsets[output]);

    // One number stands for an array whose entries are all the same.
    private static T Entry<T>(T[] values, int entry) => values is [var only] ? only : values[entry];

    private Bounded[] Flat(Bounded[][] values)
    {
        var flat = new Bounded[_offsets[^1]];
        for (var output = 0; output < values.Length; output++)
        {
            foreach (var i in Entries(output)) flat[i] = Entry(values[output], i - _offsets[output]);
        }

        return flat;
    }
}
