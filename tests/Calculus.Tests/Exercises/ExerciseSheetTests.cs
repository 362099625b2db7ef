using Calculus.Exercises;
using Calculus.Numerics;
using Calculus.Tests.Laws;
using Xunit;

namespace Calculus.Tests.Exercises;

/// <summary>Sheets: the same for the same seed, no problem twice, hints that do not tell; and answers in whatever form people write them.</summary>
public sealed class ExerciseSheetTests
{
    /// <summary>Exercises have been handed out under these ids: whoever changes how they are made gives them other problems.</summary>
    [Fact]
    public void Exercises_are_the_same_for_ever()
    {
        Assert.Equal("f(x) = x^3*sin(x)", ExerciseId.Parse("product-rule-1-30086a94")!.Value.Make().Definition);
        string[] problems =
        [
            .. from kind in ExerciseKinds.All from difficulty in Enumerable.Range(1, ExerciseId.Hardest) from draw in Enumerable.Range(0, 40)
               select ExerciseId.OfSheet(kind.Name, difficulty, 5, draw).Make() into exercise select $"{exercise.Id}: {exercise.Problem}",
        ];
        Assert.Equal("de2fb93a414f98d9", Chance.SeedOf(problems).ToString("x16", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Every_kind_has_enough_problems_for_the_longest_sheet()
    {
        Assert.All(ExerciseKinds.All.SelectMany(static kind => Enumerable.Range(1, ExerciseId.Hardest).Select(difficulty => (kind, difficulty))), static each =>
        {
            var problems = Enumerable.Range(0, 400).Select(draw => ExerciseId.OfSheet(each.kind.Name, each.difficulty, 3, draw).Make().Problem).Distinct(StringComparer.Ordinal).Count();
            Assert.True(problems >= 70, $"{each.kind.Name} {each.difficulty}: {problems}");
        });
    }

    [Theory]
    [InlineData("product-rule-1-30086a94", true)]
    [InlineData("product-rule-4-30086a94", false)]
    [InlineData("product-rule-1-30086A94", false)]
    [InlineData("product-rule-1-30086a9", false)]
    [InlineData("product-1-30086a94", false)]
    [InlineData("30086a94", false)]
    [InlineData("--", false)]
    [InlineData("", false)]
    public void An_id_is_read_back_or_is_none(string text, bool isOne) => Assert.Equal(isOne ? text : null, ExerciseId.Parse(text)?.ToString());

    [Fact]
    public void A_sheet_takes_its_kinds_in_turn_and_no_problem_twice()
    {
        var sheet = ExerciseSheet.Of(["chain-rule", "slope"], 1, 9, 3, static () => Definitions.Budget());
        Assert.Equal(["chain-rule", "slope", "chain-rule", "slope", "chain-rule", "slope", "chain-rule", "slope", "chain-rule"], sheet.Select(static work => work.Exercise.Kind.Name), StringComparer.Ordinal);
        Assert.Equal(9, sheet.Select(static work => work.Exercise.Problem).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(sheet.Select(static work => work.Exercise.Id).Where(static id => id.Kind is "slope"), ExerciseSheet.Of(["slope"], 1, 4, 3, static () => Definitions.Budget()).Select(static work => work.Exercise.Id));
    }

    [Fact]
    public void Hints_help_and_do_not_tell()
    {
        foreach (var kind in ExerciseKinds.All)
        {
            for (var difficulty = 1; difficulty <= ExerciseId.Hardest; difficulty++)
            {
                var work = ExerciseSheet.Of([kind.Name], difficulty, 1, 11, static () => Definitions.Budget())[0];
                var hints = ExerciseHints.Of(work);
                Assert.NotEmpty(hints);
                if (!work.Exercise.IsFormula || work.Answers[0].Text.Length < 4) continue;
                Assert.All(hints, hint => Assert.DoesNotContain(work.Answers[0].Latex, $"{hint.Text} {hint.Latex}", StringComparison.Ordinal));
            }
        }
    }

    [Theory]
    [InlineData(nameof(AskedFor.Derivative), "4x/sqrt(4x^2 + 3)", nameof(Verdict.Right))]
    [InlineData(nameof(AskedFor.Derivative), @"\frac{4x}{\sqrt{4x^2+3}}", nameof(Verdict.Right))]
    [InlineData(nameof(AskedFor.Derivative), "f'(x) = 4x*(4x^2 + 3)^(-1/2)", nameof(Verdict.Right))]
    [InlineData(nameof(AskedFor.Derivative), "y' = 4*x*(4*x**2 + 3)**-0.5", nameof(Verdict.Right))]
    [InlineData(nameof(AskedFor.Derivative), "4x/", nameof(Verdict.Unreadable))]
    [InlineData(nameof(AskedFor.Derivative), "4y", nameof(Verdict.Unreadable))]
    [InlineData(nameof(AskedFor.Derivative), "", nameof(Verdict.Empty))]
    [InlineData(nameof(AskedFor.Derivative), "   ", nameof(Verdict.Empty))]
    [InlineData(nameof(AskedFor.Slope), "(sqrt(39) + sqrt(3))/3", nameof(Verdict.Wrong))]
    [InlineData(nameof(AskedFor.Slope), "(sqrt(39) - sqrt(3))/3", nameof(Verdict.Right))]
    [InlineData(nameof(AskedFor.Slope), "1.504", nameof(Verdict.Right))]
    [InlineData(nameof(AskedFor.Slope), "1.50", nameof(Verdict.Right))]
    [InlineData(nameof(AskedFor.Slope), "1.5", nameof(Verdict.Wrong))]
    [InlineData(nameof(AskedFor.Slope), "1.504316", nameof(Verdict.Right))]
    [InlineData(nameof(AskedFor.Slope), "1,50432", nameof(Verdict.Right))]
    [InlineData(nameof(AskedFor.Slope), "1.505", nameof(Verdict.Wrong))]
    public void An_answer_counts_by_its_meaning(string asked, string answer, string verdict)
    {
        var exercise = new Exercise(Enum.Parse<AskedFor>(asked), "f(x) = sqrt(4x^2 + 3)") { Id = new("chain-rule", 2, 0), Point = asked is nameof(AskedFor.Slope) ? [0] : [], Other = asked is nameof(AskedFor.Slope) ? [3] : [] };
        Assert.Equal(verdict, new ExerciseMarker(ExerciseWork.Of(exercise, Definitions.Budget())).Mark([answer]).Verdict.ToString());
    }

    [Theory]
    [InlineData("(1, 2)", 2, "1|2")]
    [InlineData("[1; 2,5]", 2, "1|2,5")]
    [InlineData("x = 1, y = max(2, 3)", 2, "x = 1|y = max(2, 3)")]
    [InlineData("(1)*(2), 3", 2, "(1)*(2)|3")]
    [InlineData("1", 2, null)]
    [InlineData("(1, 2, 3)", 2, null)]
    public void Several_answers_in_one_text_are_taken_apart(string text, int count, string? parts) =>
        Assert.Equal(parts, AnswerText.Split(text, count) is { } split ? string.Join('|', split) : null);

    [Fact]
    public void The_fault_of_a_labelled_answer_is_placed_in_the_whole_text()
    {
        var work = ExerciseWork.Of(ExerciseId.Parse("product-rule-1-30086a94")!.Value.Make(), Definitions.Budget());
        var mark = new ExerciseMarker(work).Mark(["f'(x) = 3x^2 + q"]);
        Assert.Equal(15, mark.Parts[0].Fault!.Span.Start);
    }
}
