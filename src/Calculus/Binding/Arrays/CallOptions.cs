using System.Globalization;
using Calculus.Syntax;

namespace Calculus.Binding.Arrays;

/// <summary>What follows the arguments of a call by name.</summary>
/// <param name="Axis">The axis to work along, from 0, or from −1 backwards; null where none is named. Where it stands.</param>
/// <param name="Keeps">Whether that axis stays, with one entry.</param>
/// <param name="Correction">How many entries fewer a variance is divided by.</param>
internal readonly record struct CallOptions((int Number, TextSpan Span)? Axis, bool Keeps, int Correction)
{
    /// <summary>The options of a call.</summary>
    /// <param name="nodes">What stands behind its arguments.</param>
    /// <exception cref="FormulaException">An argument stands behind them, or one is given twice.</exception>
    public static CallOptions Of(IEnumerable<SyntaxNode> nodes)
    {
        var (options, seen) = (default(CallOptions), new HashSet<string>(StringComparer.Ordinal));
        foreach (var node in nodes)
        {
            if (node.Kind != SyntaxKind.Option) throw new FormulaException("Arguments stand before the options that have names.", node.Span, "write mean(X, axis=0)");
            var (name, value) = (node.Text[..node.Text.IndexOf('=', StringComparison.Ordinal)], node.Text[(node.Text.IndexOf('=', StringComparison.Ordinal) + 1)..]);
            if (!seen.Add(name)) throw new FormulaException($"'{name}' is given twice.", node.Span);
            options = name switch
            {
                "keepdims" => options with { Keeps = value is "True" },
                "axis" => options with { Axis = (int.Parse(value, CultureInfo.InvariantCulture), node.Span) },
                _ => options with { Correction = int.Parse(value, CultureInfo.InvariantCulture) },
            };
        }

        return options;
    }
}
