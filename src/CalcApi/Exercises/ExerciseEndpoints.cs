using System.Globalization;
using CalcApi.Http;
using CalcApi.Http.Compute;
using CalcApi.Http.Functions;
using CalcApi.Http.OpenApi;
using CalcApi.Http.Problems;
using CalcApi.Http.Requests;
using Calculus;
using Calculus.Budgets;
using Calculus.Exercises;

namespace CalcApi.Exercises;

/// <summary>Exercises, and how answers to them are marked.</summary>
internal static class ExerciseEndpoints
{
    private const int UsualCount = 10;

    /// <summary>Maps <c>exercises</c> and <c>exercises/check</c>.</summary>
    public static void MapExercises(this IEndpointRouteBuilder routes)
    {
        routes.MapQuestion<ExercisesRequest, ExercisesAnswer>("/exercises", Sheet)
            .WithTags("Exercises").WithName("Exercises")
            .WithSummary("A sheet of exercises")
            .WithDescription("Short problems that need just the rules asked for. The same seed gives the same sheet, for ever. The answers are not on it unless they are asked for.")
            .Example("Two rules in turn", """{ "rules": ["product-rule", "chain-rule"], "count": 4, "seed": 7 }""")
            .Example("One hard exercise with its answer and its steps", """{ "rules": ["quotient-rule"], "difficulty": 3, "count": 1, "seed": 2, "answers": true }""")
            .Example("Descent, directions and backpropagation by hand", """{ "rules": ["descent-step", "direction", "backpropagation"], "difficulty": 2, "count": 6, "seed": 11 }""");
        routes.MapQuestion<ExerciseCheckRequest, ExerciseCheckAnswer>("/exercises/check", Check)
            .WithTags("Exercises").WithName("ExerciseCheck")
            .WithSummary("How an answer to an exercise is marked")
            .WithDescription("By its meaning, in whatever form it is written. The slip that leads to a wrong answer is named, and the next hint is given; the right answer is not. Nothing is kept between questions: the id alone says which exercise it is.")
            .Example("The product rule is missing", """{ "id": "product-rule-1-30086a94", "answer": "3x^2*cos(x)" }""")
            .Example("Right, in another form", """{ "id": "product-rule-1-30086a94", "answer": "x^2*(3*sin(x) + x*cos(x))" }""")
            .Example("A point with a coordinate for each variable", """{ "id": "descent-step-2-297ebb0d", "answer": { "x": -3.7, "y": 1.2 } }""")
            .Example("The third hint", """{ "id": "quotient-rule-2-627a259a", "hints": 2 }""");
    }

    private static ExercisesAnswer Sheet(ExercisesRequest request, Computation computation)
    {
        IReadOnlyList<string> kinds = request.Rules is { } rules ? [.. rules.Distinct(StringComparer.Ordinal)] : [.. ExerciseKinds.All.Select(static kind => kind.Name)];
        var (difficulty, seed) = (request.Difficulty ?? 1, request.Seed ?? 0);
        var sheet = ExerciseSheet.Of(kinds, difficulty, request.Count ?? UsualCount, seed, Anew);
        return new() { Difficulty = difficulty, Seed = seed, Exercises = [.. sheet.Select(work => Answered(work, request.Answers is true))] };

        // Each exercise is a question of its own, and a small one.
        Budget Anew() => computation.Anew?.Invoke(computation.Budget.Cancellation) ?? computation.Budget;
    }

    private static ExerciseAnswer Answered(ExerciseWork work, bool hasAnswers) => new()
    {
        Id = work.Exercise.Id.ToString(),
        Rule = work.Exercise.Kind.Name,
        Title = work.Exercise.Kind.Title,
        Text = string.Concat(work.Task.Select(static piece => piece.Text)),
        Pieces = [.. work.Task.Select(static piece => new TaskPieceAnswer(piece.Text, piece.Latex))],
        Asked = work.Exercise.IsFormula ? "formula" : "number",
        Parts = [.. work.Parts.Select(static part => new ExercisePartAnswer(part.Name, part.Text, part.Latex))],
        Answers = hasAnswers ? [.. work.Answers.Select(ExpressionAnswer.Of)] : null,
        Steps = hasAnswers ? StepAnswer.Of(work.Steps()) : null,
    };

    private static ExerciseCheckAnswer Check(ExerciseCheckRequest request, Computation computation)
    {
        var work = ExerciseWork.Of(ExerciseId.Parse(request.Id)!.Value.Make(), computation.Budget);
        var mark = new ExerciseMarker(work).Mark(Texts(request.Answer, work));
        return new()
        {
            Verdict = Word(mark.Verdict),
            Message = mark.Message,
            Parts = [.. mark.Parts.Select(static part => new PartMarkAnswer(
                part.Name, Word(part.Verdict), part.Fault is { } fault ? new(fault.Message, new(fault.Span.Start, fault.Span.End), fault.Hint) : null))],
            Slip = mark.Slip is { } slip ? new(slip.Slip, slip.Title, slip.Explanation) : null,
            Hint = mark.Verdict is Verdict.Right ? null : Hint(work, request.Hints ?? 0),
        };
    }

    private static ExerciseHintAnswer? Hint(ExerciseWork work, int seen)
    {
        var hints = ExerciseHints.Of(work);
        return seen < hints.Count ? new(seen + 1, hints.Count, hints[seen].Text, hints[seen].Latex) : null;
    }

    private static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Right => "right",
        Verdict.Wrong => "wrong",
        Verdict.Unreadable => "unreadable",
        _ => "empty",
    };

    // A text for each part.
    private static IReadOnlyList<string> Texts(Claims? answer, ExerciseWork work)
    {
        string[] names = [.. work.Parts.Select(static part => part.Name)];
        if (answer is null) return [.. names.Select(static _ => "")];
        if (answer.Bare is { } bare)
        {
            if (bare is { Array: { } array } && array.Entries.Length == names.Length && !work.Exercise.IsFormula) return [.. array.Entries.Select(Text)];
            if (names.Length == 1) return [Text(bare, "answer")];
            var text = bare.Formula ?? "";
            if (bare.Formula is not null && string.IsNullOrWhiteSpace(text)) return [.. names.Select(static _ => "")];
            return AnswerText.Split(text, names.Length)
                ?? throw Refuse.Value("answer", $"The exercise has {names.Length} parts: give {string.Join(", ", names)} by their names, or a text such as ({string.Join(", ", Enumerable.Range(1, names.Length))}).");
        }

        foreach (var name in answer.Named.Keys)
        {
            if (!names.Contains(name, StringComparer.Ordinal))
                throw Refuse.Value($"answer.{Quoted.Cut(name)}", $"The exercise has no part {Quoted.Of(name)}; {(names.Length == 1 ? "it has" : "it has the parts")} {string.Join(", ", names)}.");
        }

        return [.. names.Select(name => answer.Named.TryGetValue(name, out var value) ? Text(value, $"answer.{name}") : "")];
    }

    private static string Text(ClaimedValue value, string field) => value.Array is null
        ? value.Formula ?? Text(value.Number)
        : throw Refuse.Value(field, "A formula or a number is expected here, not an array.");

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
