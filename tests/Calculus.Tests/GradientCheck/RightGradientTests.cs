using System.Globalization;
using Calculus.Binding;
using Calculus.Expressions;
using Calculus.GradientCheck;
using Calculus.Tests.Laws;
using Xunit;

namespace Calculus.Tests.GradientCheck;

/// <summary>A right gradient is never called wrong, however it is written and whatever precision it was computed in.</summary>
[Trait("Length", "long")]
public sealed class RightGradientTests(ITestOutputHelper output)
{
    private const int FewestChecked = 500;

    [Fact]
    public void Every_right_gradient_is_right_as_numbers_in_single_precision_and_as_formulas()
    {
        var (failures, checks) = (new List<string>(), 0);
        foreach (var text in Definitions.All().Concat(Enumerable.Range(0, 300).Select(static seed => RandomDefinitions.Deep(seed))))
        {
            var study = Study.Of(text, BindingContext.Empty, Definitions.Budget());
            if (study.Variables.Count == 0) continue;
            foreach (var point in Reading.Points(study.Variables.Count).Take(2))
            {
                var gradient = study.Slopes(point);
                if (!Array.TrueForAll(gradient, static entry => double.IsFinite(entry) && double.IsFinite((float)entry))) continue;
                checks++;
                Must(Precision.Double, "the numbers", Numbers(gradient, static entry => entry));
                Must(Precision.Single, "the numbers in single precision", Numbers(gradient, static entry => (float)entry));
                Must(Precision.Single, "three units in the last place away", Numbers(gradient, static entry => Away((float)entry, 3)));
                Must(Precision.Tolerance, "rounded to four digits", Numbers(gradient, static entry => double.Parse(entry.ToString("E3", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)));
                string[] formulas = [.. study.Gradient(study.Variables).Select(partial => study.Print(partial).Text).Where(static formula => formula.Length < 4_000 && !formula.Contains(';', StringComparison.Ordinal))];
                if (formulas.Length == gradient.Length)
                    Must(Precision.Tolerance, "the formulas", [.. formulas.Select((formula, i) => new Claim(i, null, study.ReadFormula(formula).Formula))]);

                void Must(Precision least, string what, Claim[] claims)
                {
                    var report = study.CheckGradient(claims, point);
                    if (report.Correct == true && report.Components.All(component => component.Precision >= least || component.Remark is not null)) return;
                    failures.Add($"{text} at ({string.Join(", ", point)}), {what}: {report.Verdict} {string.Join("; ", report.Components.Select(component => $"{component.Claimed.Number:R} for {component.Exact.Number:R} {component.Precision} {component.Remark}"))}");
                }
            }
        }

        output.WriteLine($"{checks} gradients, {failures.Count} failures");
        Assert.True(failures.Count == 0, string.Join('\n', failures.Take(20)));
        Assert.True(checks >= FewestChecked);
    }

    private static Claim[] Numbers(double[] gradient, Func<double, double> change) => [.. gradient.Select((entry, i) => new Claim(i, ArrayValue.Of(change(entry))))];

    private static float Away(float x, int units)
    {
        for (var i = 0; i < units; i++) x = MathF.BitIncrement(x);
        return x;
    }
}
