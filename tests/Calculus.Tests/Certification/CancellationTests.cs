using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Syntax;
using Xunit;

namespace Calculus.Tests.Certification;

/// <summary>
/// Values and derivatives at points where doubles lose digits, compared with references of 30 digits, which
/// <c>tests/references/cancellation.py</c> made: a number is right, or it is said that it may not be.
/// </summary>
public sealed class CancellationTests
{
    private const double Tolerance = 1e-11;

    [Fact, Trait("Length", "long")]
    public void Every_number_is_right_or_said_not_to_be()
    {
        var (wrong, said, count) = (new ConcurrentBag<string>(), 0, 0);
        Parallel.ForEach(Rows(), row =>
        {
            Interlocked.Increment(ref count);
            var study = Study.Of($"f(x) = {row.Definition}", BindingContext.Empty, new Budget(new Limits(), TestContext.Current.CancellationToken));
            var at = study.At(row.Order == 0 ? [] : [study.Derivative("x", row.Order)], [row.X]);
            var number = row.Order == 0 ? at.Value.Number : at.Numbers[0];
            if (at.Notes.Any(static note => note.Code is NoteCodes.Unstable)) Interlocked.Increment(ref said);
            else if (!IsRight(number, row.Value)) wrong.Add(string.Create(CultureInfo.InvariantCulture, $"order {row.Order} of {row.Definition} at {row.X:R}: {number:R}, expected {row.Value:R}"));
        });

        Assert.True(wrong.IsEmpty, $"{wrong.Count} of {count} are wrong, {said} said:\n{string.Join('\n', wrong.Order(StringComparer.Ordinal).Take(40))}");
        Assert.True(count >= 5_000, $"There are {count} references.");
        Assert.True(said < count * 0.02, $"{said} of {count} had to be said.");
    }

    // What is smaller than every double that keeps its digits is right as 0, too.
    private static bool IsRight(double number, double expected) => Math.Abs(number - expected) <= Math.Max(Tolerance * Math.Abs(expected), 1e-300);

    private static IEnumerable<Row> Rows() => File.ReadLines(Path.Combine(Folder(), "../../references/cancellation.tsv"))
        .Skip(1)
        .Select(static line => line.Split('\t'))
        .Select(static cells => new Row(cells[0], Number(cells[1]), int.Parse(cells[2], CultureInfo.InvariantCulture), Number(cells[3])));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    private sealed record Row(string Definition, double X, int Order, double Value);
}
