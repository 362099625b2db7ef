using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.Printing;
using Calculus.Simplification;
using CsCheck;
using Xunit;

namespace Calculus.Tests.Laws.Properties;

/// <summary>Laws of formulas: how they are written, put in order and shortened.</summary>
public sealed class AlgebraTests
{
    [Fact]
    public void What_is_printed_reads_back() => Property.Holds(Formulas.Any, static text => Unless<LimitException>(() =>
    {
        var study = Enclosed.Function(text);
        var again = PrintingLaws.Reread(study.Print(study.Function), Definitions.Budget());
        return PrintingLaws.IsSame(study, study.Function, again) ? null : $"{study.Print(study.Function).Text} reads back as {again.Print(again.Function).Text}";
    }));

    [Fact]
    public void A_shorter_form_has_the_same_values_and_is_not_shortened_again() => Property.Holds(Formulas.Any, static text => Unless<LimitException>(() =>
    {
        var study = Enclosed.Function(text);
        var shorter = Simplify.Of(study.Function);
        if (Enclosed.Difference((study, study.Function), (study, shorter)) is { } difference) return $"{study.Print(shorter).Text}: {difference}";
        return Simplify.Of(shorter) is var again && again == shorter ? null : $"{study.Print(shorter).Text} is shortened again to {study.Print(again).Text}";
    }));

    [Fact]
    public void The_order_of_operands_does_not_matter() => Property.Holds(
        Gen.Select(Formulas.Any.List[2, 6], Gen.OneOf("+", "*"), Gen.Int[0, 1_000_000]), static drawn => Unless<LimitException>(() =>
        {
            var (operands, sign, seed) = drawn;
            string[] shuffled = [.. operands];
            new Random(seed).Shuffle(shuffled);
            var (one, other) = (Enclosed.Function(Joined(operands, sign)), Enclosed.Function(Joined(shuffled, sign)));
            return one.Function.Hash == other.Function.Hash ? null : $"{one.Print(one.Function).Text} and {other.Print(other.Function).Text}";
        }));

    [Fact]
    public void Other_names_give_the_same_formula_in_other_names() => Property.Holds(Formulas.Any, static text => Unless<LimitException>(() =>
    {
        var study = Enclosed.Function(text);
        var renamed = Study.Of($"f(u, v) = {Renamed(text)}", BindingContext.Empty, Definitions.Budget());
        // Factors that are as long as each other stand in the order of their hashes, and one of two that are turned around is the first.
        var (ours, theirs) = (study.Print(study.Derivative("x")), renamed.Derivative("u"));
        var again = PrintingLaws.Reread(new Printed(Renamed(ours.Text), ours.Latex, ["u", "v"]), Definitions.Budget());
        var isAsGood = OperationCount.Of(theirs.Formula) == OperationCount.Of(again.Function) && Enclosed.Difference((renamed, theirs), (again, again.Function)) is null;
        return isAsGood || PrintingLaws.IsSame(renamed, theirs, again) ? null : $"{ours.Text} and {renamed.Print(theirs).Text}";
    }));

    [Fact]
    public void More_to_spend_never_changes_an_answer() => Property.Holds(
        Gen.Select(Formulas.Any, Gen.Int[5, 3_000], Gen.Int[5, 3_000]), static drawn =>
        {
            var (text, nodes, trials) = drawn;
            var (little, _) = Answer(text, new Limits { GraphNodes = nodes, SimplificationTrials = trials });
            var (some, _) = Answer(text, new Limits { GraphNodes = 4 * nodes, SimplificationTrials = 4 * trials });
            var (much, _) = Answer(text, new Limits());
            if (little is not null && some is null) return "more nodes refuse what fewer answer";
            if (some is not null && much is null) return "the usual nodes refuse what fewer answer";
            var shortened = Answer(text, new Limits { GraphNodes = nodes, SimplificationTrials = trials }).IsShortened;
            return little is null || shortened || string.Equals(little, much, StringComparison.Ordinal) ? null : $"{little} becomes {much}";
        });

    [Fact]
    public void The_same_question_has_the_same_answer_twice() => Property.Holds(Formulas.Any, static text =>
        string.Equals(Answer(text, new Limits()).Text, Answer(text, new Limits()).Text, StringComparison.Ordinal) ? null : "another answer", usual: 100);

    private static (string? Text, bool IsShortened) Answer(string text, Limits limits)
    {
        var budget = new Budget(limits, TestContext.Current.CancellationToken);
        try
        {
            var study = Study.Of($"f(x, y) = {text}", BindingContext.Empty, budget);
            var answer = study.Print(study.Derivative("x")).Text;
            return (answer, budget.Shortened || budget.Extras.LeftOut.Count > 0);
        }
        catch (LimitException)
        {
            return (null, false);
        }
    }

    private static string Joined(IEnumerable<string> operands, string sign) => string.Join(sign, operands.Select(static operand => $"({operand})"));

    private static string Renamed(string text) => System.Text.RegularExpressions.Regex.Replace(text, @"\b[xy]\b", static letter => letter.Value is "x" ? "u" : "v", System.Text.RegularExpressions.RegexOptions.NonBacktracking);

    private static string? Unless<TRefusal>(Func<string?> law)
        where TRefusal : Exception
    {
        try
        {
            return law();
        }
        catch (TRefusal)
        {
            return null;
        }
    }
}
