using System.Globalization;
using Calculus.Certification;
using Calculus.Derivatives;
using Calculus.Expressions;
using Calculus.Numerics;
using Calculus.Syntax;

namespace Calculus.Seams;

/// <summary>The words of notes on numbers that are not right to the last digit.</summary>
internal static class CertaintyWording
{
    private const int MostNotes = 5, LongestFormula = 60;

    /// <summary>A note for each formula with a number of which few digits are known.</summary>
    /// <param name="formulas">The formulas.</param>
    /// <param name="layout">How their numbers lie.</param>
    /// <param name="numbers">The numbers as they are answered.</param>
    /// <param name="known">What is known of each.</param>
    /// <param name="print">A formula as people read it.</param>
    public static IEnumerable<Note> Of(IReadOnlyList<DerivedFormula> formulas, Layout layout, double[] numbers, Certificate[] known, Func<Expression, string> print) =>
        Of(output => NameOf(formulas[output], print), 0..formulas.Count, layout, numbers, known);

    /// <summary>Notes on the function's own value, which comes after those of formulas.</summary>
    /// <param name="formulas">How many formulas there are.</param>
    /// <param name="layout">How their numbers lie.</param>
    /// <param name="numbers">The numbers as they are answered.</param>
    /// <param name="known">What is known of each.</param>
    public static IEnumerable<Note> OfValue(int formulas, Layout layout, double[] numbers, Certificate[] known) =>
        Of(static _ => "the function", formulas..layout.Values, layout, numbers, known);

    /// <summary>A note for each of several named values of which few digits are known.</summary>
    /// <param name="names">What people call each value.</param>
    /// <param name="layout">How their numbers lie.</param>
    /// <param name="numbers">The numbers as they are answered.</param>
    /// <param name="known">What is known of each.</param>
    public static IEnumerable<Note> Of(IReadOnlyList<string> names, Layout layout, double[] numbers, Certificate[] known) => Of(output => names[output], 0..layout.Values, layout, numbers, known);

    private static IEnumerable<Note> Of(Func<int, string> nameOf, Range outputs, Layout layout, double[] numbers, Certificate[] known)
    {
        var said = 0;
        for (var output = outputs.Start.Value; output < outputs.End.Value && said < MostNotes; output++)
        {
            for (var i = layout.Offset(output); i < layout.Offset(output) + layout.Length(output); i++)
            {
                // A number that was settled otherwise is no longer the one that was judged.
                var isRight = known[i].Certainty is Certainty.Right && known[i].AtDoubles is null;
                if (isRight || known[i].Certainty is Certainty.NoValue || !numbers[i].Equals(known[i].Value) || !double.IsFinite(numbers[i])) continue;
                said++;
                yield return Of(nameOf(output), numbers[i], known[i]);
                break;
            }
        }
    }

    /// <summary>The note on one number.</summary>
    /// <param name="name">What it is the value of.</param>
    /// <param name="number">The number.</param>
    /// <param name="known">What is known of it.</param>
    public static Note Of(string name, double number, Certificate known) => new(NoteCodes.Unstable, known switch
    {
        { AtDoubles: { } other } => $"The value of {name} is {Number(number)} at the decimals of the point. At the doubles next to them it would be {Number(other)}: it depends on digits that a double does not hold.",
        { Certainty: Certainty.Undecided, Digits: > 0 } => string.Create(CultureInfo.InvariantCulture, $"Of {Number(number)}, the value of {name}, {known.Digits} digits are certain: more were not worked out within the work allowed."),
        { Certainty: Certainty.Undecided } => $"How many digits of {Number(number)}, the value of {name}, hold was not worked out within the work allowed.",
        { Digits: 0 } => $"No digit of {Number(number)}, the value of {name}, is certain: what it is computed from cancels.",
        _ => string.Create(CultureInfo.InvariantCulture, $"Of {Number(number)}, the value of {name}, {known.Digits} digits hold: what it is computed from cancels."),
    });

    private static string NameOf(DerivedFormula formula, Func<Expression, string> print) =>
        print(formula.Formula) is { Length: <= LongestFormula } text ? text : "a derivative";

    private static string Number(double value) => Figures.Of(value);
}
