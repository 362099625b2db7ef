using Calculus.Explanations;

namespace Fuzz.Targets;

/// <summary>All that is told beside a derivative: steps, stages, graphs, series, programs. Each line of an explanation holds.</summary>
internal sealed class StepsTarget : Target
{
    private const double Most = 1e-6;

    /// <inheritdoc/>
    public override string Name => "steps";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Parts => ["Calculus.Explanations", "Calculus.ComputationGraphs", "Calculus.Taylor", "Calculus.Seams", "Calculus.CodeExport", "Calculus.EntryByEntry"];

    /// <inheritdoc/>
    public override double MostSeconds => 5;

    /// <inheritdoc/>
    public override IEnumerable<string> Seeds() => Reading.Both(base.Seeds());

    /// <inheritdoc/>
    public override string? Feed(string input)
    {
        foreach (var part in (Func<Reading, string?>[])[Explained, Staged, Graphed, Expanded, Coded])
            if (Reading.Trying(input, part) is { } fault) return fault;
        return null;
    }

    private static string? Explained(Reading reading)
    {
        var study = reading.Study;
        if (study.Variables.Count == 0) return null;
        var derivative = study.Derivative(study.Variables[0], 1 + (study.Definition.Text.Length % 2));
        if (!study.Explain.CanExplain(derivative)) return null;
        var open = new Stack<Step>(study.Explain.Derivative(derivative));
        while (open.TryPop(out var step))
        {
            if (step.Residual > Most) return $"a step does not hold: by {step.Residual}, {step.Before.Text} = {step.After.Text}";
            foreach (var inner in step.Steps) open.Push(inner);
        }

        return null;
    }

    private static string? Staged(Reading reading)
    {
        var study = reading.Study;
        if (study.Variables.Count == 1 && study.Function.Shape.IsScalar && study.ShapeOf(study.Variables[0]).IsScalar) study.Explain.Chain(study.Derivative(study.Variables[0]));
        return null;
    }

    private static string? Graphed(Reading reading)
    {
        reading.Study.ComputationGraph(reading.Points().FirstOrDefault());
        return null;
    }

    private static string? Expanded(Reading reading)
    {
        var study = reading.Study.EntryByEntry();
        if (study.Variables.Count is 0 or > 2 || !study.Function.Shape.IsScalar || study.Variables.Any(name => !study.ShapeOf(name).IsScalar)) return null;
        study.Taylor(0, [.. study.Variables.Select(static _ => 1.0)], 4);
        return null;
    }

    private static string? Coded(Reading reading)
    {
        foreach (var language in Enum.GetValues<Calculus.CodeExport.CodeLanguage>()) reading.Study.Code(language, Calculus.CodeExport.CodeContent.Gradient, reading.Points().FirstOrDefault());
        return null;
    }
}
