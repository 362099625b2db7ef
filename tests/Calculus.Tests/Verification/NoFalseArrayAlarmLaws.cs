using Calculus.Verification;
using Xunit;

namespace Calculus.Tests.Verification;

/// <summary>Formulas of vectors and matrices that the rules make are never called wrong, and seldom left open; asked points may lie on seams.</summary>
public abstract class NoFalseArrayAlarmLaws(ITestOutputHelper output)
{
    private protected const int Classes = 3;

    private protected void First(string text, string shapes)
    {
        var study = ArrayDefinitions.StudyOf(text, shapes);
        string[] variables = [.. study.Variables];
        var formulas = study.Gradient(variables);
        Hold(study, asked => study.VerifyGradient(formulas, variables, asked));
        foreach (var variable in variables.Where(variable => study.ShapeOf(variable).IsScalar))
        {
            for (var order = 2; order <= 3; order++)
            {
                var formula = study.Derivative(variable, order);
                Hold(study, asked => study.Verify(formula, variable, order, asked));
            }
        }
    }

    private protected void Second(string text, string shapes)
    {
        var study = ArrayDefinitions.StudyOf(text, shapes);
        if (!study.Function.Shape.IsScalar) return;
        string[] variables = [.. study.Variables];
        var hessian = study.Hessian(variables);
        Hold(study, asked => study.VerifyHessian(hessian, variables, asked));
    }

    private void Hold(Study study, Func<double[][], Verdict> verify)
    {
        foreach (var asked in SeamPoints.Of(study))
        {
            var verdict = verify(asked);
            if (verdict.Verified != true) output.WriteLine($"OPEN {study.Definition.Text}: {verdict.Verified} {verdict.Reason}");
            Assert.True(verdict.Verified != false, $"{study.Definition.Text}: {verdict.Disagreement} at ({string.Join(", ", verdict.Disagreement?.Point ?? [])})");
        }
    }
}

/// <summary>A third of the definitions.</summary>
public sealed class NoFalseArrayAlarmLaws1(ITestOutputHelper output) : NoFalseArrayAlarmLaws(output)
{
    public static TheoryData<string, string> Rows => ArrayDefinitions.Part(0, Classes);

    [Theory, MemberData(nameof(Rows)), Trait("Length", "long")]
    public void First_derivatives(string text, string shapes) => First(text, shapes);

    [Theory, MemberData(nameof(Rows)), Trait("Length", "long")]
    public void Second_derivatives(string text, string shapes) => Second(text, shapes);
}

/// <summary>A third of the definitions.</summary>
public sealed class NoFalseArrayAlarmLaws2(ITestOutputHelper output) : NoFalseArrayAlarmLaws(output)
{
    public static TheoryData<string, string> Rows => ArrayDefinitions.Part(1, Classes);

    [Theory, MemberData(nameof(Rows)), Trait("Length", "long")]
    public void First_derivatives(string text, string shapes) => First(text, shapes);

    [Theory, MemberData(nameof(Rows)), Trait("Length", "long")]
    public void Second_derivatives(string text, string shapes) => Second(text, shapes);
}

/// <summary>A third of the definitions.</summary>
public sealed class NoFalseArrayAlarmLaws3(ITestOutputHelper output) : NoFalseArrayAlarmLaws(output)
{
    public static TheoryData<string, string> Rows => ArrayDefinitions.Part(2, Classes);

    [Theory, MemberData(nameof(Rows)), Trait("Length", "long")]
    public void First_derivatives(string text, string shapes) => First(text, shapes);

    [Theory, MemberData(nameof(Rows)), Trait("Length", "long")]
    public void Second_derivatives(string text, string shapes) => Second(text, shapes);
}
