using System.Text.Json;
using System.Text.Json.Serialization;
using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Checkpoints;
using Xunit;

namespace Calculus.Tests.Checkpoints;

/// <summary>Searches of boxes of which tiles are searched elsewhere find what is found in one go, to the last bit, and leave the same undecided.</summary>
public sealed class DividedSearchTests
{
    private const int Tiles = 64;

    private static readonly JsonSerializerOptions s_all = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    public static TheoryData<string, long, int, double[]> Boxes => new()
    {
        { "f(x, y) = sin(x)*cos(y) + abs(x)/4", 400_000, 1000, [-20, 20, -20, 20] },
        // Undecided on a line, where all is spent.
        { "f(x, y) = (x + y)^2", 400_000, 1000, [-1, 1, -1, 1] },
        { "f(x, y) = sin(x*y)*cos(x + y^2) + sin(x^2)", 3_000_000, 1000, [-6, 6, -6, 6] },
        // More points than are searched for.
        { "f(x, y) = sin(x)*sin(y)", 4_000_000, 40, [-30, 31, -30, 31] },
        { "f(x, y) = sin(x)*sin(y)", 4_000_000, 3, [-30, 31, -30, 31] },
        // Flat on half of the box, and with jumps.
        { "f(x, y) = max(x, 0)^2*(y^2 - 1)^2 + floor(y/3)", 400_000, 1000, [-2, 2, -4, 4] },
        { "f(x, y, z) = sin(x)*sin(y) + cos(z)*x", 4_000_000, 1000, [-4, 4, -4, 4, -4, 4] },
        { "f(x, y) = sqrt(x)*sin(5y) + log(y + 3)*cos(4x)", 1_000_000, 1000, [-3, 3, -4, 4] },
    };

    [Theory]
    [MemberData(nameof(Boxes))]
    public void A_search(string text, long operations, int points, double[] box)
    {
        byte[] Run(ICheckpoints? checkpoints)
        {
            var budget = new Budget(new Limits { Operations = 20_000_000_000, CriticalOperations = operations, CriticalPoints = points }) { Checkpoints = checkpoints };
            var study = Study.Of(text, BindingContext.Empty, budget);
            var found = study.CriticalPoints([.. box.Where(static (_, i) => i % 2 == 0)], [.. box.Where(static (_, i) => i % 2 == 1)]);
            return [.. JsonSerializer.SerializeToUtf8Bytes(found, s_all), .. BitConverter.GetBytes(budget.OperationsSpent)];
        }

        var (expected, whole) = (Run(null), new Divided());
        Assert.Equal(expected, Run(whole));
        foreach (var (size, every) in (ReadOnlySpan<(int, int)>)[(1, 0), (7, 25), (40, 0)])
        {
            var parts = Enumerable.Range(0, (Tiles + size - 1) / size).Select(part => new Part(part * size, Math.Min(Tiles, (part + 1) * size)))
                .ToDictionary(static part => part.From, part => Divided.Done(Run, part, every));
            var all = new Divided { Parts = parts };
            Assert.Equal(expected, Run(all));
            Assert.True(all.Passed < whole.Passed, "Nothing was taken over.");

            // Some of them are missing, and whoever has the rest is put down in between.
            var some = parts.Where(static each => each.Key % 3 != 0).ToDictionary();
            var first = new Divided { Parts = some, After = all.Passed };
            Assert.Throws<PutDownException>(() => Run(first));
            Assert.Equal(expected, Run(new Divided { Parts = some, State = first.State }));
        }
    }

    [Fact]
    public void Tiles_of_another_version_or_of_another_place_are_searched_anew()
    {
        static byte[] Run(ICheckpoints checkpoints)
        {
            var study = Study.Of("f(x, y) = sin(x)*cos(y) + abs(x)/4", BindingContext.Empty, new Budget(new Limits { CriticalOperations = 400_000 }) { Checkpoints = checkpoints });
            return JsonSerializer.SerializeToUtf8Bytes(study.CriticalPoints([-20, -20], [20, 20]), s_all);
        }

        var parts = new[] { 10, 20, 30, 40 }.ToDictionary(static from => from, static from => Divided.Done(Run, new(from, from + 10), 0));
        (parts[10], parts[20]) = (parts[20], parts[10]);
        parts[30][0]++;
        var (whole, divided) = (new Divided(), new Divided { Parts = parts });

        Assert.Equal(Run(whole), Run(divided));
        Assert.True(divided.Passed < whole.Passed);
    }

    [Fact]
    public void What_is_over_soon_is_not_divided()
    {
        var checkpoints = new Items();
        var study = Study.Of("f(x, y) = (x^2 + y - 11)^2 + (x + y^2 - 7)^2", BindingContext.Empty, new Budget(new Limits()) { Checkpoints = checkpoints });

        Assert.True(study.CriticalPoints([-5, -5], [5, 5]).IsComplete);
        Assert.Equal(0, checkpoints.Most);
    }

    private sealed class Items : ICheckpoints
    {
        public int Most { get; private set; }

        public void Resume(IResumable work)
        {
        }

        public void Pass(IResumable work) => Most = Math.Max(Most, ((IDivisible)work).Items);
    }
}
