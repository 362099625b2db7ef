using Calculus.Expressions;

namespace Calculus.CodeExport;

/// <summary>Python with JAX; where that is missing, NumPy is used instead.</summary>
internal sealed class JaxDialect : NumPyDialect
{
    /// <inheritdoc/>
    public override string Language => "JAX";

    /// <inheritdoc/>
    public override bool ComputesBothBranches => true;

    /// <inheritdoc/>
    public override string Library => "jnp.";

    /// <inheritdoc/>
    protected override string Imports =>
        """
        try:
            import jax
            import jax.numpy as jnp

            jax.config.update("jax_enable_x64", True)
        except ImportError:
            import numpy as jnp

        """;

    // JAX does not warn of undefined values in the branch not taken; NumPy in its place is told to be silent.
    /// <inheritdoc/>
    protected override string ImportsWithChoices =>
        Imports.Replace("import numpy as jnp", "import numpy as jnp\n\n    jnp.seterr(all=\"ignore\")  # both branches are computed, one is taken", StringComparison.Ordinal);

    /// <inheritdoc/>
    protected override string? Guard => null;

    /// <inheritdoc/>
    public override string Template(Spellings spellings) => InJax(spellings.NumPy);

    /// <inheritdoc/>
    protected override string Translated(string helper)
    {
        var text = InJax(helper);
        var own = text[4..text.IndexOf('(', StringComparison.Ordinal)];
        var name = HelperTexts.Functions.Select(static function => function.Spellings).FirstOrDefault(spellings => string.Equals(spellings?.NumPyHelper, helper, StringComparison.Ordinal))?.JaxName;
        if (name is null) return text;
        return $"try:\n    from jax.scipy.special import {name} as {own}\nexcept ImportError:\n{string.Join('\n', text.Split('\n').Select(static line => line.Length == 0 ? line : "    " + line))}";
    }

    /// <inheritdoc/>
    protected override string Datum(double value) => $"jnp.float64({Literals.Double(value)})";

    private static string InJax(string numPy) => numPy.Replace("np.", "jnp.", StringComparison.Ordinal);
}
