using System.Text.Json;

namespace Benchmarks;

/// <summary>One measured number.</summary>
/// <param name="Task">What was done, such as <c>e1 rosenbrock-2</c>.</param>
/// <param name="Peer">Who did it.</param>
/// <param name="Metric">What was measured.</param>
/// <param name="Value">How much.</param>
/// <param name="Unit">Of what.</param>
internal sealed record Figure(string Task, string Peer, string Metric, double Value, string Unit)
{
    /// <summary>The name of this library among its peers.</summary>
    public const string Own = "calcapi";

    /// <summary>A figure of this library.</summary>
    public static Figure Of(string task, string metric, double value, string unit) => new(task, Own, metric, value, unit);

    /// <summary>As one line of JSON.</summary>
    public string Line() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    /// <summary>Reads such a line.</summary>
    public static Figure Read(string line) => JsonSerializer.Deserialize<Figure>(line, JsonSerializerOptions.Web)!;
}
