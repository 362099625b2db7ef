using System.Collections.Concurrent;
using System.Globalization;
using Calculus.Balls;
using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Certification;
using Calculus.Expressions;
using Calculus.Tests.Laws;
using Xunit;

namespace Calculus.Tests.Certification;

/// <summary>The bound beside a double is never below its true error, over random functions and their derivatives.</summary>
public sealed class BoundTests
{
    private const int Functions = 3_000, FirstSeed = 70_000, Bits = 320;

    [Fact, Trait("Length", "long")]
    public void The_true_error_is_never_above_the_bound()
    {
        var (wrong, bounded, vouched) = (new ConcurrentBag<string>(), 0, 0);
        Parallel.For(FirstSeed, FirstSeed + Functions, seed =>
        {
            var budget = new Budget(new Limits(), TestContext.Current.CancellationToken);
            var text = RandomDefinitions.Deep(seed);
            Study study;
            Expression[] formulas;
            try
            {
                study = Study.Of(text, BindingContext.Empty, budget);
                formulas = [study.Function, .. study.Gradient(study.Variables).Select(static partial => partial.Exact)];
            }
            catch (LimitException)
            {
                return;
            }

            var random = new Random(seed);
            Symbol[] variables = [.. study.Variables.Select(name => study.Function.Graph.Symbol(name, SymbolRole.Variable))];
            var data = new Dictionary<string, ArrayValue>(StringComparer.Ordinal);
            double[] point = [.. variables.Select(_ => Math.Round((6 * random.NextDouble()) - 3, 3))];
            if (!new Bounds(formulas, variables, data, budget).TryAt(point, out var bounds)) return;
            if (!new Enclosures(formulas, variables, data, budget).TryAt([.. point.Select(Enclosures.Decimal)], Bits, out var balls)) return;
            for (var i = 0; i < formulas.Length; i++)
            {
                var ((value, error), ball) = (bounds[i][0], balls[i][0]);
                if (!double.IsFinite(error)) continue;
                Interlocked.Increment(ref bounded);
                if (bounds[i][0].Vouches(value, Certifier.Tolerance)) Interlocked.Increment(ref vouched);
                var off = ball.Subtract(Ball.Of(Rational.Exactly(value)), Bits);
                if (ball.Kind == BallKind.Undefined || (ball.GoodBits >= 60 && Math.Abs(off.ToDouble()) > error))
                    wrong.Add(string.Create(CultureInfo.InvariantCulture, $"{(i == 0 ? "value" : "derivative")} of {text} at {string.Join(", ", point)}: {value:R} ± {error:R}, but {ball.ToDouble():R}, off by {off.ToDouble():R}"));
            }
        });

        Assert.True(wrong.IsEmpty, $"{wrong.Count} of {bounded}:\n{string.Join('\n', wrong.Order(StringComparer.Ordinal).Take(30))}");
        Assert.True(bounded > Functions, $"Only {bounded} numbers had a bound.");
        Assert.True(vouched > 0.9 * bounded, $"Of {bounded} bounds, {vouched} vouch.");
    }
}
