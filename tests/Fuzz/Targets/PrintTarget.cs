using Calculus.Expressions;

namespace Fuzz.Targets;

/// <summary>Tree to text to tree: what is printed reads back as what was printed.</summary>
internal sealed class PrintTarget : Target
{
    /// <inheritdoc/>
    public override string Name => "print";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Parts => ["Calculus.Printing", "Calculus.Expressions"];

    /// <inheritdoc/>
    public override IEnumerable<string> Seeds() => Reading.Both(base.Seeds());

    /// <inheritdoc/>
    public override string? Feed(string input) => Reading.Trying(input, static reading =>
        ReadsBack(reading, reading.Study.Function) ?? (reading.Study.Variables.Count == 0 ? null : ReadsBack(reading, reading.Study.Derivative(reading.Study.Variables[0]))));

    private static string? ReadsBack(Reading reading, Expression formula)
    {
        var printed = reading.Study.Print(formula);
        // Named parts come first, the formula last.
        var last = printed.Text.LastIndexOf("; ", StringComparison.Ordinal) is var end and >= 0 ? end + 2 : 0;
        // A name that no variable has.
        var name = "f";
        while (printed.Variables.Contains(name, StringComparer.Ordinal)) name += "_";
        var signature = printed.Variables.Count == 0 ? "" : $"{name}({string.Join(", ", printed.Variables)}) = ";
        var text = (reading.Context.Shapes.Count == 0 ? "" : Reading.OfArrays.ToString()) + printed.Text.Insert(last, signature);
        if (Reading.Of(text, out var isLimit) is not { } again) return isLimit ? null : $"does not read back: {text}";
        if (again.Study.Function.Hash == formula.Hash) return null;
        return reading.Difference(formula, again, again.Study.Function, mayGain: false) is { } difference ? $"reads back as another function: {text} {difference}" : null;
    }
}
