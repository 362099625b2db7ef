using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Numerics;
using Calculus.Simplification;
using Xunit;
using Derivative = Calculus.Differentiation.Derivative;

namespace Calculus.Tests.Laws;

/// <summary>The result of one random definition.</summary>
/// <param name="Text">The definition.</param>
/// <param name="Points">At how many points its derivative was compared with the numeric one.</param>
/// <param name="Fault">Which law it broke, and where.</param>
/// <param name="Refusal">Why it could not be checked.</param>
internal sealed record RandomCheck(string Text, int Points, string? Fault, string? Refusal)
{
    private const int MostPoints = 4;
    private const int Candidates = 32;
    private const double SlackFactor = 100;

    public static RandomCheck Of(int seed)
    {
        var text = RandomDefinitions.Deep(seed);
        try
        {
            var study = Study.Of(text, BindingContext.Empty, Fresh());
            if (study.Variables.Count == 0) return new RandomCheck(text, 0, null, "a constant");
            var check = new Check(seed, text, study);
            return new RandomCheck(text, check.Points, check.Formulas() ?? check.Numbers(), null) with { Points = check.Points };
        }
        catch (LimitException limit)
        {
            return new RandomCheck(text, 0, null, limit.Message);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return new RandomCheck(text, 0, exception.ToString(), null);
        }
    }

    private static Budget Fresh() => new(new Limits(), TestContext.Current.CancellationToken);

    // Names of functions of the catalogue: a declared name shadows one where no bracket follows.
    private static string Renamed(string name) => name switch { "x" => "gamma", _ => "step" };

    private static string Renamed(int seed, Study study) =>
        $"f({string.Join(", ", study.Variables.Select(Renamed))}) = {RandomDefinitions.Deep(seed, Renamed("x"), Renamed("y"))}";

    private sealed class Check
    {
        private readonly int _seed, _place;
        private readonly Study _study;
        private readonly string _variable, _text;
        private readonly Expression _first;
        private readonly Random _random;

        public Check(int seed, string text, Study study)
        {
            (_seed, _text, _study, _random) = (seed, text, study, new Random(seed));
            _place = _random.Next(study.Variables.Count);
            _variable = study.Variables[_place];
            _first = study.Derivative(_variable);
        }

        public int Points { get; private set; }

        public string? Formulas() =>
            ReadsBack(_study.Function) ?? ReadsBack(_first)
            ?? (Simplify.Of(_first) is var again && again != _first ? $"{Text(_first)} can be simplified again: {Text(again)}" : null);

        public string? Numbers()
        {
            var written = Reading.Of(_text, Rewriting.None);
            var exact = Reading.Of(_text);
            var near = Reading.Of(RandomDefinitions.Deep(_seed, digits: "0000000001"), Rewriting.None);
            if (near.Bound.Variables.Count != _study.Variables.Count) return null;
            var other = Reading.Of(Renamed(_seed, _study));
            var (function, moved) = (written.Compile(written.Function), near.Compile(near.Function));
            var automatic = written.Compile(Slope(written));
            var (slope, movedSlope) = (exact.Compile(Slope(exact)), near.Compile(Slope(near)));
            var otherSlope = other.Compile(Slope(other));
            var simplified = exact.Compile(Simplify.Of(exact.Function));
            var formula = exact.Compile(Simplify.Of(Slope(exact)));
            var second = _seed % 4 == 0 ? exact.Compile(Derivative.Of(Slope(exact), exact.Bound.Variables[_place])) : null;
            for (var i = 0; i < Candidates && Points < MostPoints; i++)
            {
                double[] point = [.. _study.Variables.Select(_ => Math.Round((_random.NextDouble() * 6) - 2.5, 3))];
                double[] beside = [.. point.Select(static x => x * (1 + 1e-11))];
                var value = function(point);
                if (!double.IsFinite(value) || written.IsFragileAt(point)) continue;
                var at = $"at ({string.Join(", ", point)})";
                // Whatever the last digits of constants and arguments change, rounding can change as well.
                var noise = Roughness(function, point, [1e-9, 3e-9, 1e-8]);
                if (Differ(value, simplified(point), Math.Abs(moved(beside) - value) + noise)) return $"simplified to {Text(Simplify.Of(_study.Function))}: {simplified(point)} for {value} {at}";

                var expected = slope(point);
                // 0·∞ inside the rules gives NaN where the slope is flat: a refusal, which no rewrite may add.
                if (!double.IsFinite(expected))
                {
                    if (double.IsFinite(automatic(point))) return $"derivative {Text(_first)}: {expected} for {automatic(point)} {at}";
                    continue;
                }

                var slack = Math.Abs(movedSlope(beside) - expected) + Roughness(slope, point, [1e-7, 7e-7, 3e-6]);
                if (Differ(expected, formula(point), slack)) return $"derivative {Text(_first)}: {formula(point)} for {expected} {at}";
                if (Differ(expected, otherSlope(point), slack)) return $"derivative {expected} becomes {otherSlope(point)} in other names {at}";
                if (Measured(function, point) is { } measured && Measured(moved, beside) is { } again)
                {
                    var uncertain = slack + (1e3 * noise) + Math.Abs(again.Value - measured.Value) + (20 * measured.Error);
                    if (IsTelling(expected, uncertain)) Points++;
                    if (Differ(measured.Value, expected, uncertain)) return $"derivative {Text(_first)}: {expected} for {measured.Value} ± {measured.Error} {at}";
                }

                if (second is null || !double.IsFinite(second(point)) || !(slack < 1e-9) || Measured(slope, point) is not { } bend) continue;
                if (Differ(bend.Value, second(point), Math.Abs(second(beside) - second(point)) + Roughness(second, point, [1e-7, 7e-7, 3e-6]) + (20 * bend.Error))) return $"second derivative by {_variable}: {second(point)} for {bend.Value} ± {bend.Error} {at}";
            }

            return null;
        }

        private Expression Slope(Reading reading) => Derivative.Of(reading.Function, reading.Bound.Variables[_place]);

        private string Text(Expression expression) => _study.Print(expression).Text;

        private string? ReadsBack(Expression expression)
        {
            var again = PrintingLaws.Reread(_study.Print(expression), Fresh());
            return PrintingLaws.IsSame(_study, expression, again) ? null : $"{Text(expression)} reads back as {again.Print(again.Function).Text}";
        }

        // How far the values move where a smooth function would not: cancellation turns it into steps.
        private static double Roughness(Func<double[], double> function, double[] point, ReadOnlySpan<double> steps)
        {
            double roughness = 0;
            foreach (var h in steps)
            {
                var (above, below) = (function([.. point.Select(x => x * (1 + h))]), function([.. point.Select(x => x * (1 - h))]));
                roughness = Math.Max(roughness, Math.Abs(above + below - (2 * function(point))));
            }

            return roughness;
        }

        // Whether a comparison with this much slack would notice a lost factor.
        private static bool IsTelling(double expected, double slack) => SlackFactor * slack <= 1e-3 * Math.Max(1, Math.Abs(expected));

        private static bool Differ(double expected, double actual, double slack) =>
            double.IsFinite(slack) && !(Math.Abs(expected - actual) <= (SlackFactor * Math.Abs(slack)) + (1e-7 * Math.Max(1, Math.Abs(expected))));

        private DerivativeEstimate? Measured(Func<double[], double> function, double[] point)
        {
            var moved = (double[])point.Clone();
            var measured = NumericDerivative.Of(
                x =>
                {
                    moved[_place] = x;
                    return function(moved);
                },
                point[_place]);
            if (!double.IsFinite(measured.Value) || measured.Error > 1e-8 * Math.Max(1, Math.Abs(measured.Value))) return null;

            // Where values come in steps the smallest differences see only a step: five points further away must agree.
            const double h = 1e-3;
            double At(double x)
            {
                moved[_place] = x;
                return function(moved);
            }

            var coarse = ((8 * (At(point[_place] + h) - At(point[_place] - h))) - At(point[_place] + (2 * h)) + At(point[_place] - (2 * h))) / (12 * h);
            return Math.Abs(coarse - measured.Value) <= 1e-3 * Math.Abs(measured.Value) + 1e-12 ? measured : null;
        }
    }
}
