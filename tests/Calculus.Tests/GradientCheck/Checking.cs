using System.Globalization;
using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Expressions;
using Calculus.GradientCheck;
using Xunit;

namespace Calculus.Tests.GradientCheck;

/// <summary>Asks for the check of a gradient in one line.</summary>
internal static class Checking
{
    /// <summary>Checks claims, one for each variable in order; a claim that reads as a number is one, and <c>-</c> means no claim.</summary>
    public static GradientReport Of(string function, double[] point, params string[] claims)
    {
        var study = Study.Of(function, BindingContext.Empty, new Budget(new Limits(), TestContext.Current.CancellationToken));
        var claimed = claims.Select((text, place) => (text, place)).Where(static pair => pair.text is not "-").Select(pair =>
            double.TryParse(pair.text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                ? new Claim(pair.place, ArrayValue.Of(number))
                : new Claim(pair.place, null, study.ReadFormula(pair.text).Formula));
        return study.CheckGradient([.. claimed], point);
    }

    /// <summary>The stable names of the slips found for one component.</summary>
    public static string[] Slips(this GradientReport report, int component = 0) => [.. report.Components[component].Diagnoses.Select(static diagnosis => diagnosis.Slip)];
}
