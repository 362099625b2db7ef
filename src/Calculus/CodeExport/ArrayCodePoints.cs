using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Numerics;
using Calculus.Programs.Arrays;

namespace Calculus.CodeExport;

/// <summary>Points at which code with functions of arrays can be compared: all numbers are finite there, and the last digit of the point does not matter.</summary>
internal static class ArrayCodePoints
{
    private const int Enough = 3, Draws = 32, Kinds = 4, Shifts = 3;

    // The code's own comparison allows a hundred times as much, and ten times as much at points that were asked for.
    private const double LargestNoise = 1e-11, LargestNoiseAsked = 1e-10, Shift = 1e-14;

    /// <summary>Points with the entries of all outputs there; the question's own points come first.</summary>
    public static IReadOnlyList<(double[] Point, double[] Numbers)> Of(CodeQuestion question, Budget budget)
    {
        Shape[] shapes = [.. question.Variables.Select(static symbol => symbol.Shape)];
        var program = ArrayProgram.Compile([question.Function, .. question.Derivatives], question.Variables, question.Arrays!, budget);
        var chance = new Chance(Chance.SeedOf(question.Definition));
        var found = new List<(double[] Point, double[] Numbers)>();
        foreach (var point in question.Points)
        {
            if (NumbersAt(program, shapes, point, LargestNoiseAsked, chance, budget) is { } numbers) found.Add((point, numbers));
        }

        for (var draw = 0; draw < Draws && found.Count < Enough; draw++)
        {
            double[] point = [.. shapes.SelectMany(shape => Drawn(shape, draw % Kinds, chance))];
            if (NumbersAt(program, shapes, point, LargestNoise, chance, budget) is { } numbers) found.Add((point, numbers));
            if (shapes.Length == 0) break;
        }

        return found;
    }

    // Of both signs; positive; small; and square matrices that are symmetric with a large diagonal, so that they have inverses and logarithms.
    private static double[] Drawn(Shape shape, int kind, Chance chance)
    {
        var (low, high) = kind switch { 0 => (-2.0, 2.0), 1 => (0.1, 2.0), _ => (-0.5, 0.5) };
        double[] entries = [.. Enumerable.Range(0, (int)shape.Count).Select(_ => Math.Round(chance.Between(low, high), 4))];
        if (kind != Kinds - 1 || shape.Rank != 2 || shape[0] != shape[1]) return entries;
        var n = shape[0].Length;
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < i; j++) entries[(i * n) + j] = entries[(j * n) + i];
            entries[(i * n) + i] += n;
        }

        return entries;
    }

    private static double[]? NumbersAt(ArrayProgram program, Shape[] shapes, double[] point, double largestNoise, Chance chance, Budget budget)
    {
        var values = program.Evaluate(CodeArrays.Split(point, shapes), budget);
        if (Array.Exists(values, static value => !Array.TrueForAll(value.Entries, double.IsFinite))) return null;
        for (var run = 0; run < Shifts && point.Length > 0; run++)
        {
            double[] shifted = [.. point.Select(entry => entry + (Shift * (1 + Math.Abs(entry)) * chance.Between(-1, 1)))];
            var others = program.Evaluate(CodeArrays.Split(shifted, shapes), budget);
            for (var i = 0; i < values.Length; i++)
            {
                var allowed = largestNoise * Math.Max(1e-3, values[i].Entries.Max(Math.Abs));
                for (var k = 0; k < values[i].Entries.Length; k++)
                {
                    if (!(Math.Abs(values[i].Entries[k] - others[i].Entries[k]) <= allowed)) return null;
                }
            }
        }

        return [.. values.SelectMany(static value => value.Entries)];
    }
}
