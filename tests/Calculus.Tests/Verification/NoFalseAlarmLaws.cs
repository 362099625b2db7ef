using System.Globalization;
using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Tests.Functions;
using Calculus.Tests.Laws;
using Calculus.Verification;
using Xunit;

namespace Calculus.Tests.Verification;

/// <summary>What the rules give is never called wrong, and rarely left open.</summary>
public sealed class NoFalseAlarmLaws(ITestOutputHelper output)
{
    private const int Batches = 10;
    private const int Definitions = 1_000;

    // Most of them have a value nowhere, or lie on a seam everywhere, such as mod(y, y).
    private const double MostOpen = 0.1;

    public static TheoryData<int> EveryBatch => [.. Enumerable.Range(0, Batches)];

    public static TheoryData<string> EveryDefinition =>
        [.. Laws.Definitions.All().Concat(Slices.All.Select(static slice => slice.Text)).Distinct(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(EveryBatch)), Trait("Length", "long")]
    public void A_thousand_random_definitions(int batch)
    {
        var verdicts = new (string Text, Verdict Verdict)?[Definitions];
        var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = TestContext.Current.CancellationToken };
        Parallel.For(0, Definitions, options, i => verdicts[i] = Verdict((batch * Definitions) + i));

        var all = verdicts.OfType<(string Text, Verdict Verdict)>().ToList();
        var alarms = all.Where(static each => each.Verdict.Verified == false).ToList();
        foreach (var (text, verdict) in all.Where(static each => each.Verdict.Verified is null)) output.WriteLine($"{verdict.Reason} {text}");
        var open = all.Count(static each => each.Verdict.Verified is null) / (double)all.Count;
        output.WriteLine($"open: {open:P2} of {all.Count}");
        Assert.True(alarms.Count == 0, $"{alarms.Count} alarms:\n{string.Join('\n', alarms.Take(20).Select(static each => $"{each.Text}\n    {Told(each.Verdict)}"))}");
        Assert.InRange(open, 0, MostOpen);
    }

    [Theory, MemberData(nameof(EveryDefinition)), Trait("Length", "long")]
    public void Every_chosen_definition_by_every_variable_to_the_third_order(string text)
    {
        var study = Study.Of(text, BindingContext.Empty, Laws.Definitions.Budget());
        foreach (var variable in study.Variables)
        {
            for (var order = 1; order <= (study.Variables.Count == 1 ? 3 : 2); order++)
            {
                var formula = study.Derivative(variable, order);
                Holds($"order {order} by {variable}", asked => study.Verify(formula, variable, order, asked), study);
            }
        }

        if (study.Variables.Count > 1) Holds("the gradient", asked => study.VerifyGradient(study.Gradient(study.Variables), study.Variables, asked), study);
        if (study.Variables.Count > 0) Holds("the Hessian", asked => study.VerifyHessian(study.Hessian(study.Variables), study.Variables, asked), study);
    }

    // At points where many definitions have a kink, a tie or a jump too.
    private void Holds(string what, Func<double[][], Verdict> verify, Study study)
    {
        foreach (var asked in SeamPoints.Of(study))
        {
            var verdict = study.VerifyGradient(study.Gradient(study.Variables), []);
            Assert.True(verdict.Verified != false, Told(verdict));
        }
    }

    private static (string Text, Verdict Verdict)? Verdict(int seed)
    {
        var text = RandomDefinitions.Deep(seed);
        try
        {
            var study = Study.Of(text, BindingContext.Empty, Laws.Definitions.Budget());
            if (study.Variables.Count == 0) return null;
            var variable = study.Variables[seed % study.Variables.Count];
            return (text, study.Verify(study.Derivative(variable), variable, 1, []));
        }
        catch (LimitException)
        {
            return null;
        }
    }

    private static string Told(Verdict verdict) => verdict.Disagreement is { } where
        ? $"{where.By}: {where.Symbolic:R} for {where.Expected:R} at ({string.Join(", ", where.Point.Select(static x => x.ToString("R", CultureInfo.InvariantCulture)))})"
        : verdict.Reason ?? "";
}
