using Calculus.Syntax;

namespace Calculus.Exercises;

/// <summary>What an answer is.</summary>
internal enum Verdict
{
    /// <summary>Nothing was answered.</summary>
    Empty,

    /// <summary>The text has no meaning, or none yet.</summary>
    Unreadable,

    /// <summary>It is read, and it is not right.</summary>
    Wrong,

    /// <summary>It is right.</summary>
    Right,
}

/// <summary>How an answer is marked.</summary>
/// <param name="Verdict">That of the whole: right where every part is.</param>
/// <param name="Message">The outcome in a sentence.</param>
/// <param name="Slip">The slip that leads to what was answered, where one does.</param>
/// <param name="Parts">One mark for each part.</param>
internal sealed record ExerciseMark(Verdict Verdict, string Message, MarkedSlip? Slip, IReadOnlyList<PartMark> Parts);

/// <summary>How a part of an answer is marked.</summary>
/// <param name="Name">The name of the part.</param>
/// <param name="Verdict">What it is.</param>
/// <param name="Fault">Where the text has no meaning: why, and at which characters.</param>
internal sealed record PartMark(string Name, Verdict Verdict, FormulaException? Fault = null);

/// <summary>A slip that leads to a wrong answer, found by making it.</summary>
/// <param name="Slip">Its stable name.</param>
/// <param name="Title">The mistake in a few words.</param>
/// <param name="Explanation">Where it is and what is right, in sentences that do not give the answer.</param>
internal sealed record MarkedSlip(string Slip, string Title, string Explanation);
