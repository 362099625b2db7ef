using Calculus;
using Calculus.Balls;
using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Certification;
using Calculus.CodeExport;
using Calculus.EntryByEntry;
using Calculus.Expressions;
using Calculus.Programs;
using Calculus.Syntax;
using Calculus.Taylor;

namespace Fuzz.Targets;

/// <summary>A text as a definition, with little to spend.</summary>
internal sealed class Reading
{
    /// <summary>Before a text: its names are vectors and matrices.</summary>
    public const char OfArrays = '~';

    private static readonly double[] s_numbers = [0.731, 1.317, -0.419, 2.263, -1.847, 0.123, 3.691, -2.731, 0.037];

    private static readonly Limits s_limits = new()
    {
        AllocatedBytes = 64 << 20,
        GraphNodes = 20_000,
        SimplificationTrials = 20_000,
        Operations = 5_000_000,
        CriticalOperations = 200_000,
        ArrayEntries = 100_000,
        PrintedLength = 40_000,
        Steps = 200,
    };

    private Reading(Study study, Budget budget, BindingContext context) => (Study, Budget, Context) = (study, budget, context);

    /// <summary>The definition.</summary>
    public Study Study { get; }

    /// <summary>What may be spent on it.</summary>
    public Budget Budget { get; }

    /// <summary>What its names stand for.</summary>
    public BindingContext Context { get; }

    /// <summary>Reads a text; null where it is refused.</summary>
    /// <exception cref="InvalidOperationException">A refusal points outside the text, or says nothing.</exception>
    public static Reading? Of(string input) => Of(input, out _);

    /// <summary>The same, and whether it was a limit that it met.</summary>
    /// <param name="input">The text.</param>
    /// <param name="isLimit">Whether it is only too much, and not without meaning.</param>
    public static Reading? Of(string input, out bool isLimit)
    {
        isLimit = false;
        var (text, context) = input.StartsWith(OfArrays) ? (input[1..], Arrays()) : (input, BindingContext.Empty);
        var budget = new Budget(s_limits);
        try
        {
            return new Reading(Study.Of(text, context, budget), budget, context);
        }
        catch (FormulaException refusal)
        {
            if (refusal.Span.Start < 0 || refusal.Span.End < refusal.Span.Start || refusal.Span.End > text.Length) throw new InvalidOperationException($"{refusal.Span} lies outside the text", refusal);
            if (refusal.Message.Length == 0) throw new InvalidOperationException("A refusal says nothing.", refusal);
            return null;
        }
        catch (LimitException limit)
        {
            if (limit.Start is { } start && (start < 0 || limit.End < start || limit.End > text.Length)) throw new InvalidOperationException($"{limit.Limit} lies outside the text", limit);
            isLimit = true;
            return null;
        }
    }

    /// <summary>A text in which names are arrays, as well as the one in which they are numbers.</summary>
    public static IEnumerable<string> Both(IEnumerable<string> texts) => texts.SelectMany(static text => text.Any(char.IsAsciiLetterUpper) || text.Contains('[', StringComparison.Ordinal) || text.Contains('@', StringComparison.Ordinal) ? (string[])[text, OfArrays + text] : [text]);

    /// <summary>Does something with a definition; refusals are no fault.</summary>
    public static string? Trying(string input, Func<Reading, string?> work)
    {
        try
        {
            return Of(input) is { } reading ? work(reading) : null;
        }
        catch (Exception refusal) when (refusal is FormulaException or LimitException or UnboundSymbolException or TaylorException or UnwritableException or CodeException)
        {
            return null;
        }
    }

    /// <summary>Points of the definition's variables.</summary>
    public IEnumerable<double[]> Points()
    {
        if (Study.Variables.Any(name => Study.ShapeOf(name).IsSymbolic)) yield break;
        for (var i = 0; i < 5; i++) yield return [.. Enumerable.Range(0, Study.Layout.Count).Select(k => s_numbers[(i + (2 * k)) % s_numbers.Length])];
    }

    /// <summary>Where two formulas certainly differ; null where they may be equal.</summary>
    /// <param name="ours">A formula of this definition.</param>
    /// <param name="other">Another reading.</param>
    /// <param name="theirs">A formula of that.</param>
    /// <param name="mayGain">Whether the second may have a value where the first has none.</param>
    public string? Difference(Expression ours, Reading other, Expression theirs, bool mayGain)
    {
        if (Points().FirstOrDefault() is null) return null;
        foreach (var point in Points())
        {
            if (!At(this, ours, point, out var mine) || !At(other, theirs, point, out var yours)) continue;
            if (mine.Length != yours.Length) continue;
            for (var entry = 0; entry < mine.Length; entry++)
            {
                var (a, b) = (mine[entry], yours[entry]);
                if (a.Kind is BallKind.Finite && b.Kind is BallKind.Undefined) return $"at {string.Join(", ", point)}: {a.ToDouble()} becomes undefined";
                if (a.Kind is BallKind.Undefined && b.Kind is BallKind.Finite && !mayGain) return $"at {string.Join(", ", point)}: what is undefined becomes {b.ToDouble()}";
                if (a.IsFinite && b.IsFinite && a.Subtract(b, 128).Sign is -1 or 1) return $"at {string.Join(", ", point)}: {a.ToDouble()} becomes {b.ToDouble()}";
            }
        }

        return null;
    }

    private static bool At(Reading reading, Expression formula, double[] point, out Ball[] values)
    {
        var inputs = new Inputs([.. reading.Study.Variables.Select(name => reading.Study.Function.Graph.Symbol(name, SymbolRole.Variable, reading.Study.ShapeOf(name)))], reading.Context.AllData, reading.Context.Decimals);
        values = [];
        if (!new Enclosures([formula], inputs, reading.Budget).TryAt(inputs.Balls(point), 256, out var all)) return false;
        values = all[0];
        return true;
    }

    private static BindingContext Arrays() => BindingContext.Empty with
    {
        Shapes = new Dictionary<string, Shape>(StringComparer.Ordinal)
        {
            ["X"] = new Shape([3, 2]),
            ["A"] = new Shape([2, 2]),
            ["w"] = new Shape([2]),
            ["v"] = new Shape([3]),
            ["y"] = new Shape([3]),
            ["x"] = new Shape([2]),
            ["B"] = new Shape([new Dimension(0, "n"), new Dimension(0, "d")]),
            ["u"] = new Shape([new Dimension(0, "d")]),
        },
    };
}
