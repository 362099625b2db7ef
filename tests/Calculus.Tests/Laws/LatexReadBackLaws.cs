using Calculus.Expressions;
using Calculus.Syntax;
using Calculus.Tests.CodeExport;
using Calculus.Tests.Matrices;
using Xunit;

namespace Calculus.Tests.Laws;

/// <summary>Whatever is printed as LaTeX reads back to the same node: functions, their derivatives, and definitions as they were written.</summary>
public sealed class LatexReadBackLaws
{
    public static TheoryData<string, string, string> EveryDefinition => WrittenDefinitionLaws.EveryDefinition;

    [Theory, MemberData(nameof(EveryDefinition))]
    public void A_function_and_its_derivatives_read_back_to_the_same_node(string text, string variables, string data)
    {
        var study = data.Length > 0 ? ArrayPrograms.StudyOf((text, variables, data)) : About.Shapes(text, variables);
        List<Expression> formulas = [study.Function];
        foreach (var variable in study.Variables)
        {
            if (study.ShapeOf(variable).IsScalar || study.Function.Shape.IsScalar) formulas.Add(study.Gradient([variable])[0].Formula);
            if (study.ShapeOf(variable).IsScalar && study.Function.Shape.IsScalar) formulas.Add(study.Derivative(variable, 2).Formula);
        }

        foreach (var formula in formulas)
        {
            // The text reads back to the same node up to values at points without derivative, and the LaTeX as the text does.
            var printed = study.Print(formula);
            if (printed.Text.Contains("/0", StringComparison.Ordinal)) continue; // a quotient by 0 has no value, however it is written
            var fromText = printed.Text.Contains("; ", StringComparison.Ordinal) ? formula : study.ReadFormula(printed.Text).Formula;
            AssertReadsBack(study, fromText, printed.Latex);
        }
    }

    [Theory, MemberData(nameof(EveryDefinition))]
    public void What_was_written_reads_back_to_the_same_node(string text, string variables, string data)
    {
        var study = data.Length > 0 ? ArrayPrograms.StudyOf((text, variables, data)) : About.Shapes(text, variables);
        AssertReadsBack(study, study.Function, study.Written.Latex);
    }

    [Theory, MemberData(nameof(EveryDefinition))]
    public void The_lines_of_steps_read_back_to_the_same_node(string text, string variables, string data)
    {
        var study = data.Length > 0 ? ArrayPrograms.StudyOf((text, variables, data)) : About.Shapes(text, variables);
        foreach (var derivative in study.Variables.Where(_ => study.Function.Shape.IsScalar).Select(variable => study.Gradient([variable])[0]))
        {
            if (!study.Explain.CanExplain(derivative)) continue;
            foreach (var line in study.Explain.Derivative(derivative).SelectMany(static step => new[] { step.Before, step.After }))
            {
                // A quotient by 0 has no value, a line with helpers is a definition, and one about a derivative of an array is a sentence.
                if (line.Text.Contains("/0", StringComparison.Ordinal) || line.Text.Contains("; ", StringComparison.Ordinal) || line.Text.Contains('∂')) continue;
                AssertReadsBack(study, study.ReadFormula(line.Text).Formula, line.Latex);
            }
        }
    }

    private static void AssertReadsBack(Study study, Expression formula, string latex)
    {
        if (latex.Contains(@"\text{where }", StringComparison.Ordinal))
        {
            // Read on its own, every letter is a variable: the function is the same where it is written alike.
            Assert.Equal(study.Print(formula).Text, Whole(study, latex));
            return;
        }

        var read = study.ReadFormula(latex).Formula;
        Assert.True(formula.Hash == read.Hash, $"{latex} was read as {study.Print(read).Text} and not as {study.Print(formula).Text}.");
    }

    private static string Whole(Study study, string latex)
    {
        var context = study.Bound.Context;
        var declared = context.Declared.Concat(study.Variables).ToHashSet(StringComparer.Ordinal);
        var read = Study.Of(latex, context with { Declared = declared, Format = SourceFormat.Latex }, Definitions.Budget());
        return read.Print(read.Function).Text;
    }
}
