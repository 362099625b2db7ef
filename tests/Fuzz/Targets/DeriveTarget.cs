namespace Fuzz.Targets;

/// <summary>Derivatives: formulas agree with automatic differentiation of what was written, and with slopes measured from values.</summary>
internal sealed class DeriveTarget : Target
{
    /// <inheritdoc/>
    public override string Name => "derive";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Parts => ["Calculus.Differentiation", "Calculus.Functions", "Calculus.Derivatives"];

    /// <inheritdoc/>
    public override IEnumerable<string> Seeds() => Reading.Both(base.Seeds());

    /// <inheritdoc/>
    public override string? Feed(string input) => Reading.Trying(input, static reading =>
    {
        var study = reading.Study;
        foreach (var variable in study.Variables.Take(2))
        {
            for (var order = 1; order <= 2 && (order == 1 || (study.Function.Shape.IsScalar && study.ShapeOf(variable).IsScalar)); order++)
            {
                var derivative = study.Derivative(variable, order);
                var verdict = study.Verify(derivative, []);
                if (verdict.Verified is false) return $"disagreement: by {variable}, order {order}, {study.Print(derivative).Text}: {verdict.Disagreement}";
            }
        }

        return null;
    });
}
