using Calculus.Budgets;
using Calculus.Exercises;

namespace Calculus;

/// <summary>Exercises drawn for a sheet.</summary>
internal static class ExerciseSheet
{
    // Every kind has far more problems than a sheet: so many draws in vain are a fault of ours.
    private const int MostDraws = 2_000;

    /// <summary>A sheet: the kinds in turn, no problem twice, the same for the same seed.</summary>
    /// <param name="kinds">Names of kinds, at least one, each once.</param>
    /// <param name="difficulty">From 1 to 3.</param>
    /// <param name="count">How many exercises.</param>
    /// <param name="seed">Any number.</param>
    /// <param name="budget">What may be spent on each exercise; it is asked for a budget for each.</param>
    public static IReadOnlyList<ExerciseWork> Of(IReadOnlyList<string> kinds, int difficulty, int count, int seed, Func<Budget> budget)
    {
        ArgumentNullException.ThrowIfNull(kinds);
        ArgumentNullException.ThrowIfNull(budget);
        var (sheet, seen, draws) = (new List<ExerciseWork>(), new HashSet<string>(StringComparer.Ordinal), new int[kinds.Count]);
        for (var i = 0; sheet.Count < count; i = (i + 1) % kinds.Count) sheet.Add(Next(i));
        return sheet;

        ExerciseWork Next(int kind)
        {
            while (draws[kind] < MostDraws)
            {
                var exercise = ExerciseId.OfSheet(kinds[kind], difficulty, seed, draws[kind]++).Make();
                if (!seen.Add(exercise.Problem)) continue;
                var work = ExerciseWork.Of(exercise, budget());
                if (work.IsWorthwhile) return work;
            }

            throw new InvalidOperationException($"There are not {count} different exercises of the kind {kinds[kind]} at difficulty {difficulty}.");
        }
    }
}
