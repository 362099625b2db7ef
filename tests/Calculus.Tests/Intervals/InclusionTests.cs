using Calculus.Balls;
using Calculus.Expressions;
using Calculus.Intervals;
using Calculus.Tests.Balls;
using Calculus.Tests.Laws;
using Xunit;

namespace Calculus.Tests.Intervals;

/// <summary>The range of a function over a box contains its values at points of the box, by balls: seed 20261130, some 40,000 points.</summary>
public sealed class InclusionTests
{
    private const int Seed = 20261130, Boxes = 120, Points = 6, Bits = 200;

    public static TheoryData<string> Names => [.. AllFunctions.ByName.Keys];

    [Theory, MemberData(nameof(Names))]
    public void The_range_of_a_function_contains_its_values(string name)
    {
        var (function, random, failures, checks) = (AllFunctions.ByName[name], new Random(Seed), new List<string>(), 0);
        foreach (var arity in AllFunctions.Arities(function))
        {
            for (var k = 0; k < Boxes; k++) Try(arity);
        }

        Assert.True(failures.Count == 0, string.Join('\n', failures.Take(20)));
        Assert.True(checks >= 200, $"{name} was compared {checks} times.");

        void Try(int arity)
        {
            var budget = Definitions.Budget();
            var graph = new Graph(budget, Rewriting.None);
            var (arguments, symbols, box) = (new Expression[arity], new List<Symbol>(), new List<Enclosure>());
            for (var place = 0; place < arity; place++)
            {
                if (AllFunctions.IsOrder(function, place))
                {
                    arguments[place] = graph.Number(AllFunctions.Order(function, place, random));
                    continue;
                }

                arguments[place] = graph.Symbol($"x{place}", SymbolRole.Argument);
                symbols.Add((Symbol)arguments[place]);
                double a = AllFunctions.Number(random).ToDouble(), width = random.Next(5) == 0 ? 0 : Math.ScaleB(random.NextDouble(), random.Next(-30, 6)) * Math.Max(1, Math.Min(Math.Abs(a), 1e6));
                box.Add(new Enclosure(a, a + width));
            }

            var ranges = new Enclosure[1];
            new IntervalProgram([graph.Call(function, arguments)], symbols, static _ => Enclosure.Anything, Assumptions.None, budget).Run([.. box], ranges);
            for (var n = 0; n < Points; n++)
            {
                var next = 0;
                Ball[] point = [.. arguments.Select(argument => argument is Number number ? Ball.Of(number.Value) : Ball.Of(Rational.Exactly(Inside(box[next++], n))))];
                var value = function.Value(point, Bits);
                if (value.Kind == BallKind.Unknown) continue;
                checks++;
                var isRight = value.Kind == BallKind.Undefined ? !ranges[0].IsDefined : ranges[0].Meets(Enclosure.Of(value)) && !(value.IsZero && !ranges[0].MayBeZero);
                if (!isRight) failures.Add($"{name} over {string.Join(", ", box)}: {value.Kind} {value.ToDouble():R} is not in {ranges[0]} {ranges[0].Known}");
            }
        }

        double Inside(Enclosure side, int n) => n switch
        {
            0 => side.Lower,
            1 => side.Upper,
            2 => Math.Clamp(Math.Round(side.Middle), side.Lower, side.Upper),
            3 => Math.Clamp(0, side.Lower, side.Upper),
            _ => Math.Clamp(side.Lower + (random.NextDouble() * side.Width), side.Lower, side.Upper),
        };
    }

    [Fact]
    public void Sums_products_and_powers_contain_their_exact_values()
    {
        var random = new Random(Seed);
        for (var k = 0; k < 4_000; k++)
        {
            var (a, b) = (Side(), Side());
            Rational x = Rational.Exactly(In(a)), y = Rational.Exactly(In(b));
            Holds(a + b, x + y);
            Holds(a - b, x - y);
            Holds(a * b, x * y);
            if (!y.IsZero) Holds(a / b, x / y);
            var n = random.Next(-5, 6);
            if (!(x.IsZero && n < 0)) Holds(a.Power(n), x.TryPower(n, 100_000)!.Value);
        }

        Enclosure Side()
        {
            var from = (random.NextDouble() - 0.5) * Math.ScaleB(1, random.Next(-40, 40));
            return random.Next(4) == 0 ? Enclosure.At(Math.Round(from)) : new Enclosure(from, from + (random.NextDouble() * Math.ScaleB(1, random.Next(-40, 40))));
        }

        double In(Enclosure side) => Math.Clamp(side.Lower + (random.NextDouble() * side.Width), side.Lower, side.Upper);

        static void Holds(Enclosure range, Rational value) => Assert.True(
            (double.IsInfinity(range.Lower) || Rational.Exactly(range.Lower) <= value) && (double.IsInfinity(range.Upper) || value <= Rational.Exactly(range.Upper)), $"{value.ToDouble():R} is not in {range}");
    }

    [Fact]
    public void What_is_exact_stays_exact()
    {
        Assert.Equal((-3.0, 5.0), ((Enclosure.At(1) - Enclosure.At(4)).Lower, (Enclosure.At(2) + Enclosure.At(3)).Upper));
        var quarter = Enclosure.At(1) / Enclosure.At(4);
        Assert.Equal((0.25, 0.25), (quarter.Lower, quarter.Upper));
        var third = Enclosure.At(1) / Enclosure.At(3);
        Assert.True(third.Lower < third.Upper && Rational.Exactly(third.Lower) < Rational.Of(1, 3) && Rational.Of(1, 3) < Rational.Exactly(third.Upper));
        Assert.False((new Enclosure(-1, 1).Reciprocal().Known & Known.Defined) != 0);
        Assert.False(new Enclosure(-1, 1).Reciprocal().MayBeZero);
    }
}
