using System.Text.RegularExpressions;
using Calculus.GradientCheck;
using Xunit;

namespace Calculus.Tests.GradientCheck;

/// <summary>The explanation of a slip says everything once.</summary>
public sealed class ExplanationTests
{
    [Fact]
    public void No_explanation_of_a_planted_slip_repeats_itself()
    {
        var reports = PlantedSlipTests.InOneVariable.Select(static row => Checking.Of(row.Data.Item1, row.Data.Item2, row.Data.Item3))
            .Concat(PlantedSlipTests.InSeveralVariables.Select(static row => Checking.Of(row.Data.Item1, row.Data.Item2, row.Data.Item3)))
            .Concat(PlantedArraySlipTests.Planted.Select(static row => CheckingArrays.Of(row.Data.Item1, row.Data.Item2).Check(row.Data.Item3)));
        var checks = 0;
        foreach (var report in reports)
        {
            foreach (var diagnosis in report.Components.SelectMany(static component => component.Diagnoses))
            {
                var sentences = Sentences($"{diagnosis.Title}. {diagnosis.Explanation}");
                Assert.True(sentences.Distinct(StringComparer.Ordinal).Count() == sentences.Length, $"{diagnosis.Slip}: {diagnosis.Title}. {diagnosis.Explanation}");
                checks++;
            }
        }

        Assert.True(checks >= Slips.All.Length);

        // The variable and the place do not make a sentence a different one.
        static string[] Sentences(string text) =>
        [
            .. text.TrimEnd('.').Split(". ", StringSplitOptions.TrimEntries)
                .Select(static sentence => Regex.Replace(sentence, @" by [A-Za-z_]\w*|^In the derivative of [^,]+, ", "", RegexOptions.None, TimeSpan.FromSeconds(1)))
                .Select(static sentence => sentence.ToUpperInvariant()),
        ];
    }
}
