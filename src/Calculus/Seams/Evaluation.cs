using Calculus.Expressions;
using Calculus.Syntax;

namespace Calculus.Seams;

/// <summary>Formulas at one point.</summary>
/// <param name="Point">The coordinates.</param>
/// <param name="Value">The function's own value.</param>
/// <param name="Values">The formulas' values, each in its shape; NaN wherever the function itself, a number, is undefined.</param>
/// <param name="Kinks">Where first derivatives do not exist.</param>
/// <param name="Notes">Notes on the numbers.</param>
public sealed record Evaluation(
    IReadOnlyList<double> Point, ArrayValue Value, IReadOnlyList<ArrayValue> Values, IReadOnlyList<KinkReport> Kinks, IReadOnlyList<Note> Notes)
{
    /// <summary>Those notes that are on digits of the function's own value.</summary>
    public IReadOnlyList<Note> NotesOnValue { get; init; } = [];

    /// <summary>The notes for an answer in which the function's own value does not stand.</summary>
    public IReadOnlyList<Note> NotesOnFormulas => [.. Notes.Except(NotesOnValue)];

    /// <summary>The numbers of all formulas in one list.</summary>
    public double[] Numbers => Layout.Join([.. Values]);
}

/// <summary>Formulas at many points.</summary>
/// <param name="Value">The numbers of the function's value, a column for each.</param>
/// <param name="Numbers">The numbers of the formulas' values, a column for each, the entries of an array in order.</param>
/// <param name="Kinks">Where first derivatives do not exist.</param>
/// <param name="Notes">Notes on the numbers.</param>
public sealed record Evaluations(
    IReadOnlyList<double[]> Value, IReadOnlyList<double[]> Numbers, IReadOnlyList<KinkReport> Kinks, IReadOnlyList<Note> Notes);
