using Calculus.Binding;
using Calculus.Expressions;
using Calculus.Tests.Matrices;
using Calculus.Verification;
using Xunit;

namespace Calculus.Tests.Verification;

/// <summary>A number that is the only entry of a vector or a matrix is verified like the number itself.</summary>
public sealed class LiftingLaws
{
    public static TheoryData<string> EveryDefinition => [.. Laws.Definitions.All().Where(static text => !text.Contains(';', StringComparison.Ordinal)).Distinct(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(EveryDefinition)), Trait("Length", "long")]
    public void The_verdict_is_that_of_the_number(string text)
    {
        var bare = Study.Of(text, BindingContext.Empty, Laws.Definitions.Budget());
        if (bare.Variables.Count == 0) return;
        var names = string.Join(", ", bare.Variables);
        var helper = text.StartsWith("f(", StringComparison.Ordinal) ? $"F{text[1..]}" : $"F({names}) = {text}";
        string[] rest = [.. bare.Variables.Skip(1)];
        var number = About.Shapes($"{helper}; f({names}) = F({names})");
        var vector = About.Shapes($"{helper}; f({string.Join(", ", rest.Prepend("v_"))}) = F({string.Join(", ", rest.Prepend("v_[1]"))})", "v_=1");
        var matrix = About.Shapes($"{helper}; f({string.Join(", ", rest.Prepend("M_"))}) = F({string.Join(", ", rest.Prepend("M_[1, 1]"))})", "M_=1x1");
        foreach (var factor in new[] { Rational.One, Rational.Of(1001, 1000), Rational.Of(-1, 1) })
        {
            foreach (var asked in new double[][][] { [], [[.. bare.Variables.Select(static _ => 1.0)]] })
            {
                var expected = Of(number, factor, asked);
                foreach (var lifted in new[] { vector, matrix })
                {
                    var verdict = Of(lifted, factor, asked);
                    Assert.True(expected.Verified == verdict.Verified, $"{lifted.Definition.Text}, {factor} times: {verdict.Verified} {verdict.Reason} but that of the number is {expected.Verified} {expected.Reason}");
                    if (expected.Disagreement is not { } where) continue;
                    Assert.Equal(where.Point, verdict.Disagreement!.Point);
                }
            }
        }
    }

    private static Verdict Of(Study study, Rational factor, double[][] asked)
    {
        var variable = study.Variables[0];
        return study.VerifyGradient([factor * study.Gradient([variable])[0].Formula], [variable], asked);
    }
}
