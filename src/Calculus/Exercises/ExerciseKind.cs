namespace Calculus.Exercises;

/// <summary>Something to be practised.</summary>
/// <param name="Name">Its name for programs; it never changes.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Sentence">What is practised, in one sentence.</param>
/// <param name="Needs">The rules of which each solution applies at least one, by their names in the steps.</param>
/// <param name="Also">The rules that solutions may apply besides, other than the basic ones.</param>
/// <param name="Make">Draws an exercise of a difficulty from 1 to 3.</param>
internal sealed record ExerciseKind(string Name, string Title, string Sentence, IReadOnlyList<string> Needs, IReadOnlyList<string> Also, Func<Draw, int, Exercise> Make)
{
    /// <summary>What helps before anything is worked out, the most general first.</summary>
    public IReadOnlyList<ExerciseHint> Hints { get; init; } = [];
}

/// <summary>Something that helps with an exercise and is not its answer.</summary>
/// <param name="Text">In words.</param>
/// <param name="Latex">A formula beside the words, where there is one.</param>
internal sealed record ExerciseHint(string Text, string? Latex = null);
