using CalcApi.Http.Functions;
using CalcApi.Http.OpenApi;
using CalcApi.Http.Problems;
using CalcApi.Http.Requests;

namespace CalcApi.Exercises;

/// <summary>Asks for a sheet of exercises.</summary>
public sealed record ExercisesRequest
{
    /// <summary>What is practised, by the names of <c>catalog/exercises</c>, in turn; everything where it is left out.</summary>
    public IReadOnlyList<string>? Rules { get; init; }

    /// <summary>From 1 (easy) to 3 (hard); 1 where it is left out.</summary>
    public int? Difficulty { get; init; }

    /// <summary>How many exercises; 10 where it is left out.</summary>
    public int? Count { get; init; }

    /// <summary>Any whole number: the same seed gives the same sheet, for ever. 0 where it is left out.</summary>
    public int? Seed { get; init; }

    /// <summary>Whether the answers and how they are found stand beside the exercises, as on a teacher's copy; false where it is left out.</summary>
    public bool? Answers { get; init; }
}

/// <summary>A sheet of exercises.</summary>
public sealed record ExercisesAnswer
{
    /// <summary>The difficulty.</summary>
    public required int Difficulty { get; init; }

    /// <summary>The seed that gives this sheet again.</summary>
    public required int Seed { get; init; }

    /// <summary>The exercises; no problem comes twice.</summary>
    public required IReadOnlyList<ExerciseAnswer> Exercises { get; init; }
}

/// <summary>One exercise.</summary>
public sealed record ExerciseAnswer
{
    /// <summary>Its name, by which <c>exercises/check</c> knows it.</summary>
    public required string Id { get; init; }

    /// <summary>What is practised.</summary>
    public required string Rule { get; init; }

    /// <summary>The same for people.</summary>
    public required string Title { get; init; }

    /// <summary>The task as plain text.</summary>
    public required string Text { get; init; }

    /// <summary>The task in pieces, words and formulas in turn.</summary>
    public required IReadOnlyList<TaskPieceAnswer> Pieces { get; init; }

    /// <summary>Whether a formula or numbers are asked for.</summary>
    [Words("formula", "number")]
    public required string Asked { get; init; }

    /// <summary>What is asked for, one entry for each blank.</summary>
    public required IReadOnlyList<ExercisePartAnswer> Parts { get; init; }

    /// <summary>Where answers were asked for: those of the parts, in order.</summary>
    public IReadOnlyList<ExpressionAnswer>? Answers { get; init; }

    /// <summary>Where answers were asked for: how they are found. Of a step of descent, how the gradient is found.</summary>
    public IReadOnlyList<StepAnswer>? Steps { get; init; }
}

/// <summary>A stretch of a task.</summary>
/// <param name="Text">As plain text.</param>
/// <param name="Latex">Of a formula, in LaTeX; missing for words.</param>
public sealed record TaskPieceAnswer(string Text, string? Latex);

/// <summary>Something that an exercise asks for.</summary>
/// <param name="Name">Its name in an answer: the variable, or slope.</param>
/// <param name="Text">What it is, as text.</param>
/// <param name="Latex">What it is, in LaTeX.</param>
public sealed record ExercisePartAnswer(string Name, string Text, string Latex);

/// <summary>Asks how an answer to an exercise is marked.</summary>
public sealed record ExerciseCheckRequest
{
    /// <summary>The exercise, by the id that its sheet gave.</summary>
    public required string Id { get; init; }

    /// <summary>
    /// The answer: a formula as text or a number; of several parts an object by their names, an array of numbers, or a text such as (1, 2).
    /// Formulas are taken in any form that means the same, numbers also as fractions and roots, or rounded to three significant digits or
    /// more. Where it is left out nothing is marked, and only a hint is given.
    /// </summary>
    public Claims? Answer { get; init; }

    /// <summary>How many hints were seen already: the next one is given. 0 where it is left out.</summary>
    public int? Hints { get; init; }
}

/// <summary>How an answer is marked. The right answer is never in it.</summary>
public sealed record ExerciseCheckAnswer
{
    /// <summary>Of the whole: right where every part is, wrong where one is, unreadable where the text has no meaning, or none yet, empty where a part is not answered.</summary>
    [Words("right", "wrong", "unreadable", "empty")]
    public required string Verdict { get; init; }

    /// <summary>The outcome in a sentence.</summary>
    public required string Message { get; init; }

    /// <summary>One mark for each part, in order.</summary>
    public required IReadOnlyList<PartMarkAnswer> Parts { get; init; }

    /// <summary>Of a wrong answer, the slip that leads to it, found by making it; missing where none is known that does.</summary>
    public MarkedSlipAnswer? Slip { get; init; }

    /// <summary>The next hint; missing where the answer is right, and after the last one.</summary>
    public ExerciseHintAnswer? Hint { get; init; }
}

/// <summary>How a part of an answer is marked.</summary>
/// <param name="Name">The name of the part.</param>
/// <param name="Verdict">What it is: right, wrong, unreadable or empty.</param>
/// <param name="Fault">Why a text is unreadable.</param>
public sealed record PartMarkAnswer(string Name, [property: Words("right", "wrong", "unreadable", "empty")] string Verdict, AnswerFault? Fault);

/// <summary>Why an answer cannot be read.</summary>
/// <param name="Message">What was found and what was expected.</param>
/// <param name="Position">The characters to blame.</param>
/// <param name="Hint">A repair where one is likely.</param>
public sealed record AnswerFault(string Message, Position Position, string? Hint);

/// <summary>A slip that leads to a wrong answer.</summary>
/// <param name="Slip">Its stable name.</param>
/// <param name="Title">The mistake in a few words.</param>
/// <param name="Explanation">Where it is and what is right, without the answer.</param>
public sealed record MarkedSlipAnswer(string Slip, string Title, string Explanation);

/// <summary>Something that helps and is not the answer.</summary>
/// <param name="Number">Which hint this is, from 1.</param>
/// <param name="Of">How many there are.</param>
/// <param name="Text">In words.</param>
/// <param name="Latex">A formula beside the words, where there is one.</param>
public sealed record ExerciseHintAnswer(int Number, int Of, string Text, string? Latex);
