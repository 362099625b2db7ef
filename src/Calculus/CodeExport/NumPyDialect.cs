using System.Globalization;
using System.Text;
using Calculus.Expressions;

namespace Calculus.CodeExport;

/// <summary>Python with NumPy.</summary>
internal class NumPyDialect : PythonDialect
{
    /// <inheritdoc/>
    public override string Language => "NumPy";

    /// <inheritdoc/>
    public override string Library => "np.";

    /// <inheritdoc/>
    protected override string Imports => "import numpy as np" + Environment.NewLine;

    /// <inheritdoc/>
    protected override string? Guard => "with np.errstate(all=\"ignore\"):  # both branches are computed, one is taken";

    /// <inheritdoc/>
    public override string Template(Spellings spellings) => spellings.NumPy;

    /// <inheritdoc/>
    protected override string Datum(double value) => $"np.float64({Literals.Double(value)})";

    /// <inheritdoc/>
    protected override string Taken(string parameter) => $"{parameter} = {Library}asarray({parameter}, dtype=float)";

    /// <inheritdoc/>
    protected override void Ending(CodeParts parts, StringBuilder code)
    {
        code.AppendLine().AppendLine().Append(CArrays.Has(parts)
            ? $"""
            def close(actual, expected):
                actual, expected = {Library}asarray(actual, dtype=float), {Library}asarray(expected, dtype=float)
                largest = max(1e-3, float({Library}max({Library}abs(expected))))
                return actual.shape == expected.shape and bool({Library}all({Library}abs(actual - expected) <= 1e-9 * largest))


            def all_close(actual, expected):
                return len(actual) == len(expected) and all(close(*pair) for pair in zip(actual, expected))


            if __name__ == "__main__":

            """
            : $"""
            def close(actual, expected):
                actual, expected = {Library}asarray(actual, dtype=float), {Library}asarray(expected, dtype=float)
                return bool({Library}all({Library}abs(actual - expected) <= 1e-9 * {Library}maximum({Library}abs(expected), 1e-3)))


            if __name__ == "__main__":

            """);
        foreach (var check in parts.Checks) code.AppendLine(CultureInfo.InvariantCulture, $"    {Comparison(check)}");
        if (parts.Checks.Count == 0) code.AppendLine("    pass");
    }
}
