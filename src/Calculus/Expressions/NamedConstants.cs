using System.Diagnostics.CodeAnalysis;

namespace Calculus.Expressions;

/// <summary>The constants that the language knows by name.</summary>
internal static class NamedConstants
{
    /// <summary>The ratio of a circle's circumference to its diameter.</summary>
    public const string Pi = "pi";

    /// <summary>A full turn, 2π.</summary>
    public const string Tau = "tau";

    /// <summary>Euler's number, unless a definition declares the name.</summary>
    public const string E = "e";

    /// <summary>Infinity.</summary>
    public const string Infinity = "inf";

    /// <summary>Whether a name is a constant, and its nearest double.</summary>
    public static bool TryValue(string name, [NotNullWhen(true)] out double? value)
    {
        value = name switch
        {
            Pi => Math.PI,
            Tau => Math.Tau,
            E => Math.E,
            Infinity => double.PositiveInfinity,
            _ => null,
        };
        return value is not null;
    }

    internal static Facts FactsOf(string name, SymbolRole role) => role switch
    {
        SymbolRole.Constant when string.Equals(name, Infinity, StringComparison.Ordinal) => Facts.MayBePositive,
        SymbolRole.Constant => Facts.Total | Facts.MayBePositive,
        _ => Facts.Total | Facts.AnySign,
    };
}
