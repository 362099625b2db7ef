using Calculus.Binding;
using Calculus.Tests.Laws;
using Xunit;

namespace Calculus.Tests.Printing;

/// <summary>Numbers whose numerator or denominator no double holds are printed so that they read back.</summary>
public sealed class ExtremeNumbersTests
{
    [Theory]
    [InlineData("2 - 1e-320")]
    [InlineData("x*1e-320 + x^2 - x")]
    [InlineData("(1 - 1e-310)*x")]
    [InlineData("(1 - 1e-310)*x/3")]
    [InlineData("x^(3 + 1e-320)")]
    public void Reads_back(string text)
    {
        var study = Study.Of(text, BindingContext.Empty, Definitions.Budget());
        PrintingLaws.AssertReadsBack(study, study.Function);
        if (study.Variables.Count > 0) PrintingLaws.AssertReadsBack(study, study.Derivative("x"));
    }
}
