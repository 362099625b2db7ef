namespace Calculus.Learning;

/// <summary>What a hidden layer may do to its sums: functions of the language, entry by entry.</summary>
internal static class Activations
{
    /// <summary>The activation that changes nothing.</summary>
    public const string Identity = "identity";

    /// <summary>Their names, as in the function language; <c>identity</c> besides.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "tanh", "sigmoid", "relu", "leaky_relu", "elu", "selu", "softplus", "softsign", "gelu", "silu", "mish", "hard_sigmoid", "hard_tanh", "sin", Identity,
    ];

    /// <summary>The layer's value as text.</summary>
    public static string Of(string activation, string sum) => string.Equals(activation, Identity, StringComparison.Ordinal) ? sum : $"{activation}({sum})";

    /// <summary>Whether it is 0 or nearly so for negative sums, so that He's initialisation suits it better than Xavier's.</summary>
    public static bool IsRectifier(string activation) => activation is "relu" or "leaky_relu" or "elu" or "gelu" or "silu" or "mish";
}
