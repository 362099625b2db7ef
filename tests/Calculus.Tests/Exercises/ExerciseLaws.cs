using System.Text.RegularExpressions;
using Calculus.Exercises;
using Calculus.Explanations;
using Calculus.Optimization;
using Calculus.Tests.Laws;
using Xunit;

namespace Calculus.Tests.Exercises;

/// <summary>More than a thousand exercises, of every kind and every difficulty: right, short, and solved by what they practise.</summary>
public sealed partial class ExerciseLaws
{
    private const int Each = 20;
    private const int Longest = 90;

    private static readonly HashSet<string> s_basic =
    [
        "constant-rule", "identity-rule", "constant-multiple-rule", "sum-rule", "power-rule", "exponential-rule", "write-out", "as-before",
        .. ShorteningRules.All.Select(static rule => rule.Id), "simplify", "insert-derivatives", "expand", "common-denominator",
    ];

    public static TheoryData<string, int> EveryKind =>
        [.. ExerciseKinds.All.SelectMany(static kind => Enumerable.Range(1, ExerciseId.Hardest).Select(difficulty => (kind.Name, difficulty)))];

    [Theory, MemberData(nameof(EveryKind)), Trait("Length", "long")]
    public void Answers_are_right_and_short_and_need_what_is_practised(string kind, int difficulty)
    {
        var sheet = ExerciseSheet.Of([kind], difficulty, Each, seed: 17, static () => Definitions.Budget());

        Assert.Equal(Each, sheet.Select(static work => work.Exercise.Problem).Distinct(StringComparer.Ordinal).Count());
        Assert.All(sheet, static work =>
        {
            IsVerified(work);
            NeedsItsRules(work);
            IsWrittenWell(work);
        });
    }

    // The formulas beside automatic differentiation and measured slopes; what is made of them beside what the service makes of it elsewhere.
    private static void IsVerified(ExerciseWork work)
    {
        Assert.True(work.Study.VerifyGradient(work.Study.Gradient(work.Study.Variables), [work.Point]).Verified, work.Exercise.Definition);
        Assert.Equal(Verdict.Right, new ExerciseMarker(work).Mark([.. work.Answers.Select(static answer => answer.Text)]).Verdict);
        var exercise = work.Exercise;
        if (exercise.Asked is AskedFor.Along)
        {
            var along = work.Study.At([work.Study.DirectionalDerivative([.. exercise.Other])], work.Point).Numbers[0];
            Assert.Equal(along / Math.Sqrt(exercise.Other.Sum(static x => x * x)), work.Numbers[0], 1e-12);
        }

        if (exercise.Asked is AskedFor.Next)
        {
            var path = Descent.Run(
                work.Study.Objective(), [.. exercise.Point], Optimizers.Own.Named("sgd").Start(new Dictionary<string, ParameterValue>(StringComparer.Ordinal) { ["lr"] = exercise.Rate }, exercise.Point.Count),
                new DescentOptions(1), Definitions.Budget());
            Assert.All(work.Numbers.Select((number, i) => (number, i)), each => Assert.Equal(path.Points[each.i][^1], each.number, 1e-12));
        }
    }

    private static void NeedsItsRules(ExerciseWork work)
    {
        var (kind, used) = (work.Exercise.Kind, RulesOf(work.Steps()));
        Assert.True(kind.Needs.Any(used.Contains), $"{work.Exercise.Definition} needs none of {string.Join(", ", kind.Needs)}");
        Assert.All(used.Where(rule => work.Exercise.Asked is not AskedFor.Limit), rule =>
            Assert.True(s_basic.Contains(rule) || kind.Needs.Concat(kind.Also).Contains(rule, StringComparer.Ordinal), $"{work.Exercise.Definition} needs {rule}"));
    }

    private static void IsWrittenWell(ExerciseWork work)
    {
        Assert.DoesNotMatch(Unnatural(), work.Exercise.Definition);
        Assert.All(work.Answers, static answer => Assert.True(answer.Text.Length <= Longest, answer.Text));
        var task = string.Concat(work.Task.Select(static piece => piece.Text));
        Assert.EndsWith(work.Exercise.Asked is AskedFor.Next ? "?" : ".", task, StringComparison.Ordinal);
        if (work.Exercise.IsFormula && work.Study.Variables.Count == 1 && work.Answers[0].Text.Length > 3) Assert.DoesNotContain(work.Answers[0].Text, task, StringComparison.Ordinal);
    }

    private static HashSet<string> RulesOf(IReadOnlyList<Step> steps)
    {
        var (used, open) = (new HashSet<string>(StringComparer.Ordinal), new Stack<Step>(steps));
        while (open.TryPop(out var step))
        {
            used.Add(step.Rule.Id);
            foreach (var inner in step.Steps) open.Push(inner);
        }

        return used;
    }

    // A factor 1 or 0, a power 1 or 0, a term 0, two signs in a row.
    [GeneratedRegex(@"(?<![\d.^(/])[01]\*|\^[01](?!\d)|[+-] 0(?![.\d])|[+-] -|\(\)", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Unnatural();
}
