using System.Collections.Immutable;
using System.Globalization;

namespace Calculus.Optimization;

/// <summary>A value of an optimizer's parameter.</summary>
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
        public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Yes or no.</summary>
    /// <param name="Value">Yes where true.</param>
    public sealed record Flag(bool Value) : ParameterValue
    {
        /// <inheritdoc/>
        public override string ToString() => Value ? "true" : "false";
    }

    /// <summary>Several numbers in a fixed order, such as Adam's two betas.</summary>
    /// <param name="Values">The numbers.</param>
    public sealed record Numbers(ImmutableArray<double> Values) : ParameterValue
    {
        /// <inheritdoc/>
        public override string ToString() =>
            $"[{string.Join(", ", Values.Select(static value => value.ToString(CultureInfo.InvariantCulture)))}]";
    }

    /// <summary>A single number.</summary>
    public static implicit operator ParameterValue(double value) => new Number(value);

    /// <summary>Yes or no.</summary>
    public static implicit operator ParameterValue(bool value) => new Flag(value);

    /// <summary>Several numbers.</summary>
    public static implicit operator ParameterValue(double[] values) => new Numbers([.. values]);
}
