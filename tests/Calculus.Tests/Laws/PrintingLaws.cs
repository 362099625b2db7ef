using Calculus.Budgets;
using Calculus.Expressions;
using Xunit;

namespace Calculus.Tests.Laws;

/// <summary>What is printed reads back.</summary>
public sealed class PrintingLaws
{
    public static TheoryData<string> EveryDefinition => [.. Definitions.All()];

    [Theory, MemberData(nameof(EveryDefinition))]
    public void A_printed_function_reads_back_to_the_same_node(string text)
    {
        var study = Study.Of(text, StudyContext.Empty, Definitions.Budget());
        AssertReadsBack(study, study.Function);
    }

    [Theory, MemberData(nameof(EveryDefinition))]
    public void A_printed_derivative_reads_back_to_the_same_node(string text)
    {
        var study = Study.Of(text, StudyContext.Empty, Definitions.Budget());
        foreach (var variable in study.Variables) AssertReadsBack(study, study.Derivative(variable));
    }

    internal static void AssertReadsBack(Study study, Expression expression)
    {
        var printed = study.Print(expression);
        var signature = printed.Variables.Count == 0 ? printed.Text : $"f({string.Join(", ", printed.Variables)}) = {printed.Text}";
        var again = Study.Of(signature, StudyContext.Empty, Definitions.Budget(new Limits()));
        if (again.Function.Hash == expression.Hash) return;

        // Shares of a tie print as steps and slopes of a length as quotients, which differ at points without a derivative,
        // and sums of them may fall into another order: then the text itself must be stable.
        Assert.NotEmpty(printed.Latex);
        Assert.True(
            (printed.Text.Contains("step", StringComparison.Ordinal) || printed.Text.Contains("hypot", StringComparison.Ordinal))
            && string.Equals(again.Print(again.Function).Text, printed.Text, StringComparison.Ordinal),
            $"{printed.Text} reads back as {again.Print(again.Function).Text}");
    }
}
