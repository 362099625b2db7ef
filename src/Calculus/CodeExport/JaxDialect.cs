using System.Globalization;
using System.Text.RegularExpressions;
using Calculus.Expressions;

namespace Calculus.CodeExport;

/// <summary>Python with JAX; where that is missing, NumPy stands in.</summary>
internal sealed partial class JaxDialect : NumPyDialect
{
    /// <inheritdoc/>
    public override string Language => "JAX";

    /// <inheritdoc/>
    public override bool ComputesBothBranches => true;

    /// <inheritdoc/>
    protected override string Library => "jnp.";

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

    /// <inheritdoc/>
    protected override string? Guard => null;

    /// <inheritdoc/>
    public override string Template(Spellings spellings) => InJax(spellings.NumPy);

    /// <inheritdoc/>
    protected override string? Helper(Spellings spellings)
    {
        if (spellings.NumPyHelper is not { } helper) return null;
        var text = InJax(helper);
        if (spellings.JaxName is not { } name) return text;
        var own = Name().Match(text).Value;
        return $"try:\n    from jax.scipy.special import {name} as {own}\nexcept ImportError:\n{string.Join('\n', text.Split('\n').Select(static line => line.Length == 0 ? line : "    " + line))}";
    }

    /// <inheritdoc/>
    protected override string Datum(double value) => string.Create(CultureInfo.InvariantCulture, $"jnp.float64({Literals.Double(value)})");

    private static string InJax(string numPy) => Module().Replace(numPy, "jnp.");

    [GeneratedRegex(@"\bnp\.", RegexOptions.CultureInvariant)]
    private static partial Regex Module();

    [GeneratedRegex(@"(?<=^def )\w+", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
