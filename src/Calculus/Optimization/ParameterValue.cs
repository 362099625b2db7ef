using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Calculus.Optimization;

/// <summary>A value of a parameter of an optimizer or a schedule. Its text is what JSON calls it.</summary>
public abstract record ParameterValue
{
    private ParameterValue()
    {
    }

    /// <summary>A single number.</summary>
    /// <param name="Value">The number.</param>
    public sealed record Number(double Value) : ParameterValue
    {
        /// <inheritdoc/>
        public override string ToString() => Show(Value);
    }

    /// <summary>Yes or no.</summary>
    /// <param name="Value">Yes where true.</param>
    public sealed record Flag(bool Value) : ParameterValue
    {
        /// <inheritdoc/>
        public override string ToString() => Value ? "true" : "false";
    }

    /// <summary>One of a few words.</summary>
    /// <param name="Value">The word.</param>
    public sealed record Word(string Value) : ParameterValue
    {
        /// <inheritdoc/>
        public override string ToString() => $"\"{JsonEncodedText.Encode(Value)}\"";
    }

    /// <summary>Several numbers in a fixed order, such as Adam's two betas.</summary>
    /// <param name="Values">The numbers.</param>
    public sealed record Numbers(ImmutableArray<double> Values) : ParameterValue
    {
        /// <inheritdoc/>
        public override string ToString() =>
            $"[{string.Join(", ", Values.Select(Show))}]";
    }

    /// <summary>A single number.</summary>
    public static implicit operator ParameterValue(double value) => new Number(value);

    /// <summary>Yes or no.</summary>
    public static implicit operator ParameterValue(bool value) => new Flag(value);

    /// <summary>One of a few words.</summary>
    public static implicit operator ParameterValue(string value) => new Word(value);

    /// <summary>Several numbers.</summary>
    public static implicit operator ParameterValue(double[] values) => new Numbers([.. values]);

    // 1e-8 instead of 1E-08.
    private static string Show(double value) => Math.Abs(value) is > 0 and < 1e-4
        ? value.ToString("0.################e-0", CultureInfo.InvariantCulture)
        : value.ToString(CultureInfo.InvariantCulture);
}
