using Calculus.Budgets;
using Calculus.Optimization;
using Xunit;

namespace Calculus.Tests.Optimization;

internal static class Running
{
    /// <summary>Reads <c>lr=0.1 betas=0.9,0.999 nesterov=true</c>.</summary>
    public static Dictionary<string, ParameterValue> Parameters(string text)
    {
        var values = new Dictionary<string, ParameterValue>(StringComparer.Ordinal);
        foreach (var part in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = part.Split('=') is [var n, var v] ? (n, v) : throw new FormatException(part);
            values[name] = value switch
            {
                "true" => true,
                "false" => false,
                _ when !char.IsAsciiDigit(value[^1]) => value,
                _ when value.Contains(',', StringComparison.Ordinal) =>
                    value.Split(',').Select(static number => double.Parse(number, System.Globalization.CultureInfo.InvariantCulture)).ToArray(),
                _ => double.Parse(value, System.Globalization.CultureInfo.InvariantCulture),
            };
        }

        return values;
    }

    public static Trajectory Descend(
        IObjective objective, double[] start, string optimizer, string parameters, DescentOptions options, Budget? budget = null, string dialect = DialectNames.PyTorch) =>
        Descent.Run(objective, start, Optimizers.Own.Named(optimizer).Start(Parameters(parameters), objective.Dimension, dialect), options,
            budget ?? new Budget(new Limits(), TestContext.Current.CancellationToken));

    public static Trajectory Descend(string terrain, double[] start, string optimizer, string parameters, int steps) =>
        Descend(Terrain.Named(terrain), start, optimizer, parameters, new DescentOptions(steps));
}
