using System.Text.Json.Serialization;
using CalcApi.Http.Answers;
using Calculus;
using Calculus.Seams;

namespace CalcApi.Http.Functions;

/// <summary>A point at which the function has no derivative by a variable.</summary>
/// <param name="Point">The point.</param>
/// <param name="Variable">The variable.</param>
/// <param name="Left">The slope on the left.</param>
/// <param name="Right">The slope on the right.</param>
/// <param name="Value">The value that is answered, by convention.</param>
/// <param name="Subgradient">The slopes that the kink allows; null where the function jumps or a slope is not finite.</param>
/// <param name="Elsewhere">What other systems answer there, as far as it is known for sure.</param>
public sealed record PointKinkAnswer(
    PointAnswer Point,
    string Variable,
    double Left,
    double Right,
    double Value,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] SubgradientAnswer? Subgradient,
    IReadOnlyList<ElsewhereAnswer> Elsewhere)
{
    /// <summary>Kinks as they are answered; null where there is none.</summary>
    public static IReadOnlyList<PointKinkAnswer>? Of(Study study, IEnumerable<KinkReport> kinks)
    {
        List<PointKinkAnswer> answers =
        [
            .. kinks.Select(kink => new PointKinkAnswer(
                Points.Answer(study, [.. kink.Point]),
                kink.Variable,
                kink.Left,
                kink.Right,
                kink.Value,
                kink.Subgradient is { } interval ? new(interval.From, interval.To, interval.IsConvex ? "convex" : "clarke") : null,
                [.. kink.Elsewhere.Select(static elsewhere => new ElsewhereAnswer(elsewhere.System, elsewhere.Value, elsewhere.Why))])),
        ];
        return answers.Count == 0 ? null : answers;
    }
}

/// <summary>An interval of slopes.</summary>
/// <param name="From">The smallest.</param>
/// <param name="To">The largest.</param>
/// <param name="Kind">convex where the slope rises, and each slope is that of a line that stays below the function near the point; else clarke, the generalised gradient.</param>
public sealed record SubgradientAnswer(double From, double To, string Kind);

/// <summary>What another system answers at a kink.</summary>
/// <param name="System">The system: PyTorch, JAX, TensorFlow or SymPy.</param>
/// <param name="Value">Its derivative there; null where it is no number, or depends on the way of writing.</param>
/// <param name="Why">How it comes to that.</param>
public sealed record ElsewhereAnswer(string System, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] double? Value, string Why);
