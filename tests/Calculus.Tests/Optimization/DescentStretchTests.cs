using Calculus.Binding;
using Calculus.Budgets;
using Calculus.Optimization;
using Xunit;

namespace Calculus.Tests.Optimization;

/// <summary>A descent in stretches of quick steps is the descent step by step: the same points, the same end, the same reason, as much spent.</summary>
public sealed class DescentStretchTests
{
    // Runs after which the function has been compiled.
    private const int Many = 20_000;

    public static TheoryData<string, double, double> Functions { get; } = new()
    {
        { "f(x, y) = (1 - x)^2 + 100*(y - x^2)^2", -1.5, 2 },
        { "f(x, y) = x^4 + y^2", 0.7, -3 },
        { "f(x, y) = abs(x) + relu(y)", 0.3, 0.25 },
        { "f(x, y) = log(x) + 1/y", 0.05, 0.1 },
        { "f(x, y) = x^2*1e-200 + y^2", 1e50, 1 },
        { "f(x, y) = sin(x)*exp(-y^2)", 0, 0 },
    };

    [Theory]
    [MemberData(nameof(Functions))]
    public void AreTheSameAsStepByStep(string text, double x, double y)
    {
        var study = Study.Of(text, BindingContext.Empty, new Budget(new Limits { Operations = long.MaxValue / 4 }));
        var objective = study.Objective();
        var (point, gradient) = ((double[])[x, y], new double[2]);
        for (var run = 0; run < Many; run++) objective.ValueAndGradient(point, gradient);
        Assert.True(Assert.IsType<FunctionObjective>(objective).IsQuick);

        foreach (var definition in Optimizers.Own.All)
        {
            foreach (var options in Options())
            {
                foreach (var rate in (double?[])[null, 0.3])
                {
                    if (rate is not null && !definition.Parameters.Any(static parameter => string.Equals(parameter.Name, "lr", StringComparison.Ordinal))) continue;
                    Compare(objective, point, definition, rate, options);
                }
            }
        }
    }

    private static IEnumerable<(DescentOptions Options, long Operations)> Options()
    {
        const long plenty = 1_000_000_000;
        var steps = new DescentOptions(150);
        yield return (steps with { Diagnose = false }, plenty);
        yield return (steps with { Record = new() { Every = 7, Limit = 20 } }, plenty);
        yield return (steps with { Diagnose = false, Evaluations = 90 }, plenty);
        yield return (steps with { Diagnose = false, Stop = new(Gradient: 0.5, Value: 1e-3) }, plenty);
        yield return (steps with { Diagnose = false }, 1_500);
    }

    private static void Compare(IObjective objective, double[] start, OptimizerDefinition definition, double? rate, (DescentOptions Options, long Operations) asked)
    {
        var parameters = new Dictionary<string, ParameterValue>(StringComparer.Ordinal);
        if (rate is not null) parameters["lr"] = rate.Value;
        var (stretched, single) = (Budget(), Budget());
        Trajectory whole, stepwise;
        try
        {
            whole = Descent.Run(objective, start, definition.Start(parameters, 2), asked.Options, stretched);
        }
        catch (DescentException)
        {
            // The start or the rule is refused, either way.
            Assert.Throws<DescentException>(() => new DescentRun(objective, start, definition.Start(parameters, 2), asked.Options, single));
            return;
        }

        var run = new DescentRun(objective, start, definition.Start(parameters, 2), asked.Options, single);
        while (run.Advance())
        {
        }

        stepwise = run.End();
        Assert.Equal(stepwise.Stop, whole.Stop);
        Assert.Equal(stepwise.Step, whole.Step);
        for (var i = 0; i < start.Length; i++) Assert.Equal(stepwise.Points[i], whole.Points[i]);
        Assert.Equal(stepwise.Value, whole.Value);
        Assert.Equal(stepwise.GradientNorm, whole.GradientNorm);
        Assert.Equal(stepwise.LearningRate, whole.LearningRate);
        Assert.Equal(stepwise.EvaluationsAt, whole.EvaluationsAt);
        Assert.Equal(stepwise.Best.Point, whole.Best.Point);
        Assert.Equal(stepwise.Evaluations, whole.Evaluations);
        Assert.Equal(stepwise.Diagnosis?.Explanation, whole.Diagnosis?.Explanation);
        Assert.Equal(single.OperationsSpent, stretched.OperationsSpent);

        Budget Budget() => new(new Limits { Operations = asked.Operations });
    }
}
