using Calculus;
using Calculus.Binding;
using Calculus.Budgets;
using LibraryLimits = Calculus.Budgets.Limits;

namespace CalcApi.Health;

/// <summary>
/// Studies one function of its own while the service starts. The first answer of a process waits until everything it needs is
/// compiled; this way no visitor has to wait for it.
/// </summary>
internal sealed class WarmUp : BackgroundService
{
    private const string Function = "f(x, y) = sin(x)^2/(1 + exp(-x*y)) + abs(x - 2y)";

    /// <summary>True once the function has been studied.</summary>
    public bool IsDone => ExecuteTask is { IsCompletedSuccessfully: true };

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(() => StudyOne(stoppingToken), stoppingToken);

    // The library's own limits: lower limits in the settings are no reason to fail here.
    private static void StudyOne(CancellationToken stop)
    {
        var study = Study.Of(Function, BindingContext.Empty, new Budget(new LibraryLimits(), stop));
        var gradient = study.Gradient(study.Variables);
        foreach (var partial in gradient) study.Print(partial);
        study.At(gradient, [1, 0.5]);
        study.AtMany([], [0, 1, 1, 0], 2);
        study.GradientAt([1, 0.5]);
        study.Explain.Gradient(gradient);
        study.Explain.Chain(gradient[0]);
        study.Objective().ValueAndGradient([1, 0.5], new double[2]);
    }
}
